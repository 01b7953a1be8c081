/** People as forms and corrections made them, followed anew: what `verify` compares the rows of `people` with. */
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import { mergePerson, tidied } from "../people.ts";

export interface FollowedPerson {
  /** Kind, number, name and what else a row of `people` holds. */
  input: PersonInput;
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
  readonly #byIdentity = new Map<string, number>();

  form(caseId: string, typed: PersonInput): void {
    const form = tidied(typed);
    const number = this.#find(form) ?? this.#add(form);
    const person = this.people.get(number)!;
    const before = person.input;
    person.input = mergePerson(before, form);
    if (person.input.name !== before.name) person.terms.push(termOf(person.input));
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
    const { input: before } = person;
    if (after.name !== before.name || after.identityNumber !== before.identityNumber) person.terms.push(termOf(after));
    if (identityKey(after) !== identityKey(before)) {
      this.#byIdentity.delete(identityKey(before));
      this.#byIdentity.set(identityKey(after), kept);
    }
    person.input = after;
  }

  #find(person: PersonInput): number | undefined {
    let number = this.#byIdentity.get(identityKey(person));
    for (let into = number; into !== undefined && into !== null;) {
      number = into;
      into = this.people.get(into)?.mergedInto ?? undefined;
    }
    return number;
  }

  #add(person: PersonInput): number {
    const number = this.people.size + 1;
    this.people.set(number, { input: person, mergedInto: null, terms: [termOf(person)] });
    this.#byIdentity.set(identityKey(person), number);
    return number;
  }
}

const termOf = ({ name, identityNumber }: PersonInput) => ({ name, identityNumber });
