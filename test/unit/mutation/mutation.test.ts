/** The run that puts mutants to the tests, on tests made up here: it must never say killed of what no test notices. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Coverage } from "../../mutation/coverage.ts";
import { Judge, orderOf } from "../../mutation/judge.ts";
import { build, instrument, type Mutant } from "../../mutation/mutants.ts";
import type { Realm } from "../../mutation/realm.ts";
import { countOf, scoreOf, survivors } from "../../mutation/report.ts";
import { isTimeout, runTest } from "../../mutation/run-test.ts";
import { mutantSwitch } from "../../mutation/switch.ts";
import * as gathering from "../../mutation/vitest.ts";

const MUTANTS = 20;
const FILE = "src-main/rules/engine/operations.ts";
/** Where the instrumenter's own numbers leave some out. */
const ENROLMENT = "src-main/rules/chongqing/enrolment.ts";
const place = { line: 0, column: 0 };
const mutants: readonly Mutant[] = Array.from({ length: MUTANTS }, () => ({
  fileName: FILE,
  mutatorName: "BooleanLiteral",
  replacement: "false",
  location: { start: place, end: place },
}));
/** As the instrumented sources ask. */
const isOn = (mutant: number): boolean => mutantSwitch.on[mutant] === 1 && mutantSwitch.hit();
const ALL = new Uint8Array(Math.ceil(MUTANTS / 8)).fill(255);
const NONE = new Uint8Array(ALL.length);

let realms = 0;
/** A judge over tests that all pass every mutant. */
async function judgeOver(...bodies: readonly (() => unknown)[]) {
  const tests = bodies.map((run, index) => ({ name: `test ${index}`, run, before: [], after: [] }));
  const coverage: Coverage = {
    tests: tests.map(({ name }, index) => ({ name, took: index, passed: ALL, packs: [] })),
    packs: new Map(),
    reading: NONE,
    importing: NONE,
    most: new Uint32Array(MUTANTS).fill(1),
  };
  const newRealm = async (): Promise<Realm> => {
    realms++;
    return { tests, packs: new Map(), cities: [], sharedPack: () => expect.unreachable() };
  };
  return { judge: await Judge.begin(coverage, mutants, newRealm), order: orderOf(coverage) };
}
const refuse = (...refused: readonly number[]): void => {
  if (refused.some(isOn)) throw new Error("noticed");
};
const NO_END = 1e9;

beforeEach(() => {
  realms = 0;
});

describe("a mutant alone", () => {
  it("is killed by the first test that fails, and open after those that hold", async () => {
    const { judge, order } = await judgeOver(
      () => refuse(1),
      () => refuse(1, 2),
    );
    expect(await judge.judge(1, order, NO_END)).toEqual({ status: "killed", by: "test 0" });
    expect(await judge.judge(2, order, NO_END)).toEqual({ status: "killed", by: "test 1" });
    expect(await judge.judge(3, order, NO_END)).toEqual({ status: "open", next: 2 });
    expect(await judge.judge(2, order, -1)).toEqual({ status: "killed", by: "test 1" });
    expect(await judge.judge(3, order, -1)).toEqual({ status: "open", next: 0 });
  });

  it("is off again when it has been judged", async () => {
    const { judge, order } = await judgeOver(() => refuse(1));
    await judge.judge(1, order, NO_END);
    expect([mutantSwitch.isOn, ...mutantSwitch.on]).toEqual([false, ...Array.from({ length: MUTANTS }, () => 0)]);
  });

  it("that keeps a loop from ending is a timeout, whether or not the error is caught on its way", async () => {
    const { judge, order } = await judgeOver(() => {
      try {
        while (isOn(4) || isOn(5));
      } catch (error) {
        if (isOn(5)) return;
        throw error;
      }
    });
    expect(await judge.judge(4, order, NO_END)).toEqual({ status: "timeout", by: "test 0" });
    expect(await judge.judge(5, order, NO_END)).toEqual({ status: "timeout", by: "test 0" });
  });

  it("is not killed by what an earlier one has left behind: everything is imported anew", async () => {
    let left = false;
    const { judge, order } = await judgeOver(() => {
      if (realms > 1) return refuse(2);
      left ||= isOn(1);
      if (left) throw new Error("left behind");
    });
    expect(await judge.judge(1, order, NO_END)).toEqual({ status: "open", next: 1 });
    expect(judge.spoilt).toBe(1);
    expect(await judge.judge(2, order, NO_END)).toEqual({ status: "killed", by: "test 0" });
  });

  it("is no verdict where the test fails without it as well", async () => {
    const { judge, order } = await judgeOver(() => expect.fail("always"));
    await expect(judge.judge(1, order, NO_END)).rejects.toThrow("fails without a mutant: test 0");
  });
});

it("of mutants together those are killed that the test notices alone", async () => {
  const { judge } = await judgeOver(() => {
    refuse(3, 11);
    if (isOn(7) && isOn(8)) throw new Error("noticed only together");
  });
  const together = Array.from({ length: 16 }, (_none, mutant) => mutant);
  expect([...(await judge.killedBy(0, together)).keys()]).toEqual([3, 11]);
  expect([...(await judge.killedBy(0, [7, 8, 9])).keys()]).toEqual([]);
});

it("a test that never ends is stopped", async () => {
  const endless = {
    name: "",
    before: [],
    after: [],
    run: () => {
      for (;;);
    },
  };
  await expect(runTest(endless, 30)).rejects.toSatisfy(isTimeout);
});

it("what the sources remember under a mutant is forgotten with it", () => {
  const memory = new mutantSwitch.Memory<string, number>();
  memory.set("a", 1);
  mutantSwitch.begin([], { remembers: true, hitLimit: 1 });
  memory.set("b", 2);
  expect([memory.get("a"), memory.get("b"), memory.size]).toEqual([1, 2, 1]);
  mutantSwitch.begin([], { remembers: false, hitLimit: 1 });
  expect([memory.get("a"), memory.get("b")]).toEqual([undefined, undefined]);
  mutantSwitch.end([]);
  expect([memory.get("a"), memory.get("b"), memory.size]).toEqual([1, undefined, 1]);
});

it("every mutant of a source hangs on the switch, and nothing of Stryker's own is left", async () => {
  const { sources, mutants: found } = await instrument([ENROLMENT, "src-main/rules/engine/facts/variants.ts"]);
  for (const isCounting of [true, false]) {
    const built = build(sources, isCounting);
    for (const [file, text] of Object.entries(built)) {
      const asked = new Set(Array.from(text.matchAll(/mutants_\.on\[(\d+)\]/g), ([, number]) => Number(number)));
      const standing = [...found.keys()].filter((mutant) => found[mutant]!.fileName === file);
      expect([...asked].sort((a, b) => a - b)).toEqual(standing);
    }
    const text = Object.values(built).join("\n");
    expect(text).not.toMatch(/stry[A-Z]/);
    expect(text).toContain("const bound = new mutants_.Memory();");
    expect(text.includes("mutants_.cover(")).toBe(isCounting);
  }
});

it("tests are gathered with their titles, one for each row, and run when they are called", () => {
  const said: unknown[] = [];
  gathering.beginFile("some.test.ts");
  gathering.beforeAll(() => said.push("before"));
  gathering.describe.each([["a", 1]])("suite %s", (name, count) => {
    gathering.it.each(["x", "y"])("title %s", (row) => void said.push([name, count, row]));
    gathering.describe.runIf(false)("left out", () => gathering.it("never", () => expect.unreachable()));
  });
  const found = gathering.tests.slice(-2);
  expect(found.map(({ name }) => name)).toEqual(["some.test.ts > suite a > title x", "some.test.ts > suite a > title y"]);
  expect(said).toEqual([]);
  for (const { before, run } of found) for (const body of [...before, run]) body();
  expect(said).toEqual(["before", ["a", 1, "x"], "before", ["a", 1, "y"]]);
});

it("the score counts what was noticed over all that was run or is passed by no test; survivors are told with their place", () => {
  const fates = ["killed", "timeout", "survived", "uncovered", "static", "not-run", "killed"] as const;
  expect(scoreOf(countOf(fates))).toBe(60);
  const told = survivors(mutants.slice(0, 7), fates).split("\n");
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/:1:1 survived BooleanLiteral: .* → false$/);
  expect(told[0]!.startsWith(FILE)).toBe(true);
});
