/** All migrations in order. A released one is never changed; a new one gets the next number, a file and a test. */
import { firstSchema } from "./0001_first_schema.ts";
import { officeCities } from "./0002_office_cities.ts";
import { clerksAndSettings } from "./0003_clerks_and_settings.ts";
import { lifeOfACase } from "./0004_life_of_a_case.ts";
import { ledgerPeopleAudit } from "./0005_ledger_people_audit.ts";
import { consultations } from "./0006_consultations.ts";
import { bigOffice } from "./0007_big_office.ts";
import { kindsOfDocument } from "./0008_kinds_of_document.ts";
import { looksAndSecondPersons } from "./0009_looks_and_second_persons.ts";
import { trust } from "./0011_trust.ts";
import { quickerWrites } from "./0012_quicker_writes.ts";
import { peopleComeAndGo } from "./0016_people_come_and_go.ts";
import { orderOfWriting } from "./0017_order_of_writing.ts";
import type { Migration } from "./runner.ts";

export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  officeCities,
  clerksAndSettings,
  lifeOfACase,
  ledgerPeopleAudit,
  consultations,
  bigOffice,
  kindsOfDocument,
  looksAndSecondPersons,
  trust,
  quickerWrites,
  peopleComeAndGo,
  orderOfWriting,
];
