/** `counter rekey`: another key for the data, where somebody fears for a recovery code that was replaced. */
import { systemClock } from "../../clock.ts";
import { rekeyStore, type KeyKeeper } from "../../store/index.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "./output.ts";
import { recoveryCode } from "./store-keys.ts";
import { TEXT } from "./text.ts";

/** @throws StoreError, StoreRefusal */
export async function rekey(path: string, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const code = await recoveryCode();
  if (code === undefined) return refuseInput("recovery-code", TEXT.noRecoveryCode);
  const done = rekeyStore(path, code, keepers, { clock: systemClock });
  await printJson(done);
  tell(TEXT.rekeyed(done));
  return EXIT.done;
}
