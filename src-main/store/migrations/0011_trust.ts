import type { Migration } from "./runner.ts";

/**
 * From here on rows of the audit carry the state of clerks, settings and figures. And tries at logins that nobody has are kept, so
 * that a restart neither forgets them nor tells them from those of clerks; under a hash, for it may be a password that was typed there.
 */
const SCHEMA = `
  CREATE TABLE unknown_logins (
    login_hash TEXT PRIMARY KEY CHECK (length(login_hash) = 64),
    failed_logins INTEGER NOT NULL CHECK (failed_logins >= 1),
    last_failed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export const trust: Migration = {
  version: 11,
  name: "trust",
  up: (writer) => writer.exec(SCHEMA),
};
