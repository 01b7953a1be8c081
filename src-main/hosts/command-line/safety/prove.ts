/** `counter prove`: backups tried out as a restore would, without restoring anything. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { systemClock, zonedTimeAtCounter } from "../../../clock.ts";
import { proveBeside, type BackupInfo, type KeyKeeper, type ProvedBackup } from "../../../store/index.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "../output.ts";
import { withKeys } from "../store-access.ts";
import { TEXT as COMMON } from "../text.ts";
import { SAFETY_TEXT as TEXT } from "./text.ts";

interface ProveRequest {
  /** Empty: there is only the folder. */
  readonly store: string;
  readonly from?: string | undefined;
  readonly backup?: string | undefined;
}

export async function proveBackups(request: ProveRequest, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const store = request.store === "" ? undefined : request.store;
  const from = request.from === undefined ? undefined : resolve(request.from);
  if (store === undefined && from === undefined) return refuseInput("store", TEXT.noSubject);
  const { proved, missing } = await withKeys(keepers, (keys) =>
    proveBeside({
      ...keys,
      store,
      from,
      name: request.backup,
      clock: systemClock,
      onBegin: (backup) => tell(TEXT.proving(calledAt(backup))),
    }),
  );
  if (proved.length === 0) {
    // one that is gone has its backups beside it
    if (from === undefined && !existsSync(store!)) return refuseInput("store", TEXT.noStore(store!));
    const where = from ?? store!;
    return refuseInput(
      request.backup === undefined ? "from" : "backup",
      request.backup === undefined ? COMMON.noBackups(where) : COMMON.noBackup(request.backup, where),
    );
  }
  await printJson({ proved: proved.map(told), missing });
  for (const one of proved) tellProof(one);
  for (const folder of missing) tell(TEXT.placeMissing(folder));
  return proved.every(({ proof }) => proof.sound) && missing.length === 0 ? EXIT.done : EXIT.problems;
}

/** Its name says the time in UTC, and in each place there may be one of that name. */
const calledAt = ({ place, at, name }: Pick<BackupInfo, "place" | "at" | "name">): string =>
  TEXT.called(place, zonedTimeAtCounter(at), name);

function tellProof({ backup, signed, proof, kept }: ProvedBackup): void {
  const called = calledAt(backup);
  tell(proof.sound ? TEXT.proved(called, proof.how) : TEXT.unsound(called, proof.problems));
  if (proof.sound && !signed) tell(TEXT.unsigned(called));
  if (!kept) tell(TEXT.notKept(called));
}

const told = ({ backup, signed, proof, kept }: ProvedBackup) => ({
  folder: backup.folder,
  place: backup.place,
  name: backup.name,
  at: backup.at,
  cases: backup.holds?.cases ?? null,
  lastReceiptNumber: backup.holds?.lastReceiptNumber ?? null,
  signed,
  proof,
  kept,
});
