/** What the store tells of people. */
import type { CaseRow } from "../cases/types.ts";
import type { Act } from "../../file/types.ts";
import type { PersonInput } from "../../../../src-shared/domain/case.ts";

export interface PersonRow {
  readonly id: string;
  readonly person: PersonInput;
  /** Number of cases in any state. */
  readonly cases: number;
  /** Merged into this person; `null` for a person of its own. */
  readonly mergedInto: string | null;
}

/** A correction by hand (not by a form); the forms' own values stand in the case events. */
export interface PersonChangeRow {
  readonly personId: string;
  readonly at: string;
  readonly clerkName: string;
  readonly reason: string;
  readonly before: PersonInput;
  readonly after: PersonInput;
  /** The other person's id where two were merged. */
  readonly mergedFrom: string | null;
}

export interface PeopleStore {
  /** By kind and number; without a number by name, birth date and sex. */
  byIdentity(person: PersonInput): { readonly id: string; readonly person: PersonInput } | undefined;
  /** By a number of whatever kind. */
  byIdentityNumber(identityNumber: string): { readonly id: string; readonly person: PersonInput } | undefined;
  byId(id: string): PersonRow | undefined;
  /** By name, pinyin, initials, identity number (also a corrected one), its last four, telephone; best known first. */
  find(text: string, limit: number): PersonRow[];
  casesOf(personId: string): CaseRow[];
  /** Others with the same name and birth date, at most 20. */
  duplicatesOf(person: Omit<PersonInput, "phone">): PersonRow[];
  /** Newest first. */
  changes(personId: string): PersonChangeRow[];
  /**
   * Corrects name, telephone or identity number. A number that belongs to another person is refused (`person-exists`)
   * unless `merge`: then all cases move to that other person, whose id is returned. Case events stay as they were written.
   */
  correct(
    act: Act,
    input: { readonly personId: string; readonly person: PersonInput; readonly reason: string; readonly merge: boolean },
  ): string;
}
