/** `counter prove`: backups tried out as a restore would, without restoring anything. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { systemClock, zonedTimeAtCounter } from "../../../clock.ts";
import { proveBeside, type KeyKeeper, type ProvedBackup } from "../../../store/index.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "../output.ts";
import { withKeys } from "../store-access.ts";
import { TEXT as COMMON } from "../texts.ts";
import { SAFETY_TEXT as TEXT } from "./texts.ts";

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
      onBegin: ({ name, place }) => tell(TEXT.proving(name, place)),
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

function tellProof({ backup: { name }, signed, proof, kept }: ProvedBackup): void {
  tell(proof.sound ? TEXT.proved(name, proof.how) : TEXT.unsound(name, proof.problems));
  if (proof.sound && !signed) tell(TEXT.unsigned(name));
  if (!kept) tell(TEXT.notKept(name));
}

const told = ({ backup, signed, proof, kept }: ProvedBackup) => ({
  folder: backup.folder,
  place: backup.place,
  name: backup.name,
  at: zonedTimeAtCounter(backup.at),
  cases: backup.holds?.cases ?? null,
  lastReceiptNumber: backup.holds?.lastReceiptNumber ?? null,
  signed,
  proof: { ...proof, at: zonedTimeAtCounter(proof.at) },
  kept,
});
