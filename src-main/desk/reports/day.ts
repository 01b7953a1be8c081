/** 日结: what one day brought, what is still to be done before it is closed, and the closing. */
import type { AmountSum, DayCheckView, DayLedger, LedgerRowView, UnclosedDay } from "../../../src-shared/contract/index.ts";
import { formatDate, parseDate } from "../../../src-shared/domain/calendar.ts";
import { maskIdentityNumber } from "../../../src-shared/domain/identity/masking.ts";
import type { ClerkIdentity, Role } from "../../../src-shared/domain/roles.ts";
import { dayAtCounter } from "../../clock.ts";
import { anchorText } from "../../store/index.ts";
import type { CaseRow, DayCheck, LedgerRow } from "../../store/areas/cases/types.ts";
import { DAY_TEXT } from "./text.ts";
import { LEADING, OVERSIGHT } from "../../../src-shared/contract/define.ts";
import { Refusal } from "../frame/refusal.ts";
import { shownTitle } from "../policy/served.ts";
import type { DeskTools } from "../frame/tools.ts";
import { noCounts, type LedgerKind } from "../../../src-shared/domain/ledger.ts";

/** See what the whole office did; others see their own day. */
const OVERSEES: ReadonlySet<Role> = new Set(OVERSIGHT);
const CLOSERS: ReadonlySet<Role> = new Set(LEADING);
/** An office that has closed no day for longer knows it. */
const MOST_UNCLOSED = 400;

export const unclosedDays = ({ store, clock }: Pick<DeskTools, "store" | "clock">, { role }: ClerkIdentity): UnclosedDay[] =>
  CLOSERS.has(role) ? store.ledger.unclosed(formatDate(clock.today()), MOST_UNCLOSED) : [];

/** @throws Refusal `bad-input` for a day that is none or has not come */
export function requireDay({ clock }: Pick<DeskTools, "clock">, date: string): void {
  const day = parseDate(date);
  if (day === undefined || day > clock.today()) {
    const message = DAY_TEXT.futureDay;
    throw new Refusal("bad-input", { message, fields: [{ fact: "date", code: "range", message }] });
  }
}

/** @throws Refusal `not-allowed` where somebody asks for more than their own day */
export function requireScope(clerk: ClerkIdentity, clerkId: string | null): void {
  if (clerkId !== clerk.id && !OVERSEES.has(clerk.role)) throw new Refusal("not-allowed", { message: DAY_TEXT.ownOnly });
}

export function dayLedger(tools: DeskTools, date: string, clerkId: string | null, asking: ClerkIdentity): DayLedger {
  const { ledger, clerks } = tools.store;
  const all = ledger.day(date);
  const rows = clerkId === null ? all : all.filter((row) => row.clerkId === clerkId);
  const check = ledger.check(date);
  const end = ledger.dayEnd(date);
  const isAfter = (row: LedgerRow): boolean => end !== undefined && row.number > end.lastNumber;
  const signed = rows.filter((row) => !isAfter(row));
  const whole = countsOf(all);
  return {
    date,
    clerk: clerkId === null ? null : (clerks.byId(clerkId)?.name ?? clerkId),
    counts: countsOf(rows),
    rows: rows.map((row) => ({ ...rowView(tools, row), afterClosing: isAfter(row) })),
    amounts: amountSums(rows),
    receiptNumbers:
      check.first === null || check.last === null
        ? null
        : { first: check.first, last: check.last, count: whole.accepted + whole.advised, advised: whole.advised },
    checks: dayChecks(tools, check),
    anchor: anchorOf(tools),
    late: date < (end ? dayAtCounter(end.at) : formatDate(tools.clock.today())),
    closed: end
      ? {
          at: end.at,
          clerk: end.clerkName,
          note: end.note,
          signed: { counts: countsOf(signed), amounts: amountSums(signed) },
        }
      : null,
    mayClose: end === undefined && CLOSERS.has(asking.role) && date <= formatDate(tools.clock.today()),
  };
}

/** Whom the sheet of a day names: in its rows, and in what is still to be done, which is the whole office's. */
export function peopleOfDay({ store }: Pick<DeskTools, "store">, date: string, clerkId: string | null): string[] {
  const { unprinted, unreviewed } = store.ledger.check(date);
  const rows = store.ledger.day(date).filter((row) => clerkId === null || row.clerkId === clerkId);
  return [...rows, ...unprinted, ...unreviewed].map(({ personId }) => personId);
}

/** The end of the audit chain as of now: on paper it can be compared with later. */
function anchorOf({ store }: Pick<DeskTools, "store">): string | null {
  const head = store.audit.head();
  return head && anchorText(head);
}

function countsOf(rows: readonly LedgerRow[]): Record<LedgerKind, number> {
  const counts = noCounts();
  for (const { kind } of rows) counts[kind]++;
  return counts;
}

function rowView(tools: DeskTools, row: LedgerRow): Omit<LedgerRowView, "afterClosing"> {
  const { amounts } = row;
  return {
    kind: row.kind,
    at: row.at,
    caseId: row.caseId,
    receiptNumber: row.receiptNumber,
    matterTitle: shownTitle(tools, row.matter),
    name: row.name,
    identityKind: row.identityKind,
    maskedIdentityNumber: maskIdentityNumber(row.identityNumber),
    clerk: row.clerkName,
    amountFen: amounts.length === 0 ? null : amounts.reduce((sum, { fen }) => sum + fen, 0),
  };
}

/** Each kind of amount by itself: what is paid in and what is paid out are never added together. */
function amountSums(rows: readonly LedgerRow[]): AmountSum[] {
  const sums = new Map<string, AmountSum>();
  for (const { kind, amounts } of rows) {
    for (const { title, payer, payee, fen } of amounts) {
      const key = `${title}\n${payer}\n${payee}`;
      const { count, fen: before } = sums.get(key) ?? { count: 0, fen: 0 };
      sums.set(key, { title, payer, payee, count: count + (kind === "reversed" ? -1 : 1), fen: before + fen });
    }
  }
  return [...sums.values()];
}

const caseItem = ({ receiptNumber, name, clerkName, id }: CaseRow) => ({
  text: [receiptNumber, name, clerkName].filter((part) => part !== null).join("　"),
  caseId: id,
});

function dayChecks({ store }: DeskTools, check: DayCheck): DayCheckView[] {
  const { checks } = DAY_TEXT;
  const holes = check.numbers.filter((number) => number.case === null);
  const cancelled = check.numbers.filter((number) => number.case !== null);
  const unfinished = check.drafts.reduce((sum, { count }) => sum + count, check.open);
  const numbersMessage =
    holes.length > 0
      ? checks["receipt-numbers"].failed(holes.length)
      : cancelled.length > 0
        ? checks["receipt-numbers"].explained(cancelled.length)
        : checks["receipt-numbers"].passed;
  return [
    listCheck("unprinted", check.unprinted),
    listCheck("unreviewed", check.unreviewed),
    {
      kind: "open-drafts",
      passed: unfinished === 0,
      message: unfinished === 0 ? checks["open-drafts"].passed : checks["open-drafts"].failed(unfinished),
      items: [
        ...check.drafts.map(({ clerkId, clerkName, active, count, oldest }) => ({
          text: DAY_TEXT.drafts(clerkName, active, count, dayAtCounter(oldest)),
          caseId: null,
          clerkId,
        })),
        ...(check.open > 0 ? [{ text: DAY_TEXT.openCases(check.open), caseId: null }] : []),
      ],
    },
    {
      kind: "receipt-numbers",
      passed: holes.length === 0,
      message: numbersMessage,
      items: check.numbers.map(({ receiptNumber, case: row }) =>
        row === null
          ? { text: DAY_TEXT.missingNumber(receiptNumber), caseId: null }
          : {
              text: DAY_TEXT.cancelledNumber(receiptNumber, store.cases.get(row.id)?.cancelReason ?? ""),
              caseId: row.id,
            },
      ),
    },
  ];
}

function listCheck(kind: "unprinted" | "unreviewed", rows: readonly CaseRow[]): DayCheckView {
  const { passed, failed } = DAY_TEXT.checks[kind];
  return {
    kind,
    passed: rows.length === 0,
    message: rows.length === 0 ? passed : failed(rows.length),
    items: rows.map(caseItem),
  };
}
