import type { Migration } from "./runner.ts";

/** Rows that are written once. The triggers hold every program to it that opens the file, not only this one. */
const APPEND_ONLY = [
  "audit",
  "case_events",
  "receipt_numbers",
  "papers",
  "paper_files",
  "prints",
  "office_figures",
  "reading_choices",
  "packs",
];

const refuseChange = (table: string): string => `
  CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`;

const SCHEMA = `
  CREATE TABLE office (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL
  ) STRICT;

  CREATE TABLE clerks (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'supervisor', 'administrator', 'auditor')),
    password_hash TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    failed_logins INTEGER NOT NULL CHECK (failed_logins >= 0),
    last_failed_at TEXT
  ) STRICT, WITHOUT ROWID;

  -- One row per write. Also the memory of request ids: answer is what a retried request gets back.
  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    operation TEXT NOT NULL,
    write TEXT NOT NULL,
    clerk_id TEXT,
    subject TEXT,
    request_id TEXT,
    detail TEXT NOT NULL,
    answer TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
  ) STRICT;
  CREATE UNIQUE INDEX audit_request ON audit (request_id) WHERE request_id IS NOT NULL;

  -- Derived from case_events, as is people_search; verify() rebuilds and compares both.
  CREATE TABLE people (
    number INTEGER PRIMARY KEY,
    identity_number TEXT NOT NULL UNIQUE CHECK (identity_number <> ''),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    -- how many names the person has borne here: each has its row in people_search, under number * 1000 + 0, 1, 2 …
    names INTEGER NOT NULL CHECK (names BETWEEN 1 AND 999)
  ) STRICT;

  -- One index for every search of people, because each index costs every commit a page:
  -- the characters of the name one by one; pinyin, initials and the last four of the identity number.
  CREATE VIRTUAL TABLE people_search USING fts5 (characters, keys, content = '', columnsize = 0, tokenize = 'ascii');

  -- Derived from case_events; verify() rebuilds and compares.
  CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    matter TEXT NOT NULL,
    city TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people (number),
    state TEXT NOT NULL CHECK (state IN ('open', 'submitted', 'cancelled')),
    receipt_number TEXT,
    version INTEGER NOT NULL CHECK (version >= 0),
    name TEXT NOT NULL,
    identity_number TEXT NOT NULL,
    outcome TEXT NOT NULL,
    headline TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    cancel_reason TEXT,
    last_sequence INTEGER NOT NULL,
    last_hash TEXT NOT NULL,
    content_sequence INTEGER NOT NULL,
    CHECK (state <> 'submitted' OR (receipt_number IS NOT NULL AND version >= 1))
  ) STRICT;
  -- holds all that a search needs to filter and to order, so that it opens only the rows it shows
  CREATE INDEX cases_person ON cases (person, state, updated_at);
  CREATE INDEX cases_newest ON cases (state, updated_at);
  CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'cases are never deleted'); END;

  CREATE TABLE case_events (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'facts-changed', 'materials-received', 'submitted', 'amended',
      'cancelled', 'paper-made', 'printed')),
    at TEXT NOT NULL,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    clerk_name TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    UNIQUE (case_id, sequence)
  ) STRICT;

  CREATE TABLE receipt_numbers (
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    running INTEGER NOT NULL CHECK (running BETWEEN 1 AND 999999),
    number TEXT NOT NULL UNIQUE CHECK (number LIKE '%_' || year || printf('%06d', running)),
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (year, running)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX receipt_numbers_running ON receipt_numbers (running);

  -- content is NULL once the draft was submitted or discarded; the row stays, so that a late save cannot revive it.
  CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    content TEXT,
    case_id TEXT,
    base_version INTEGER,
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX drafts_open ON drafts (clerk_id, updated_at) WHERE content IS NOT NULL;

  -- basis: sequence of the event that fixed the content the paper was made from.
  CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL CHECK (version >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('acceptance', 'one-time-notice', 'refusal', 'assessment', 'guidance')),
    basis INTEGER NOT NULL,
    title TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    UNIQUE (case_id, kind, basis)
  ) STRICT, WITHOUT ROWID;

  -- Copy 1 is the paper as first made, later copies are marked reprints.
  CREATE TABLE paper_files (
    paper_id TEXT NOT NULL REFERENCES papers (id),
    copy INTEGER NOT NULL CHECK (copy >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    pdf BLOB NOT NULL,
    PRIMARY KEY (paper_id, copy)
  ) STRICT;

  CREATE TABLE prints (
    paper_id TEXT NOT NULL REFERENCES papers (id),
    copy INTEGER NOT NULL CHECK (copy >= 1),
    at TEXT NOT NULL,
    clerk_id TEXT NOT NULL REFERENCES clerks (id),
    PRIMARY KEY (paper_id, copy)
  ) STRICT, WITHOUT ROWID;

  -- to_date is the last day of validity. ISO dates sort as text.
  CREATE TABLE office_figures (
    number INTEGER PRIMARY KEY,
    city TEXT NOT NULL,
    figure TEXT NOT NULL,
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL CHECK (to_date >= from_date),
    value TEXT NOT NULL,
    document TEXT NOT NULL,
    note TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (city, figure, from_date)
  ) STRICT;

  -- The newest row of a reading is the one in force.
  CREATE TABLE reading_choices (
    number INTEGER PRIMARY KEY,
    city TEXT NOT NULL,
    reading TEXT NOT NULL,
    option TEXT NOT NULL,
    reason TEXT NOT NULL,
    clerk_name TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reading_choices_newest ON reading_choices (city, reading, number);

  CREATE TABLE packs (
    hash TEXT PRIMARY KEY,
    city TEXT NOT NULL,
    version TEXT NOT NULL,
    source TEXT NOT NULL
  ) STRICT;
`;

export const firstSchema: Migration = {
  version: 1,
  name: "first schema",
  up(writer) {
    writer.exec(SCHEMA);
    for (const table of APPEND_ONLY) writer.exec(refuseChange(table));
  },
};
