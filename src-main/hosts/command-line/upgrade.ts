/** `counter upgrade`: a store brought to this program's form, or only tried on a copy. */
import { existsSync } from "node:fs";
import { systemClock } from "../../clock.ts";
import { copiesBefore, KNOWN_VERSION, openStore, rehearseUpgrade, StoreError, type KeyKeeper } from "../../store/index.ts";
import { upgradeText } from "../text.ts";
import { EXIT, printJson, tell, type ExitCode } from "./output.ts";
import { TEXT } from "./text.ts";

/** @param tryOnly nothing of the store is changed */
export async function upgrade(path: string, keepers: readonly KeyKeeper[], tryOnly: boolean): Promise<ExitCode> {
  // here a store that is not there is a slip, and no new office
  if (!existsSync(path)) throw new StoreError("missing", `there is no store ${path}`);
  if (tryOnly) {
    const rehearsal = rehearseUpgrade(path, { clock: systemClock, keepers });
    await printJson(rehearsal);
    tell(TEXT.rehearsed(rehearsal));
    return rehearsal.problems.length === 0 ? EXIT.done : EXIT.problems;
  }
  const store = openStore(path, { clock: systemClock, keepers });
  try {
    const upgraded = store.upgraded();
    tell(
      upgraded === null
        ? TEXT.upToDate(KNOWN_VERSION)
        : upgradeText(
            upgraded,
            copiesBefore(store.path).find(({ name }) => name === upgraded.copy),
          ),
    );
  } finally {
    store.close();
  }
  return EXIT.done;
}
