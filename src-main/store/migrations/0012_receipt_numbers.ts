import { refuseChange } from "./append-only.ts";
import type { Migration } from "./runner.ts";

/**
 * Two indexes less for each submission to write. A number ends with its year and its running number, which are the key: it is
 * unique without saying so. And a running number of whatever year is looked up in the key, year by year.
 */
const SCHEMA = `
  CREATE TABLE receipt_numbers_new (
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    running INTEGER NOT NULL CHECK (running BETWEEN 1 AND 999999),
    number TEXT NOT NULL CHECK (number LIKE '%_' || year || printf('%06d', running)),
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (year, running)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO receipt_numbers_new SELECT year, running, number, case_id FROM receipt_numbers ORDER BY year, running;
  DROP TABLE receipt_numbers;
  ALTER TABLE receipt_numbers_new RENAME TO receipt_numbers;
`;

export const receiptNumbers: Migration = {
  version: 12,
  name: "receipt numbers",
  up(writer) {
    writer.exec(SCHEMA);
    writer.exec(refuseChange("receipt_numbers"));
  },
};
