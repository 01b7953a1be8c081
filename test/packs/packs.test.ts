/**
 * Every state that the policy was ever in: what was decided with it then, by the program of then, is made once more from the stored pack.
 * Of a released state it is the same; where the formulas were never released this is said, and nothing else.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownPack, ownVerdict, type OwnPack, type OwnVerdict } from "../../src-main/hosts/command-line/verdict.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { loadPackForReplay, type PackSource } from "../../src-main/rules/engine/pack/pack.ts";
import { formulasIn } from "../../src-main/rules/kept-formulas.ts";
import { formulas } from "../../src-main/rules/generated/index.ts";
import { keptCommits, keptState } from "./states.ts";

const formulasOf = formulasIn(join(projectRoot, "resources/formulas"));

/** The formulas of these are shipped. */
const RELEASED = ["77a8310", "9ef5d6b", "0794443", "3d21159", "a7818f9"];
/** Nobody works with these. */
const NEVER_RELEASED = ["861ea71", "d650800"];

it("are all kept: six up to 1ef7dbf, and the one before the rules were written anew", () => {
  expect([...keptCommits()].sort()).toEqual([...RELEASED, ...NEVER_RELEASED].sort());
});

/** Of a matter's file. */
const idOf = (path: string): string => path.replace("/matters/", ".").replace(/\.yaml$/, "");

async function verdictsOf(commit: string): Promise<OwnVerdict[]> {
  const { packs, cases } = keptState(commit);
  const own = new Map(Object.entries(packs).map(([hash, text]): [string, OwnPack] => [hash, ownPack(text)]));
  // one pack after the other: loading one takes as long as hundreds of decisions
  const inOrder = cases.toSorted((a, b) => (a.decision.pack.hash < b.decision.pack.hash ? -1 : 1));
  return Promise.all(inOrder.map((one) => ownVerdict(one, own.get(one.decision.pack.hash), formulasOf)));
}

describe.each(RELEASED)("the state of %s", (commit) => {
  it("decides as it did, bit for bit, by the formulas of then", async () => {
    const verdicts = await verdictsOf(commit);
    expect(verdicts.length).toBeGreaterThanOrEqual(12);
    const others = verdicts.filter((found) => found.verdict !== "same" || found.formulas !== "own");
    expect(others).toEqual([]);
  });
});

describe.each(NEVER_RELEASED)("the state of %s, whose formulas nobody has", (commit) => {
  it("is the same by today's formulas, or cannot be told: never different, broken or lost", async () => {
    const verdicts = await verdictsOf(commit);
    expect(verdicts.length).toBeGreaterThanOrEqual(12);
    const found = Map.groupBy(verdicts, ({ verdict }) => verdict);
    process.stdout.write(`${commit}: ${[...found].map(([verdict, all]) => `${all.length} ${verdict}`).join(", ")}\n`);
    expect([...found.keys()].filter((verdict) => verdict !== "same" && verdict !== "formulas-missing")).toEqual([]);
  });
});

describe.each([...RELEASED, ...NEVER_RELEASED])("the packs of %s, loaded by today's program", (commit) => {
  it("are packs, and what of them cannot be decided by today's formulas is named with file and line", () => {
    const sources = Object.values(keptState(commit).packs).map((text) => JSON.parse(text) as PackSource);
    // those of one city differ in what the office added
    for (const source of new Map(sources.map((each) => [each.city, each])).values()) {
      const { pack, problems } = loadPackForReplay(source, formulas);
      expect(pack?.matters).toBeDefined();
      expect(problems.filter(({ file, line }) => file === "" || line < 1)).toEqual([]);
      const matters = Object.keys(source.files).filter((file) => file.startsWith(`${source.city}/matters/`));
      const untold = matters.filter(
        (path) => !pack!.matters.has(idOf(path)) && !problems.some(({ file, message }) => file === path && message !== ""),
      );
      expect(untold).toEqual([]);
    }
  });
});
