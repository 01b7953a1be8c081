import type { Migration } from "./runner.ts";

/**
 * Lists go by the order of writing, which no clock disorders: a case by the number of the event that changed it last, the audit by
 * its rows. Which numbers belong to a day is told by the first one of each run of one day, so that days are still found at once,
 * and found right where a clock was turned: such a day has more than one run. The counter's day is the one of `clock.ts`.
 */
const RUNS: readonly (readonly [table: string, days: string, number: string])[] = [
  ["audit", "audit_days", "sequence"],
  ["case_events", "event_days", "number"],
];

const dayOf = (at: string): string => `date(${at}, '+8 hours')`;

const runsOf = (table: string, days: string, number: string): string => `
  CREATE TABLE ${days} (first INTEGER PRIMARY KEY, day TEXT NOT NULL) STRICT;
  INSERT INTO ${days} SELECT ${number}, day FROM (
    SELECT ${number}, ${dayOf("at")} AS day, lag(${dayOf("at")}) OVER (ORDER BY ${number}) AS before FROM ${table})
    WHERE day IS NOT before;
  CREATE TRIGGER ${table}_days AFTER INSERT ON ${table}
    WHEN (SELECT day FROM ${days} ORDER BY first DESC LIMIT 1) IS NOT ${dayOf("new.at")}
    BEGIN INSERT INTO ${days} (first, day) VALUES (new.${number}, ${dayOf("new.at")}); END;
`;

const SCHEMA = `
  DROP INDEX audit_clerk;
  DROP INDEX audit_operation;
  CREATE INDEX audit_clerk ON audit (clerk_id, sequence, operation);
  CREATE INDEX audit_operation ON audit (operation, sequence);
  -- lists of people that left: few, and each tells of many
  CREATE INDEX audit_lists ON audit (sequence) WHERE write = 'audit.recordList';

  -- number of the event that changed the case last
  ALTER TABLE cases ADD COLUMN last_change INTEGER NOT NULL DEFAULT 0;
  UPDATE cases SET last_change = (SELECT max(number) FROM case_events WHERE case_id = cases.id AND kind <> 'limit-set');
  DROP INDEX cases_person;
  DROP INDEX cases_newest;
  DROP INDEX cases_matter;
  DROP INDEX cases_clerk;
  DROP INDEX cases_amount;
  DROP INDEX cases_matter_amount;
  DROP INDEX cases_review;
  DROP INDEX cases_cancel_asked;
  CREATE INDEX cases_person ON cases (person, state, last_change);
  CREATE INDEX cases_newest ON cases (state, last_change, review, amount_fen);
  CREATE INDEX cases_matter ON cases (matter, state, last_change, clerk_id, review, amount_fen);
  CREATE INDEX cases_clerk ON cases (clerk_id, state, last_change, matter, review, amount_fen);
  CREATE INDEX cases_amount ON cases (state, amount_fen, number, review, last_change) WHERE amount_fen IS NOT NULL;
  CREATE INDEX cases_matter_amount ON cases (matter, state, amount_fen, number, review, last_change) WHERE amount_fen IS NOT NULL;
  CREATE INDEX cases_review ON cases (review, last_change) WHERE review <> 'none';
  CREATE INDEX cases_cancel_asked ON cases (last_change) WHERE cancel_asked IS NOT NULL;
`;

export const orderOfWriting: Migration = {
  version: 17,
  name: "order of writing",
  up(writer) {
    writer.exec(SCHEMA);
    for (const [table, days, number] of RUNS) writer.exec(runsOf(table, days, number));
  },
};
