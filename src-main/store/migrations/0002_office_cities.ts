import type { Migration } from "./runner.ts";

/** An office may serve several cities; `position` keeps the order in which it wants to see them. */
export const officeCities: Migration = {
  version: 2,
  name: "office cities",
  up(writer) {
    writer.exec(`
      CREATE TABLE office_cities (
        position INTEGER PRIMARY KEY CHECK (position >= 0),
        city TEXT NOT NULL UNIQUE CHECK (city <> '')
      ) STRICT;
      INSERT INTO office_cities SELECT 0, city FROM office;
      ALTER TABLE office DROP COLUMN city;
    `);
  },
};
