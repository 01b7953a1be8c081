/** The figures of a span of days, which come from sums of whole months and of single days, against the day's books themselves. */
import { assert, integer, property, tuple } from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { wholeMonths } from "../../src-main/store/areas/cases/ledger.ts";
import type { StatisticsTotal } from "../../src-main/store/areas/cases/types.ts";
import { content, identityNumber, newStore, submit } from "./support.ts";

const FIRST = Temporal.PlainDate.from("2025-12-28");
const DAYS = 100;
const day = (at: number): string => FIRST.add({ days: at }).toString();
const spans = tuple(integer({ min: 0, max: DAYS }), integer({ min: 0, max: DAYS })).map(([a, b]) =>
  a <= b ? { from: day(a), to: day(b) } : { from: day(b), to: day(a) },
);

it("any span of days adds up to what its days hold", () => {
  const store = newStore();
  // on the edges of months, and in their midst
  for (const [i, at] of [0, 3, 4, 5, 17, 34, 35, 36, 62, 63, 64, 90, 93, 94].entries()) {
    submit(store, {
      content: content({ person: { identityNumber: identityNumber(i), name: "张三", phone: "" } }),
      draftId: `draft-${i}`,
      act: { at: `${day(at)}T01:00:00.000Z` },
    });
  }
  const books = new Map(Array.from({ length: DAYS + 1 }, (_, at) => [day(at), store.ledger.day(day(at))]));
  const sumOf = (totals: readonly StatisticsTotal[]) => totals.reduce((sum, { count }) => sum + count, 0);
  assert(
    property(spans, ({ from, to }) => {
      const entries = [...books].filter(([date]) => date >= from && date <= to).flatMap(([, rows]) => rows);
      const { byMatter, byClerk, byMonth } = store.ledger.totals({ from, to });
      for (const totals of [byMatter, byClerk, byMonth]) expect(sumOf(totals)).toBe(entries.length);
      for (const { id, kind, count } of byMonth) {
        expect(count).toBe(entries.filter((entry) => entry.kind === kind && entry.day.startsWith(id)).length);
      }
    }),
    { numRuns: 200 },
  );
  expect(books.get(day(5))!.length).toBeGreaterThan(0);
});

it.each([
  ["2026-01-01", "2026-01-31", { from: "2026-01", to: "2026-01" }],
  ["2026-01-01", "2026-01-30", null],
  ["2026-01-02", "2026-02-28", { from: "2026-02", to: "2026-02" }],
  ["2024-02-01", "2024-02-28", null],
  ["2025-12-31", "2026-03-01", { from: "2026-01", to: "2026-02" }],
  ["2026-01-02", "2026-01-05", null],
])("%s to %s holds these months as a whole", (from, to, expected) => {
  expect(wholeMonths(from, to)).toEqual(expected);
});
