import { refuseChange } from "./append-only.ts";
import { rebuildCases } from "../areas/cases/rebuild.ts";
import type { Migration } from "./runner.ts";

/**
 * `case_events` and `papers` are made anew without the list of their kinds: the program checks the kind of every event that
 * it appends, and `verify` of every event that it reads; a list in the schema would cost a copy of the largest table for each new kind.
 */
const SCHEMA = `
  ALTER TABLE cases ADD COLUMN clerk_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE cases ADD COLUMN review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'waiting', 'approved', 'returned'));
  ALTER TABLE cases ADD COLUMN reviewer_name TEXT;
  ALTER TABLE cases ADD COLUMN submitted_at TEXT;
  ALTER TABLE cases ADD COLUMN settled_at TEXT;
  ALTER TABLE cases ADD COLUMN amount_fen INTEGER;
  ALTER TABLE cases ADD COLUMN due_on TEXT;
  -- open promises of materials that follow, as JSON, and the earliest of them
  ALTER TABLE cases ADD COLUMN promises TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE cases ADD COLUMN promised_on TEXT;
  -- due amounts of the newest version, as JSON
  ALTER TABLE cases ADD COLUMN amounts TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE cases ADD COLUMN refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1));

  -- each holds what its list filters by, so that a filter opens only the rows that are shown
  CREATE INDEX cases_matter ON cases (matter, state, updated_at, clerk_id, review);
  CREATE INDEX cases_clerk ON cases (clerk_id, state, updated_at, matter, review);
  CREATE INDEX cases_review ON cases (review, updated_at) WHERE review <> 'none';
  CREATE INDEX cases_due ON cases (due_on) WHERE due_on IS NOT NULL AND settled_at IS NULL AND state = 'submitted';
  CREATE INDEX cases_amount ON cases (amount_fen) WHERE amount_fen IS NOT NULL;
  CREATE INDEX cases_promised ON cases (promised_on) WHERE promised_on IS NOT NULL;

  CREATE TABLE case_events_new (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    clerk_name TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    UNIQUE (case_id, sequence)
  ) STRICT;
  INSERT INTO case_events_new SELECT number, case_id, sequence, kind, at, clerk_id, clerk_name, payload, hash FROM case_events;
  DROP TABLE case_events;
  ALTER TABLE case_events_new RENAME TO case_events;

  CREATE TABLE papers_new (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL CHECK (version >= 0),
    kind TEXT NOT NULL,
    basis INTEGER NOT NULL,
    title TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    UNIQUE (case_id, kind, basis)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO papers_new SELECT id, case_id, version, kind, basis, title, made_at, sha256, bytes FROM papers;
  DROP TABLE papers;
  ALTER TABLE papers_new RENAME TO papers;

  -- Derived from case_events; the files lie outside, under the SHA-256 of their content.
  CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    material_id TEXT,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    removed_reason TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attachments_case ON attachments (case_id, added_at);
  CREATE INDEX attachments_content ON attachments (sha256);
  CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
    BEGIN SELECT RAISE(ABORT, 'attachments are never deleted'); END;
`;

export const lifeOfACase: Migration = {
  version: 4,
  name: "life of a case",
  up(writer) {
    writer.exec(SCHEMA);
    for (const table of ["case_events", "papers"]) writer.exec(refuseChange(table));
  },
  afterwards: rebuildCases,
};
