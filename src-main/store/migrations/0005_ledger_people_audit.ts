import { refuseChange } from "./append-only.ts";
import { rebuildLedger } from "../areas/cases/rebuild.ts";
import type { Migration } from "./runner.ts";

const SCHEMA = `
  -- Derived from case_events: what happened on a day, with the money of it.
  CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accepted', 'amended', 'settled', 'reversed', 'returned', 'refused', 'cancelled')),
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    matter TEXT NOT NULL,
    receipt_number TEXT,
    clerk_id TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    amounts TEXT NOT NULL,
    fen INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ledger_day ON ledger (day, number);
  CREATE INDEX ledger_case ON ledger (case_id);

  -- Derived from ledger, so that a year's figures cost a few thousand rows.
  CREATE TABLE statistics (
    day TEXT NOT NULL,
    matter TEXT NOT NULL,
    clerk_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    fen INTEGER NOT NULL,
    PRIMARY KEY (day, matter, clerk_id, kind)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE day_ends (
    day TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    -- newest row of the ledger by then
    last_number INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE people ADD COLUMN merged_into INTEGER REFERENCES people (number);
  CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;
  -- same name and birth date: duplicates
  CREATE INDEX people_name_birth ON people (name, substr(identity_number, 7, 8));
  CREATE INDEX people_phone ON people (phone) WHERE phone <> '';

  CREATE TABLE person_changes (
    number INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (number),
    at TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- identity number, name and telephone as JSON
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    merged_from INTEGER REFERENCES people (number),
    -- newest case event by then: tells verify where the change belongs among the forms
    after_event INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX person_changes_of ON person_changes (person, number);
  CREATE INDEX person_changes_merged ON person_changes (merged_from) WHERE merged_from IS NOT NULL;
  CREATE INDEX person_changes_old_number ON person_changes (before ->> '$.identityNumber');

  -- taken out of the detail, which the hash covers
  ALTER TABLE audit ADD COLUMN case_id TEXT
    GENERATED ALWAYS AS (coalesce(detail ->> '$.case', CASE WHEN write LIKE 'cases.%' THEN subject END)) VIRTUAL;
  ALTER TABLE audit ADD COLUMN person TEXT GENERATED ALWAYS AS (detail ->> '$.person') VIRTUAL;
  CREATE INDEX audit_at ON audit (at);
  CREATE INDEX audit_clerk ON audit (clerk_id, at);
  CREATE INDEX audit_operation ON audit (operation, at);
  CREATE INDEX audit_case ON audit (case_id) WHERE case_id IS NOT NULL;
  CREATE INDEX audit_person ON audit (person) WHERE person IS NOT NULL;
`;

export const ledgerPeopleAudit: Migration = {
  version: 5,
  name: "ledger, people and audit",
  up(writer) {
    writer.exec(SCHEMA);
    for (const table of ["day_ends", "person_changes"]) writer.exec(refuseChange(table));
  },
  afterwards: rebuildLedger,
};
