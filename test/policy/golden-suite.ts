/** The test of a city's golden cases: the same for every city. */
import { describe, expect, it } from "vitest";
import { isFailed, natureOf, type CoverageRun, type Decision, type Outcome } from "../../src-shared/domain/decision.ts";
import { actual, evaluateGolden, explanationFaults, packFor, type GoldenCase } from "./golden.ts";

const withoutAssumed = (decision: Decision) => ({ ...decision, assumed: undefined });

/** Law 6. Months end with their last day, whatever it is. */
function overlaps(runs: readonly CoverageRun[]): boolean {
  const days = runs.map(({ from, to }) => [from.padEnd(10, "-01"), to === null ? "9999" : to.padEnd(10, "-31")] as const);
  const inOrder = days.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.some(([from], index) => index > 0 && from <= inOrder[index - 1]![1]);
}

/** @param outcomes every outcome that the city's cases reach between them */
export function goldenSuite(
  city: string,
  all: readonly (readonly [matter: string, cases: readonly GoldenCase[]])[],
  outcomes: readonly Outcome[],
): void {
  describe.each(all)("%s, worked out by hand", (matter, cases) => {
    it.each(cases.map((golden) => [`${golden.rule} ${golden.title}`, golden] as const))("%s", (_title, golden) => {
      const evaluation = evaluateGolden(matter, golden);
      const decided = !golden.expected.errors && !golden.expected.unanswered;
      const expected = decided ? { ...golden.expected, errors: [], unanswered: [] } : golden.expected;
      expect(actual(evaluation, expected)).toEqual(expected);
    });

    it("explains every decision down to facts, figures, tables and readings, each with its clause; names place and time limit", () => {
      const faults = cases.flatMap((golden) => {
        const { decision } = evaluateGolden(matter, golden);
        if (!decision) return [];
        const found = explanationFaults(decision);
        const isTold = natureOf(decision) === "estimate" || natureOf(decision) === "lookup";
        if (!isTold && (decision.place === "" || decision.timeLimit === "")) found.push("no place or time limit");
        return found.map((fault) => `${golden.title}: ${fault}`);
      });
      expect(faults).toEqual([]);
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

    it("paints one status for each month or day", () => {
      const painted = cases.flatMap((golden) => {
        const { decision } = evaluateGolden(matter, golden);
        if (!decision) return [];
        return [decision.coverage, ...decision.options.map(({ coverage }) => coverage)].filter(overlaps).map(() => golden.title);
      });
      expect(painted).toEqual([]);
    });

    it("refuses for what failed, never for what could not be checked", () => {
      const doubted = cases.filter((golden) => {
        const { decision } = evaluateGolden(matter, golden);
        const isAgainst = decision?.outcome === "refused" || decision?.outcome === "not-yet";
        return isAgainst && decision.conditions.length > 0 && !decision.conditions.some(isFailed);
      });
      expect(doubted.map(({ title }) => title)).toEqual([]);
    });

    it("has no case twice", () => {
      expect(new Set(cases.map((golden) => golden.title)).size).toBe(cases.length);
    });
  });

  describe(`${city} as a whole`, () => {
    it("has golden cases for every matter", () => {
      expect(all.map(([matter]) => matter).sort()).toEqual([...packFor(city).matters.keys()].sort());
    });

    it("comes to every outcome in them", () => {
      const found = new Set(
        all.flatMap(([matter, cases]) => cases.flatMap((golden) => evaluateGolden(matter, golden).decision?.outcome ?? [])),
      );
      expect([...found].sort()).toEqual(outcomes);
    });
  });
}
