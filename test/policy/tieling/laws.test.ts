/** What must hold for any facts of Tieling's years, arrears and refunds, not only for the golden ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";
import { FIGURES } from "./office.ts";

const AS_OF = "2026-08-15";
const pack = packFor("tieling", FIGURES);
const decide = (matter: string, facts: FactInputs): Decision | null => consult(pack, matter, facts, AS_OF).decision;

const month = (low: number, high: number) => fc.integer({ min: low, max: high });
const monthText = (low: number, high: number) => month(low, high).map(formatMonth);
const LAST = monthOf(2026, 7);
const periodsFrom = (first: number, most: number) =>
  fc.array(fc.tuple(month(first, LAST), fc.integer({ min: 0, max: 120 })), { minLength: 1, maxLength: most }).map((list) => ({
    periods: list.map(([from, length]) => ({ from: formatMonth(from), to: formatMonth(Math.min(from + length, LAST)) })),
  }));
const periods = periodsFrom(monthOf(1985, 1), 4);
const months = fc.oneof(
  periods,
  fc.integer({ min: 0, max: 250 }).map((count) => ({ months: count })),
);
const yuan = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((fen) => (fen / 100).toFixed(2));

/** Any answers, asked or not: the engine takes what is relevant. */
const anyRetirement = fc.record({
  sex: fc.constantFrom("male", "female"),
  birthDate: monthText(monthOf(1960, 1), monthOf(1969, 12)).map((text) => `${text}-15`),
  kind: fc.constantFrom("woman-55", "woman-50"),
  way: fc.constantFrom("pension-here", "no-pension-here"),
  pensionMonth: monthText(monthOf(2015, 1), monthOf(2026, 12)),
  capacity: fc.constantFrom("unit", "flexible"),
  contributed: months,
  transferred: months,
  service: fc.option(months),
  military: fc.option(months),
  assignedSoldier: fc.boolean(),
  dischargeDate: fc.constantFrom("1995-12-01", "2019-01-20", "2019-01-21"),
  overlapMonths: fc.integer({ min: 0, max: 20 }),
  closedGroup: fc.boolean(),
  fundMode: fc.constantFrom("pool-only", "combined"),
  shortfallWay: fc.constantFrom(null, "pay-now", "go-on"),
});

const payment = fc
  .tuple(
    month(monthOf(2024, 1), monthOf(2026, 12)),
    fc.integer({ min: 0, max: 14 }),
    yuan(5000),
    fc.constantFrom("person", "unit"),
  )
  .map(([from, length, amount, payer]) => ({ from: formatMonth(from), to: formatMonth(from + length), amount, payer }));
const anyRefund = fc.record({
  reason: fc.constantFrom("died-waiting", "overpaid-retired", "joined-unit", "unemployment", "sentence"),
  capacity: fc.constantFrom("unit", "flexible"),
  special: fc.constantFrom("none", "graduate"),
  paidOn: fc.constant("2026-05-20"),
  deathDate: fc.constantFrom("2026-06-01", "2026-08-15"),
  pensionMonth: monthText(monthOf(2024, 1), monthOf(2026, 8)),
  yearsMet: fc.boolean(),
  joinedMonth: monthText(monthOf(2024, 1), monthOf(2026, 8)),
  benefitFrom: fc.constant("2024-06"),
  benefitTo: monthText(monthOf(2024, 6), monthOf(2026, 8)),
  sentenceFrom: fc.constant("2024-06"),
  sentenceTo: fc.option(monthText(monthOf(2024, 6), monthOf(2026, 8))),
  payments: fc.array(payment, { minLength: 1, maxLength: 4 }).map((items) => ({ items })),
  credited: fc.option(yuan(3000)),
});

const fen = (text: string): number => Math.round(Number(text) * 100);
const due = (decision: Decision, id: string): number =>
  decision.amounts.find((amount) => amount.role === "due" && amount.id === id)?.fen ?? 0;

function shuffled(facts: FactInputs, order: Iterator<number>): FactInputs {
  return Object.fromEntries(
    Object.entries(facts)
      .map((entry) => ({ entry, key: order.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ entry }) => entry),
  );
}

describe.each([
  ["tieling.retirement", anyRetirement as fc.Arbitrary<FactInputs>],
  ["tieling.refund", anyRefund as fc.Arbitrary<FactInputs>],
])("laws of %s", (matter, anyFacts) => {
  it("same facts in any order give the same bytes", () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.integer()), (facts, order) => {
        expect(JSON.stringify(decide(matter, shuffled(facts, order)))).toBe(JSON.stringify(decide(matter, facts)));
      }),
    );
  });

  it("never throws, and explains whatever it decides", () => {
    let decided = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { decision, errors, unanswered } = consult(pack, matter, facts, AS_OF);
        expect(decision === null).toBe(errors.length + unanswered.length > 0);
        if (decision) decided++;
        expect(decision ? explanationFaults(decision) : []).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(50);
  });
});

describe("laws of the shortfall", () => {
  const base = { sex: "male", birthDate: "1966-03-20", way: "no-pension-here", capacity: "unit", fundMode: "combined" };
  const shortfall = (decision: Decision): number => decision.steps.find((step) => step.key === "shortfall")!.value;
  const price = (decision: Decision): number => {
    const option = decision.options.find(({ id }) => id === "payNow");
    return option?.amounts.find(({ role }) => role === "due")?.fen ?? 0;
  };

  it("more paid months never raise the shortfall or the price", () => {
    fc.assert(
      fc.property(
        periods,
        periods,
        fc.integer({ min: 0, max: 200 }),
        periods,
        periods,
        (paid, more, transferred, service, military) => {
          const facts = {
            ...base,
            transferred: { months: transferred },
            service,
            military,
            assignedSoldier: false,
            overlapMonths: 0,
          };
          const before = decide("tieling.retirement", { ...facts, contributed: paid });
          const after = decide("tieling.retirement", {
            ...facts,
            contributed: { periods: [...paid.periods, ...more.periods] },
          });
          fc.pre(before !== null && after !== null);
          expect(shortfall(after)).toBeLessThanOrEqual(shortfall(before));
          expect(price(after)).toBeLessThanOrEqual(price(before));
        },
      ),
    );
  });

  it("the price is 420.00 for every month that the years lack", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 }), (local, transferred) => {
        const facts = { ...base, contributed: { months: local }, transferred: { months: transferred } };
        const short = Math.max(360 - local - transferred, 120 - local, 0);
        expect(price(decide("tieling.retirement", facts)!)).toBe(short * 42_000);
      }),
    );
  });

  it("going on ends the shortfall: so many months later there is none", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 240 }), (paid, transferred) => {
        const facts = { ...base, contributed: paid, transferred: { months: transferred } };
        const now = decide("tieling.retirement", facts)!;
        fc.pre(now.outcome === "choice");
        const goOn = now.options.find(({ id }) => id === "goOn")!;
        const until = goOn.dates.find(({ id }) => id === "payUntil")!.value;
        const from = formatMonth(now.steps.find((step) => step.key === "goOnFrom")!.value);
        const contributed = { periods: [...paid.periods, { from, to: until }] };
        const then = consult(pack, "tieling.retirement", { ...facts, contributed }, `${until}-28`).decision!;
        expect(shortfall(then)).toBe(0);
      }),
    );
  });
});

describe("laws of arrears", () => {
  it("months paid meanwhile never raise the price", () => {
    const owed = { periods: [{ from: "2015-01", to: "2026-07" }] };
    fc.assert(
      fc.property(periods, periods, (paid, more) => {
        const price = (contributed: typeof paid): number =>
          due(decide("tieling.arrears", { owed, contributed, fundMode: "combined" })!, "topUp");
        const after = price({ periods: [...paid.periods, ...more.periods] });
        expect(after).toBeLessThanOrEqual(price(paid));
        expect(after % 42_000).toBe(0);
      }),
    );
  });
});

describe("laws of refunds", () => {
  it("a refund is never negative and never more than was paid, and account money is never lost", () => {
    let refunded = 0;
    fc.assert(
      fc.property(anyRefund, (facts) => {
        const decision = decide("tieling.refund", facts);
        if (decision === null) return;
        const paidBy = (payer: string): number =>
          facts.payments.items.reduce((sum, item) => (item.payer === payer ? sum + fen(item.amount) : sum), 0);
        const person = due(decision, "refundPerson");
        const unit = due(decision, "refundUnit");
        expect(person).toBeGreaterThanOrEqual(0);
        expect(unit).toBeGreaterThanOrEqual(0);
        expect(person).toBeLessThanOrEqual(paidBy("person"));
        expect(unit).toBeLessThanOrEqual(paidBy("unit"));
        const granted = decision.outcome === "granted";
        if (granted) refunded++;
        const own = decision.steps.find((step) => step.key === "personParts")?.value ?? 0;
        // what does not reach the person is the account's money; where nothing is granted nothing is paid
        const kept = own - person + due(decision, "recover");
        expect(granted ? kept : person + unit).toBe(granted ? fen(facts.credited ?? "0") : 0);
      }),
      { numRuns: 300 },
    );
    expect(refunded).toBeGreaterThan(30);
  });

  it("payments in any order come to the same", () => {
    fc.assert(
      fc.property(anyRefund, (facts) => {
        const amounts = (items: typeof facts.payments.items) =>
          decide("tieling.refund", { ...facts, payments: { items } })?.amounts.map(({ id, fen: value }) => [id, value]);
        expect(amounts([...facts.payments.items].reverse())).toEqual(amounts(facts.payments.items));
      }),
    );
  });
});

describe("laws of the base", () => {
  it("a person's base lies between the limits, and more wage never lowers it", () => {
    const base = (wage: string): number => {
      const facts = { capacity: "unit", payer: "person", unitKind: "public", wage };
      return decide("tieling.contribution-base", facts)!.amounts[0]!.fen;
    };
    fc.assert(
      fc.property(yuan(30_000), yuan(30_000), (one, other) => {
        const [less, more] = fen(one) < fen(other) ? [one, other] : [other, one];
        expect(base(less)).toBeLessThanOrEqual(base(more));
        expect(base(less)).toBe(Math.min(1_800_000, Math.max(360_000, fen(less))));
      }),
    );
  });
});
