/** Verifying holds no more of a bigger office: what lives on the heap is sampled all along, when nothing else is left of it. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import type { ReaderConnection } from "../../src-main/store/file/connection.ts";
import { openStore } from "../../src-main/store/index.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { verifyStore } from "../../src-main/store/verify/verify.ts";
import { seedOffice, seededOptions } from "../bench/office/seed.ts";
import { temporaryFolder } from "./support.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const SAMPLES = 40;

/** Bytes between the emptiest and the fullest moment of verifying an office of so many cases, each of somebody else. */
function heldWhileVerifying(cases: number): number {
  const path = join(temporaryFolder(), "office", "counter.db");
  seedOffice(path, { people: cases, cases }, () => undefined);
  const store = openStore(path, seededOptions(path));
  try {
    const { reader, files } = internalsOf(store);
    let held: number[] = [];
    let reads = 0;
    let every = Infinity;
    const sample = (): void => {
      if (++reads % every !== 0) return;
      collectGarbage();
      held.push(process.memoryUsage().heapUsed);
    };
    const sampled = <Read extends (...given: never[]) => unknown>(read: Read) =>
      ((...given) => {
        sample();
        return read(...given);
      }) as Read;
    const watched: ReaderConnection = {
      ...reader,
      get: sampled(reader.get),
      all: sampled(reader.all),
      *iterate<Row>(...given: Parameters<ReaderConnection["iterate"]>) {
        for (const row of reader.iterate<Row>(...given)) {
          sample();
          yield row;
        }
      },
    };
    // once to count what is read, and to have all compiled
    expect(verifyStore(watched, files)).toEqual([]);
    every = Math.max(1, Math.floor(reads / SAMPLES));
    reads = 0;
    held = [];
    expect(verifyStore(watched, files)).toEqual([]);
    return Math.max(...held) - Math.min(...held);
  } finally {
    store.close();
  }
}

it("keeps nothing of the rows it has compared", () => {
  const few = heldWhileVerifying(600);
  const many = heldWhileVerifying(2400);
  // both fill a portion of rows; the first compiles the code on its way; 1,800 more people, kept, would take half a megabyte
  expect(many - few, `${few} and ${many} bytes`).toBeLessThan(150_000);
}, 240_000);
