/** Integrity of file, chains, numbers, papers and derived rows, told as problems: nothing here throws for damaged content. */
import { createHash, type Hash } from "node:crypto";
import type { AttachmentFiles } from "../attachment-files.ts";
import { CHAIN_START, canonicalJson, sha256 } from "../canonical.ts";
import {
  allDerivedCases,
  applyEvent,
  eventHash,
  eventRow,
  isEventKind,
  type DerivedCase,
  type StoredEvent,
} from "../case-events.ts";
import type { ReaderConnection } from "../connection.ts";
import { StoreError, StoreRefusal, asStoreError } from "../errors.ts";
import { ledgerEntries, type LedgerEntry } from "../ledger-entries.ts";
import { auditHash, type AuditRow } from "../operation.ts";
import { inputOf, NAMES_PER_PERSON, searchTerms, type StoredPerson } from "../people.ts";
import { officeCode, receiptNumber } from "../receipt-numbers.ts";
import { requireToldState } from "../trust/freshness.ts";
import type { CaseEventRow, StoreProblem } from "../types.ts";
import { FollowedPeople, type StoredChange } from "./verify-people.ts";

type Report = (area: StoreProblem["area"], detail: string) => void;

/** Everything the events say, gathered in one pass. */
interface FromEvents {
  readonly cases: Map<string, DerivedCase>;
  /** Cases whose chain or order is broken: reported once, not compared further. */
  readonly broken: Set<string>;
  readonly hashes: Set<string>;
  readonly people: FollowedPeople;
  /** `paper id` → hash, for `paper id/copy` of prints, too. */
  readonly paperHashes: Map<string, string>;
  readonly prints: Set<string>;
  /** `attachment id` → what the events tell of it, as canonical JSON. */
  readonly attachments: Map<string, Record<string, unknown>>;
  /** Over all entries of the ledger in order; and what the statistics add up to. */
  readonly ledger: Hash;
  readonly statistics: Map<string, { count: number; fen: number }>;
}

/** Reads every row and every attachment; seconds per 100,000 cases. */
export function verifyStore(reader: ReaderConnection, files: Pick<AttachmentFiles, "read">): StoreProblem[] {
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
      checkLedger(reader, fromEvents, report);
      checkAttachments(reader, files, fromEvents, report);
      checkState(reader, report);
    });
  } catch (error) {
    const translated = asStoreError(error);
    if (!(translated instanceof StoreError) || translated.kind !== "corrupt") throw translated;
    report("sqlite", translated.message);
  }
  return problems;
}

/** Clerks, settings and figures against what the audit tells of them. */
function checkState(reader: ReaderConnection, report: Report): void {
  try {
    requireToldState("the store", reader, reader.pragma("user_version") as number);
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== "altered") throw error;
    report("state", error.message);
  }
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
    people: new FollowedPeople(),
    paperHashes: new Map(),
    prints: new Set(),
    attachments: new Map(),
    ledger: createHash("sha256"),
    statistics: new Map(),
  };
  const changes = reader.all<StoredChange>("SELECT person, after, merged_from, after_event FROM person_changes ORDER BY number");
  let nextChange = 0;
  const correctUpTo = (event: number): void => {
    while (nextChange < changes.length && changes[nextChange]!.after_event < event)
      found.people.correction(changes[nextChange++]!);
  };
  // in the order of writing, which is the order in which names and phones replaced each other
  for (const stored of reader.iterate<StoredEvent & { number: number }>("SELECT * FROM case_events ORDER BY number")) {
    correctUpTo(stored.number);
    found.hashes.add(stored.hash);
    if (found.broken.has(stored.case_id)) continue;
    const before = found.cases.get(stored.case_id);
    const followed = follow(before, stored);
    if (typeof followed === "string") {
      found.broken.add(stored.case_id);
      report("event-chain", `case ${stored.case_id}, event ${stored.sequence}: ${followed}`);
    } else {
      found.cases.set(stored.case_id, followed.after);
      gather(found, followed.event);
      for (const entry of ledgerEntries(before, followed.event, followed.after)) enter(found, entry);
    }
  }
  correctUpTo(Number.MAX_SAFE_INTEGER);
  return found;
}

/** The event and the state after it, or why it does not follow from the state before. */
function follow(before: DerivedCase | undefined, stored: StoredEvent): { event: CaseEventRow; after: DerivedCase } | string {
  if (eventHash(before?.lastHash ?? CHAIN_START, stored) !== stored.hash) return "its hash does not follow from the one before";
  try {
    const event = eventRow(stored);
    if (!isEventKind(stored.kind)) return "its kind is none that the program knows";
    const isCanonical = canonicalJson(event.payload) === stored.payload && event.payload.kind === stored.kind;
    return isCanonical ? { event, after: applyEvent(before, event) } : "its payload is not canonical";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function gather(found: FromEvents, event: CaseEventRow): void {
  const { payload } = event;
  if ("content" in payload) found.people.form(event.caseId, payload.content.person);
  switch (payload.kind) {
    case "paper-made":
      found.paperHashes.set(`${payload.paperId}/1`, payload.sha256);
      break;
    case "printed":
      found.paperHashes.set(`${payload.paperId}/${payload.copy}`, payload.sha256);
      found.prints.add(`${payload.paperId}/${payload.copy}`);
      break;
    case "attachment-added": {
      const { kind: _kind, attachmentId: id, ...told } = payload;
      const row = { id, caseId: event.caseId, ...told, addedAt: event.at, clerkName: event.clerkName };
      found.attachments.set(id, { ...row, removedAt: null, removedBy: null, removedReason: null });
      break;
    }
    case "attachment-removed": {
      const row = found.attachments.get(payload.attachmentId);
      if (row !== undefined)
        Object.assign(row, { removedAt: event.at, removedBy: event.clerkName, removedReason: payload.reason });
      break;
    }
  }
}

const ledgerLine = (entry: LedgerEntry): string => canonicalJson({ ...entry });

function enter(found: FromEvents, entry: LedgerEntry): void {
  found.ledger.update(ledgerLine(entry));
  const key = `${entry.day} ${entry.matter} ${entry.clerkId} ${entry.kind}`;
  const sum = found.statistics.get(key) ?? { count: 0, fen: 0 };
  found.statistics.set(key, { count: sum.count + 1, fen: sum.fen + entry.fen });
}

/** How many of `expected` are not among `present`. */
function countMissing<Key>(expected: ReadonlySet<Key>, present: ReadonlySet<Key>): number {
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
  if (broken.size > 0) return;
  let strangers = 0;
  for (const { id, person } of reader.all<{ id: string; person: number }>("SELECT id, person FROM cases")) {
    if (people.personOfCase.get(id) !== person) strangers++;
  }
  if (strangers > 0) report("derived-state", `${strangers} cases point to another person`);

  const rows = reader.all<StoredPerson>("SELECT * FROM people");
  for (const row of rows) {
    const told = people.people.get(row.number);
    const isTold =
      told !== undefined &&
      canonicalJson(told.input) === canonicalJson(inputOf(row)) &&
      told.mergedInto === row.merged_into &&
      told.terms.length === row.names;
    if (!isTold) report("derived-state", `person ${row.number} is not what the case events tell`);
  }
  const missing = countMissing(new Set(people.people.keys()), new Set(rows.map(({ number }) => number)));
  if (missing > 0) report("derived-state", `${missing} people of the case events are missing`);
  checkPeopleSearch(reader, people, report);
}

/** Reads the terms back out of the full-text index and compares them with those that the names should have. */
function checkPeopleSearch(reader: ReaderConnection, { people }: FollowedPeople, report: Report): void {
  const expected = new Set<string>();
  for (const [number, person] of people) {
    person.terms.forEach(({ name, identityNumber }, nth) => {
      const row = number * NAMES_PER_PERSON + nth;
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

function checkLedger(reader: ReaderConnection, { broken, ledger, statistics }: FromEvents, report: Report): void {
  if (broken.size > 0) return;
  const stored = createHash("sha256");
  for (const entry of reader.iterate<LedgerEntry>(
    `SELECT day, at, kind, case_id AS caseId, matter, receipt_number AS receiptNumber, clerk_id AS clerkId,
       clerk_name AS clerkName, amounts, fen FROM ledger ORDER BY number`,
  )) {
    stored.update(ledgerLine(entry));
  }
  if (stored.digest("hex") !== ledger.digest("hex")) report("derived-state", "the ledger is not what the case events tell");

  const rows = reader.all<{ key: string; count: number; fen: number }>(
    "SELECT day || ' ' || matter || ' ' || clerk_id || ' ' || kind AS key, count, fen FROM statistics",
  );
  const wrong = rows.filter(({ key, count, fen }) => {
    const told = statistics.get(key);
    return told?.count !== count || told.fen !== fen;
  });
  const missing = countMissing(new Set(statistics.keys()), new Set(rows.map(({ key }) => key)));
  if (wrong.length + missing > 0) {
    report("derived-state", `${wrong.length} rows of the statistics are wrong and ${missing} are missing`);
  }
  const [{ differing }] = reader.all<{ differing: number }>(MONTHS_DIFFERING) as [{ differing: number }];
  if (differing > 0) report("derived-state", `${differing} sums of months are not those of their days`);
}

const MONTHS_OF_DAYS = `
  SELECT substr(day, 1, 7), 'matter', matter, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4
  UNION ALL SELECT substr(day, 1, 7), 'clerk', clerk_id, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4`;
const MONTHS_DIFFERING = `SELECT count(*) AS differing FROM (
  SELECT * FROM (SELECT * FROM monthly_statistics EXCEPT SELECT * FROM (${MONTHS_OF_DAYS}))
  UNION ALL SELECT * FROM (SELECT * FROM (${MONTHS_OF_DAYS}) EXCEPT SELECT * FROM monthly_statistics))`;

function checkAttachments(
  reader: ReaderConnection,
  files: Pick<AttachmentFiles, "read">,
  found: FromEvents,
  report: Report,
): void {
  const stored = new Map(
    reader
      .all<{ id: string; caseId: string; sha256: string }>(
        `SELECT id, case_id AS caseId, material_id AS materialId, name, media_type AS mediaType, bytes, sha256, added_at AS addedAt,
           clerk_name AS clerkName, removed_at AS removedAt, removed_by AS removedBy, removed_reason AS removedReason FROM attachments`,
      )
      .map((row) => [row.id, row]),
  );
  for (const [id, row] of stored) {
    const told = found.attachments.get(id);
    if ((told === undefined || canonicalJson(told) !== canonicalJson(row)) && !found.broken.has(row.caseId)) {
      report("attachments", `${id}: not what the case events tell`);
    }
  }
  for (const id of found.attachments.keys()) if (!stored.has(id)) report("attachments", `${id}: its row is gone`);
  for (const name of new Set([...stored.values()].map(({ sha256: hash }) => hash))) {
    try {
      files.read(name);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      report("attachments", error.message);
    }
  }
}
