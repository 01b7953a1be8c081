/** Checklists: every list of one, entry by entry. */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { consult } from "../../../src-main/rules/engine/consult.ts";
import { newDraft } from "../../../src-main/rules/engine/draft.ts";
import type { FactSpec } from "../../../src-main/rules/engine/facts/facts.ts";
import { matterFormula, type Formula } from "../../../src-main/rules/engine/formula.ts";
import { relevanceTest } from "../../../src-main/rules/engine/facts/relevance.ts";
import type { PackSource } from "../../../src-main/rules/engine/pack/pack.ts";
import type { ChecklistWord } from "../../../src-main/rules/engine/words.ts";
import { ADVICE, adviceFormula, demoPack, demoSource, edited, feeFormula, FILES, lineOf, problemsOf } from "./demo-city.ts";

const decide = (
  facts: Record<string, string | boolean>,
  source: PackSource = demoSource(),
  formula = adviceFormula,
): Decision => {
  const pack = demoPack(source, [feeFormula(), formula]);
  const evaluation = consult(pack, pack.matters.get("demo.advice")!, facts, "2025-07-15");
  expect([evaluation.errors, evaluation.unanswered]).toEqual([[], []]);
  expect(evaluation.known).toEqual([]);
  return evaluation.decision!;
};
const GRANTED = { local: true, reason: "lost" };

/** The advice matter with its checklist and words extended. */
function withLists(lists: string, words = ""): PackSource {
  const text = FILES[ADVICE]!.replace("\nchecklist:", `\n${words}checklist:`) + lists;
  return demoSource({ files: { ...FILES, [ADVICE]: text } });
}

describe("a checklist", () => {
  it("grants when every condition holds", () => {
    expect(decide(GRANTED)).toMatchObject({
      outcome: "granted",
      headline: "可以办",
      place: "街道",
      timeLimit: "随时",
      conditions: [{ id: "local", met: true, actual: "是", remedies: [] }],
      amounts: [],
      dates: [],
      coverage: [],
      options: [],
      materials: [],
      notices: [],
      sections: [],
      nextMatters: [],
      conflicts: [],
      missingFigures: [],
      readings: [],
    });
    expect(decide({ ...GRANTED, reason: "broken" }).place).toBe("大厅");
  });

  it("refuses with the remedy, and says what was answered", () => {
    expect(decide({ ...GRANTED, local: false })).toMatchObject({
      outcome: "refused",
      headline: "不能办",
      conditions: [{ id: "local", met: false, actual: "否", remedies: [{ kind: "action", value: "", text: "先迁入" }] }],
    });
  });

  const LISTS = `  materials: [{ use: card, when: [{ reason: lost }] }]
  sections: [{ use: channel, when: [{ reason: lost }] }, { use: hours, when: [{ reason: broken }] }]
  notices: [{ use: keep, when: [{ reason: lost }] }]
  conflicts: [{ use: demo.two-shares, when: [{ reason: lost }] }]
  next: [{ use: pay, when: [{ reason: lost }] }]
`;
  const WORDS = `materials:
  - { id: card, title: 身份证, form: original, count: 1, need: must, because: 核对, cite: [c.share] }
notices: [{ id: keep, level: info, text: 留存, cite: [c.share] }]
sections: [{ id: channel, title: 渠道, lines: [网上], cite: [c.share] }]
next: [{ id: pay, matter: demo.fee, why: 缴费, cite: [c.share] }]
`;
  const named = (decision: Decision): string[] => [
    ...decision.materials.map(({ id }) => id),
    ...decision.sections.map(({ id }) => id),
    ...decision.notices.map(({ id }) => id),
    ...decision.conflicts.map(({ id }) => id),
    ...decision.nextMatters.map(({ matter }) => matter),
  ];

  it("gives the papers, guidance, notices, conflicts and offers that the answers call for", () => {
    const source = withLists(LISTS, WORDS);
    expect(named(decide(GRANTED, source))).toEqual(["card", "channel", "keep", "demo.two-shares", "demo.fee"]);
    expect(named(decide({ ...GRANTED, reason: "broken" }, source))).toEqual(["hours"]);
    expect(problemsOf(source)).toEqual([]);
  });

  it.each(["materials", "sections", "notices", "conflicts", "next"])("names the line of a wrong test in its %s", (list) => {
    const lines = LISTS.replace(new RegExp(`(${list}: .*?reason: )lost`), "$1stolen");
    const source = withLists(lines, WORDS);
    const line = source.files[ADVICE]!.split("\n").findIndex((text) => text.includes("stolen")) + 1;
    expect(problemsOf(source)).toEqual([
      `${ADVICE}:${line} matter demo.advice: "stolen" is no value of this input; expected -, a value, "<= x", "[x..y)" or not(…)`,
    ]);
  });

  const EXPECTED = 'expected -, a value, "<= x", "[x..y)" or not(…)';
  it.each([
    [
      "place",
      "when: [{ reason: lost }]",
      "when: [{ reason: lost },\n      { reason: stolen }]",
      1,
      `"stolen" is no value of this input; ${EXPECTED}`,
    ],
    [
      "headline",
      "granted: [{ use: yes }]",
      "granted: [{ use: yes, when: [{ reason: stolen }] }, { use: yes }]",
      0,
      `"stolen" is no value of this input; ${EXPECTED}`,
    ],
    ["condition's answer", "met: true", "\n      met: lost", 1, `"lost" is no value of this input; ${EXPECTED}`],
    [
      "remedy",
      "remedies: [{ use: move }]",
      "remedies:\n      [{ use: move, when: [{ reason: stolen }] }, { use: move }]",
      1,
      `"stolen" is no value of this input; ${EXPECTED}`,
    ],
    [
      "condition's when",
      "fact: local,",
      "fact: local,\n      when: [{ reason: stolen }],",
      1,
      `"stolen" is no value of this input; ${EXPECTED}`,
    ],
    [
      "reading",
      "when: [{ reason: lost }]",
      "when: [{ reason: lost,\n      demo.rounding: never }]",
      1,
      `"never" is no value of this input; ${EXPECTED}`,
    ],
    [
      "time limit",
      "timeLimits: [{ use: none }]",
      "timeLimits:\n    [{ use: none, when: [{ reason: stolen }] }, { use: none }]",
      1,
      `"stolen" is no value of this input; ${EXPECTED}`,
    ],
    [
      "unknown answer",
      "when: [{ reason: lost }]",
      "when: [{ reson: lost }]",
      0,
      '"reson" is neither an earlier choice, flag, count or months fact nor a derived flag',
    ],
  ])("names the line of a wrong %s", (_what, from, to, below, message) => {
    expect(problemsOf(edited(ADVICE, from, to))).toEqual([
      `${ADVICE}:${lineOf(ADVICE, from) + below} matter demo.advice: ${message}`,
    ]);
  });

  it("explains an answer once, whatever conditions rest on it", () => {
    const twice = FILES[ADVICE]!.replace(
      "remedies: [{ use: move }] }",
      "remedies: [{ use: move }] }\n    - { use: still, fact: local, met: true, otherwise: refused, remedies: [{ use: move }] }",
    );
    const text = twice.replace(
      "conditions:\n",
      "conditions:\n  - { id: still, title: 仍在, required: 是, actual: '{0}', cite: [c.base] }\n",
    );
    const { conditions, steps } = decide(GRANTED, demoSource({ files: { ...FILES, [ADVICE]: text } }));
    expect([conditions.length, steps.map(({ key }) => key)]).toEqual([2, ["local"]]);
  });

  it("has a headline for every outcome it may have and for no other", () => {
    const headlines = "headlines: { granted: [{ use: yes }], refused: [{ use: no }] }";
    const line = lineOf(ADVICE, headlines);
    const at = (message: string): string => `${ADVICE}:${line} matter demo.advice: ${message}`;
    expect(problemsOf(edited(ADVICE, headlines, "headlines: { granted: [{ use: yes }] }"))).toEqual([
      at('the checklist may come out as "refused", which has no headline'),
    ]);
    expect(problemsOf(edited(ADVICE, headlines, "headlines: { refused: [{ use: no }] }"))).toEqual([
      at('the checklist may come out as "granted", which has no headline'),
    ]);
    const more = "headlines: { granted: [{ use: yes }], refused: [{ use: no }],\n    not-yet: [{ use: no }] }";
    expect(problemsOf(edited(ADVICE, headlines, more))).toEqual([
      `${ADVICE}:${line + 1} matter demo.advice: the checklist never comes out as "not-yet"`,
    ]);
  });

  it("chooses its headline, time limit and remedy by the first entry that fits", () => {
    const headline = edited(
      ADVICE,
      "granted: [{ use: yes }]",
      "granted: [{ use: no, when: [{ reason: broken }] }, { use: yes }]",
    );
    expect(decide(GRANTED, headline).headline).toBe("可以办");
    expect(decide({ ...GRANTED, reason: "broken" }, headline).headline).toBe("不能办");
    const limits = FILES[ADVICE]!.replace("{ none: 随时 }", "{ none: 随时, soon: 一个月内 }");
    const limit = limits.replace(
      "timeLimits: [{ use: none }]",
      "timeLimits: [{ use: soon, when: [{ local: true, reason: lost }] }, { use: none }]",
    );
    const timed = demoSource({ files: { ...FILES, [ADVICE]: limit } });
    expect(decide(GRANTED, timed).timeLimit).toBe("一个月内");
    expect(decide({ ...GRANTED, reason: "broken" }, timed).timeLimit).toBe("随时");
    const words = FILES[ADVICE]!.replace("remedies:\n", "remedies:\n  ask: { kind: action, text: 先询问 }\n");
    const remedies = words.replace(
      "remedies: [{ use: move }]",
      "remedies: [{ use: ask, when: [{ reason: lost }] }, { use: move }]",
    );
    const source = demoSource({ files: { ...FILES, [ADVICE]: remedies } });
    const remedyOf = (reason: string): string => decide({ local: false, reason }, source).conditions[0]!.remedies[0]!.text;
    expect([remedyOf("lost"), remedyOf("broken")]).toEqual(["先询问", "先迁入"]);
  });

  it("follows the office's reading where the answers leave the place to it, and shows it", () => {
    const text = FILES[ADVICE]!.replace("when: [{ reason: lost }]", "when: [{ reason: lost, demo.rounding: early }]");
    const files = { ...FILES, [ADVICE]: text };
    const late = decide(GRANTED, demoSource({ files }));
    expect([late.place, late.readings.map(({ id }) => id)]).toEqual(["大厅", ["demo.rounding"]]);
    const early = decide(GRANTED, demoSource({ files, readingChoices: { "demo.rounding": "early" } }));
    expect([early.place, early.readings.map(({ chosen }) => chosen)]).toEqual(["街道", ["early"]]);
    expect(decide({ ...GRANTED, reason: "broken" }, demoSource({ files })).readings).toEqual([]);
    const other = demoSource({
      files: { ...FILES, [ADVICE]: text.replace("demo.rounding: early", "demo.rounding: not(early)") },
    });
    expect(decide(GRANTED, other).place).toBe("街道");
    const chosenEarly = { readingChoices: { "demo.rounding": "early" } };
    const onlyLate = { ...FILES, [ADVICE]: text.replace("demo.rounding: early", "demo.rounding: late") };
    expect(decide(GRANTED, demoSource({ files: onlyLate, ...chosenEarly })).place).toBe("大厅");
    const either = { ...FILES, [ADVICE]: text.replace("demo.rounding: early", 'demo.rounding: "early, late"') };
    expect(decide(GRANTED, demoSource({ files: either, ...chosenEarly })).place).toBe("街道");
    // two readings of one entry: both must say yes
    const twice = text.replace("demo.rounding: early }", "demo.rounding: early, demo.second: late }");
    const second = `${FILES["demo/readings.yaml"]!}${FILES["demo/readings.yaml"]!.replace("readings:\n", "").replace("demo.rounding", "demo.second")}`;
    const both = { ...FILES, [ADVICE]: twice, "demo/readings.yaml": second };
    expect(decide(GRANTED, demoSource({ files: both })).place).toBe("大厅");
    expect(decide(GRANTED, demoSource({ files: both, readingChoices: { "demo.rounding": "early" } })).place).toBe("街道");
  });
});

describe("a checklist with conditions of a formula", () => {
  const FACTS = { local: "flag", reason: "choice" } as const satisfies FactSpec;
  /** The formula has a condition of its own that comes out as said. */
  const withOwn = (own: "refused" | "not-yet" | undefined, bound: readonly ("refused" | "not-yet")[]): Formula =>
    matterFormula<{ readonly checklist: ChecklistWord<never> }, object, never>(
      "demo.advice",
      FACTS,
      {},
    )(({ checklist }) => checklist(...bound), { evaluate: (list, facts) => list.judge(facts, {}, newDraft(), own) });
  const NOT_YET = edited(ADVICE, "refused: [{ use: no }] }", "refused: [{ use: no }], not-yet: [{ use: no }] }");

  it("needs a headline for their outcomes too", () => {
    expect(problemsOf(demoSource(), [feeFormula(), withOwn(undefined, ["not-yet"])])).toEqual([
      `${ADVICE}:${lineOf(ADVICE, "headlines: { granted: [")} matter demo.advice: the checklist may come out as "not-yet", which has no headline`,
    ]);
    expect(problemsOf(NOT_YET, [feeFormula(), withOwn(undefined, ["not-yet"])])).toEqual([]);
  });

  it.each([
    [undefined, true, "granted"],
    [undefined, false, "refused"],
    ["not-yet", true, "not-yet"],
    // what fails for good outweighs what time mends
    ["not-yet", false, "refused"],
    ["refused", true, "refused"],
    ["refused", false, "refused"],
  ] as const)("own %s, local %s: %s", (own, local, outcome) => {
    expect(decide({ local, reason: "lost" }, NOT_YET, withOwn(own, ["not-yet", "refused"])).outcome).toBe(outcome);
  });

  it("what time mends does not outweigh what fails for good", () => {
    const mends = {
      ...NOT_YET,
      files: { ...NOT_YET.files, [ADVICE]: NOT_YET.files[ADVICE]!.replace("otherwise: refused", "otherwise: not-yet") },
    };
    expect(decide({ local: false, reason: "lost" }, mends, withOwn("refused", ["refused"])).outcome).toBe("refused");
    expect(decide({ local: false, reason: "lost" }, mends, withOwn(undefined, ["refused"])).outcome).toBe("not-yet");
  });
});

describe("binding a test on an answer", () => {
  const { facts } = demoPack().matters.get("demo.fee")!.file;
  const flags = [{ id: "late" }];
  it("keeps its intervals, or says what is wrong", () => {
    expect(relevanceTest("paid", "> 3", flags, facts)).toEqual({ name: "paid", derived: false, intervals: [[4, 999_999]] });
    expect(relevanceTest("late", "true", flags, facts)).toEqual({ name: "late", derived: true, intervals: [[1, 1]] });
    expect(relevanceTest("paid", "> 999999", flags, facts)).toBe(`"> 999999" lies outside the input's domain 0..999999`);
    expect(relevanceTest("wage", "1", flags, facts)).toBe(
      '"wage" is neither an earlier choice, flag, count or months fact nor a derived flag',
    );
  });
});
