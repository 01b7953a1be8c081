import type { StatisticsRow } from "../contract/reports.ts";
import { LEDGER_KINDS, type LedgerKind } from "../domain/ledger.ts";
import { LEDGER_LABELS } from "../text/labels.ts";
import type { ListOf } from "./list.ts";

/** What the screen has no room for. */
const ON_PAPER_ALONE: ReadonlySet<LedgerKind> = new Set(["amended", "reversed"]);

/** 办件统计 by whatever the rows are of, with a column for each kind of entry of the ledger. */
export const statisticsList = (heading: string): ListOf<StatisticsRow> => [
  { id: "title", title: heading, kind: "text", share: 24, of: (row) => row.title },
  ...LEDGER_KINDS.map((kind) => ({
    id: kind,
    title: LEDGER_LABELS[kind],
    kind: "count" as const,
    share: 9,
    paperOnly: ON_PAPER_ALONE.has(kind),
    of: (row: StatisticsRow) => row.counts[kind],
  })),
  { id: "amount", title: "金额（元）", kind: "money", share: 18, of: (row) => row.amountFen },
];

/** The parts of the statistics, in the order of the paper; each has its heading and its name. */
export const STATISTICS_PARTS = {
  byMatter: { title: "按事项", list: statisticsList("事项") },
  byClerk: { title: "按经办人", list: statisticsList("经办人") },
  byMonth: { title: "按月", list: statisticsList("月份") },
} as const;
