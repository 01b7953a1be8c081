/** Lists of the office as sheets: the same for the spreadsheet and the printed page. */
import type { DayLedger, PromiseRowView, Statistics } from "../../../src-shared/contract/index.ts";
import type { CaseSummary } from "../../../src-shared/domain/case.ts";
import { LEDGER_KINDS } from "../../../src-shared/domain/ledger.ts";
import { CASE_LIST } from "../../../src-shared/lists/cases.ts";
import { CHECK_LIST, amountList, amountRows, countList, ledgerList } from "../../../src-shared/lists/day.ts";
import type { ColumnKind, ListColumn, ListOf } from "../../../src-shared/lists/list.ts";
import { PROMISE_LIST } from "../../../src-shared/lists/promises.ts";
import { STATISTICS_PARTS } from "../../../src-shared/lists/statistics.ts";
import { timeAtCounter } from "../../clock.ts";
import type { ReportCell, ReportColumn, ReportSheet } from "../../receipts/types.ts";
import { EXPORT_TEXT } from "./text.ts";

const { sheets: S } = EXPORT_TEXT;

/** A list with what stands above it on paper. */
export interface ExportList {
  /** Days or selection that it covers. */
  readonly span: string;
  /** What is missing, where the list was cut off. */
  readonly leftOut: string | null;
  readonly facts: readonly (readonly [string, string])[];
  readonly sheets: readonly ReportSheet[];
  /** Whom it names: the audit keeps it when the list leaves. */
  readonly people: readonly string[];
}

/** To the minute. */
const timeText = (instant: string): string => timeAtCounter(instant).slice(0, "2026-11-02 09:15".length);

const ON_PAPER: Readonly<Record<ColumnKind, ReportColumn["kind"]>> = {
  text: "text",
  code: "text",
  instant: "text",
  time: "text",
  count: "count",
  money: "money",
};

function cellOf<Row>({ kind, of }: ListColumn<Row>, row: Row): ReportCell {
  const cell = of(row);
  if (kind === "instant" && cell !== null) return timeText(String(cell));
  return kind === "time" ? timeAtCounter(String(cell)).slice("2026-11-02 ".length) : cell;
}

function totalOf<Row>({ total, of }: ListColumn<Row>, rows: readonly Row[]): ReportCell {
  if (total === "label") return EXPORT_TEXT.totals;
  if (total === "rows") return EXPORT_TEXT.rowCount(rows.length);
  return total === "sum" ? rows.reduce((sum, row) => sum + Number(of(row)), 0) : null;
}

/** @param total the last row, where it is one of its own */
export function sheetOf<Row>(title: string, list: ListOf<Row>, rows: readonly Row[], total?: Row): ReportSheet {
  const columns = list.flatMap((column) => (column.share === undefined ? [] : [{ ...column, share: column.share }]));
  const cells = (row: Row): ReportCell[] => columns.map((column) => cellOf(column, row));
  const hasTotals = columns.some((column) => column.total !== undefined);
  return {
    title,
    columns: columns.map(({ title: heading, share, kind }) => ({ title: heading, share, kind: ON_PAPER[kind] })),
    rows: rows.map(cells),
    ...(total !== undefined ? { totals: cells(total) } : {}),
    ...(hasTotals ? { totals: columns.map((column) => totalOf(column, rows)) } : {}),
  };
}

export function daySheets(ledger: DayLedger, people: readonly string[]): ExportList {
  const { facts: F } = EXPORT_TEXT;
  const { receiptNumbers, closed, late } = ledger;
  const after = ledger.rows.filter(({ afterClosing }) => afterClosing).length;
  const wentOn = after > 0;
  const signed = closed?.signed ?? ledger;
  return {
    span: ledger.date,
    leftOut: null,
    people,
    facts: [
      [F.scope, ledger.clerk ?? EXPORT_TEXT.wholeOffice],
      [
        F.numbers,
        receiptNumbers
          ? EXPORT_TEXT.numbers(receiptNumbers.first, receiptNumbers.last, receiptNumbers.count, receiptNumbers.advised)
          : EXPORT_TEXT.none,
      ],
      [F.closing, closed ? EXPORT_TEXT.closed(closed.clerk, timeText(closed.at), late, closed.note) : EXPORT_TEXT.open],
      ...(after === 0 ? [] : [[F.after, EXPORT_TEXT.afterCount(after)] as const]),
      ...(ledger.anchor === null ? [] : [[F.anchor, ledger.anchor] as const]),
    ],
    sheets: [
      sheetOf(
        S.counts,
        countList(wentOn),
        LEDGER_KINDS.map((kind) => ({ kind, now: ledger.counts[kind], signed: signed.counts[kind] })),
      ),
      sheetOf(S.amounts, amountList(wentOn), amountRows(ledger.amounts, signed.amounts)),
      sheetOf(S.ledger, ledgerList(wentOn), ledger.rows),
      sheetOf(S.checks, CHECK_LIST, ledger.checks),
    ],
  };
}

export function statisticsSheets({ from, to, total, ...parts }: Statistics): ExportList {
  return {
    span: EXPORT_TEXT.spanOf(from, to),
    leftOut: null,
    people: [],
    facts: [],
    sheets: (["byMatter", "byClerk", "byMonth"] as const).map((part) => {
      const { title, list } = STATISTICS_PARTS[part];
      return sheetOf(title, list, parts[part], total);
    }),
  };
}

export const casesSheet = (
  rows: readonly CaseSummary[],
  about: Pick<ExportList, "span" | "leftOut" | "people"> & { readonly filter: string },
): ExportList => ({
  span: about.span,
  leftOut: about.leftOut,
  people: about.people,
  facts: [
    [EXPORT_TEXT.facts.filter, about.filter],
    [EXPORT_TEXT.facts.rows, String(rows.length)],
  ],
  sheets: [sheetOf(EXPORT_TEXT.casesName, CASE_LIST, rows)],
});

export const promisesSheet = (rows: readonly PromiseRowView[], span: string, people: readonly string[]): ExportList => ({
  span,
  leftOut: null,
  people,
  facts: [[EXPORT_TEXT.facts.rows, String(rows.length)]],
  sheets: [sheetOf(EXPORT_TEXT.promisesName, PROMISE_LIST, rows)],
});
