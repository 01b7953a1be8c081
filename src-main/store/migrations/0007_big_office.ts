import type { Migration } from "./runner.ts";

/**
 * For offices with millions of cases: each index holds all that a list filters by, those by amount are as fine as those by time,
 * the beginnings of pinyin and initials are kept ready, and a year's figures cost a few hundred rows. The number of a row stands
 * before the rest, as lists are ordered: a hundred thousand cases may be of the same amount.
 */
const SCHEMA = `
  DROP INDEX cases_newest;
  DROP INDEX cases_matter;
  DROP INDEX cases_clerk;
  DROP INDEX cases_amount;
  CREATE INDEX cases_newest ON cases (state, updated_at, number, review, amount_fen);
  CREATE INDEX cases_matter ON cases (matter, state, updated_at, number, clerk_id, review, amount_fen);
  CREATE INDEX cases_clerk ON cases (clerk_id, state, updated_at, number, matter, review, amount_fen);
  CREATE INDEX cases_amount ON cases (state, amount_fen, number, review, updated_at) WHERE amount_fen IS NOT NULL;
  CREATE INDEX cases_matter_amount ON cases (matter, state, amount_fen, number, review, updated_at) WHERE amount_fen IS NOT NULL;

  DROP INDEX audit_clerk;
  CREATE INDEX audit_clerk ON audit (clerk_id, at, sequence, operation);

  -- Derived from ledger like statistics, with each month's sums by matter and by clerk.
  CREATE TABLE monthly_statistics (
    month TEXT NOT NULL,
    dimension TEXT NOT NULL CHECK (dimension IN ('matter', 'clerk')),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    fen INTEGER NOT NULL,
    PRIMARY KEY (month, dimension, id, kind)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO monthly_statistics
    SELECT substr(day, 1, 7), 'matter', matter, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4
    UNION ALL
    SELECT substr(day, 1, 7), 'clerk', clerk_id, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4;
`;

/** The table keeps no text of its own: what stood in it is read back from its index, term by term. */
const SEARCH = `
  CREATE VIRTUAL TABLE temp.people_terms USING fts5vocab (main, people_search, instance);
  CREATE VIRTUAL TABLE people_search_new USING fts5 (
    characters, keys, prefix = '1 2 3', content = '', columnsize = 0, tokenize = 'ascii'
  );
  INSERT INTO people_search_new (rowid, characters, keys)
    SELECT doc,
      coalesce(group_concat(term, ' ' ORDER BY "offset") FILTER (WHERE col = 'characters'), ''),
      coalesce(group_concat(term, ' ' ORDER BY "offset") FILTER (WHERE col = 'keys'), '')
    FROM temp.people_terms GROUP BY doc;
  DROP TABLE temp.people_terms;
  DROP TABLE people_search;
  ALTER TABLE people_search_new RENAME TO people_search;
`;

export const bigOffice: Migration = {
  version: 7,
  name: "big office",
  up(writer) {
    writer.exec(SCHEMA);
    writer.exec(SEARCH);
  },
};
