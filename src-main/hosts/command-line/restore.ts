/** `counter backups`, `counter restore`, `counter unlock`: for the IT officer when the app cannot open its store. */
import { systemClock, timeAtCounter } from "../../clock.ts";
import { minutesSince } from "../../desk/backups.ts";
import {
  inspectOffline,
  isBehind,
  listBackups,
  restoreOffline,
  StoreError,
  StoreRefusal,
  unlockWithRecoveryCode,
  type BackupInfo,
  type KeyKeeper,
  type OfflineKeys,
} from "../../store/index.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "./output.ts";
import { recoveryCode } from "./store-keys.ts";
import { TEXT } from "./texts.ts";

/** Tries without the recovery code first, and asks for it only where it is needed. */
async function withKeys<Result>(keepers: readonly KeyKeeper[], work: (keys: OfflineKeys) => Promise<Result>): Promise<Result> {
  try {
    return await work({ keepers, recoveryCode: undefined });
  } catch (error) {
    const isWanted =
      (error instanceof StoreError && error.kind === "key-missing") ||
      (error instanceof StoreRefusal && error.code === "recovery-code-needed");
    if (!isWanted) throw error;
    const code = await recoveryCode();
    if (code === undefined) throw error;
    return await work({ keepers, recoveryCode: code });
  }
}

export async function showBackups(store: string, folder: string, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  await printJson({ backups: listBackups(store, folder, { keepers, recoveryCode: undefined }) });
  return EXIT.done;
}

/** What whoever restores has said that they know. */
export interface RestoreWords {
  readonly confirmed: boolean;
  readonly acceptsUnsigned: boolean;
  readonly clockIsRight: boolean;
}

/**
 * The newest backup that a key at hand opens, or the one that is named. A stick may hold those of other windows, too: without a key
 * nobody knows which are meant.
 * @throws StoreError `key-missing` where there are backups and no key opens any
 */
function chooseFrom(store: string, folder: string, name: string | undefined, keys: OfflineKeys): Promise<BackupInfo | undefined> {
  const newest = listBackups(store, folder, keys).find((backup) => name === undefined || backup.name === name);
  if (newest?.holds === null)
    return Promise.reject(new StoreError("key-missing", `nothing on this machine opens ${newest.name}`));
  return Promise.resolve(newest);
}

/**
 * A machine that has just been replaced or repaired often has a wrong clock, and nothing is written by it; `clockIsRight` says that
 * the stored times are the wrong ones. Without `confirmed` it only says what would be brought and lost.
 */
export async function restoreStore(
  store: string,
  folder: string,
  name: string | undefined,
  { confirmed, acceptsUnsigned, clockIsRight }: RestoreWords,
  keepers: readonly KeyKeeper[],
): Promise<ExitCode> {
  const chosen = await withKeys(keepers, (keys) => chooseFrom(store, folder, name, keys));
  if (chosen === undefined) return refuseInput("from", name === undefined ? TEXT.noBackups(folder) : TEXT.noBackup(name, folder));
  const plan = await withKeys(keepers, (keys) => inspectOffline(store, chosen.folder, chosen.name, keys));
  const ageMinutes = minutesSince(chosen.at, systemClock.now());
  await printJson({ ageMinutes, ...plan });
  tell(TEXT.age(timeAtCounter(chosen.at), ageMinutes, plan.holds?.lastReceiptNumber ?? null));
  if (plan.lost === null) tell(TEXT.nothingToCompare);
  if (!plan.sound) return EXIT.problems;
  if (!plan.signed) tell(TEXT.unsigned(plan.holds?.office ?? null, plan.holds?.clerks ?? [], plan.backup.at));
  if (!confirmed) {
    tell(TEXT.restoreUnconfirmed);
    return EXIT.done;
  }
  const stored = [plan.holds?.lastAt, plan.present?.lastAt]
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1);
  const now = systemClock.now();
  if (!clockIsRight && stored !== undefined && isBehind(now, stored)) {
    return refuseInput("clock-is-right", TEXT.clockBehind(timeAtCounter(now), timeAtCounter(stored)));
  }
  const restore = withKeys(keepers, (keys) =>
    restoreOffline(store, chosen.folder, chosen.name, keys, {
      clock: systemClock,
      demandsCode: acceptsUnsigned ? "unsigned-if-any" : "unsigned",
    }),
  );
  try {
    tell(TEXT.restored((await restore).aside));
  } catch (error) {
    if (!(error instanceof StoreRefusal) || error.code !== "backup-unsigned") throw error;
    return refuseInput("backup", TEXT.unsignedNeedsWord);
  }
  return EXIT.done;
}

export async function unlockStore(store: string, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const code = await recoveryCode();
  if (code === undefined) return refuseInput("recovery-code", TEXT.noRecoveryCode);
  unlockWithRecoveryCode(store, code, keepers, { clock: systemClock, operation: "counter unlock" });
  tell(TEXT.unlocked);
  return EXIT.done;
}
