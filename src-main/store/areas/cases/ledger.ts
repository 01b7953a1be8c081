/** The day's books: what was accepted, settled, refused and cancelled, the figures of longer spans, and the end of the day. */
import { Temporal } from "temporal-polyfill";
import { caseRows } from "./case-rows.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { rangesOf, within } from "../../file/days.ts";
import type { CaseRow, DayCheck, LedgerAmount, LedgerRow, StatisticsTotal, StatisticsTotals } from "./types.ts";
import type { DayEndRow } from "./columns.ts";
import type { Store } from "../../types.ts";
import { CLERKS } from "../office/columns.ts";
import { CASES, DAY_ENDS, DRAFTS, LEDGER, RECEIPT_NUMBERS } from "./columns.ts";

const dayEndOf = (reader: Reader, day: string): DayEndRow | undefined => DAY_ENDS.get(reader, "WHERE day = ?", day);

export const ledgerReads = (
  reader: Reader & { snapshot<Result>(body: () => Result): Result },
): Pick<Store["ledger"], "day" | "totals" | "dayEnd" | "dayEnds" | "unclosed" | "check"> => ({
  day: (day) =>
    reader
      .all<LedgerRow & { amounts: string }>(
        `SELECT ${LEDGER.without("fen").selected},
           (SELECT people.id FROM people WHERE people.number = cases.person) AS personId, ${CASES.part("name", "identityKind", "identityNumber").selected}
         FROM ledger JOIN cases ON cases.id = case_id WHERE day = ? ORDER BY ledger.number`,
        day,
      )
      .map((row) => ({ ...row, amounts: JSON.parse(row.amounts) as LedgerAmount[] })),
  totals: (span) => reader.snapshot(() => totalsOf(reader, span)),
  dayEnd: (day) => dayEndOf(reader, day),
  dayEnds: (limit) => DAY_ENDS.all(reader, "ORDER BY day DESC LIMIT ?", limit),
  unclosed: (before, limit) =>
    reader.all<{ date: string; entries: number }>(
      // from one day to the one before, by the index: a day's rows are many
      `WITH RECURSIVE days (day) AS (
         SELECT max(day) FROM statistics WHERE day < ?
         UNION ALL SELECT (SELECT max(day) FROM statistics WHERE statistics.day < days.day) FROM days WHERE day IS NOT NULL)
       SELECT day AS date, (SELECT sum(count) FROM statistics WHERE statistics.day = days.day) AS entries FROM days
       WHERE day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM day_ends WHERE day_ends.day = days.day) LIMIT ?`,
      before,
      limit,
    ),
  check: (day) => reader.snapshot(() => checkDay(reader, day)),
});

/** Whole months from their sums, the days before and after them one by one. */
function totalsOf(reader: Reader, { from, to }: { readonly from: string; readonly to: string }): StatisticsTotals {
  const months = wholeMonths(from, to);
  const before = months === null ? { from, to } : { from, to: `${months.from}-00` };
  const after = months === null ? null : { from: `${months.to}-99`, to };
  const sums = (group: string, dimension: "matter" | "clerk", column: string): StatisticsTotal[] =>
    reader.all<StatisticsTotal>(
      `SELECT id, kind, sum(count) AS count, sum(fen) AS fen FROM (
         SELECT ${group === "month" ? "month" : "id"} AS id, kind, count, fen FROM monthly_statistics
           WHERE month BETWEEN ? AND ? AND dimension = '${dimension}'
         UNION ALL SELECT ${column}, kind, count, fen FROM statistics WHERE day BETWEEN ? AND ?
         UNION ALL SELECT ${column}, kind, count, fen FROM statistics WHERE day BETWEEN ? AND ?)
       GROUP BY 1, 2 ORDER BY 1, 2`,
      months?.from ?? "",
      months?.to ?? "",
      before.from,
      before.to,
      after?.from ?? "",
      after?.to ?? "",
    );
  const names = new Map(
    CLERKS.part("id", "name")
      .all(reader, "")
      .map(({ id, name }) => [id, name]),
  );
  return {
    byMatter: sums("id", "matter", "matter"),
    byClerk: sums("id", "clerk", "clerk_id").map((row) => ({ ...row, name: names.get(row.id) ?? row.id })),
    byMonth: sums("month", "matter", "substr(day, 1, 7)"),
  };
}

/** The months that lie within a span of days as a whole, `YYYY-MM`; `null` where none does. */
export function wholeMonths(from: string, to: string): { readonly from: string; readonly to: string } | null {
  const firstDay = Temporal.PlainDate.from(from);
  const lastDay = Temporal.PlainDate.from(to);
  const first = (firstDay.day === 1 ? firstDay : firstDay.add({ months: 1 })).toPlainYearMonth();
  const last = (
    lastDay.day === lastDay.daysInMonth ? lastDay : lastDay.with({ day: 1 }).subtract({ months: 1 })
  ).toPlainYearMonth();
  return Temporal.PlainYearMonth.compare(first, last) > 0 ? null : { from: first.toString(), to: last.toString() };
}

function checkDay(reader: Reader, day: string): DayCheck {
  const unprinted = caseRows(
    reader,
    `WHERE id IN (SELECT case_id FROM ledger WHERE day = ? AND kind IN ('accepted', 'amended')) AND +state = 'submitted' AND EXISTS (
       SELECT 1 FROM papers WHERE case_id = cases.id AND version = cases.version
         AND NOT EXISTS (SELECT 1 FROM prints WHERE paper_id = papers.id))
     ORDER BY receipt_number`,
    day,
  );
  const unreviewed = caseRows(
    reader,
    "INDEXED BY cases_review WHERE review = 'waiting' AND review <> 'none' ORDER BY last_change LIMIT 1000",
  );
  const given = RECEIPT_NUMBERS.all(
    reader,
    `WHERE case_id IN (SELECT case_id FROM ledger WHERE day = ? AND kind IN ('accepted', 'advised')) ORDER BY year, running`,
    day,
  );
  const ofDay = within("last_change", rangesOf(reader, "event_days", { from: day, to: day })!);
  return {
    unprinted,
    unreviewed,
    numbers: unusual(reader, given),
    first: given[0]?.number ?? null,
    last: given.at(-1)?.number ?? null,
    open: reader.get<{ count: number }>(
      `SELECT count(*) AS count FROM cases INDEXED BY cases_newest WHERE state = 'open' AND ${ofDay.sql}`,
      ...ofDay.parameters,
    )!.count,
    drafts: reader
      .all<Omit<DayCheck["drafts"][number], "active"> & { readonly active: number }>(
        `SELECT ${DRAFTS.part("clerkId").selected}, name AS clerkName, active, count, oldest
         FROM (SELECT clerk_id, count(*) AS count, min(updated_at) AS oldest FROM drafts INDEXED BY drafts_open
               WHERE content IS NOT NULL GROUP BY clerk_id) AS drafts JOIN clerks ON clerks.id = clerk_id ORDER BY name`,
      )
      .map((row) => ({ ...row, active: row.active === 1 })),
  };
}

/** Numbers of the day that are missing from the row, or whose case was cancelled. */
function unusual(
  reader: Reader,
  given: readonly { readonly number: string; readonly year: number; readonly running: number }[],
): { receiptNumber: string; case: CaseRow | null }[] {
  const found: { receiptNumber: string; case: CaseRow | null }[] = [];
  given.forEach(({ number, year, running }, index) => {
    const before = given[index - 1];
    if (before?.year === year) {
      for (let missing = before.running + 1; missing < running; missing++) {
        // another day's number in between is not missing
        const other = reader.get("SELECT 1 FROM receipt_numbers WHERE year = ? AND running = ?", year, missing);
        const text = number.slice(0, -String(running).padStart(6, "0").length) + String(missing).padStart(6, "0");
        if (other === undefined) found.push({ receiptNumber: text, case: null });
      }
    }
    const [row] = caseRows(
      reader,
      "WHERE id = (SELECT case_id FROM receipt_numbers WHERE year = ? AND running = ?) AND state = 'cancelled'",
      year,
      running,
    );
    if (row !== undefined) found.push({ receiptNumber: number, case: row });
  });
  return found;
}

export const ledgerWrites = (perform: Perform): Pick<Store["ledger"], "closeDay"> => ({
  closeDay: (act, day, note) =>
    perform(act, "ledger.closeDay", (writer) => {
      const clerk = requireClerk(writer, act);
      if (dayEndOf(writer, day) !== undefined) throw new StoreRefusal("day-closed", `${day} is closed already`);
      const last = writer.get<{ number: number }>("SELECT number FROM ledger ORDER BY number DESC LIMIT 1");
      const row = { day, at: act.at, clerkName: clerk.name, lastNumber: last?.number ?? 0, note };
      DAY_ENDS.insert(writer, row);
      return { answer: row, subject: day, detail: { ...row } };
    }),
});
