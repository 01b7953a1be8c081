/** What must hold for any facts: premiums and care (CQ-01, CQ-02), waiting (CQ-03), arrears (CQ-04), refund (CQ-05), retirement (CQ-09). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf, parseMonth } from "../../../src-shared/domain/calendar.ts";
import type { CoverageRun, Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult, type OfficeFigure } from "../../../src-main/rules/index.ts";
import { explanationFaults, packFor } from "../golden.ts";

const pack = packFor("chongqing");
const decide = (matter: string, facts: FactInputs, asOf: string, used = pack): Decision => {
  const { decision, errors, unanswered } = consult(used, `chongqing.${matter}`, facts, asOf);
  if (decision === null) throw new Error(JSON.stringify([errors, unanswered]));
  expect(explanationFaults(decision)).toEqual([]);
  return decision;
};
const sumOf = (decision: Decision, ...ids: string[]): number =>
  decision.amounts.reduce((sum, { id, fen }) => (ids.includes(id) ? sum + fen : sum), 0);
const dateOf = (decision: Decision, id: string): string | null => decision.dates.find((date) => date.id === id)?.value ?? null;
const monthOfYear = (month: number): string => `2025-${String(month).padStart(2, "0")}`;
/** Months at the end of which costs are not reimbursed, seen from `last`. */
const lost = (coverage: readonly CoverageRun[], last: number): number =>
  coverage
    .filter(({ status }) => ["gap", "waiting", "not-covered"].includes(status))
    .reduce((sum, { from, to }) => sum + (to === null ? last : parseMonth(to)!) - parseMonth(from)! + 1, 0);

describe("long-term care", () => {
  const office = (value: number): OfficeFigure[] => [
    {
      figure: "chongqing.care-premium",
      from: "2026-01-01",
      to: "2026-12-31",
      value: (value / 100).toFixed(2),
      document: "测试文件",
      note: "",
      enteredOn: "2026-01-01",
    },
  ];

  it("twelve months of any yearly amount add up to it, to the fen, wherever the rest stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6000, max: 20_000 }), fc.constantFrom("last-month", "first-month"), (fen, rest) => {
        const used = packFor("chongqing", office(fen), { "chongqing.care-rest": rest });
        const facts = { tier: "second", capacity: "in-service", startMonth: "2026-01" };
        const { steps, amounts } = decide("long-term-care", facts, "2026-02-01", used);
        const month = steps.find(({ key }) => key === "carePart")!.value;
        const odd = steps.find(({ key }) => key === "careRest")?.value ?? month;
        expect(11 * month + odd).toBe(fen);
        expect(amounts.find(({ id }) => id === "careByAccount")!.fen).toBe(fen);
        // each month is rounded on its own, so that the rest takes at most eleven halves of a fen
        expect(Math.abs(odd - month)).toBeLessThanOrEqual(6);
      }),
      { numRuns: 60 },
    );
  });

  it("the months before and the months from any month make the year", () => {
    for (const rest of ["last-month", "first-month"]) {
      const used = packFor("chongqing", [], { "chongqing.care-rest": rest });
      const from = (month: number): Decision =>
        decide(
          "long-term-care",
          { tier: "second", capacity: "in-service", startMonth: `2023-${String(month).padStart(2, "0")}` },
          "2023-02-01",
          used,
        );
      const paid = Array.from({ length: 12 }, (_, i) => sumOf(from(i + 1), "careByAccount"));
      expect(paid[0]).toBe(12_200);
      for (const [i, sum] of paid.entries()) {
        const month = sum - (paid[i + 1] ?? 0);
        expect([1017, 1013]).toContain(month);
      }
    }
  });
});

describe("the individual's premium", () => {
  it("rests on the notices and the answer about paying, not on the answer about refunds", () => {
    const { citations } = decide("premium", { tier: "first", startMonth: "2025-01" }, "2025-01-01");
    expect(citations.map(({ id }) => id).sort()).toEqual(
      [
        "cq-2022.premium",
        "cq-2024.premium",
        "cq-2025.premium",
        "cq-2025.care",
        "cq-2024.care",
        "s4.care",
        "s4.individual",
        "s4.individual-payment",
        "s4.wait-six",
      ].sort(),
    );
  });

  it("falls by one twelfth with each month, from the year's sum to one month, and the second tier is never below the first", () => {
    const year = { first: 307_500, second: 676_500 };
    for (const tier of ["first", "second"] as const) {
      for (let month = 1; month <= 12; month++) {
        const paid = sumOf(decide("premium", { tier, startMonth: monthOfYear(month) }, "2025-01-01"), "premium");
        expect(paid * 12).toBe(year[tier] * (13 - month));
      }
    }
  });
});

describe("waiting", () => {
  const previous = fc.record({
    firstTime: fc.boolean(),
    fromResident: fc.boolean(),
    fromUnit: fc.boolean(),
    retired: fc.boolean(),
    continuousMonths: fc.integer({ min: 0, max: 60 }),
    tier: fc.constantFrom("first", "second"),
    household: fc.boolean(),
    permit: fc.boolean(),
    otherRelation: fc.constant(false),
  });
  const readings = fc.record({
    "chongqing.waiting-start": fc.constantFrom("payment-month", "next-month"),
    "chongqing.first-individual": fc.constantFrom("first-time", "goes-on"),
    "chongqing.short-membership": fc.constantFrom("six-months", "no-wait"),
    "chongqing.short-gap": fc.constantFrom("gap-stays", "like-change"),
    "chongqing.change-unpaid": fc.constantFrom("six-months", "no-wait"),
  });
  const last = monthOf(2024, 12);

  it("more months of gap never shorten the wait, more months of membership never lengthen it", () => {
    let waits = 0;
    fc.assert(
      fc.property(
        previous,
        readings,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 12 }),
        (person, chosen, gap, more) => {
          const used = packFor("chongqing", [], chosen);
          const enrol = (months: number, continuousMonths: number): number => {
            const asOf = formatMonth(last + months + 1);
            const facts = { ...person, continuousMonths, lastPaid: formatMonth(last) };
            const found = decide("enrolment", facts, `${asOf}-15`, used);
            return parseMonth(dateOf(found, "treatmentFrom")!)! - parseMonth(asOf)!;
          };
          const wait = enrol(gap, person.continuousMonths);
          if (wait > 0) waits++;
          expect([0, 1, 6, 7]).toContain(wait);
          expect(enrol(gap + 1, person.continuousMonths)).toBeGreaterThanOrEqual(wait);
          expect(enrol(gap, person.continuousMonths + more)).toBeLessThanOrEqual(wait);
        },
      ),
      { numRuns: 150 },
    );
    expect(waits).toBeGreaterThan(20);
  });

  it("is the same in the enrolment and in the change of scheme, and paying a month earlier never loses more", () => {
    fc.assert(
      fc.property(previous, readings, fc.integer({ min: 0, max: 8 }), (person, chosen, gap) => {
        const used = packFor("chongqing", [], chosen);
        const { firstTime, fromResident, retired, continuousMonths } = person;
        const came = { firstTime, otherRelation: false, lastPaid: formatMonth(last) };
        const asOf = (months: number): string => `${formatMonth(last + months + 1)}-15`;
        const enrol = (months: number): Decision =>
          decide("enrolment", { ...person, ...came, fromUnit: true }, asOf(months), used);
        const changed = fromResident
          ? decide("scheme-change", { ...came, direction: "resident-to-flexible", retired, continuousMonths }, asOf(gap), used)
          : decide("scheme-change", { ...came, direction: "unit-to-flexible" }, asOf(gap), used);
        const enrolled = enrol(gap);
        expect(changed.coverage).toEqual(enrolled.coverage);
        expect(changed.options.map(({ dates }) => dates.map(({ id, value }) => [id, value]))).toEqual(
          enrolled.options.map(({ dates }) => dates.map(({ id, value }) => [id, value])),
        );
        expect(lost(enrolled.coverage, last + 24)).toBeLessThanOrEqual(lost(enrol(gap + 1).coverage, last + 24));
      }),
      { numRuns: 150 },
    );
  });

  it("paying the arrears never costs a month, and the strip has every month once", () => {
    fc.assert(
      fc.property(previous, readings, fc.integer({ min: 0, max: 6 }), (person, chosen, gap) => {
        const used = packFor("chongqing", [], chosen);
        const asOf = `${formatMonth(last + gap + 1)}-15`;
        const { options, coverage } = decide("enrolment", { ...person, lastPaid: formatMonth(last) }, asOf, used);
        // where nothing is to be paid both are the strip itself
        const [pay, leave] = options.length === 0 ? [coverage, coverage] : options.map((option) => option.coverage);
        const end = last + 24;
        expect(lost(pay!, end) + (options.length === 0 ? 0 : gap)).toBeLessThanOrEqual(lost(leave!, end));
        for (const strip of [coverage, ...options.map((option) => option.coverage)]) {
          for (const [i, run] of strip.slice(1).entries()) expect(parseMonth(run.from)).toBe(parseMonth(strip[i]!.to!)! + 1);
          expect(strip.at(-1)!.to).toBeNull();
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe("arrears of a unit", () => {
  it("paying, paying earlier and resuming earlier are never worse, the strip has every month once", () => {
    const cases = fc.record({
      gap: fc.integer({ min: 1, max: 8 }),
      later: fc.integer({ min: 0, max: 5 }),
      within: fc.constantFrom("resume-and-pay", "resume-only"),
      unpaid: fc.constantFrom("after-resuming", "after-arrears"),
      month: fc.constantFrom("next-month", "covered"),
      first: fc.constantFrom("covered", "not-paid"),
    });
    const start = monthOf(2024, 3);
    fc.assert(
      fc.property(cases, ({ gap, later, within, unpaid, month, first }) => {
        const used = packFor("chongqing", [], {
          "chongqing.arrears-within": within,
          "chongqing.arrears-unpaid": unpaid,
          "chongqing.arrears-payment-month": month,
          "chongqing.arrears-first-month": first,
        });
        const resumedMonth = formatMonth(start + gap + 1);
        const facts = { lastPaid: formatMonth(start), resumedMonth };
        const at = (months: number, answers: FactInputs): Decision =>
          decide("unit-arrears", { ...facts, ...answers }, `${formatMonth(start + gap + 1 + months)}-15`, used);
        const paid = at(later, { arrearsPaid: true });
        const nextPaid = at(later + 1, { arrearsPaid: true });
        const end = start + 40;
        expect(parseMonth(dateOf(nextPaid, "benefitsFrom")!)!).toBeGreaterThanOrEqual(parseMonth(dateOf(paid, "benefitsFrom")!)!);
        expect(lost(paid.coverage, end)).toBeLessThanOrEqual(lost(nextPaid.coverage, end));
        const { options } = at(later, { arrearsPaid: false });
        expect(lost(options[0]!.coverage, end)).toBeLessThanOrEqual(lost(options[1]!.coverage, end));
        // whoever resumed a month earlier, asked on the same day
        const earlier = { resumedMonth: formatMonth(start + Math.max(gap, 2)), arrearsPaid: false };
        const [pay, leave] = at(later, earlier).options;
        expect(lost(pay!.coverage, end)).toBeLessThanOrEqual(lost(options[0]!.coverage, end));
        expect(lost(leave!.coverage, end)).toBeLessThanOrEqual(lost(options[1]!.coverage, end));
        for (const strip of [paid.coverage, ...options.map((option) => option.coverage)]) {
          for (const [i, run] of strip.slice(1).entries()) expect(parseMonth(run.from)).toBe(parseMonth(strip[i]!.to!)! + 1);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("refund of an overlap", () => {
  it("is never negative, never more than the overlap's premiums, and less by every yuan credited", () => {
    const cases = fc.record({
      tier: fc.constantFrom("first", "second"),
      from: fc.integer({ min: 1, max: 12 }),
      length: fc.integer({ min: 0, max: 11 }),
      credited: fc.integer({ min: 0, max: 8000 }),
    });
    fc.assert(
      fc.property(cases, ({ tier, from, length, credited }) => {
        const to = Math.min(12, from + length);
        const facts = {
          tier,
          individualPaid: { periods: [{ from: "2025-01", to: "2025-12" }] },
          unitPaid: { periods: [{ from: monthOfYear(from), to: monthOfYear(to) }] },
          usedTreatment: false,
          accountCredited: String(credited),
        };
        const found = decide("overlap-refund", facts, "2026-05-05");
        const months = to - from + 1;
        const premiums = ((tier === "first" ? 307_500 : 676_500) / 12) * months;
        const refund = found.steps.find(({ key }) => key === "refund")!.value;
        expect(refund).toBe(Math.max(0, premiums - credited * 100));
        expect(found.outcome).toBe(refund > 0 ? "granted" : "refused");
        expect(sumOf(found, "refund")).toBe(refund);
      }),
    );
  });
});

describe("missing years at retirement", () => {
  it("more months never widen the shortfall, dearen the top-up or put retirement off", () => {
    const person = { sex: "male", birthDate: "1965-05-20", way: "no-pension-here" };
    fc.assert(
      fc.property(
        fc.constantFrom("unit", "flexible"),
        fc.constantFrom("first", "second"),
        fc.integer({ min: 0, max: 370 }),
        fc.integer({ min: 0, max: 40 }),
        (capacity, tier, months, more) => {
          const at = (count: number): Decision =>
            decide("retirement", { ...person, capacity, tier, contributed: { months: count } }, "2025-07-15");
          const [less, much] = [at(months), at(months + more)];
          const shortfall = ({ steps }: Decision): number => steps.find(({ key }) => key === "shortfall")!.value;
          const topUp = ({ steps }: Decision): number => steps.find(({ key }) => key === "topUp")?.value ?? 0;
          expect(shortfall(less)).toBe(Math.max(0, 360 - months));
          expect(shortfall(much)).toBeLessThanOrEqual(shortfall(less));
          expect(topUp(much)).toBeLessThanOrEqual(topUp(less));
          expect(less.outcome).toBe(shortfall(less) > 0 ? "choice" : "granted");
        },
      ),
    );
  });
});

describe("dates known before the form is complete", () => {
  const known = (facts: FactInputs): string[] =>
    consult(pack, "chongqing.retirement", facts, "2025-07-15").known.map(({ id, value }) => `${id} ${value}`);

  it("the statutory month with sex and birth date, both of a woman's until her kind is told, none once the pension is done", () => {
    expect(known({ sex: "male" })).toEqual([]);
    expect(known({ birthDate: "1965-05-20" })).toEqual([]);
    expect(known({ sex: "male", birthDate: "1965-05-20" })).toEqual(["statutoryMonth 2025-07"]);
    const woman = { sex: "female", birthDate: "1975-03-10" };
    expect(known(woman)).toEqual(["statutoryMonth50 2025-05", "statutoryMonth55 2031-07"]);
    expect(known({ ...woman, way: "no-pension-here", kind: "woman-50" })).toEqual(["statutoryMonth 2025-05"]);
    expect(known({ ...woman, way: "pension-here" })).toEqual([]);
  });
});
