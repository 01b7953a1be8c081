/**
 * What an event means for the day's books. The only place that knows it: writing, rebuilding and `verify` use it.
 * Money is entered when a case is settled and taken back when a settled case is amended or cancelled, so that any span of days adds up.
 */
import { dayAtCounter } from "../../../clock.ts";
import { canonicalJson } from "../../file/canonical.ts";
import type { DerivedCase } from "./case-state.ts";
import { LEDGER, MONTHLY_STATISTICS, STATISTICS } from "./columns.ts";
import type { Writer } from "../../file/connection.ts";
import type { RowOf } from "../../file/table.ts";
import type { CaseEventRow, LedgerAmount } from "./types.ts";
import { isConsultation } from "../../../../src-shared/domain/decision.ts";
import type { LedgerKind } from "../../../../src-shared/domain/ledger.ts";

/** A row of the books before it has its number. */
export type LedgerEntry = Omit<RowOf<typeof LEDGER>, "number">;
const ENTRY = LEDGER.without("number");

const amountsOf = (state: DerivedCase): LedgerAmount[] => JSON.parse(state.amounts) as LedgerAmount[];

const takenBack = (state: DerivedCase): LedgerAmount[] => amountsOf(state).map((amount) => ({ ...amount, fen: 0 - amount.fen }));

/** Entries of one event, given the state of the case before and after it. */
export function ledgerEntries(before: DerivedCase | undefined, event: CaseEventRow, after: DerivedCase): LedgerEntry[] {
  const entry = (kind: LedgerKind, amounts: readonly LedgerAmount[] = []): LedgerEntry => ({
    day: dayAtCounter(event.at),
    at: event.at,
    kind,
    caseId: event.caseId,
    matter: after.matter,
    receiptNumber: after.receiptNumber,
    clerkId: event.clerkId,
    clerkName: event.clerkName,
    amounts: canonicalJson(amounts),
    fen: amounts.reduce((sum, { fen }) => sum + fen, 0),
  });
  const { kind } = event.payload;
  const isAnew = kind === "amended";
  const wasSettled = before !== undefined && before.settledAt !== null;
  const isSettled = after.settledAt !== null;
  const reversal = wasSettled && (!isSettled || isAnew) ? [entry("reversed", takenBack(before))] : [];
  const settlement = isSettled && (!wasSettled || isAnew) ? [entry("settled", amountsOf(after))] : [];
  return [...said(before, event, after).map((each) => entry(each)), ...reversal, ...settlement];
}

/** What an event is called in the books, money aside. */
function said(before: DerivedCase | undefined, { payload }: CaseEventRow, after: DerivedCase): LedgerKind[] {
  const wasConsultation = before !== undefined && before.state === "submitted" && isConsultation(before);
  switch (payload.kind) {
    case "submitted":
      return [isConsultation(after) ? "advised" : "accepted"];
    case "amended":
      // a consultation that is a transaction now is accepted now; one more consultation is one more
      if (wasConsultation) return [isConsultation(after) ? "advised" : "accepted"];
      return ["amended"];
    case "reviewed":
      return payload.verdict === "returned" ? ["returned"] : [];
    case "cancelled":
      // an open case and a consultation were never accepted: there is nothing to take back
      return before?.state === "submitted" && !wasConsultation ? ["cancelled"] : [];
    case "paper-made":
      return payload.paperKind === "refusal" && before?.refused !== 1 ? ["refused"] : [];
    default:
      return [];
  }
}

export function enterLedger(writer: Writer, entries: readonly LedgerEntry[]): void {
  for (const entry of entries) {
    ENTRY.insert(writer, entry);
    addUp(writer, entry);
  }
}

/** By day for any span, by month for long ones. */
function addUp(writer: Writer, { day, matter, clerkId, kind, fen }: LedgerEntry): void {
  const one = { kind, count: 1, fen };
  const month = monthOfDay(day);
  STATISTICS.insert(writer, { day, matter, clerkId, ...one }, ADDED);
  MONTHLY_STATISTICS.insert(writer, { month, dimension: "matter", id: matter, ...one }, ADDED);
  MONTHLY_STATISTICS.insert(writer, { month, dimension: "clerk", id: clerkId, ...one }, ADDED);
}
const ADDED = "ON CONFLICT DO UPDATE SET count = count + 1, fen = fen + excluded.fen";

/** `2026-03-04` → `2026-03`. */
const monthOfDay = (day: string): string => day.slice(0, "YYYY-MM".length);
