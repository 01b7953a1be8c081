/** Every statement of every operation of the store fails once (`npm test`: some of each), as on a full disk and as on a read-only one. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClockWatch, openStore, type Store } from "../../src-main/store/index.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { DEEDS, operationsOf } from "./deeds.ts";
import { FailingDisk, type Trouble } from "./failing-disk.ts";
import { nextOf } from "./rounds.ts";
import { SENTENCES, toldBy } from "./told.ts";
import { clock, keepersIn, setUpOnce, storeIn } from "./work.ts";

const DAY_BEFORE = "2026-03-03T01:02:03.000Z";

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yibao-statements-"));
  // what is written bears the time of `clock`; asked for the time, the machine is a day behind, so that there is something to confirm
  const watch = new ClockWatch({ now: () => DAY_BEFORE, elapsed: () => 0 });
  store = openStore(storeIn(folder), { clock, watch, keepers: keepersIn(folder) });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table. */
function content(): string {
  const { reader } = internalsOf(store);
  const hash = createHash("sha256");
  const tables = reader.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  );
  for (const { name } of tables) hash.update(JSON.stringify([name, reader.all(`SELECT * FROM "${name}"`)]));
  return hash.digest("hex");
}

it("there is a case for every operation that the store offers", () => {
  expect(Object.keys(DEEDS).sort()).toEqual(operationsOf(store, folder).sort());
});

const cases = Object.entries(DEEDS).flatMap(([operation, deeds]) =>
  Object.keys(deeds).flatMap((which) => (["full", "read-only"] as const).map((trouble) => ({ operation, which, trouble }))),
);

describe("one statement after the other fails of", () => {
  it.each(cases)("$operation: $which, disk $trouble", async ({ operation, which, trouble }) => {
    const { prepare, carryOut, onEmptyStore } = DEEDS[operation]![which]!;
    if (!onEmptyStore) setUpOnce(store);
    const disk = new FailingDisk({ folder, everyStatement: true });
    try {
      let nth = 1;
      for (; ; nth = nextOf(nth)) {
        const id = (await prepare?.(store)) ?? "";
        const before = content();
        disk.failFrom(nth, trouble satisfies Trouble);
        const told = await toldBy(() => carryOut(store, id, nth));
        disk.mend();
        const isDone = disk.failures === 0;
        expect(told, `statement ${nth}`).toBe(isDone ? undefined : SENTENCES[trouble]);
        expect(content() === before, `statement ${nth}`).toBe(!isDone);
        if (isDone) break;
      }
      // the shortest operations: write, find the end of the audit, append to it, commit; what is not audited: write, commit
      expect(nth).toBeGreaterThan(operation.startsWith("unknownLogins.") ? 2 : 3);
      expect(store.verify()).toEqual([]);
    } finally {
      disk.stop();
    }
  });
});
