/** `counter backup`: a backup now, for the system's scheduler or before an update, whether the program runs or not. */
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { systemClock } from "../../../clock.ts";
import { MESSAGES } from "../../../desk/frame/text.ts";
import { DIAGNOSIS_TEXT } from "../../../desk/safety/text.ts";
import { backUpBeside, type BackupInfo, type KeyKeeper } from "../../../store/index.ts";
import { EXIT, printJson, tell, type ExitCode } from "../output.ts";
import { withKeys } from "../store-access.ts";
import { SAFETY_TEXT as TEXT } from "./text.ts";

/** @param to a folder instead of the office's own places */
export async function backUpStore(store: string, to: string | undefined, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const { made, failures, unnoted } = await withKeys(keepers, (keys) =>
    backUpBeside(store, {
      ...keys,
      clock: systemClock,
      to: to === undefined ? undefined : resolve(to),
      account: userInfo().username,
      onWait: () => tell(TEXT.waiting),
    }),
  );
  await printJson({
    made: made.map(told),
    failures: failures.map(({ folder, code }) => ({ folder, code, message: MESSAGES[code] })),
  });
  for (const { place, bytes, holds } of made) {
    tell(TEXT.backedUp(place, DIAGNOSIS_TEXT.megabytes(bytes), holds?.lastReceiptNumber ?? null));
  }
  if (unnoted !== undefined) tell(TEXT.unnoted(MESSAGES[`store-${unnoted.kind}`]));
  for (const { folder, code } of failures) tell(TEXT.notBackedUp(folder, MESSAGES[code]));
  if (to === undefined && made.length + failures.length === 1) tell(TEXT.oneFolder);
  return made.length > 0 && failures.length === 0 ? EXIT.done : EXIT.problems;
}

const told = ({ folder, place, name, at, bytes, newBytes, holds }: BackupInfo) => ({
  folder,
  place,
  name,
  at,
  bytes,
  newBytes,
  cases: holds?.cases ?? null,
  lastReceiptNumber: holds?.lastReceiptNumber ?? null,
});
