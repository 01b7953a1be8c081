/** What stands around a migration: a copy of the store as it was, and a row of the audit that names it. */
import { appendAudit, type WriteName } from "../file/operation.ts";
import type { MigrationHooks } from "../migrations/runner.ts";
import type { Upgrade } from "../file/types.ts";

/** For a new store, of which there is nothing to keep. */
export const creation = (at: string): MigrationHooks => ({
  backUp: () => undefined,
  finish: (writer, fromVersion, toVersion) => write(writer, "store.create", at, { fromVersion, toVersion }),
});

/**
 * @param keepCopy keeps the store as it was, and names the copy
 * @param done called inside the transaction, where there was something to do
 */
export function upgrading(at: string, keepCopy: () => string, done: (upgrade: Upgrade) => void): MigrationHooks {
  let copy = "";
  return {
    backUp: () => void (copy = keepCopy()),
    finish(writer, fromVersion, toVersion) {
      const upgrade = { fromVersion, toVersion, copy };
      write(writer, "store.migrate", at, upgrade);
      done(upgrade);
    },
  };
}

function write(writer: Parameters<MigrationHooks["finish"]>[0], name: WriteName, at: string, detail: object): void {
  appendAudit(writer, { operation: name, clerkId: null, at, requestId: null }, name, {
    answer: null,
    subject: null,
    detail: { ...detail },
  });
}
