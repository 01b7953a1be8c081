/** People as forms and corrections made them, followed anew: what `verify` compares the rows of `people` with. */
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { mergePerson, normaliseIdentityNumber } from "./people.ts";

export interface FollowedPerson {
  identityNumber: string;
  name: string;
  phone: string;
  mergedInto: number | null;
  /** One for each row in `people_search`, in their order: what the person was found by from then on. */
  readonly terms: { readonly name: string; readonly identityNumber: string }[];
}

/** A row of `person_changes`, as far as it matters here. */
export interface StoredChange {
  readonly person: number;
  readonly after: string;
  readonly merged_from: number | null;
  readonly after_event: number;
}

export class FollowedPeople {
  /** By number: the store gives them 1, 2, 3 … in the order of their first form. */
  readonly people = new Map<number, FollowedPerson>();
  /** By case id. */
  readonly personOfCase = new Map<string, number>();
  readonly #byIdentityNumber = new Map<string, number>();

  form(caseId: string, typed: PersonInput): void {
    const identityNumber = normaliseIdentityNumber(typed.identityNumber);
    const number = this.#find(identityNumber) ?? this.#add(identityNumber);
    const person = this.people.get(number)!;
    const { name, phone } = mergePerson(person, typed);
    if (person.terms.length === 0 || name !== person.name) person.terms.push({ name, identityNumber: person.identityNumber });
    Object.assign(person, { name, phone });
    this.personOfCase.set(caseId, number);
  }

  correction({ person: kept, after: json, merged_from: merged }: StoredChange): void {
    const after = JSON.parse(json) as PersonInput;
    const person = this.people.get(kept);
    if (person === undefined) return;
    if (merged !== null) {
      for (const [caseId, holder] of this.personOfCase) if (holder === merged) this.personOfCase.set(caseId, kept);
      const other = this.people.get(merged);
      if (other !== undefined) other.mergedInto = kept;
    }
    if (after.name !== person.name || after.identityNumber !== person.identityNumber) {
      person.terms.push({ name: after.name, identityNumber: after.identityNumber });
    }
    if (after.identityNumber !== person.identityNumber) {
      this.#byIdentityNumber.delete(person.identityNumber);
      this.#byIdentityNumber.set(after.identityNumber, kept);
    }
    Object.assign(person, { identityNumber: after.identityNumber, name: after.name, phone: after.phone });
  }

  #find(identityNumber: string): number | undefined {
    let number = this.#byIdentityNumber.get(identityNumber);
    for (let into = number; into !== undefined && into !== null;) {
      number = into;
      into = this.people.get(into)?.mergedInto ?? undefined;
    }
    return number;
  }

  #add(identityNumber: string): number {
    const number = this.people.size + 1;
    this.people.set(number, { identityNumber, name: "", phone: "", mergedInto: null, terms: [] });
    this.#byIdentityNumber.set(identityNumber, number);
    return number;
  }
}
