/** People as forms and corrections made them, followed anew: what `verify` compares the rows of `people` with. */
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import { mergePerson, tidied } from "../people.ts";

export interface FollowedPerson {
  /** Kind, number, name and what else a row of `people` holds. */
  input: PersonInput;
  mergedInto: number | null;
  /** How many there were: one for each row in `people_search`. */
  names: number;
}

/** Told of each name in the order in which a person was found by them: `nth` of that person. */
export type OnName = (person: number, nth: number, by: Pick<PersonInput, "name" | "identityNumber">) => void;

/** A row of `person_changes`, as far as it matters here. */
export interface StoredChange {
  readonly person: number;
  readonly after: string;
  readonly merged_from: number | null;
  readonly after_event: number;
}

/** What is kept of a person is what is compared with their row; of a case, one number. */
export class FollowedPeople {
  /** By number: the store gives them 1, 2, 3 … in the order of their first form. */
  readonly people = new Map<number, FollowedPerson>();
  /** By the number of the case. */
  readonly personOfCase: Int32Array;
  readonly #byIdentity = new Map<string, number>();
  readonly #onName: OnName;

  constructor(cases: number, onName: OnName) {
    this.personOfCase = new Int32Array(cases + 1);
    this.#onName = onName;
  }

  form(caseNumber: number, typed: PersonInput): void {
    const form = tidied(typed);
    const number = this.#find(form) ?? this.#add(form);
    const person = this.people.get(number)!;
    const before = person.input;
    person.input = mergePerson(before, form);
    if (person.input.name !== before.name) this.#named(number, person);
    this.personOfCase[caseNumber] = number;
  }

  correction({ person: kept, after: json, merged_from: merged }: StoredChange): void {
    const after = JSON.parse(json) as PersonInput;
    const person = this.people.get(kept);
    if (person === undefined) return;
    if (merged !== null) {
      for (const [caseNumber, holder] of this.personOfCase.entries()) {
        if (holder === merged) this.personOfCase[caseNumber] = kept;
      }
      const other = this.people.get(merged);
      if (other !== undefined) other.mergedInto = kept;
    }
    const { input: before } = person;
    person.input = after;
    if (after.name !== before.name || after.identityNumber !== before.identityNumber) this.#named(kept, person);
    if (identityKey(after) !== identityKey(before)) {
      this.#byIdentity.delete(identityKey(before));
      this.#byIdentity.set(identityKey(after), kept);
    }
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
    const added: FollowedPerson = { input: person, mergedInto: null, names: 0 };
    this.people.set(number, added);
    this.#named(number, added);
    this.#byIdentity.set(identityKey(person), number);
    return number;
  }

  #named(number: number, person: FollowedPerson): void {
    this.#onName(number, person.names++, person.input);
  }
}
