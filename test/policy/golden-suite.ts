/** The test of a city's golden cases: the same for every city. What holds for other cases too is a law (`test/laws`). */
import { describe, expect, it } from "vitest";
import type { Decision, Outcome } from "../../src-shared/domain/decision.ts";
import { readRecord } from "../recorded/record-file.ts";
import { actual, evaluateGolden, packFor } from "./golden.ts";
import type { MatterCases } from "./of-cities.ts";

const withoutAssumed = (decision: Decision) => ({ ...decision, assumed: undefined });

export function goldenSuite(city: string, all: readonly MatterCases[]): void {
  describe.each(all)("%s, worked out by hand", (matter, cases) => {
    it.each(cases.map((golden) => [`${golden.rule} ${golden.title}`, golden] as const))("%s", (_title, golden) => {
      const evaluation = evaluateGolden(matter, golden);
      const decided = !golden.expected.errors && !golden.expected.unanswered;
      const expected = decided ? { ...golden.expected, errors: [], unanswered: [] } : golden.expected;
      expect(actual(evaluation, expected)).toEqual(expected);
    });

    it("decides with an open question as with the answer that is assumed of it", () => {
      for (const golden of cases) {
        const { decision } = evaluateGolden(matter, golden);
        const assumed = new Set(decision?.assumed?.map(({ fact }) => fact));
        const facts = packFor(city, golden.officeFigures, golden.readings).matters.get(matter)!.facts;
        const answers = facts.flatMap(({ id, assume }) => (assume && assumed.has(id) ? [[id, assume.answer]] : []));
        if (answers.length === 0) continue;
        const answered = { ...golden, facts: { ...golden.facts, ...Object.fromEntries(answers) } as typeof golden.facts };
        expect(withoutAssumed(evaluateGolden(matter, answered).decision!), golden.title).toEqual(withoutAssumed(decision!));
      }
    });

    it("comes to every outcome in them that random cases come to", () => {
      const golden = new Set(cases.map((one) => evaluateGolden(matter, one).decision?.outcome));
      const random = (readRecord(matter)?.cases ?? []).map(({ answer }) => /"outcome":"([a-z-]+)"/.exec(answer)?.[1]);
      expect([...new Set(random)].filter((outcome) => outcome !== undefined && !golden.has(outcome as Outcome))).toEqual([]);
    });

    it("says by hand what each condition is found to be where its rule has words of its own for it", () => {
      const told = new Set<string>();
      for (const { conditions, steps } of cases.flatMap((golden) => evaluateGolden(matter, golden).decision ?? [])) {
        for (const { id, step, actual: words } of conditions) {
          const rule = step === null ? undefined : steps[step]!;
          // the words of an answer stand beside it in the question
          if (rule?.unit === "choice" && rule.kind === "formula" && words.includes(rule.display)) told.add(`${id}: ${words}`);
        }
      }
      const expected = cases.flatMap((golden) => Object.entries(golden.expected.actuals ?? {}));
      const byHand = new Set(expected.map(([id, words]) => `${id}: ${words}`));
      expect([...told].filter((one) => !byHand.has(one))).toEqual([]);
    });

    it("has no case twice", () => {
      expect(new Set(cases.map((golden) => golden.title)).size).toBe(cases.length);
    });
  });

  describe(`${city} as a whole`, () => {
    it("has golden cases for every matter", () => {
      expect(all.map(([matter]) => matter).sort()).toEqual([...packFor(city).matters.keys()].sort());
    });
  });
}
