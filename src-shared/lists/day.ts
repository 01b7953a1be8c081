/** The lists of a day's books: what was done, how often, what money it moved, what is still to be seen to. */
import type { AmountSum, DayCheckKind, DayCheckView, LedgerRowView } from "../contract/reports.ts";
import type { LedgerKind } from "../domain/ledger.ts";
import { formatYuan } from "../domain/money.ts";
import { shownIdentity } from "../text/identity.ts";
import { LEDGER_LABELS } from "../text/labels.ts";
import { list, type ListColumn, type ListOf } from "./list.ts";

export const AFTER_CLOSING = "日结后";

const LEDGER = list<LedgerRowView>()(
  { id: "time", title: "时间", kind: "time", share: 8, total: "label", of: (row) => row.at },
  { id: "kind", title: "类别", kind: "text", share: 8, total: "rows", of: (row) => LEDGER_LABELS[row.kind] },
  { id: "receipt", title: "受理号", kind: "code", share: 15, of: (row) => row.receiptNumber },
  { id: "matter", title: "事项", kind: "text", share: 21, of: (row) => row.matterTitle },
  { id: "name", title: "办事人", kind: "text", share: 9, of: (row) => row.name },
  { id: "identity", title: "证件号码", kind: "code", share: 17, of: shownIdentity },
  { id: "clerk", title: "经办人", kind: "text", share: 9, of: (row) => row.clerk },
  { id: "amount", title: "金额（元）", kind: "money", share: 13, total: "sum", of: (row) => row.amountFen },
);
/** Of a day that went on after it was closed. */
const CLOSING: ListColumn<LedgerRowView, "closing"> = {
  id: "closing",
  title: "日结",
  kind: "text",
  share: 7,
  paperOnly: true,
  of: (row) => (row.afterClosing ? AFTER_CLOSING : ""),
};

/** `wentOn`: entries were made after the day was closed, so that two figures stand beside each other in each list. */
export const ledgerList = (wentOn: boolean): ListOf<LedgerRowView, (typeof LEDGER)[number]["id"] | "closing"> =>
  wentOn ? [...LEDGER, CLOSING] : LEDGER;

/** How often something was done; `signed`: when the day was closed. */
export interface CountRow {
  readonly kind: LedgerKind;
  readonly now: number;
  readonly signed: number;
}

export const countList = (wentOn: boolean): ListOf<CountRow> => [
  { id: "kind", title: "类别", kind: "text", share: wentOn ? 40 : 60, of: (row) => LEDGER_LABELS[row.kind] },
  ...(wentOn
    ? [{ id: "signed", title: "日结时件数", kind: "count", share: 30, of: (row: CountRow) => row.signed } as const]
    : []),
  { id: "now", title: wentOn ? "现在件数" : "件数", kind: "count", share: wentOn ? 30 : 40, of: (row) => row.now },
];

/** Money of one kind; `signed`: when the day was closed. */
export interface AmountRow extends AmountSum {
  readonly signed: Pick<AmountSum, "count" | "fen">;
}

export const amountList = (wentOn: boolean) =>
  list<AmountRow>()(
    { id: "title", title: "项目", kind: "text", share: wentOn ? 26 : 34, of: (row) => row.title },
    { id: "way", title: "收付", kind: "text", of: (row) => `${row.payer} → ${row.payee}` },
    { id: "payer", title: "付款方", kind: "text", share: wentOn ? 14 : 20, paperOnly: true, of: (row) => row.payer },
    { id: "payee", title: "收款方", kind: "text", share: wentOn ? 14 : 20, paperOnly: true, of: (row) => row.payee },
    ...(wentOn ? SIGNED_AMOUNTS : []),
    { id: "count", title: wentOn ? "现在件数" : "件数", kind: "count", share: wentOn ? 10 : 8, of: (row) => row.count },
    { id: "fen", title: wentOn ? "现在金额（元）" : "金额（元）", kind: "money", share: wentOn ? 13 : 18, of: (row) => row.fen },
    ...(wentOn ? SIGNED_IN_ONE : []),
  );

export const amountRows = (amounts: readonly AmountSum[], signed: readonly AmountSum[]): AmountRow[] =>
  // nothing signed is missing among what is there now: entries are only ever added
  amounts.map((sum) => ({ ...sum, signed: signed.find((one) => isSameKind(one, sum)) ?? { count: 0, fen: 0 } }));

const isSameKind = (one: AmountSum, other: AmountSum): boolean =>
  one.title === other.title && one.payer === other.payer && one.payee === other.payee;

const SIGNED_AMOUNTS = list<AmountRow>()(
  { id: "signedCount", title: "日结时件数", kind: "count", share: 10, paperOnly: true, of: (row) => row.signed.count },
  { id: "signedFen", title: "日结时金额", kind: "money", share: 13, paperOnly: true, of: (row) => row.signed.fen },
);
const SIGNED_IN_ONE = list<AmountRow>()({
  id: "signed",
  title: "日结时",
  kind: "text",
  of: ({ signed }) => `${signed.count} 件 ${formatYuan(signed.fen)}`,
});

export const DAY_CHECK_LABELS: Readonly<Record<DayCheckKind, string>> = {
  unprinted: "文书打印",
  unreviewed: "复核",
  "open-drafts": "未提交的表单",
  "receipt-numbers": "受理号连续",
};

export const CHECK_LIST = list<DayCheckView>()(
  { id: "check", title: "检查项目", kind: "text", share: 16, of: (row) => DAY_CHECK_LABELS[row.kind] },
  { id: "result", title: "结果", kind: "text", share: 10, of: (row) => (row.passed ? "通过" : "未通过") },
  {
    id: "detail",
    title: "明细",
    kind: "text",
    share: 74,
    of: ({ message, items }) => [message, ...items.map((item) => item.text)].join("\n"),
  },
);
