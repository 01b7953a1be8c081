/** `counter backups`, `counter restore`, `counter unlock`: for the IT officer when the app cannot open its store. */
import { systemClock } from "../../clock.ts";
import {
  inspectOffline,
  listBackups,
  restoreOffline,
  StoreError,
  StoreRefusal,
  unlockWithRecoveryCode,
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

/** Without `confirmed` it only says what would be brought and lost. */
export async function restoreStore(
  store: string,
  folder: string,
  name: string | undefined,
  { confirmed, acceptsUnsigned }: { readonly confirmed: boolean; readonly acceptsUnsigned: boolean },
  keepers: readonly KeyKeeper[],
): Promise<ExitCode> {
  const chosen = name ?? listBackups(store, folder, { keepers, recoveryCode: undefined })[0]?.name;
  if (chosen === undefined) return refuseInput("from", TEXT.noBackups(folder));
  const plan = await withKeys(keepers, (keys) => inspectOffline(store, folder, chosen, keys));
  await printJson(plan);
  if (!plan.sound) return EXIT.problems;
  if (!plan.signed) tell(TEXT.unsigned(plan.holds?.office ?? null, plan.holds?.clerks ?? [], plan.backup.at));
  if (!confirmed) {
    tell(TEXT.restoreUnconfirmed);
    return EXIT.done;
  }
  const restore = withKeys(keepers, (keys) =>
    restoreOffline(store, folder, chosen, keys, {
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
