/** Integrity of file, chains, numbers, papers and derived rows, told as problems: nothing here throws for damaged content. */
import type { AttachmentFiles } from "../areas/cases/attachment-files.ts";
import { CHAIN_START } from "../file/canonical.ts";
import { AUDIT } from "../file/columns.ts";
import type { ReaderConnection } from "../file/connection.ts";
import { StoreError, StoreRefusal, asStoreError } from "../file/errors.ts";
import { auditHash } from "../file/operation.ts";
import type { RowOf } from "../file/table.ts";
import { CASE_EVENTS, RECEIPT_NUMBERS } from "../areas/cases/columns.ts";
import { runsAreSound } from "../file/days.ts";
import { officeCode, receiptNumber } from "../areas/cases/receipt-numbers.ts";
import { requireToldState } from "../trust/freshness.ts";
import type { StoreProblem } from "../file/types.ts";
import { checkCases, idsOf, type CheckedCases, type TellProblem } from "./verify-cases.ts";
import { checkPeople } from "./verify-people.ts";
import { ToldRows, type ToldDetail } from "./verify-told.ts";

/** How far the reading is; `total` is `null` where it cannot be told. */
export interface VerifyStep {
  readonly part: "file" | "cases" | "audit" | "people" | "attachments";
  readonly done: number;
  readonly total: number | null;
}
export type OnStep = (step: VerifyStep) => void;

/** Counts the steps of a part against all that there are. */
const stepsOf =
  (reader: ReaderConnection, onStep: OnStep) =>
  (part: VerifyStep["part"], sql: string): ((done: number) => void) => {
    const { total } = reader.get<{ total: number | null }>(sql)!;
    return (done) => onStep({ part, done, total });
  };

/**
 * Reads every row and every attachment; a minute or so per 100,000 cases. What is held meanwhile is one case, one person's forms, a
 * portion of rows, the people whom corrections or forms have to do with each other, and four bytes for each row of the books: a sound
 * store of a million cases takes no more memory than one of a thousand.
 */
export function verifyStore(
  reader: ReaderConnection,
  files: Pick<AttachmentFiles, "read">,
  onStep: OnStep = () => undefined,
): StoreProblem[] {
  const problems: StoreProblem[] = [];
  const report: TellProblem = (area, detail) => void problems.push({ area, detail });
  try {
    onStep({ part: "file", done: 0, total: null });
    checkFile(reader, report);
    // a damaged file gives no rows to reason about
    if (problems.some(({ area }) => area === "sqlite")) return problems;
    reader.snapshot(() => {
      const step = stepsOf(reader, onStep);
      const checked = checkCases(reader, report, step("cases", "SELECT max(number) AS total FROM cases"));
      const told = new ToldRows(reader);
      const onRow = step("audit", "SELECT max(sequence) AS total FROM audit");
      // an audit that is none tells nothing about other rows
      const isFollowed = !checkAudit(reader, told, report, onRow) || told.report(report, checked.lastEntry);
      checkNumbers(reader, report);
      checkDays(reader, report);
      checkReceiptNumbers(reader, checked, report);
      if (isFollowed) checkPeople(reader, checked, report, step("people", "SELECT max(number) AS total FROM people"));
      const attachments = "SELECT count(DISTINCT sha256) AS total FROM attachments";
      checkAttachmentFiles(reader, files, report, step("attachments", attachments));
      checkState(reader, report);
    });
  } catch (error) {
    const translated = asStoreError(error);
    if (isOfContent(translated)) report("content", translated.message);
    else if (translated instanceof StoreError && translated.kind === "corrupt") report("sqlite", translated.message);
    else throw translated;
  }
  return problems;
}

/** What somebody has put into a row that no program of ours could write there: JSON that is none, members that are missing. */
const isOfContent = (error: unknown): error is Error =>
  error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;

/** Clerks, settings and figures against what the audit tells of them. */
function checkState(reader: ReaderConnection, report: TellProblem): void {
  try {
    requireToldState("the store", reader, reader.pragma("user_version") as number);
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== "altered") throw error;
    report("state", error.message);
  }
}

function checkFile(reader: ReaderConnection, report: TellProblem): void {
  for (const { integrity_check: line } of reader.all<{ integrity_check: string }>("PRAGMA integrity_check")) {
    if (line !== "ok") report("sqlite", line);
  }
  for (const { table, parent } of reader.all<{ table: string; parent: string }>("PRAGMA foreign_key_check")) {
    report("foreign-keys", `a row of ${table} has no parent in ${parent}`);
  }
}

/** How many of `expected` are not among `present`. */
function countMissing<Key>(expected: ReadonlySet<Key>, present: ReadonlySet<Key>): number {
  let missing = 0;
  for (const one of expected) if (!present.has(one)) missing++;
  return missing;
}

const EVENTS_AT_ONCE = 500;

/** Rows that are numbered as they are written, and never go. */
function checkNumbers(reader: ReaderConnection, report: TellProblem): void {
  for (const table of ["cases", "case_events", "person_changes"]) {
    const { count, last } = reader.get<{ count: number; last: number | null }>(
      `SELECT count(*) AS count, max(number) AS last FROM ${table}`,
    )!;
    if (count !== (last ?? 0)) report("derived-state", `${count} rows of ${table} are numbered up to ${last}`);
  }
}

const NUMBERED = CASE_EVENTS.part("number", "hash");
/** Hashes of all case events in the order in which they were written, a portion at a time. */
function* eventHashes(reader: ReaderConnection): Generator<string> {
  for (let after = 0; ;) {
    const rows = NUMBERED.all(reader, "WHERE number > ? ORDER BY number LIMIT ?", after, EVENTS_AT_ONCE);
    for (const { hash } of rows) yield hash;
    if (rows.length < EVENTS_AT_ONCE) return;
    after = rows.at(-1)!.number;
  }
}

/**
 * The audit names every event's hash, so that neither chain can lose its end without the other telling. Both were written in one
 * order: they are read side by side, and only where they part are the two sets put together. On the way rows that no event tells
 * are told by it.
 * @returns whether both are what they were
 */
function checkAudit(reader: ReaderConnection, told: ToldRows, report: TellProblem, onRow: (sequence: number) => void): boolean {
  const written = eventHashes(reader);
  let previous = CHAIN_START;
  let sequence = 0;
  let isParted = false;
  let events = 0;
  for (;;) {
    const rows = AUDIT.all(reader, "WHERE sequence > ? ORDER BY sequence LIMIT ?", sequence, EVENTS_AT_ONCE);
    for (const row of rows) {
      sequence++;
      if (row.sequence !== sequence || auditHash(previous, row) !== row.hash) {
        report("audit-chain", `row ${row.sequence} does not follow from the one before`);
        return false;
      }
      previous = row.hash;
      const detail = JSON.parse(row.detail) as ToldDetail;
      told.follow(row, detail, events);
      const named = new Set(detail.events);
      events += named.size;
      for (let n = named.size; n > 0; n--) isParted ||= !named.has(written.next().value as string);
    }
    onRow(sequence);
    if (rows.length < EVENTS_AT_ONCE) break;
  }
  isParted ||= written.next().done !== true;
  if (isParted) tellParted(reader, report);
  return !isParted;
}

/** By which lists find a span of days. */
function checkDays(reader: ReaderConnection, report: TellProblem): void {
  for (const runs of ["audit_days", "event_days"] as const) {
    if (!runsAreSound(reader, runs)) report("derived-state", `${runs} are not the days of the rows`);
  }
}

function tellParted(reader: ReaderConnection, report: TellProblem): void {
  const hashes = new Set(eventHashes(reader));
  const named = new Set<string>();
  for (const row of reader.iterate<{ detail: string }>("SELECT detail FROM audit")) {
    for (const hash of (JSON.parse(row.detail) as ToldDetail).events ?? []) named.add(hash);
  }
  const unnamed = countMissing(hashes, named);
  const lost = countMissing(named, hashes);
  if (unnamed > 0) report("audit-chain", `${unnamed} case events are not in the audit`);
  if (lost > 0) report("event-chain", `${lost} case events that the audit names are gone`);
  if (unnamed === 0 && lost === 0) report("event-chain", "the case events stand in another order than the audit names them");
}

function checkReceiptNumbers(reader: ReaderConnection, { broken }: CheckedCases, report: TellProblem): void {
  const code = officeCode(reader) ?? "";
  let year = 0;
  let expected = 1;
  for (const row of reader.iterate<RowOf<typeof RECEIPT_NUMBERS> & { readonly taken: string | null }>(
    `SELECT ${RECEIPT_NUMBERS.selected}, cases.receipt_number AS taken
     FROM receipt_numbers LEFT JOIN cases ON cases.id = receipt_numbers.case_id ORDER BY year, running`,
  )) {
    if (row.year !== year) {
      year = row.year;
      expected = 1;
    }
    if (row.running !== expected) report("receipt-numbers", `${year}: ${expected} is missing before ${row.running}`);
    expected = row.running + 1;
    if (row.number !== receiptNumber(code, row.year, row.running)) {
      report("receipt-numbers", `${row.number} is not number ${row.running} of ${row.year}`);
    }
    // the rows of cases have been compared with their events
    if (!broken.has(row.caseId) && row.taken !== row.number) {
      report("receipt-numbers", `${row.number} is taken by case ${row.caseId}, whose events do not have it`);
    }
  }
}

/** Each file once, whatever the number of cases that name it. */
function checkAttachmentFiles(
  reader: ReaderConnection,
  files: Pick<AttachmentFiles, "read">,
  report: TellProblem,
  onFile: (done: number) => void,
): void {
  let done = 0;
  const NAMES = "SELECT sha256 AS id FROM attachments WHERE sha256 > ? GROUP BY sha256 ORDER BY sha256 LIMIT ?";
  for (const name of idsOf(reader, NAMES)) {
    try {
      files.read(name);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      report("attachments", error.message);
    }
    onFile(++done);
  }
}
