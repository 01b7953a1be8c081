import { rebuildCases, rebuildLedger } from "../areas/cases/rebuild.ts";
import { refuseChange } from "./append-only.ts";
import type { Migration } from "./runner.ts";

/**
 * A consultation (estimate, look-up, guidance) gets a kind of its own in the books; until now it stood there as accepted and
 * settled. The kinds are no longer listed in the schema: `verify` compares every row with what the events tell.
 */
const SCHEMA = `
  ALTER TABLE cases ADD COLUMN nature TEXT CHECK (nature IN ('transaction', 'estimate', 'lookup', 'guidance'));

  DROP INDEX ledger_day;
  DROP INDEX ledger_case;
  ALTER TABLE ledger RENAME TO ledger_before;
  CREATE INDEX ledger_before_case ON ledger_before (case_id, at);
  CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
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
  DROP TRIGGER day_ends_no_update;
  DROP TRIGGER day_ends_no_delete;
`;

export const consultations: Migration = {
  version: 6,
  name: "consultations",
  up(writer) {
    writer.exec(SCHEMA);
  },
  afterwards(writer) {
    rebuildCases(writer);
    rebuildLedger(writer);
    // the books have fewer rows now: a closed day ends at the newest of those that were there when it was closed
    writer.run(`
      UPDATE day_ends SET last_number = coalesce((
        SELECT max(ledger.number) FROM ledger JOIN ledger_before AS before
          ON before.case_id = ledger.case_id AND before.at = ledger.at
        WHERE before.number <= last_number), 0)`);
  },
  atLast: `DROP TABLE ledger_before; ${refuseChange("day_ends")}`,
};
