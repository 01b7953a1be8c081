/**
 * What can go wrong. `StoreError`: the file cannot be used (closed list, each kind has its own screen).
 * `StoreRefusal`: the file is well, but the operation is not allowed as asked; carries the contract's error code.
 * Anything else that leaves the store is a programming error and keeps its own class.
 */
import Database from "better-sqlite3";
import type { ErrorCode } from "../../../src-shared/contract/errors.ts";
import type { StoreErrorKind } from "./types.ts";

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export class StoreRefusal extends Error {
  override readonly name = "StoreRefusal";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * First matching prefix decides. A failed write is never called `corrupt`: that screen offers to set the store aside,
 * and a full quota (which SQLite reports as IOERR_WRITE) must not lead there.
 */
const SQLITE_KINDS: readonly (readonly [prefix: string, kind: StoreErrorKind])[] = [
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_LOCKED", "locked"],
  ["SQLITE_PROTOCOL", "locked"],
  ["SQLITE_IOERR_LOCK", "locked"],
  ["SQLITE_IOERR_RDLOCK", "locked"],
  ["SQLITE_IOERR_UNLOCK", "locked"],
  ["SQLITE_IOERR_BLOCKED", "locked"],
  ["SQLITE_IOERR_CHECKRESERVEDLOCK", "locked"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_IOERR_WRITE", "full"],
  ["SQLITE_IOERR_SHMSIZE", "full"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_PERM", "read-only"],
  ["SQLITE_AUTH", "read-only"],
  ["SQLITE_CANTOPEN", "read-only"],
  ["SQLITE_IOERR_ACCESS", "read-only"],
  ["SQLITE_IOERR_FSYNC", "read-only"],
  ["SQLITE_IOERR_DIR_FSYNC", "read-only"],
  ["SQLITE_IOERR_TRUNCATE", "read-only"],
  ["SQLITE_IOERR_DELETE", "read-only"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_NOTADB", "corrupt"],
  ["SQLITE_FORMAT", "corrupt"],
  ["SQLITE_IOERR", "corrupt"],
];

const SYSTEM_KINDS: Readonly<Record<string, StoreErrorKind>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EACCES: "read-only",
  EPERM: "read-only",
  EROFS: "read-only",
  EBUSY: "locked",
};

export function kindOfSqliteCode(code: string): StoreErrorKind | undefined {
  return SQLITE_KINDS.find(([prefix]) => code.startsWith(prefix))?.[1];
}

/** The error to throw in place of one that SQLite or the file system raised; others come back as they are. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof Database.SqliteError) {
    const kind = kindOfSqliteCode(error.code);
    return kind === undefined ? error : new StoreError(kind, `${error.code}: ${error.message}`, { cause: error });
  }
  if (error instanceof Error && "code" in error && "syscall" in error && typeof error.code === "string") {
    const kind = SYSTEM_KINDS[error.code];
    return kind === undefined ? error : new StoreError(kind, error.message, { cause: error });
  }
  return error;
}

/** Runs `body`; what SQLite or the file system throws comes out as a `StoreError`. */
export function withStoreErrors<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    throw asStoreError(error);
  }
}
