/** People as forms and corrections made them, followed anew: what `verify` compares their rows with. */
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import { mergePerson, tidied } from "../areas/people/people.ts";

export interface FollowedPerson {
  /** Kind, number, name and what else a row of `people` holds. */
  input: PersonInput;
  mergedInto: number | null;
  /** How many there were: one for each row in `people_search`. */
  names: number;
  /** Number of the event with their first form. */
  readonly firstForm: number;
}

/** Told of each name in the order in which a person was found by them: `nth` of that person. */
export type OnName = (person: number, nth: number, by: Pick<PersonInput, "name" | "identityNumber">) => void;

export interface Form {
  /** Of the event. */
  readonly number: number;
  readonly caseId: string;
  /** Whom the case points to. */
  readonly holder: number;
  readonly person: PersonInput;
}

/** A row of `person_changes`, as far as it matters here. */
export interface Change {
  readonly person: number;
  readonly after: PersonInput;
  readonly mergedFrom: number | null;
  readonly afterEvent: number;
}

/** The number of a person that the rows do not know. */
const NOBODY = 0;

/**
 * Some of the people, in whose forms and corrections nobody else occurs. `numbers` are theirs, ascending: the store numbers people in
 * the order of their first forms.
 */
export class FollowedPeople {
  readonly numbers: readonly number[];
  /** By number. */
  readonly people = new Map<number, FollowedPerson>();
  /** People of the forms that no number was left for. */
  strangers = 0;
  /** Cases that point to another person than their forms. */
  readonly astray: number;
  readonly #byIdentity = new Map<string, number>();
  readonly #personOfCase = new Map<string, number>();
  readonly #onName: OnName;

  /** @param forms in the order of writing, as are the changes, in which names and telephones replaced each other */
  constructor(numbers: readonly number[], forms: readonly Form[], changes: readonly Change[], onName: OnName) {
    this.numbers = numbers;
    this.#onName = onName;
    let next = 0;
    const correctUpTo = (event: number): void => {
      while (next < changes.length && changes[next]!.afterEvent < event) this.#correction(changes[next++]!);
    };
    for (const form of forms) {
      correctUpTo(form.number);
      this.#form(form);
    }
    correctUpTo(Number.MAX_SAFE_INTEGER);
    const holders = new Map(forms.map(({ caseId, holder }) => [caseId, holder]));
    this.astray = [...this.#personOfCase].filter(([caseId, person]) => holders.get(caseId) !== person).length;
  }

  #form({ number: event, caseId, person: typed }: Form): void {
    const form = tidied(typed);
    const number = this.#find(form) ?? this.#add(form, event);
    this.#personOfCase.set(caseId, number);
    const person = this.people.get(number);
    if (person === undefined) return;
    const before = person.input;
    person.input = mergePerson(before, form);
    if (person.input.name !== before.name) this.#named(number, person);
  }

  #correction({ person: kept, after, mergedFrom: merged }: Change): void {
    const person = this.people.get(kept);
    if (person === undefined) return;
    if (merged !== null) {
      for (const [caseId, holder] of this.#personOfCase) {
        if (holder === merged) this.#personOfCase.set(caseId, kept);
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

  #add(person: PersonInput, firstForm: number): number {
    const number = this.numbers[this.people.size] ?? NOBODY;
    this.#byIdentity.set(identityKey(person), number);
    if (number === NOBODY) {
      this.strangers++;
      return number;
    }
    const added: FollowedPerson = { input: person, mergedInto: null, names: 0, firstForm };
    this.people.set(number, added);
    this.#named(number, added);
    return number;
  }

  #named(number: number, person: FollowedPerson): void {
    this.#onName(number, person.names++, person.input);
  }
}
