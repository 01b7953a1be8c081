/** The day's books, statistics, files that leave the program, the audit. */
import { z } from "zod";
import type { IdentityKind } from "../domain/identity/kinds.ts";
import { caseFilter } from "./cases.ts";
import { EVERYBODY, OVERSIGHT, call, id, isoDate, lookReason, nothing, requestId, shortText, changes, shows } from "./define.ts";
import type { UnconfirmedClerk } from "./office.ts";
import type { LedgerKind } from "../domain/ledger.ts";

export interface UnclosedDay {
  readonly date: string;
  /** How many entries its books have. */
  readonly entries: number;
}

// --- the day's work ---

export interface LedgerRowView {
  readonly kind: LedgerKind;
  readonly at: string;
  readonly caseId: string;
  readonly receiptNumber: string | null;
  readonly matterTitle: string;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly clerk: string;
  /** Negative in `reversed` rows. */
  readonly amountFen: number | null;
  /** 日结后: entered into a day that had been closed. */
  readonly afterClosing: boolean;
}

/** One kind of amount, e.g. 一次性趸缴金额, over the cases settled that day less those reversed. */
export interface AmountSum {
  readonly title: string;
  readonly payer: string;
  readonly payee: string;
  readonly count: number;
  readonly fen: number;
}

const DAY_CHECKS = ["unprinted", "unreviewed", "open-drafts", "receipt-numbers"] as const;

export type DayCheckKind = (typeof DAY_CHECKS)[number];

export interface DayCheckView {
  readonly kind: DayCheckKind;
  readonly passed: boolean;
  /** One sentence with what to do. */
  readonly message: string;
  readonly items: readonly {
    readonly text: string;
    readonly caseId: string | null;
    /** Whose forms it is about. */
    readonly clerkId?: string;
  }[];
}

export interface DayLedger {
  readonly date: string;
  /** `null`: the whole office. */
  readonly clerk: string | null;
  readonly counts: Readonly<Record<LedgerKind, number>>;
  readonly rows: readonly LedgerRowView[];
  readonly amounts: readonly AmountSum[];
  /** Receipt numbers assigned that day; `null` when there were none. */
  readonly receiptNumbers: {
    readonly first: string;
    readonly last: string;
    readonly count: number;
    /** How many of them are consultations, which are numbered in the same row. */
    readonly advised: number;
  } | null;
  /** Of the whole office, whoever asks. */
  readonly checks: readonly DayCheckView[];
  /** Row and hash of the end of the audit chain as of now; on the printed sheet it can be compared with later. */
  readonly anchor: string | null;
  /** Whether a day that is over would be closed only now, or was closed only later: that takes a reason. */
  readonly late: boolean;
  /** `signed`: what the day held when it was closed; above stands what it holds now. */
  readonly closed: {
    readonly at: string;
    readonly clerk: string;
    readonly note: string;
    readonly signed: Pick<DayLedger, "counts" | "amounts">;
  } | null;
  /** The signed-in clerk may close this day now. */
  readonly mayClose: boolean;
}

export interface StatisticsRow {
  readonly id: string;
  readonly title: string;
  readonly counts: Readonly<Record<LedgerKind, number>>;
  readonly amountFen: number;
}

export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly total: StatisticsRow;
  readonly byMatter: readonly StatisticsRow[];
  readonly byClerk: readonly StatisticsRow[];
  /** `id` is `YYYY-MM`, oldest first, months without cases included. */
  readonly byMonth: readonly StatisticsRow[];
}

export interface ExportFile {
  readonly name: string;
  readonly mimeType: string;
  /** `null` where the desktop host has written the file itself. */
  readonly base64: string | null;
  /** The desktop host's path; `null` in the browser, and when the clerk closed the dialog (`cancelled`). */
  readonly savedAs: string | null;
  readonly cancelled: boolean;
  readonly rows: number;
}

export interface ExportProgress {
  /** Of `total` parts of the work; both 0 before it can be told. */
  readonly done: number;
  readonly total: number;
}

// --- audit ---

export interface AuditRowView {
  readonly sequence: number;
  readonly at: string;
  /** The same at the counter, with its distance from UTC: `2026-03-10 10:00:00 +08:00`. */
  readonly time: string;
  /** Stable code, e.g. `people.reveal`. */
  readonly operation: string;
  /** The same in Chinese. */
  readonly title: string;
  readonly clerkId: string | null;
  /** As they were called then. */
  readonly clerk: string;
  /** Empty for the program itself. */
  readonly clerkLogin: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  /** The reason given, or what was done, in Chinese; no full identity number. */
  readonly detail: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly rows: readonly AuditRowView[];
  /** For `before` of the page after; `null` at the end. */
  readonly next: number | null;
  /** What can be filtered for. */
  readonly operations: readonly { readonly operation: string; readonly title: string }[];
  /**
   * From when on opened files, opened cases and lists that left tell whom they showed; before, an earlier program kept look-ups by
   * number and what was opened in full. `null`: always.
   */
  readonly allLooksSince: string | null;
}

export interface AuditVerdict {
  /** The chain and everything else that was read through. */
  readonly sound: boolean;
  readonly rows: number;
  /** Row and hash of the end of the chain: to be compared with what was kept outside. */
  readonly anchor: string | null;
  /** What does not fit beside the chain, one sentence for each area. */
  readonly problems: readonly string[];
  /** The first row that does not fit the chain. */
  readonly firstBad: { readonly sequence: number; readonly at: string; readonly title: string; readonly detail: string } | null;
}

/**
 * `exportId` names the export while it runs. A list longer than a file takes is refused (`list-too-long`, with the numbers)
 * unless `partial`; then the file says what is left out.
 */
const exportId = requestId;

/** Days at the counter, both included; at most about three years. */
const span = { from: isoDate, to: isoDate };

const auditFilter = {
  /** Days at the counter, both included. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  clerkId: id.nullable().default(null),
  caseId: id.nullable().default(null),
  /** Rows that name the person, rows of the person's cases, and lists that left with the person on them. */
  personId: id.nullable().default(null),
  /** As in `AuditRowView.operation`. */
  operation: z.string().max(64).nullable().default(null),
  /** Only looks: whoever was found by a number, opened, printed, or taken along on a list. */
  looks: z.boolean().default(false),
};

const asFile = { exportId, format: z.enum(["xlsx", "pdf"]), partial: z.boolean().default(false) };

/** What can be taken along as a file, each with what it is made of. */
const exported = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("day"), date: isoDate, clerkId: id.nullable(), reason: lookReason, ...asFile }),
  z.strictObject({ what: z.literal("statistics"), ...span, ...asFile }),
  z.strictObject({ what: z.literal("cases"), ...caseFilter, reason: lookReason, ...asFile }),
  z.strictObject({ what: z.literal("promises"), which: z.enum(["all", "due", "overdue"]), reason: lookReason, ...asFile }),
]);

export const reportsCalls = {
  /** 日结. Clerks and reviewers see their own day; `clerkId: null` is the whole office. */
  "reports.day": call<DayLedger>()(
    EVERYBODY,
    z.strictObject({ date: isoDate, clerkId: id.nullable() }),
    shows("cases", "drafts", "days"),
  ),
  /**
   * Closes a day for the whole office; `note` explains checks that did not pass, and why a day is closed only later. What is
   * entered into it afterwards is marked. Refused: `day-closed`, `bad-input`.
   */
  "reports.closeDay": call<DayLedger>()(
    ["supervisor", "administrator"],
    z.strictObject({ requestId, date: isoDate, note: shortText }),
    changes("days"),
  ),
  /** 办件统计. Refused: `bad-input` for more than three years. */
  "reports.statistics": call<Statistics>()(OVERSIGHT, z.strictObject(span), shows("cases", "days", "clerks")),
  /**
   * The desktop host asks where to save it; the browser downloads it. `day` is for everybody's own day, the rest for oversight.
   * Refused: `reason-needed` for lists of people, except one's own day.
   */
  "reports.export": call<ExportFile>()(EVERYBODY, exported, changes()),
  /** Of one's own export; `null` when it does not run. */
  "exports.progress": call<ExportProgress | null>()(EVERYBODY, z.strictObject({ exportId }), shows()),
  /** Ends it at its next step; the export answers `cancelled`. */
  "exports.cancel": call<null>()(EVERYBODY, z.strictObject({ exportId }), changes()),
  /** Newest first. `before`: the `next` of the page before. */
  "audit.list": call<AuditPage>()(
    OVERSIGHT,
    z.strictObject({ ...auditFilter, before: z.int().min(1).nullable().default(null), limit: z.int().min(1).max(200) }),
    shows(),
  ),
  /** Accounts that do not yet count as another person than whoever made them or last reset their password. */
  "audit.unconfirmed": call<readonly UnconfirmedClerk[]>()(OVERSIGHT, nothing, shows("clerks")),
  /** Reads the whole chain; takes a while. */
  "audit.verify": call<AuditVerdict>()(OVERSIGHT, nothing, shows()),
  "audit.export": call<ExportFile>()(OVERSIGHT, z.strictObject({ ...auditFilter, reason: lookReason, ...asFile }), changes()),
} as const;
