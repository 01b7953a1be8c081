/** `counter backups`, `counter restore`, `counter unlock`: for the IT officer when the app cannot open its store. */
import { systemClock, zonedTimeAtCounter } from "../../clock.ts";
import { minutesSince } from "../../desk/safety/backups.ts";
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
import { withKeys } from "./store-access.ts";
import { recoveryCode } from "./store-keys.ts";
import { TEXT } from "./text.ts";

export async function showBackups(store: string, folder: string, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const listed = listBackups(store, folder, { keepers, recoveryCode: undefined });
  // what they hold, and what came of trying them out, is sealed: on a new machine it takes the code
  const isSealed = listed.length > 0 && listed.every(({ holds }) => holds === null);
  const code = isSealed ? await recoveryCode() : undefined;
  const opened = code === undefined ? listed : listBackups(store, folder, { keepers, recoveryCode: code });
  if (isSealed && code === undefined) tell(TEXT.sealed);
  await printJson({ backups: opened });
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
  tell(TEXT.age(zonedTimeAtCounter(chosen.at), ageMinutes, plan.holds?.lastReceiptNumber ?? null));
  if (plan.lost === null) tell(TEXT.nothingToCompare);
  if (!plan.sound) return EXIT.problems;
  if (!plan.signed) tell(TEXT.unsigned(plan.holds?.office ?? null, plan.holds?.clerks ?? [], zonedTimeAtCounter(plan.backup.at)));
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
    return refuseInput("clock-is-right", TEXT.clockBehind(zonedTimeAtCounter(now), zonedTimeAtCounter(stored)));
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
