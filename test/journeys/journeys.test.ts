/** A sample of lives on every run of the tests; `npm run test:journeys` goes through many more. */
import { describe, expect, it } from "vitest";
import { KNOWN } from "./known.ts";
import { historyLine } from "./history-line.ts";
import { isEmployee, lifeOf } from "./life.ts";
import { faults } from "./report.ts";
import { lifeSeed, tally } from "./tally.ts";

const PERSONS = 300;
const RUN = 2026;

describe("lives", () => {
  const lives = Array.from({ length: 200 }, (_none, person) => lifeOf(lifeSeed(RUN, person)));

  it("follow from their seed", () => {
    expect(lives.map((life) => lifeOf(life.seed))).toEqual(lives);
    expect(new Set(lives.map((life) => historyLine(life))).size).toBeGreaterThan(150);
  });

  it("hold no month in two capacities, but for a year paid in advance", () => {
    for (const { spans } of lives) {
      const paid = spans.filter(({ who, paidOn }) => isEmployee(who) && paidOn === null);
      for (const [index, span] of paid.entries())
        for (const other of paid.slice(index + 1)) expect(other.from > span.to || other.to < span.from).toBe(true);
    }
  });

  it("hold residents' years that end in December and begin before they end", () => {
    for (const { who, from, to, left } of lives.flatMap(({ spans }) => spans)) {
      expect(from).toBeLessThanOrEqual(left ?? to);
      expect(who !== "resident" || to % 12 === 11).toBe(true);
    }
  });
});

describe("journeys", () => {
  it("keep every law but where a fault is known", () => {
    const sample = Array.from({ length: PERSONS }, (_none, person) => lifeSeed(RUN, person));
    const witnesses = KNOWN.flatMap(({ life }) => (life === undefined ? [] : [life]));
    expect(faults(tally([...sample, ...witnesses]))).toEqual([]);
  });

  it("have a law and a rule for each known fault, and none twice", () => {
    const keys = KNOWN.map(({ law, where }) => `${law} ${where}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { rule, fault } of KNOWN) expect(`${rule} ${fault}`).toMatch(/^(ALL|DL|TL|CQ)-\d\d .+/);
  });
});
