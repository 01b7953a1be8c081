import { expect, it } from "vitest";
import { asStoreError, kindOfSqliteCode, StoreError } from "../../src-main/store/file/errors.ts";

it.each([
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_BUSY_SNAPSHOT", "locked"],
  ["SQLITE_IOERR_LOCK", "locked"],
  ["SQLITE_FULL", "full"],
  // a quota that is used up; must not lead to the screen that sets the store aside
  ["SQLITE_IOERR_WRITE", "full"],
  ["SQLITE_READONLY_DBMOVED", "read-only"],
  ["SQLITE_CANTOPEN_ISDIR", "read-only"],
  ["SQLITE_IOERR_FSYNC", "read-only"],
  ["SQLITE_CORRUPT_INDEX", "corrupt"],
  ["SQLITE_NOTADB", "corrupt"],
  ["SQLITE_IOERR_SHORT_READ", "corrupt"],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
  ["SQLITE_ERROR", undefined],
])("%s is %s", (code, kind) => {
  expect(kindOfSqliteCode(code)).toBe(kind);
});

it("keeps what is no fault of the file as it is, and the cause of what is", () => {
  const bug = new TypeError("bug");
  expect(asStoreError(bug)).toBe(bug);
  expect(asStoreError("text")).toBe("text");
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
  expect(asStoreError(full)).toMatchObject({ kind: "full", cause: full });
  expect(asStoreError(full)).toBeInstanceOf(StoreError);
  const missing = Object.assign(new Error("ENOENT"), { code: "ENOENT", syscall: "open" });
  expect(asStoreError(missing)).toBe(missing);
});
