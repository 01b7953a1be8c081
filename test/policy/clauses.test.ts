/**
 * Completeness: every clause of every document, with where it is used. What states a condition, an amount, a date, a place or a
 * paper is told by the decision of at least one golden case; to be cited in a file that no case reaches is no use.
 */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { MatterDefinition } from "../../src-main/rules/engine/matter.ts";
import { clauseFaults, untold, usesIn, type ClauseRow, type Use } from "./clauses.ts";
import { evaluateGolden, packFor } from "./golden.ts";
import { CITIES as CITY_IDS, GOLDEN, type MatterCases } from "./of-cities.ts";

const casesOf = (city: string): readonly MatterCases[] => GOLDEN.get(city) ?? [];

interface Decided {
  readonly matter: MatterDefinition;
  readonly decisions: readonly Decision[];
}

const decidedIn = (city: string): Decided[] =>
  casesOf(city).map(([matter, cases]) => ({
    matter: packFor(city).matters.get(matter)!,
    decisions: cases.flatMap((golden) => evaluateGolden(matter, golden).decision ?? []),
  }));

function usesBy(decided: readonly Decided[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Map<string, Use>>();
  for (const { matter, decisions } of decided) {
    for (const [clause, part, what] of decisions.flatMap((decision) => [...usesIn(decision, matter.file)])) {
      const known = uses.get(clause) ?? new Map<string, Use>();
      uses.set(clause, known.set(`${matter.id} ${part} ${what}`, { matter: matter.id, part, what }));
    }
  }
  return new Map([...uses].map(([clause, found]) => [clause, [...found.values()]]));
}

const rowsOf = (city: string): ClauseRow[] => {
  const { citations, clauses } = packFor(city);
  return [...citations.values()].map(({ id, authority }) => ({ id, authority, ...clauses.get(id)! }));
};

const CITIES = CITY_IDS.map((city) => {
  const decided = decidedIn(city);
  return { city, decided, rows: rowsOf(city), uses: usesBy(decided) };
});

/** Documents of the country stand in every city's pack: one city's use is enough. */
const usesOf = (clause: string): readonly Use[] => CITIES.flatMap(({ uses }) => uses.get(clause) ?? []);
const told = (clause: string): string => {
  const found = Map.groupBy(usesOf(clause), ({ matter }) => matter);
  return [...found].map(([matter, uses]) => `${matter} (${[...new Set(uses.map(({ part }) => part))].join(", ")})`).join("; ");
};

describe.each(CITIES)("the clauses of $city", ({ decided, rows }) => {
  const where = ({ id, kinds, rests }: ClauseRow): string => `${id} [${kinds.join(", ")}]: ${told(id) || rests || "nowhere"}`;

  it.each(rows.map((row) => [where(row), row] as const))("%s", (_where, row) => {
    expect(clauseFaults([row], usesOf)).toEqual([]);
  });

  it("no matter has a condition, paper, place, time limit, section, notice or offer that no golden case tells", () => {
    expect(
      decided.flatMap(({ matter, decisions }) => untold(matter.file, decisions).map((part) => `${matter.id} ${part}`)),
    ).toEqual([]);
  });

  it("are many, and most of them bind", () => {
    expect(decided.flatMap(({ decisions }) => decisions).length).toBeGreaterThan(0);
    expect(rows.filter(({ rests }) => rests === "").length).toBeGreaterThan(rows.length / 2);
  });
});

describe("what finds a clause that nobody uses", () => {
  const row = (kinds: ClauseRow["kinds"], rests = "", authority: ClauseRow["authority"] = "notice"): ClauseRow[] => [
    { id: "c", authority, kinds, rests },
  ];
  const used =
    (...parts: Use["part"][]) =>
    () =>
      parts.map((part, index) => ({ matter: "demo.fee", part, what: String(index) }));

  it.each<[string, ClauseRow[], () => Use[], string[]]>([
    ["no kind", row([]), used("step"), ["c: no kind"]],
    ["unused", row(["amount"]), used(), ["c: its amount is told by no decision of a golden case (nowhere)"]],
    ["used by a rule", row(["amount"]), used("step"), []],
    [
      "a paper that only a rule cites",
      row(["condition", "paper"]),
      used("condition"),
      ["c: its paper is told by no decision of a golden case (only as condition)"],
    ],
    ["a paper that is asked for", row(["paper"]), used("material"), []],
    [
      "two papers of which one is asked for",
      row(["paper", "paper"]),
      used("material"),
      ["c: it states paper 2 times, told: material 0"],
    ],
    ["two papers that are asked for", row(["paper", "paper"]), used("material", "material"), []],
    ["two papers told in one piece of guidance", row(["paper", "paper"]), used("section"), []],
    ["a place that is told", row(["place"]), used("place"), []],
    [
      "a place that only a material cites",
      row(["place"]),
      used("material"),
      ["c: its place is told by no decision of a golden case (only as material)"],
    ],
    [
      "a notice shown only as a conflict",
      row(["date"]),
      used("conflict"),
      ["c: its date is told by no decision of a golden case (only as conflict)"],
    ],
    ["a post shown as a conflict", row(["date"], "", "forum"), used("conflict"), []],
    ["advertising without a reason", row(["advertising"]), used(), ["c: rests (advertising) without a reason"]],
    ["advertising with its reason", row(["advertising"], "广告"), used(), []],
    [
      "a condition that is said to rest",
      row(["condition", "duty"], "不用"),
      used("step"),
      ["c: binds (condition) and has a reason to rest"],
    ],
  ])("%s", (_title, rows, uses, faults) => {
    expect(clauseFaults(rows, uses)).toEqual(faults);
  });

  it("misses what a matter has and no case tells", () => {
    const { matter, decisions } = CITIES.find(({ city }) => city === "dalian")!.decided.find(
      ({ matter: { id } }) => id === "dalian.death",
    )!;
    const without = (change: (decision: Decision) => Partial<Decision>): string[] =>
      untold(
        matter.file,
        decisions.map((decision) => ({ ...decision, ...change(decision) })),
      );
    expect(without(() => ({}))).toEqual([]);
    expect(without(({ materials }) => ({ materials: materials.filter(({ id }) => id !== "change-form") }))).toEqual([
      "material 《人员变动表》 原件",
    ]);
    expect(without(({ place }) => ({ place: place === "医保经办机构" ? "" : place }))).toEqual(["place 医保经办机构"]);
    expect(without(() => ({ conditions: [] }))).toHaveLength(2);
  });

  it("misses a clause once the one part that cites it is gone", () => {
    const golden = casesOf("dalian").find(([matter]) => matter === "dalian.transfer-out")![1][0]!;
    const decision = evaluateGolden("dalian.transfer-out", golden).decision!;
    const { file } = packFor("dalian").matters.get("dalian.transfer-out")!;
    const partsOf = (one: Decision, words: Parameters<typeof usesIn>[1] = file): string[] =>
      [...usesIn(one, words)].filter(([clause]) => clause === "s0.2.1").map(([, part]) => part);
    expect(new Set(partsOf(decision))).toEqual(new Set(["condition", "material", "place"]));
    expect(partsOf({ ...decision, materials: [] })).not.toContain("material");
    expect(partsOf(decision, { ...file, places: {} })).not.toContain("place");
    // a question that asks for it is no use
    expect(
      partsOf(
        { ...decision, conditions: [], materials: [], steps: decision.steps.filter(({ kind }) => kind === "fact") },
        { ...file, places: {} },
      ),
    ).toEqual([]);
  });
});
