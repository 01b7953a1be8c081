/**
 * What the day's books call what happened. `accepted` counts first submissions; `settled` and `reversed` carry
 * amounts; `advised` counts consultations (the name stands in the stored books, whose rows are chained).
 */
export const LEDGER_KINDS = [
  "accepted",
  "amended",
  "settled",
  "reversed",
  "returned",
  "refused",
  "cancelled",
  "advised",
] as const;
/** 受理, 更正, 办结, 冲回 (a settled case was amended or cancelled), 退回, 不予受理, 撤销, 咨询 */
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const noCounts = (): Record<LedgerKind, number> =>
  Object.fromEntries(LEDGER_KINDS.map((kind) => [kind, 0])) as Record<LedgerKind, number>;
