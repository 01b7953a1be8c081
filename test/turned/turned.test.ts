/** The run that turns the rules, one thing at a time: it must never say noticed of what nothing notices. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot, runTool } from "../../src-main/launcher/tool.ts";
import { readAccepted } from "./accepted.ts";
import { instrument } from "./code.ts";
import { Judge } from "./judge.ts";
import { TURNS } from "./operators.ts";
import { policyTurns } from "./policy.ts";
import { closing, faultsOf, type Judged } from "./report.ts";
import { turnSwitch } from "./switch.ts";
import { nameOf, type PolicyTurn } from "./turns.ts";

const RATES = "tieling/figures/rates.yaml";

it("a sample of the rules is noticed when it is turned", async () => {
  const { status, output } = await runTool("test:turned", ["--sample", "60"]);
  expect(status, output).toBe(0);
  expect(output).toMatch(/^60 turned: \d+ killed .*, \d+ accepted, 0 survived; \d+ s$/m);
  // some ten seconds; a process of its own has to wait on a busy machine
}, 180_000);

describe("a turn of the policy data", () => {
  const judge = new Judge(false);
  const turns = policyTurns(RATES);
  const turn = turns.find(({ name }) => name === "tieling.arrears-rate-combined of 2022-04-01, value 7")!;
  const as = (from: string, to: string): PolicyTurn => {
    const before = readFileSync(join(projectRoot, turn.file), "utf8").replaceAll("\r\n", "\n");
    expect(before).toContain(from);
    return { ...turn, text: before.replace(from, to) };
  };

  it("that changes a figure is noticed, and by whom is told", async () => {
    expect([turn.to, turn.text.includes("value: 8,")]).toEqual(["8", true]);
    const { status, by } = await judge.judge(turn);
    expect([status, by.split(" ")[0]]).toEqual(["otherwise", "tieling.retirement"]);
  });

  it("that changes nothing survives", async () => {
    expect(await judge.judge(as("figures:", "# nothing\nfigures:"))).toEqual({ status: "survived", by: "" });
  });

  it("that changes what is said of a figure is told by words alone", async () => {
    expect((await judge.judge(as("补缴比例（统账结合）", "补缴的比例（统账结合）"))).status).toBe("words");
  });

  it("that keeps the pack from loading is noticed by that", async () => {
    const { status, by } = await judge.judge(as("unit: percent", "unit: per-cent"));
    expect([status, by.length > 0]).toEqual(["unloadable", true]);
  });
});

describe("what is turned in the policy data", () => {
  const named = (path: string) => policyTurns(path).map(({ kind, name, to }) => `${kind} ${name} → ${to}`);

  it("is a figure and its days, except where nobody has it", () => {
    const ofFigure = named(RATES).filter((name) => name.includes("tieling.arrears-rate-combined"));
    expect(ofFigure).toEqual([
      "figure tieling.arrears-rate-combined of 2022-04-01, value 7 → 8",
      "figure tieling.arrears-rate-combined of 2022-04-01, value 7 → 6",
      "date tieling.arrears-rate-combined of 2022-04-01, from 2022-04-01 → 2022-04-02",
      "date tieling.arrears-rate-combined of 2022-04-01, from 2022-04-01 → 2022-03-31",
    ]);
    expect(named(RATES).filter((name) => name.includes("flexible-rate"))).toEqual([]);
  });

  it("is a number of a row, and a bound in all rows that meet there", () => {
    const path = "tieling/tables/newborn.yaml";
    const all = named(path);
    expect(all).toContain("row tieling.newborn, row 3, days 90 → 91");
    expect(all).toContain("row tieling.newborn, row 1, day <= 90 → <= 91");
    expect(all).toContain("bound tieling.newborn, rows 1, 3, day up to 90 → 91");
    const bound = policyTurns(path).find(({ kind, to }) => kind === "bound" && to === "91")!;
    expect(bound.text).toContain('when: ["[0..91]", 0]');
    expect(bound.text).toContain('when: ["[92..40000]", 0]');
    expect(all).toContain("bound tieling.newborn, rows 2, 4, 5, day up to 90 → 91");
  });

  it("is every other option of a reading", () => {
    expect(named("tieling/readings/duplicate.yaml").filter((name) => name.includes("short-duplicate"))).toEqual([
      "reading tieling.short-duplicate, default treatment → employee",
      "reading tieling.short-duplicate, default treatment → resident",
    ]);
  });
});

describe("what is turned in the code", () => {
  const TEXT = `import { later as latest } from "../engine/operations.ts";
export const made = (a: number, b: number) => [a - 1 - b, a < b && b > 2 || a === b, latest(a, b)];`;
  const { text, places } = instrument("made-up.ts", 10, TEXT);

  it("is each operator and operation, under its own number", () => {
    expect(places.map(({ place, line, name, written }) => [place, line, name, written])).toEqual([
      [10, 2, "a - 1 - b", "-"],
      [11, 2, "a - 1", "-"],
      [12, 2, "a < b && b > 2 || a === b", "||"],
      [13, 2, "a < b && b > 2", "&&"],
      [14, 2, "a < b", "<"],
      [15, 2, "b > 2", ">"],
      [16, 2, "a === b", "==="],
      [17, 2, "latest(a, b)", "later"],
    ]);
  });

  it("does as it is written until it is turned", () => {
    const body = text
      .replace(/^import.*$/m, "")
      .replaceAll(": number", "")
      .replace("export const made = ", "return ");
    // eslint-disable-next-line typescript/no-implied-eval -- the instrumented source is what is tested
    const made = new Function("turned_", "latest", body)(turnSwitch, Math.max) as (a: number, b: number) => unknown;
    const under = (place: number, to: string): unknown => {
      const { written } = places.find((one) => one.place === place)!;
      Object.assign(turnSwitch, { place, by: TURNS[written]![to], hits: 0 });
      try {
        return made(5, 3);
      } finally {
        turnSwitch.place = -1;
      }
    };
    expect(made(5, 3)).toEqual([1, false, 5]);
    expect(under(10, "swapped")).toEqual([-1, false, 5]);
    expect(under(11, "+")).toEqual([3, false, 5]);
    expect(under(13, "||")).toEqual([1, true, 5]);
    expect(under(14, "swapped")).toEqual([1, true, 5]);
    expect(under(16, "!==")).toEqual([1, true, 5]);
    expect(made(5, 3)).toEqual([1, false, 5]);
  });

  it("is listed for every operation, as something else", () => {
    for (const [written, turns] of Object.entries(TURNS)) {
      expect(Object.keys(turns).length, written).toBeGreaterThan(0);
      expect(Object.keys(turns), written).not.toContain(written);
    }
  });
});

describe("the run fails", () => {
  const [turn, other] = policyTurns(RATES);
  const judged = (status: Judged["verdict"]["status"], why?: string): Judged => ({
    turn: turn!,
    verdict: { status, by: "" },
    why,
  });

  it("over what survives, what is accepted and noticed, and what is accepted and gone", () => {
    const all = [turn!, other!];
    const none = new Map<string, string>();
    expect(faultsOf([judged("otherwise"), judged("words"), judged("unloadable")], none, all)).toEqual([]);
    expect(faultsOf([judged("survived", "because")], none, all)).toEqual([]);
    expect(faultsOf([judged("survived")], none, all)).toEqual([expect.stringMatching(/^survived: .*rates\.yaml:\d+ /)]);
    expect(faultsOf([judged("words", "because")], none, all)).toEqual([expect.stringContaining("noticed after all")]);
    const accepted = new Map([
      [nameOf(other!), "because"],
      ["a.yaml gone → 1", "because"],
    ]);
    expect(faultsOf([], accepted, all)).toEqual(["accepted, and not there any more: a.yaml gone → 1"]);
  });

  it("counts what became of all", () => {
    const all = [judged("otherwise"), judged("words"), judged("unloadable"), judged("survived"), judged("survived", "because")];
    expect(closing(all)).toBe("5 turned: 3 killed (1 do not load, 1 are told by words alone), 1 accepted, 1 survived");
  });
});

it("what is accepted says why", () => {
  for (const [turn, why] of readAccepted()) expect(why.length, turn).toBeGreaterThan(20);
});
