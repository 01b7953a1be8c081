import type { Migration } from "./runner.ts";

/**
 * A role for a time, beside the one that stays; and who typed in a form before it was handed over: they are no second person for the
 * case that comes of it.
 */
const SCHEMA = `
  ALTER TABLE clerks ADD COLUMN acting_role TEXT
    CHECK (acting_role IN ('clerk', 'reviewer', 'supervisor', 'administrator', 'auditor'));
  -- the last day, at the counter
  ALTER TABLE clerks ADD COLUMN acting_until TEXT CHECK ((acting_until IS NULL) = (acting_role IS NULL));

  -- ids of clerks, as JSON
  ALTER TABLE drafts ADD COLUMN hands TEXT NOT NULL DEFAULT '[]';
`;

export const peopleComeAndGo: Migration = {
  version: 16,
  name: "people come and go",
  up: (writer) => writer.exec(SCHEMA),
};
