/** The columns of people and of their corrections by hand. */
import type { IdentityKind, Sex } from "../../../../src-shared/domain/identity/kinds.ts";
import { integer, integerOrNull, table, text, type RowOf } from "../../file/table.ts";

export const PEOPLE = table("people", {
  /** Inside the store. */
  number: integer("number"),
  /** Outside of it: random, so that nobody counts through an office's people. */
  id: text("id"),
  kind: text<IdentityKind>("kind"),
  /** Empty of a person without a number. */
  identityNumber: text("identity_number"),
  name: text("name"),
  phone: text("phone"),
  /** ISO day; empty where the number tells it, as with the sex. */
  birthDate: text("birth_date"),
  sex: text<Sex | "">("sex"),
  noNumberBecause: text("no_number_because"),
  /** How many the search knows. */
  names: integer("names"),
  /** Number of the person that this one turned out to be. */
  mergedInto: integerOrNull("merged_into"),
});
export type StoredPerson = RowOf<typeof PEOPLE>;

/** Words of the full-text search, a row for each name that a person had. */
export const PEOPLE_SEARCH = table("people_search", {
  rowid: integer("rowid"),
  characters: text("characters"),
  keys: text("keys"),
});

export const PERSON_CHANGES = table("person_changes", {
  number: integer("number"),
  person: integer("person"),
  at: text("at"),
  clerkName: text("clerk_name"),
  reason: text("reason"),
  /** Canonical JSON of `PersonInput`, as `after` is. */
  before: text("before"),
  after: text("after"),
  mergedFrom: integerOrNull("merged_from"),
  /** Number of the newest case event of then. */
  afterEvent: integer("after_event"),
});
