/** 办件统计: a span of days by matter, clerk and month. */
import { Temporal } from "temporal-polyfill";
import type { Statistics, StatisticsRow as StatisticsRowView } from "../../../src-shared/contract/index.ts";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import { noCounts } from "../../../src-shared/domain/ledger.ts";
import type { StatisticsTotal } from "../../store/areas/cases/types.ts";
import { DAY_TEXT, STATISTICS_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { shownTitle } from "../policy/served.ts";
import type { DeskTools } from "../frame/tools.ts";

const LONGEST_SPAN_DAYS = 3 * 366;

/** @throws Refusal `bad-input` for days that are none, in the wrong order or too far apart */
function requireSpan(from: string, to: string): void {
  const problem =
    parseDate(from) === undefined || parseDate(to) === undefined || from > to
      ? DAY_TEXT.spanReversed
      : Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days > LONGEST_SPAN_DAYS
        ? DAY_TEXT.spanTooLong
        : null;
  if (problem !== null) {
    throw new Refusal("bad-input", { message: problem, fields: [{ fact: "to", code: "range", message: problem }] });
  }
}

export function statistics(tools: DeskTools, from: string, to: string): Statistics {
  requireSpan(from, to);
  const { byMatter, byClerk, byMonth } = tools.store.ledger.totals({ from, to });
  const clerks = new Map(byClerk.map(({ id, name }) => [id, name]));
  const total = grouped(
    byMonth.map((row) => ({ ...row, id: "total" })),
    () => STATISTICS_TEXT.total,
  )[0];
  return {
    from,
    to,
    total: total ?? { id: "total", title: STATISTICS_TEXT.total, counts: noCounts(), amountFen: 0 },
    byMatter: grouped(byMatter, (id) => shownTitle(tools, id)).sort(mostAccepted),
    byClerk: grouped(byClerk, (id) => clerks.get(id) ?? id).sort(mostAccepted),
    byMonth: everyMonth(from, to, grouped(byMonth, STATISTICS_TEXT.month)),
  };
}

const mostAccepted = (a: StatisticsRowView, b: StatisticsRowView): number =>
  b.counts.accepted - a.counts.accepted || b.counts.advised - a.counts.advised || (a.title < b.title ? -1 : 1);

/** The kinds of each id together. */
function grouped(rows: readonly StatisticsTotal[], titleOf: (id: string) => string): StatisticsRowView[] {
  const groups = new Map<string, { readonly counts: ReturnType<typeof noCounts>; amountFen: number }>();
  for (const row of rows) {
    const { id } = row;
    const group = groups.get(id) ?? { counts: noCounts(), amountFen: 0 };
    group.counts[row.kind] += row.count;
    // settled less reversed: what stands
    if (row.kind === "settled" || row.kind === "reversed") group.amountFen += row.fen;
    groups.set(id, group);
  }
  return [...groups].map(([id, group]) => ({ id, title: titleOf(id), ...group }));
}

/** A chart needs the months without cases as well. */
function everyMonth(from: string, to: string, rows: readonly StatisticsRowView[]): StatisticsRowView[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const months: StatisticsRowView[] = [];
  const last = Temporal.PlainYearMonth.from(to.slice(0, 7));
  for (let month = Temporal.PlainYearMonth.from(from.slice(0, 7)); Temporal.PlainYearMonth.compare(month, last) <= 0;) {
    const id = month.toString();
    months.push(known.get(id) ?? { id, title: STATISTICS_TEXT.month(id), counts: noCounts(), amountFen: 0 });
    month = month.add({ months: 1 });
  }
  return months;
}
