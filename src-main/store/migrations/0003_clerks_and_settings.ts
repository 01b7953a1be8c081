import { refuseChange } from "./append-only.ts";
import type { Migration } from "./runner.ts";

const SCHEMA = `
  ALTER TABLE clerks ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE clerks ADD COLUMN last_login_at TEXT;
  ALTER TABLE clerks ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));

  CREATE TABLE clerk_changes (
    number INTEGER PRIMARY KEY,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    at TEXT NOT NULL,
    by_id TEXT,
    by_name TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('added', 'name', 'role', 'active', 'password')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX clerk_changes_of ON clerk_changes (clerk_id, number);

  -- The newest row of a name is the one in force. value is plain JSON; whoever owns the setting checks its shape.
  CREATE TABLE settings (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX settings_newest ON settings (name, number);
`;

export const clerksAndSettings: Migration = {
  version: 3,
  name: "clerks and settings",
  up(writer) {
    writer.exec(SCHEMA);
    for (const table of ["clerk_changes", "settings"]) writer.exec(refuseChange(table));
    writer.exec(`
      UPDATE clerks SET created_at = coalesce((SELECT at FROM audit WHERE write = 'clerks.setUp' AND subject = clerks.id), '');
      UPDATE clerks SET last_login_at =
        (SELECT at FROM audit WHERE write = 'clerks.recordLogin' AND subject = clerks.id ORDER BY sequence DESC LIMIT 1);
      INSERT INTO clerk_changes (clerk_id, at, by_id, by_name, what, before, after, reason)
        SELECT id, created_at, NULL, '', 'added', '', role, '' FROM clerks ORDER BY created_at, id;
    `);
  },
};
