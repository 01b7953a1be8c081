/** The waiting period, counted by hand; and the day arithmetic under it, against Temporal. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  fromPlainDate,
  monthOf,
  parseDate,
  toPlainDate,
} from "../../../src-shared/domain/calendar.ts";
import {
  coverGapUntil,
  coverWaiting,
  waitingAfter,
  type FirstCounted,
} from "../../../src-main/rules/engine/contribution/waiting.ts";
import { newDraft } from "../../../src-main/rules/engine/draft.ts";
import { leaf, type DerivedStep } from "../../../src-main/rules/engine/node.ts";
import type { Unit } from "../../../src-main/rules/engine/units.ts";

const definition = (key: string, unit: Unit): DerivedStep => ({
  key,
  title: key,
  kind: "fact",
  unit,
  formula: "",
  rule: "TL-04",
  citations: [],
  figure: null,
  labels: [],
  reading: null,
});
const steps = {
  atOnce: definition("atOnce", "date"),
  after: definition("after", "date"),
  last: definition("last", "date"),
};
const date = (text: string): number => parseDate(text)!;
const start = (text: string) => leaf(definition("paid", "date"), date(text));
const from = (text: string, length: number, unit: "days" | "months", first: FirstCounted) => {
  const { treatmentFrom, last } = waitingAfter(steps, start(text), leaf(definition("length", unit), length), first);
  return [formatDate(treatmentFrom.value), last === null ? null : formatDate(last.value)];
};

describe("the first day of treatment", () => {
  it.each([
    // January has 31 days: 22 left with the 10th, 29 in February 2024, 31 in March: 82; the 90th is 8 April
    ["2024-01-10", 90, "days", "start-itself", "2024-04-09", "2024-04-08"],
    // no leap day: a day later in the year
    ["2025-01-10", 90, "days", "start-itself", "2025-04-10", "2025-04-09"],
    ["2025-01-10", 90, "days", "after-start", "2025-04-11", "2025-04-10"],
    ["2024-02-29", 30, "days", "start-itself", "2024-03-30", "2024-03-29"],
    ["2025-12-15", 30, "days", "start-itself", "2026-01-14", "2026-01-13"],
    // to the corresponding day; the end of a shorter month where there is none
    ["2025-03-10", 3, "months", "start-itself", "2025-06-10", "2025-06-09"],
    ["2025-03-10", 3, "months", "after-start", "2025-06-11", "2025-06-10"],
    ["2025-11-30", 3, "months", "start-itself", "2026-02-28", "2026-02-27"],
    ["2023-11-30", 3, "months", "after-start", "2024-03-01", "2024-02-29"],
    ["2025-08-31", 6, "months", "start-itself", "2026-02-28", "2026-02-27"],
  ] as const)("%s, %i %s, %s: %s", (paid, length, unit, first, expected, last) => {
    expect(from(paid, length, unit, first)).toEqual([expected, last]);
  });

  it("is the start itself where nothing has to be waited for, however the first day counts", () => {
    expect(from("2024-02-29", 0, "days", "after-start")).toEqual(["2024-02-29", null]);
    expect(from("2024-02-29", 0, "months", "start-itself")).toEqual(["2024-02-29", null]);
  });

  it("names what it rests on", () => {
    const paid = start("2025-01-10");
    const length = leaf(definition("length", "days"), 90);
    const reading = leaf(definition("reading", "choice"), 1);
    const found = waitingAfter(steps, paid, length, "start-itself", reading);
    expect(found.start).toBe(paid);
    expect(found.treatmentFrom.inputs).toEqual([paid, length, reading]);
    expect(found.treatmentFrom.definition).toBe(steps.after);
    expect(found.last?.inputs).toEqual([found.treatmentFrom]);
    // where nobody waits the first day is no question, and the decision does not name its reading
    const none = leaf(definition("length", "days"), 0);
    const atOnce = waitingAfter(steps, paid, none, "start-itself", reading).treatmentFrom;
    expect(atOnce.definition).toBe(steps.atOnce);
    expect(atOnce.inputs).toEqual([paid, none]);
  });
});

describe("by months", () => {
  const monthly = (first: FirstCounted, length = 6) =>
    waitingAfter(
      steps,
      leaf(definition("month", "month"), monthOf(2023, 9)),
      leaf(definition("length", "months"), length),
      first,
    );

  it("six months from the month of payment, or from the month after it", () => {
    expect(monthly("start-itself").treatmentFrom.value).toBe(monthOf(2024, 3));
    expect(monthly("start-itself").last?.value).toBe(monthOf(2024, 2));
    expect(monthly("after-start").treatmentFrom.value).toBe(monthOf(2024, 4));
  });

  it("is drawn in whole months", () => {
    const draft = newDraft();
    coverWaiting(draft, { waiting: "w", covered: "c" }, monthly("start-itself"));
    expect(draft.coverage).toEqual([
      { status: "waiting", title: "w", months: [monthOf(2023, 9), monthOf(2024, 2)], from: 0 },
      { status: "covered", title: "c", months: null, from: monthOf(2024, 3) },
    ]);
    const none = newDraft();
    coverWaiting(none, { waiting: "w", covered: "c" }, monthly("start-itself", 0));
    expect(none.coverage).toEqual([{ status: "covered", title: "c", months: null, from: monthOf(2023, 9) }]);
  });

  it("ends with what was paid for", () => {
    const until = (last: number) => {
      const draft = newDraft();
      coverWaiting(draft, { waiting: "w", covered: "c" }, monthly("start-itself"), last);
      return draft.coverage.filter(({ status }) => status === "covered").map(({ months }) => months);
    };
    expect(until(monthOf(2024, 12))).toEqual([[monthOf(2024, 3), monthOf(2024, 12)]]);
    expect(until(monthOf(2024, 3))).toEqual([[monthOf(2024, 3), monthOf(2024, 3)]]);
    expect(until(monthOf(2024, 2))).toEqual([]);
  });
});

describe("the strip by day", () => {
  it("gap, waiting and treatment meet without a day between or twice", () => {
    const draft = newDraft();
    const found = waitingAfter(steps, start("2025-05-12"), leaf(definition("length", "days"), 30), "start-itself");
    coverGapUntil(draft, "g", monthOf(2024, 12), found.start.value);
    coverWaiting(draft, { waiting: "w", covered: "c" }, found);
    expect(draft.coverage.map(({ status, days }) => [status, ...days!])).toEqual([
      ["gap", 20250101, 20250511],
      ["waiting", 20250512, 20250610],
      ["covered", 20250611, null],
    ]);
  });

  it("the day of payment is not covered either where counting begins with the next day", () => {
    const draft = newDraft();
    const found = waitingAfter(steps, start("2025-05-12"), leaf(definition("length", "days"), 30), "after-start");
    coverWaiting(draft, { waiting: "w", covered: "c" }, found);
    expect(draft.coverage.map(({ status, days }) => [status, ...days!])).toEqual([
      ["waiting", 20250512, 20250611],
      ["covered", 20250612, null],
    ]);
  });

  it("ends with the year that was paid for, and has no treatment when the wait outlasts it", () => {
    const until = (paid: string) => {
      const draft = newDraft();
      const found = waitingAfter(steps, start(paid), leaf(definition("length", "days"), 90), "start-itself");
      coverWaiting(draft, { waiting: "w", covered: "c" }, found, 20241231);
      return draft.coverage.filter(({ status }) => status === "covered").map(({ days }) => days);
    };
    expect(until("2024-01-10")).toEqual([[20240409, 20241231]]);
    expect(until("2024-10-02")).toEqual([[20241231, 20241231]]);
    expect(until("2024-10-03")).toEqual([]);
  });

  it("has no gap of no days", () => {
    const draft = newDraft();
    coverGapUntil(draft, "g", monthOf(2024, 12), 20250101);
    expect(draft.coverage).toEqual([]);
    coverGapUntil(draft, "g", monthOf(2024, 12), 20250102);
    expect(draft.coverage).toHaveLength(1);
  });
});

describe("days and months on the calendar", () => {
  const anyDate = fc
    .integer({ min: 0, max: 200_000 })
    .map((days) => fromPlainDate(Temporal.PlainDate.from("1850-01-01").add({ days })));

  it("agrees with Temporal", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const later = addDays(day, count);
        expect(later).toBe(fromPlainDate(toPlainDate(day).add({ days: count })));
        expect(daysBetween(day, later)).toBe(count);
        expect(addDays(later, -count)).toBe(day);
        const months = count % 1200;
        expect(addMonths(day, months)).toBe(fromPlainDate(toPlainDate(day).add({ months })));
      }),
    );
  });

  it.each(["1900-03-01", "2000-02-29", "2000-03-01", "2100-03-01", "2024-12-31", "2096-02-29"])("around %s", (text) => {
    for (const count of [-366, -1, 1, 365, 366])
      expect(addDays(date(text), count)).toBe(fromPlainDate(toPlainDate(date(text)).add({ days: count })));
  });
});
