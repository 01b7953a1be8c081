/**
 * The rows of people against the forms and corrections that made them, person by person; what is held is one person's forms. People
 * who were corrected by hand, put together with another, or taken for another in a form are followed together: they are few.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { identityKey } from "../../../src-shared/domain/identity/kinds.ts";
import { canonicalJson } from "../file/canonical.ts";
import type { Reader, ReaderConnection } from "../file/connection.ts";
import { inputOf, NAMES_PER_PERSON, rowOf, searchTerms, tidied } from "../areas/people/people.ts";
import { CASE_EVENTS } from "../areas/cases/columns.ts";
import { PEOPLE, PERSON_CHANGES, type StoredPerson } from "../areas/people/columns.ts";
import type { CheckedCases, TellProblem } from "./verify-cases.ts";
import { FollowedPeople, type Change, type Form, type OnName } from "./followed-people.ts";

export function checkPeople(
  reader: ReaderConnection,
  { broken, ofOthers }: CheckedCases,
  report: TellProblem,
  onPerson: (number: number) => void,
): void {
  if (broken.size > 0) return;
  const key = randomBytes(32);
  const names = new SumOfHashes(key);
  const onName: OnName = (...name) => termsOf(...name).forEach((line) => names.add(line));
  let last = { number: 0, firstForm: 0 };
  let astray = 0;
  let missing = 0;
  followPeople(reader, ofOthers, onName, (row, followed) => {
    const one = followed.people.get(row.number);
    const isTold =
      one !== undefined &&
      canonicalJson(one.input) === canonicalJson(inputOf(row)) &&
      one.mergedInto === row.mergedInto &&
      one.names === row.names &&
      // the numbers follow each other in the order of the first forms
      row.number === last.number + 1 &&
      one.firstForm > last.firstForm;
    if (!isTold) report("derived-state", `person ${row.number} is not what the case events tell`);
    last = { number: row.number, firstForm: one?.firstForm ?? last.firstForm };
    onPerson(row.number);
    // once for people who are followed together
    if (row.number !== followed.numbers[0]) return;
    astray += followed.astray;
    missing += followed.strangers;
  });
  if (astray > 0) report("derived-state", `${astray} cases point to another person`);
  if (missing > 0) report("derived-state", `${missing} people of the case events are missing`);
  const stored = new SumOfHashes(key);
  reader.vocabulary("people_search", (terms) => {
    for (const { doc, col, offset, term } of terms) stored.add(`${doc} ${col} ${offset} ${term}`);
  });
  if (!names.equals(stored)) tellTerms(reader, ofOthers, report);
}

/** Told of each row of `people` in the order of their numbers. */
type Compare = (row: StoredPerson, followed: FollowedPeople) => void;

const PEOPLE_AT_ONCE = 500;

/** All people with what their forms and corrections made of them. */
function followPeople(reader: Reader, ofOthers: ReadonlySet<string>, onName: OnName, compare: Compare): void {
  const changes = changesOf(reader);
  const entangled = entangledPeople(reader, changes, ofOthers);
  const numbers = [...entangled].sort((a, b) => a - b);
  const forms = numbers.flatMap((number) => formsOf(reader, number)).sort((a, b) => a.number - b.number);
  const together = new FollowedPeople(numbers, forms, changes, onName);
  for (let after = 0; ;) {
    const rows = PEOPLE.all(reader, "WHERE number > ? ORDER BY number LIMIT ?", after, PEOPLE_AT_ONCE);
    for (const row of rows) {
      const { number } = row;
      compare(row, entangled.has(number) ? together : new FollowedPeople([number], formsOf(reader, number), [], onName));
    }
    if (rows.length < PEOPLE_AT_ONCE) return;
    after = rows.at(-1)!.number;
  }
}

const changesOf = (reader: Reader): Change[] =>
  PERSON_CHANGES.part("person", "after", "mergedFrom", "afterEvent")
    .all(reader, "ORDER BY number")
    .map((change) => ({ ...change, after: JSON.parse(change.after) as PersonInput }));

/** Forms in the cases that point to a person. */
const formsOf = (reader: Reader, person: number): Form[] =>
  reader
    .all<Omit<Form, "person"> & { person: string }>(
      `SELECT ${CASE_EVENTS.part("number", "caseId").selected}, cases.person AS holder, payload ->> '$.content.person' AS person
       FROM cases INDEXED BY cases_person CROSS JOIN case_events ON case_id = cases.id
       WHERE cases.person = ? AND payload ->> '$.content.person' IS NOT NULL ORDER BY case_events.number`,
      person,
    )
    .map((form) => ({ ...form, person: JSON.parse(form.person) as PersonInput }));

/**
 * Whoever cannot be followed alone: corrected, put together, with an identity that a correction gave, or in cases with a form of
 * somebody else, or in such a form. All others have every form of their identity in cases of their own, and no other.
 */
function entangledPeople(reader: Reader, changes: readonly Change[], ofOthers: ReadonlySet<string>): Set<number> {
  const entangled = new Set<number>();
  const add = (number: number | null | undefined): void => void (number != null && entangled.add(number));
  const addHolder = (person: PersonInput): void => add(rowOf(reader, tidied(person))?.number);
  for (const { person, mergedFrom: merged, after } of changes) {
    add(person);
    add(merged);
    addHolder(after);
  }
  for (const id of ofOthers) {
    const { person } = reader.get<{ person: number }>("SELECT person FROM cases WHERE id = ?", id)!;
    add(person);
    for (const form of formsOf(reader, person)) addHolder(form.person);
  }
  return entangled;
}

/** Whether a case has a form of another identity than its person has by now. */
export function isOfOthers(reader: Reader, caseId: string, forms: readonly PersonInput[]): boolean {
  const row = reader.get<StoredPerson>(
    `SELECT ${PEOPLE.selected} FROM cases JOIN people ON people.number = cases.person WHERE cases.id = ?`,
    caseId,
  );
  // a case without its row, or without its person, is reported as such
  if (row === undefined) return false;
  const own = identityKey(inputOf(row));
  return forms.some((form) => identityKey(tidied(form)) !== own);
}

/** Every term that a name of a person should be found by, with its place. */
function termsOf(...[person, nth, { name, identityNumber }]: Parameters<OnName>): string[] {
  const row = person * NAMES_PER_PERSON + nth;
  const { characters, keys } = searchTerms(name, identityNumber);
  return [...characters.map((term, i) => `${row} characters ${i} ${term}`), ...keys.map((term, i) => `${row} keys ${i} ${term}`)];
}

/**
 * The full-text index has its terms in an order of its own: they are compared with those that the names should have by the sum of
 * their keyed hashes (MSet-Add-Hash), under a key of this run that nobody could know before.
 */
class SumOfHashes {
  readonly #key: Buffer;
  #sum = 0n;
  #count = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }
  add(line: string): void {
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${createHmac("sha256", this.#key).update(line).digest("hex")}`));
    this.#count++;
  }
  equals(other: SumOfHashes): boolean {
    return this.#sum === other.#sum && this.#count === other.#count;
  }
}

/** Only where the sums differ are the terms themselves put side by side. */
function tellTerms(reader: ReaderConnection, ofOthers: ReadonlySet<string>, report: TellProblem): void {
  const missing = new Set<string>();
  const onName: OnName = (...name) => termsOf(...name).forEach((line) => missing.add(line));
  followPeople(reader, ofOthers, onName, () => undefined);
  let strange = 0;
  reader.vocabulary("people_search", (terms) => {
    for (const { doc, col, offset, term } of terms) if (!missing.delete(`${doc} ${col} ${offset} ${term}`)) strange++;
  });
  report("derived-state", `the search of people has ${strange} terms too many and ${missing.size} too few`);
}
