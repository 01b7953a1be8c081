import { refuseChange } from "./append-only.ts";
import type { Migration } from "./runner.ts";

/**
 * Ids of people that cannot be counted through; a cancellation that waits for a second person; sessions that end with the
 * password they began with; and who gave an account its password, until somebody else confirmed whose it is. Accounts of before
 * are not asked about: nobody knows any more who gave them what, and an office must open on the day after.
 */
const SCHEMA = `
  ALTER TABLE people ADD COLUMN id TEXT NOT NULL DEFAULT '';
  UPDATE people SET id = lower(hex(randomblob(16)));
  CREATE UNIQUE INDEX people_id ON people (id);

  -- who asks, when and why, as JSON
  ALTER TABLE cases ADD COLUMN cancel_asked TEXT;
  CREATE INDEX cases_cancel_asked ON cases (updated_at) WHERE cancel_asked IS NOT NULL;

  ALTER TABLE clerks ADD COLUMN session_epoch INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE clerks ADD COLUMN given_by TEXT;

  -- without the list of what can change: the program writes it, and a list would cost a copy for each new kind
  CREATE TABLE clerk_changes_new (
    number INTEGER PRIMARY KEY,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    at TEXT NOT NULL,
    by_id TEXT,
    by_name TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  INSERT INTO clerk_changes_new SELECT number, clerk_id, at, by_id, by_name, what, before, after, reason FROM clerk_changes;
  DROP TABLE clerk_changes;
  ALTER TABLE clerk_changes_new RENAME TO clerk_changes;
  CREATE INDEX clerk_changes_of ON clerk_changes (clerk_id, number);
`;

export const looksAndSecondPersons: Migration = {
  version: 9,
  name: "looks and second persons",
  up(writer) {
    writer.exec(SCHEMA);
    writer.exec(refuseChange("clerk_changes"));
  },
};
