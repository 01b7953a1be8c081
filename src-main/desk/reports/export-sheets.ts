/** Lists of the office as sheets: the same for the spreadsheet and the printed page. */
import type { AmountSum, DayLedger, PromiseRowView, Statistics, StatisticsRow } from "../../../src-shared/contract/index.ts";
import type { CaseSummary } from "../../../src-shared/domain/case.ts";
import { shownIdentity } from "../../../src-shared/text/identity.ts";
import { CASE_STATE_LABELS, LEDGER_LABELS, MATERIAL_FORM_LABELS } from "../../../src-shared/text/labels.ts";
import { timeAtCounter } from "../../clock.ts";
import type { ReportColumn, ReportSheet } from "../../receipts/types.ts";
import { DAY_CHECK_LABELS, EXPORT_TEXT } from "./text.ts";
import { LEDGER_KINDS } from "../../../src-shared/domain/ledger.ts";

const { columns: C, sheets: S } = EXPORT_TEXT;

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

const sumOf = (rows: readonly { readonly amountFen: number | null }[]): number =>
  rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);

const text = (title: string, share: number): ReportColumn => ({ title, share, kind: "text" });
const count = (title: string, share: number): ReportColumn => ({ title, share, kind: "count" });
const money = (title: string, share: number): ReportColumn => ({ title, share, kind: "money" });
/** To the minute. */
const timeText = (instant: string | null): string | null => (instant === null ? null : timeAtCounter(instant).slice(0, 16));

const sameSum = (one: AmountSum, other: AmountSum): boolean =>
  one.title === other.title && one.payer === other.payer && one.payee === other.payee;

/** Both sums of a day that went on after it was closed: as signed, and as they are now. */
function sumSheets({ counts, amounts }: DayLedger, signed: Pick<DayLedger, "counts" | "amounts"> | null): ReportSheet[] {
  const way = (sum: AmountSum) => [sum.title, sum.payer, sum.payee];
  if (signed === null) {
    return [
      {
        title: S.counts,
        columns: [text(C.kind, 60), count(C.count, 40)],
        rows: LEDGER_KINDS.map((kind) => [LEDGER_LABELS[kind], counts[kind]]),
      },
      {
        title: S.amounts,
        columns: [text(C.amountTitle, 34), text(C.payer, 20), text(C.payee, 20), count(C.count, 8), money(C.amount, 18)],
        rows: amounts.map((sum) => [...way(sum), sum.count, sum.fen]),
      },
    ];
  }
  return [
    {
      title: S.counts,
      columns: [text(C.kind, 40), count(C.signedCount, 30), count(C.nowCount, 30)],
      rows: LEDGER_KINDS.map((kind) => [LEDGER_LABELS[kind], signed.counts[kind], counts[kind]]),
    },
    {
      title: S.amounts,
      columns: [
        text(C.amountTitle, 26),
        text(C.payer, 14),
        text(C.payee, 14),
        count(C.signedCount, 10),
        money(C.signedAmount, 13),
        count(C.nowCount, 10),
        money(C.nowAmount, 13),
      ],
      // nothing signed is missing among what is there now: entries are only ever added
      rows: amounts.map((sum) => {
        const before = signed.amounts.find((one) => sameSum(one, sum));
        return [...way(sum), before?.count ?? 0, before?.fen ?? 0, sum.count, sum.fen];
      }),
    },
  ];
}

export function daySheets(ledger: DayLedger, people: readonly string[]): ExportList {
  const { facts: F } = EXPORT_TEXT;
  const { receiptNumbers, closed, late } = ledger;
  const after = ledger.rows.filter(({ afterClosing }) => afterClosing).length;
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
      [F.closing, closed ? EXPORT_TEXT.closed(closed.clerk, timeText(closed.at)!, late, closed.note) : EXPORT_TEXT.open],
      ...(after === 0 ? [] : [[F.after, EXPORT_TEXT.afterCount(after)] as const]),
      ...(ledger.anchor === null ? [] : [[F.anchor, ledger.anchor] as const]),
    ],
    sheets: [
      ...sumSheets(ledger, after === 0 ? null : closed!.signed),
      {
        title: S.ledger,
        columns: [
          text(C.time, 8),
          text(C.kind, 8),
          text(C.receiptNumber, 15),
          text(C.matter, after === 0 ? 21 : 14),
          text(C.person, 9),
          text(C.identityNumber, 17),
          text(C.clerk, 9),
          money(C.amount, 13),
          ...(after === 0 ? [] : [text(C.closing, 7)]),
        ],
        totals: [
          EXPORT_TEXT.totals,
          EXPORT_TEXT.rowCount(ledger.rows.length),
          null,
          null,
          null,
          null,
          null,
          sumOf(ledger.rows),
          ...(after === 0 ? [] : [null]),
        ],
        rows: ledger.rows.map((row) => [
          timeAtCounter(row.at).slice(11),
          LEDGER_LABELS[row.kind],
          row.receiptNumber,
          row.matterTitle,
          row.name,
          shownIdentity(row),
          row.clerk,
          row.amountFen,
          ...(after === 0 ? [] : [row.afterClosing ? EXPORT_TEXT.afterClosing : ""]),
        ]),
      },
      {
        title: S.checks,
        columns: [text(C.check, 16), text(C.result, 10), text(C.detail, 74)],
        rows: ledger.checks.map(({ kind, passed, message, items }) => [
          DAY_CHECK_LABELS[kind],
          passed ? EXPORT_TEXT.passed : EXPORT_TEXT.failed,
          [message, ...items.map((item) => item.text)].join("\n"),
        ]),
      },
    ],
  };
}

export function statisticsSheets({ from, to, total, byMatter, byClerk, byMonth }: Statistics): ExportList {
  const cells = (row: StatisticsRow) => [row.title, ...LEDGER_KINDS.map((kind) => row.counts[kind]), row.amountFen];
  const sheet = (title: string, first: string, rows: readonly StatisticsRow[]): ReportSheet => ({
    title,
    columns: [text(first, 24), ...LEDGER_KINDS.map((kind) => count(LEDGER_LABELS[kind], 9)), money(C.amount, 18)],
    rows: rows.map(cells),
    totals: cells(total),
  });
  return {
    span: EXPORT_TEXT.spanOf(from, to),
    leftOut: null,
    people: [],
    facts: [],
    sheets: [sheet(S.byMatter, C.matter, byMatter), sheet(S.byClerk, C.clerk, byClerk), sheet(S.byMonth, C.month, byMonth)],
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
  sheets: [
    {
      title: EXPORT_TEXT.casesName,
      columns: [
        text(C.receiptNumber, 17),
        text(C.state, 8),
        text(C.matter, 22),
        text(C.person, 11),
        text(C.identityNumber, 19),
        text(C.clerk, 8),
        text(C.openedAt, 16),
        text(C.submittedAt, 16),
        text(C.settledAt, 16),
        text(C.dueOn, 11),
        text(C.reviewer, 8),
        money(C.amount, 14),
      ],
      totals: [EXPORT_TEXT.totals, EXPORT_TEXT.rowCount(rows.length), ...Array.from({ length: 9 }, () => null), sumOf(rows)],
      rows: rows.map((row) => [
        row.receiptNumber,
        CASE_STATE_LABELS[row.nature][row.state],
        row.matterTitle,
        row.name,
        shownIdentity(row),
        row.clerk,
        timeText(row.openedAt),
        timeText(row.submittedAt),
        timeText(row.settledAt),
        row.due?.dueOn ?? null,
        row.reviewer,
        row.amountFen,
      ]),
    },
  ],
});

export const promisesSheet = (rows: readonly PromiseRowView[], span: string, people: readonly string[]): ExportList => ({
  span,
  leftOut: null,
  people,
  facts: [[EXPORT_TEXT.facts.rows, String(rows.length)]],
  sheets: [
    {
      title: EXPORT_TEXT.promisesName,
      columns: [
        text(C.promisedOn, 12),
        count(C.daysLeft, 10),
        text(C.material, 26),
        text(C.form, 8),
        count(C.copies, 6),
        text(C.receiptNumber, 16),
        text(C.matter, 20),
        text(C.person, 9),
        text(C.phone, 13),
        text(C.clerk, 9),
      ],
      totals: [EXPORT_TEXT.totals, null, EXPORT_TEXT.rowCount(rows.length), ...Array.from({ length: 7 }, () => null)],
      rows: rows.map((row) => [
        row.promisedOn,
        row.workingDaysLeft,
        row.title,
        MATERIAL_FORM_LABELS[row.form],
        row.count,
        row.case.receiptNumber,
        row.case.matterTitle,
        row.case.name,
        row.maskedPhone,
        row.case.clerk,
      ]),
    },
  ],
});
