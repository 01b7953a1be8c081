/** Errors cross the boundary as values: a stable code, one Chinese sentence that says what to do next, a trace id. */
import type { FieldError } from "../domain/facts.ts";

export const ERROR_CODES = [
  "bad-input",
  "request-reused",
  "reason-needed",
  "unknown-call",
  "rescuing",
  "not-rescuing",
  "not-signed-in",
  "locked",
  "clock-doubted",
  "password-change-needed",
  "not-allowed",
  "city-not-served",
  "not-found",
  "wrong-password",
  "slow-down",
  "password-weak",
  "login-taken",
  "name-taken",
  "not-yet-own",
  "one-time-ended",
  "last-administrator",
  "administrator-unconfirmed",
  "already-set-up",
  "setup-code-wrong",
  "page-elsewhere",
  "facts-incomplete",
  "materials-missing",
  "not-submittable",
  "case-fixed",
  "stale",
  "not-your-case",
  "not-in-review",
  "promise-invalid",
  "calendar-unknown",
  "attachment-too-large",
  "attachment-type",
  "attachment-damaged",
  "backup-failed",
  "backup-damaged",
  "backup-place-missing",
  "restore-refused",
  "restore-unconfirmed",
  "backup-unsigned",
  "backup-other-store",
  "folder-refused",
  "figure-overlap",
  "figure-invalid",
  "store-locked",
  "store-full",
  "store-read-only",
  "store-corrupt",
  "store-newer",
  "store-not-ours",
  "store-demonstration",
  "store-no-demonstration",
  "store-missing",
  "store-altered",
  "store-outdated",
  "store-wrong-key",
  "store-key-missing",
  "store-key-damaged",
  "store-key-exposed",
  "same-person",
  "person-exists",
  "day-closed",
  "recovery-code-wrong",
  "recovery-code-ended",
  "recovery-code-needed",
  "second-person-needed",
  "list-too-long",
  "file-not-saved",
  "print-failed",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
/** The kinds of the store's own errors. */
export type StoreErrorCode = Extract<ErrorCode, `store-${string}`>;

export interface CallError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly traceId: string;
  readonly fields?: readonly FieldError[];
  /** For `slow-down`: seconds until the next try counts. */
  readonly retryAfterSeconds?: number;
}

export type CallResult<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: CallError };
