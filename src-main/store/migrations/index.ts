/** All migrations in order. A released one is never changed; a new one gets the next number, a file and a test. */
import { firstSchema } from "./0001_first_schema.ts";
import { officeCities } from "./0002_office_cities.ts";
import type { Migration } from "./runner.ts";

export const MIGRATIONS: readonly Migration[] = [firstSchema, officeCities];
