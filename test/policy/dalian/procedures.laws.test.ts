/** What must hold for any facts: resignation (DL-07), unemployment (DL-09), change of scheme (DL-11). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf, parseMonth } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";

const pack = packFor("dalian");
const topUpPack = packFor("dalian", [], {
  "dalian.resignation-shortfall": "top-up",
  "dalian.resignation-end-month": "month-before",
});

const monthText = (low: number, high: number) => fc.integer({ min: low, max: high }).map(formatMonth);
const day = (from: number, days: number) =>
  fc.integer({ min: 0, max: days }).map((offset) => new Date(Date.UTC(from, 0, 1 + offset)).toISOString().slice(0, 10));
const periods = fc
  .array(fc.tuple(fc.integer({ min: monthOf(1992, 1), max: monthOf(2024, 6) }), fc.integer({ min: 0, max: 150 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => ({
    periods: list.map(([from, length]) => ({
      from: formatMonth(from),
      to: formatMonth(Math.min(from + length, monthOf(2024, 6))),
    })),
  }));
const dateOf = (decision: Decision, id: string): string | null => decision.dates.find((date) => date.id === id)?.value ?? null;
const stepOf = (decision: Decision, key: string): number => decision.steps.find((step) => step.key === key)!.value;

describe("laws of the resignation-type retirement", () => {
  const facts = fc.record({
    sex: fc.constantFrom("male", "female"),
    birthDate: monthText(monthOf(1965, 1), monthOf(1985, 12)).map((month) => `${month}-15`),
    approvalMonth: monthText(monthOf(2022, 7), monthOf(2026, 12)),
    filed: fc.boolean(),
    capacity: fc.constantFrom("unit", "flexible"),
    contributed: fc.oneof(
      periods,
      fc.integer({ min: 0, max: 250 }).map((months) => ({ months })),
    ),
    transferred: fc.oneof(
      periods,
      fc.integer({ min: 0, max: 200 }).map((months) => ({ months })),
    ),
    service: periods,
    enrolledAs: fc.constantFrom("unit", "flexible"),
    overlapMonths: fc.integer({ min: 0, max: 5 }),
  });

  it("never throws, explains whatever it decides, and says what every failed condition needs", () => {
    let tried = 0;
    let decided = 0;
    fc.assert(
      fc.property(facts, day(2024, 1000), fc.boolean(), (answers, asOf, topUp) => {
        tried++;
        const { decision, errors, unanswered } = consult(topUp ? topUpPack : pack, "dalian.resignation", answers, asOf);
        expect(decision === null).toBe(errors.length + unanswered.length > 0);
        fc.pre(decision !== null);
        decided++;
        expect(explanationFaults(decision)).toEqual([]);
        for (const condition of decision.conditions) expect(condition.remedies.length > 0).toBe(!condition.met);
        // retiree treatment is never promised to one who lacks years, unless they are bought or paid for month by month
        const due = decision.amounts.some((amount) => amount.role === "due");
        const paysOn = dateOf(decision, "payUntil") !== null;
        expect(dateOf(decision, "retiredFrom") === null || stepOf(decision, "shortfall") === 0 || due || paysOn).toBe(true);
        // a month promised for later is the month after the last one to be paid
        const promised = paysOn ? dateOf(decision, "retiredFrom") : null;
        expect([null, formatMonth(parseMonth(dateOf(decision, "payUntil") ?? "2000-01")! + 1)]).toContain(promised);
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(tried / 8);
  });

  it("more paid months never widen the shortfall and never put the treatment off", () => {
    const base = { sex: "male", birthDate: "1974-10-15", approvalMonth: "2024-07", capacity: "flexible" };
    fc.assert(
      fc.property(periods, periods, fc.integer({ min: 0, max: 200 }), (paid, more, transferred) => {
        const decide = (list: FactInputs[string]) =>
          consult(pack, "dalian.resignation", { ...base, contributed: list, transferred: { months: transferred } }, "2024-07-15")
            .decision;
        const before = decide(paid);
        const after = decide({ periods: [...paid.periods, ...more.periods] });
        fc.pre(before !== null && after !== null);
        expect(stepOf(after, "shortfall")).toBeLessThanOrEqual(stepOf(before, "shortfall"));
        const from = dateOf(before, "retiredFrom");
        const sooner = dateOf(after, "retiredFrom");
        expect(from === null || (sooner !== null && sooner <= from)).toBe(true);
      }),
    );
  });
});

describe("laws of insurance around unemployment benefit", () => {
  it("covers a month or does not, counts the gap between benefit and payment, and offers what is still possible", () => {
    const cases = fc.record({
      from: fc.integer({ min: monthOf(2023, 1), max: monthOf(2025, 6) }),
      length: fc.integer({ min: 0, max: 23 }),
      asOf: day(2023, 1500),
      resumedAfter: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
      reading: fc.constantFrom("month-after-gap", "with-benefit"),
    });
    let decided = 0;
    let tried = 0;
    fc.assert(
      fc.property(cases, ({ from, length, asOf, resumedAfter, reading }) => {
        tried++;
        const to = from + length;
        const now = parseMonth(asOf.slice(0, 7))!;
        const answers = {
          benefitFrom: formatMonth(from),
          benefitTo: formatMonth(to),
          resumedMonth: resumedAfter === null ? null : formatMonth(to + resumedAfter),
        };
        const { decision } = consult(
          packFor("dalian", [], { "dalian.unemployment-cover-end": reading }),
          "dalian.unemployment",
          answers,
          asOf,
        );
        // a payment in the future, or during the benefit, is no fact
        const resumedInFuture = now > to && resumedAfter !== null && to + resumedAfter > now;
        expect(decision === null).toBe(resumedInFuture);
        fc.pre(decision !== null);
        decided++;
        expect(explanationFaults(decision)).toEqual([]);
        const months = (status: string) =>
          decision.coverage
            .filter((run) => run.status === status)
            .map((run) => [parseMonth(run.from)!, run.to === null ? Number.POSITIVE_INFINITY : parseMonth(run.to)!] as const);
        for (const [first, last] of months("covered"))
          for (const [low, high] of [...months("not-covered"), ...months("waiting")])
            expect(last < low || high < first).toBe(true);
        const ended = now > to;
        const paying = ended && resumedAfter !== null ? to + resumedAfter : now;
        const gap = paying - to - 1;
        const mendable = ended && gap >= 1 && gap <= 3 && paying === now;
        expect(decision.steps.find((step) => step.key === "gapMonths")?.value).toBe(ended ? gap : undefined);
        expect(decision.nextMatters.map((next) => next.matter)).toEqual([
          ...(ended && resumedAfter !== null ? [] : ["dalian.enrolment"]),
          ...(mendable ? ["dalian.back-payment"] : []),
        ]);
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(tried / 8);
  });
});

describe("laws of the change of scheme", () => {
  it("to and from the resident scheme in December only, to a unit on any day; outside it names the coming 1 December", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("flexible-to-unit", "flexible-to-resident", "resident-to-flexible"),
        fc.boolean(),
        day(2024, 1100),
        (direction, paidThisYear, asOf) => {
          const decision = consult(pack, "dalian.scheme-change", { direction, paidThisYear }, asOf).decision!;
          const granted = direction === "flexible-to-unit" || asOf.slice(5, 7) === "12";
          expect(decision.outcome).toBe(granted ? "granted" : "not-yet");
          const dates = decision.conditions.flatMap((condition) => condition.remedies.map((remedy) => remedy.value));
          expect(dates).toEqual(granted ? [] : [`${asOf.slice(0, 4)}-12-01`]);
          expect(explanationFaults(decision)).toEqual([]);
        },
      ),
    );
  });
});
