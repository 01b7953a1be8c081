/** Integrity of file, chains, numbers, papers and derived rows, told as problems: nothing here throws for damaged content. */
import { CHAIN_START, canonicalJson, sha256 } from "./canonical.ts";
import { allDerivedCases, applyEvent, eventHash, eventRow, type DerivedCase, type StoredEvent } from "./case-events.ts";
import type { ReaderConnection } from "./connection.ts";
import { StoreError, asStoreError } from "./errors.ts";
import { auditHash, type AuditRow } from "./operation.ts";
import { NAMES_PER_PERSON, mergePerson, normaliseIdentityNumber, searchTerms, type NameAndPhone } from "./people.ts";
import { officeCode, receiptNumber } from "./receipt-numbers.ts";
import type { CaseEventPayload, CaseEventRow, StoreProblem } from "./types.ts";

type Report = (area: StoreProblem["area"], detail: string) => void;

/** Everything the events say, gathered in one pass. */
interface FromEvents {
  readonly cases: Map<string, DerivedCase>;
  /** Cases whose chain or order is broken: reported once, not compared further. */
  readonly broken: Set<string>;
  readonly hashes: Set<string>;
  /** By identity number: name and phone as last typed, and every name in the order of the rows in `people_search`. */
  readonly people: Map<string, NameAndPhone & { readonly names: readonly string[] }>;
  /** `paper id` → hash, for `paper id/copy` of prints, too. */
  readonly paperHashes: Map<string, string>;
  readonly prints: Set<string>;
}

export function verifyStore(reader: ReaderConnection): StoreProblem[] {
  const problems: StoreProblem[] = [];
  const report: Report = (area, detail) => void problems.push({ area, detail });
  try {
    checkFile(reader, report);
    // a damaged file gives no rows to reason about
    if (problems.some(({ area }) => area === "sqlite")) return problems;
    reader.snapshot(() => {
      const fromEvents = readEvents(reader, report);
      checkAudit(reader, fromEvents.hashes, report);
      checkReceiptNumbers(reader, fromEvents, report);
      checkPapers(reader, fromEvents, report);
      checkDerivedCases(reader, fromEvents, report);
      checkPeople(reader, fromEvents, report);
    });
  } catch (error) {
    const translated = asStoreError(error);
    if (!(translated instanceof StoreError) || translated.kind !== "corrupt") throw translated;
    report("sqlite", translated.message);
  }
  return problems;
}

function checkFile(reader: ReaderConnection, report: Report): void {
  for (const { integrity_check: line } of reader.all<{ integrity_check: string }>("PRAGMA integrity_check")) {
    if (line !== "ok") report("sqlite", line);
  }
  for (const { table, parent } of reader.all<{ table: string; parent: string }>("PRAGMA foreign_key_check")) {
    report("foreign-keys", `a row of ${table} has no parent in ${parent}`);
  }
}

function readEvents(reader: ReaderConnection, report: Report): FromEvents {
  const found: FromEvents = {
    cases: new Map(),
    broken: new Set(),
    hashes: new Set(),
    people: new Map(),
    paperHashes: new Map(),
    prints: new Set(),
  };
  // in the order of writing, which is the order in which names and phones replaced each other
  for (const stored of reader.iterate<StoredEvent>("SELECT * FROM case_events ORDER BY number")) {
    found.hashes.add(stored.hash);
    if (found.broken.has(stored.case_id)) continue;
    const followed = follow(found.cases.get(stored.case_id), stored);
    if (typeof followed === "string") {
      found.broken.add(stored.case_id);
      report("event-chain", `case ${stored.case_id}, event ${stored.sequence}: ${followed}`);
    } else {
      found.cases.set(stored.case_id, followed.after);
      gather(found, followed.event.payload);
    }
  }
  return found;
}

/** The event and the state after it, or why it does not follow from the state before. */
function follow(before: DerivedCase | undefined, stored: StoredEvent): { event: CaseEventRow; after: DerivedCase } | string {
  if (eventHash(before?.lastHash ?? CHAIN_START, stored) !== stored.hash) return "its hash does not follow from the one before";
  try {
    const event = eventRow(stored);
    const isCanonical = canonicalJson(event.payload) === stored.payload && event.payload.kind === stored.kind;
    return isCanonical ? { event, after: applyEvent(before, event) } : "its payload is not canonical";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function gather(found: FromEvents, payload: CaseEventPayload): void {
  if ("content" in payload) {
    const { person } = payload.content;
    const identityNumber = normaliseIdentityNumber(person.identityNumber);
    const known = found.people.get(identityNumber);
    const merged = mergePerson(known ?? { name: "", phone: "" }, person);
    const names = known === undefined ? [merged.name] : known.name === merged.name ? known.names : [...known.names, merged.name];
    found.people.set(identityNumber, { ...merged, names });
  } else if (payload.kind === "paper-made") {
    found.paperHashes.set(`${payload.paperId}/1`, payload.sha256);
  } else if (payload.kind === "printed") {
    found.paperHashes.set(`${payload.paperId}/${payload.copy}`, payload.sha256);
    found.prints.add(`${payload.paperId}/${payload.copy}`);
  }
}

/** How many of `expected` are not among `present`. */
function countMissing(expected: ReadonlySet<string>, present: ReadonlySet<string>): number {
  let missing = 0;
  for (const one of expected) if (!present.has(one)) missing++;
  return missing;
}

/** The audit names every event's hash, so that neither chain can lose its end without the other telling. */
function checkAudit(reader: ReaderConnection, eventHashes: ReadonlySet<string>, report: Report): void {
  const named = new Set<string>();
  let previous = CHAIN_START;
  let sequence = 0;
  for (const row of reader.iterate<AuditRow>("SELECT * FROM audit ORDER BY sequence")) {
    sequence++;
    if (row.sequence !== sequence || auditHash(previous, row) !== row.hash) {
      report("audit-chain", `row ${row.sequence} does not follow from the one before`);
      return;
    }
    previous = row.hash;
    const { events } = JSON.parse(row.detail) as { events?: readonly string[] };
    for (const hash of events ?? []) named.add(hash);
  }
  const unnamed = countMissing(eventHashes, named);
  const lost = countMissing(named, eventHashes);
  if (unnamed > 0) report("audit-chain", `${unnamed} case events are not in the audit`);
  if (lost > 0) report("event-chain", `${lost} case events that the audit names are gone`);
}

function checkReceiptNumbers(reader: ReaderConnection, { cases, broken }: FromEvents, report: Report): void {
  const code = officeCode(reader) ?? "";
  const holders = new Map<string, string>();
  let year = 0;
  let expected = 1;
  for (const row of reader.iterate<{ year: number; running: number; number: string; case_id: string }>(
    "SELECT year, running, number, case_id FROM receipt_numbers ORDER BY year, running",
  )) {
    if (row.year !== year) {
      year = row.year;
      expected = 1;
    }
    if (row.running !== expected) report("receipt-numbers", `${year}: ${expected} is missing before ${row.running}`);
    expected = row.running + 1;
    holders.set(row.number, row.case_id);
    if (row.number !== receiptNumber(code, row.year, row.running)) {
      report("receipt-numbers", `${row.number} is not number ${row.running} of ${row.year}`);
    }
    if (!broken.has(row.case_id) && cases.get(row.case_id)?.receiptNumber !== row.number) {
      report("receipt-numbers", `${row.number} is taken by case ${row.case_id}, whose events do not have it`);
    }
  }
  for (const { id, receiptNumber: number } of cases.values()) {
    if (number !== null && holders.get(number) !== id)
      report("receipt-numbers", `case ${id} has ${number} without having taken it`);
  }
}

function checkPapers(reader: ReaderConnection, { broken, paperHashes, prints }: FromEvents, report: Report): void {
  const seen = new Set<string>();
  for (const file of reader.iterate<{
    key: string;
    case_id: string;
    sha256: string;
    paper_hash: string;
    copy: number;
    pdf: Uint8Array;
  }>(
    `SELECT paper_id || '/' || copy AS key, case_id, file.sha256, paper.sha256 AS paper_hash, copy, pdf
     FROM paper_files AS file JOIN papers AS paper ON paper.id = paper_id`,
  )) {
    seen.add(file.key);
    const told = paperHashes.get(file.key);
    if (sha256(file.pdf) !== file.sha256) report("papers", `${file.key}: the PDF is not what was stored`);
    if (file.copy === 1 && file.paper_hash !== file.sha256) report("papers", `${file.key}: paper and file have different hashes`);
    if (told !== file.sha256 && !broken.has(file.case_id)) report("papers", `${file.key}: the case events tell another hash`);
  }
  for (const key of paperHashes.keys()) if (!seen.has(key)) report("papers", `${key}: the PDF is gone`);

  const counted = new Set(reader.all<{ key: string }>("SELECT paper_id || '/' || copy AS key FROM prints").map(({ key }) => key));
  if (broken.size === 0 && countMissing(prints, counted) + countMissing(counted, prints) > 0) {
    report("papers", "counted prints and case events differ");
  }
}

function checkDerivedCases(reader: ReaderConnection, { cases, broken }: FromEvents, report: Report): void {
  const stored = new Map(allDerivedCases(reader).map((row) => [row.id, row]));
  for (const [id, row] of stored) {
    if (broken.has(id)) continue;
    const derived = cases.get(id);
    if (derived === undefined) report("derived-state", `case ${id} has no events`);
    else if (canonicalJson(derived) !== canonicalJson(row)) report("derived-state", `case ${id} is not what its events make it`);
  }
}

function checkPeople(reader: ReaderConnection, { people, broken }: FromEvents, report: Report): void {
  const strangers = reader.get<{ count: number }>(
    "SELECT count(*) AS count FROM cases JOIN people ON people.number = person WHERE people.identity_number <> cases.identity_number",
  )!;
  if (strangers.count > 0) report("derived-state", `${strangers.count} cases point to another person`);
  if (broken.size > 0) return;

  const rows = reader.all<NameAndPhone & { number: number; identity_number: string; names: number }>("SELECT * FROM people");
  const numbers = new Map<string, number>();
  for (const row of rows) {
    numbers.set(row.identity_number, row.number);
    const told = people.get(row.identity_number);
    if (told?.name !== row.name || told.phone !== row.phone || told.names.length !== row.names) {
      report("derived-state", `person ${row.number} is not what the case events tell`);
    }
  }
  for (const identityNumber of people.keys()) {
    if (!numbers.has(identityNumber)) report("derived-state", "a person of the case events is missing");
  }
  checkPeopleSearch(reader, people, numbers, report);
}

/** Reads the terms back out of the full-text index and compares them with those that the names should have. */
function checkPeopleSearch(
  reader: ReaderConnection,
  people: FromEvents["people"],
  numbers: ReadonlyMap<string, number>,
  report: Report,
): void {
  const expected = new Set<string>();
  for (const [identityNumber, { names }] of people) {
    names.forEach((name, nth) => {
      const row = (numbers.get(identityNumber) ?? 0) * NAMES_PER_PERSON + nth;
      const { characters, keys } = searchTerms(name, identityNumber);
      characters.forEach((term, i) => expected.add(`${row} characters ${i} ${term}`));
      keys.forEach((term, i) => expected.add(`${row} keys ${i} ${term}`));
    });
  }
  reader.vocabulary("people_search", (terms) => {
    let strange = 0;
    for (const { doc, col, offset, term } of terms) if (!expected.delete(`${doc} ${col} ${offset} ${term}`)) strange++;
    if (strange + expected.size > 0) {
      report("derived-state", `the search of people has ${strange} terms too many and ${expected.size} too few`);
    }
  });
}
