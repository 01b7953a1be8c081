/**
 * Case by case: its chain, and every row that is derived from it or hangs on it. One case at a time is held, however many there are;
 * what has to be compared over all of them is a number for each row of the books.
 */
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { canonicalJson, CHAIN_START, sha256 } from "../file/canonical.ts";
import { eventHash, eventRow, eventsOf, isEventKind, type StoredEvent } from "../areas/cases/case-events.ts";
import type { Reader } from "../file/connection.ts";
import { ledgerEntries, type LedgerEntry } from "../areas/cases/ledger-entries.ts";
import type { CaseEventRow } from "../areas/cases/types.ts";
import type { StoreProblem } from "../file/types.ts";
import { isOfOthers } from "./verify-people.ts";
import { applyEvent, derivedCase, type DerivedCase } from "../areas/cases/case-state.ts";
import { ATTACHMENTS, LEDGER, PAPERS } from "../areas/cases/columns.ts";
import type { RowOf } from "../file/table.ts";

export type TellProblem = (area: StoreProblem["area"], detail: string) => void;

export interface CheckedCases {
  /** Cases whose chain or order is broken: reported once, not compared further. */
  readonly broken: ReadonlySet<string>;
  /** Cases with a form of another identity than their person has by now. */
  readonly ofOthers: ReadonlySet<string>;
  /** The newest row of the books by an event; `undefined` where they are not what the events tell. */
  readonly lastEntry: ((event: number) => number) | undefined;
}

interface ToldPaper {
  readonly version: number;
  readonly kind: string;
  /** The event that fixed what it was made from. */
  readonly basis: number | undefined;
  readonly madeAt: string;
  readonly sha256: string;
}

const AT_ONCE = 500;

/** Ids in order, a portion at a time: nothing is held between two of them. */
export function* idsOf(reader: Reader, sql: string): Generator<string> {
  for (let after = ""; ;) {
    const ids = reader.all<{ id: string }>(sql, after, AT_ONCE);
    for (const { id } of ids) yield id;
    if (ids.length < AT_ONCE) return;
    after = ids.at(-1)!.id;
  }
}

const WITH_EVENTS = "SELECT case_id AS id FROM case_events WHERE case_id > ? GROUP BY case_id ORDER BY case_id LIMIT ?";
const WITHOUT_EVENTS = `SELECT id FROM cases WHERE id > ? AND NOT EXISTS (SELECT 1 FROM case_events WHERE case_id = cases.id)
  ORDER BY id LIMIT ?`;

/** What hangs on the events of one case. */
interface FromEvents {
  derived: DerivedCase | undefined;
  readonly ledger: { readonly entry: LedgerEntry; readonly event: number }[];
  /** Which event made each version. */
  readonly versions: Map<number, number>;
  /** As rows of `papers`, without what the event does not tell. */
  readonly papers: Map<string, ToldPaper>;
  /** `paper id/copy` → hash. */
  readonly files: Map<string, string>;
  /** As rows of `prints`. */
  readonly prints: Set<string>;
  readonly attachments: Map<string, Record<string, unknown>>;
  /** The person as each form had it. */
  readonly forms: PersonInput[];
}

/** @param onCase told after each with how many there were so far */
export function checkCases(reader: Reader, report: TellProblem, onCase: (done: number) => void): CheckedCases {
  const broken = new Set<string>();
  const ofOthers = new Set<string>();
  const books = new Books(reader);
  let printsDiffer = false;
  let done = 0;
  for (const id of idsOf(reader, WITH_EVENTS)) {
    onCase(++done);
    const found = followed(reader, id, report);
    if (found === undefined) {
      broken.add(id);
      continue;
    }
    checkDerived(reader, id, found, report);
    const isEntangled = isOfOthers(reader, id, found.forms);
    if (isEntangled) ofOthers.add(id);
    checkPapers(reader, id, found, report);
    if (!isEntangled && !isOfWhomTheAuditNames(reader, id)) report("derived-state", `case ${id} is not of whom the audit names`);
    printsDiffer ||= !isSame(found.prints, keysOf(reader, PRINTS, id));
    checkAttachments(reader, id, found, report);
    books.check(id, found.ledger);
  }
  for (const id of idsOf(reader, WITHOUT_EVENTS)) report("derived-state", `case ${id} has no events`);
  let lastEntry: CheckedCases["lastEntry"];
  if (broken.size === 0) {
    if (printsDiffer) report("papers", "counted prints and case events differ");
    if (books.report(report)) lastEntry = (event) => books.lastEntry(event);
  }
  return { broken, ofOthers, lastEntry };
}

function followed(reader: Reader, id: string, report: TellProblem): FromEvents | undefined {
  const found: FromEvents = {
    derived: undefined,
    ledger: [],
    versions: new Map(),
    papers: new Map(),
    files: new Map(),
    prints: new Set(),
    attachments: new Map(),
    forms: [],
  };
  for (const stored of eventsOf(reader, id)) {
    const next = follow(found.derived, stored);
    if (typeof next === "string") {
      report("event-chain", `case ${id}, event ${stored.sequence}: ${next}`);
      return undefined;
    }
    for (const entry of ledgerEntries(found.derived, next.event, next.after)) {
      found.ledger.push({ entry, event: stored.number });
    }
    gather(found, next.event);
    found.derived = next.after;
  }
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
  if ("content" in payload) found.forms.push(payload.content.person);
  switch (payload.kind) {
    case "submitted":
    case "amended":
      found.versions.set(payload.version, event.sequence);
      break;
    case "paper-made": {
      const { paperId, paperKind: kind, version, sha256: hash } = payload;
      const basis = version === 0 ? found.derived?.contentSequence : found.versions.get(version);
      found.papers.set(paperId, { version, kind, basis, madeAt: event.at, sha256: hash });
      found.files.set(`${paperId}/1`, hash);
      break;
    }
    case "printed":
      found.files.set(`${payload.paperId}/${payload.copy}`, payload.sha256);
      found.prints.add(canonicalJson([payload.paperId, payload.copy, event.at, event.clerkId]));
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

function checkDerived(reader: Reader, id: string, { derived }: FromEvents, report: TellProblem): void {
  const stored = derivedCase(reader, id);
  if (stored === undefined || canonicalJson(derived) !== canonicalJson(stored)) {
    report("derived-state", `case ${id} is not what its events make it`);
  }
  const number = derived?.receiptNumber ?? null;
  if (number !== null && reader.get("SELECT 1 FROM receipt_numbers WHERE case_id = ? AND number = ?", id, number) === undefined) {
    report("receipt-numbers", `case ${id} has ${number} without having taken it`);
  }
}

const PRINTS = `SELECT json_array(paper_id, copy, prints.at, clerk_id) AS key
  FROM prints JOIN papers ON papers.id = paper_id WHERE case_id = ?`;
const keysOf = (reader: Reader, sql: string, id: string): Set<string> =>
  new Set(reader.all<{ key: string }>(sql, id).map(({ key }) => key));
const isSame = <Key>(a: ReadonlySet<Key>, b: ReadonlySet<Key>): boolean => a.size === b.size && [...a].every((key) => b.has(key));

function checkPapers(reader: Reader, id: string, { papers, files }: FromEvents, report: TellProblem): void {
  const rows = PAPERS.all(reader, "WHERE case_id = ?", id);
  const told = rows.length === 0 ? undefined : titlesOf(reader, id);
  for (const { id: paper, caseId: _caseId, title, bytes, ...row } of rows) {
    const { title: toldTitle, bytes: toldBytes } = told?.get(paper) ?? {};
    const isTold = canonicalJson(row) === canonicalJson(papers.get(paper) ?? null) && title === toldTitle && bytes === toldBytes;
    if (!isTold) report("papers", `${paper}: its row is not what events and audit tell`);
  }
  const seen = new Set<string>();
  for (const file of reader.all<{ key: string; copy: number; sha256: string; pdf: Uint8Array }>(
    `SELECT paper_id || '/' || copy AS key, copy, file.sha256, pdf
     FROM papers AS paper JOIN paper_files AS file ON paper.id = paper_id WHERE case_id = ?`,
    id,
  )) {
    seen.add(file.key);
    if (sha256(file.pdf) !== file.sha256) report("papers", `${file.key}: the PDF is not what was stored`);
    if (files.get(file.key) !== file.sha256) report("papers", `${file.key}: the case events tell another hash`);
  }
  for (const key of files.keys()) if (!seen.has(key)) report("papers", `${key}: the PDF is gone`);
}

/** The audit answered with them when the papers were made; the events never had them. */
function titlesOf(reader: Reader, caseId: string): Map<string, Pick<RowOf<typeof PAPERS>, "title" | "bytes">> {
  const answers = reader.all<{ answer: string }>(
    "SELECT answer FROM audit INDEXED BY audit_case WHERE case_id = ? AND write = 'papers.add'",
    caseId,
  );
  return new Map(answers.map(({ answer }) => JSON.parse(answer) as RowOf<typeof PAPERS>).map((paper) => [paper.id, paper]));
}

/** Whether the ids of people by which the audit names whose case it is lead to the person of the case. */
function isOfWhomTheAuditNames(reader: Reader, caseId: string): boolean {
  return (
    reader.get(
      `WITH RECURSIVE named (number, into_) AS (
         SELECT people.number, people.merged_into FROM audit INDEXED BY audit_case LEFT JOIN people ON people.id = audit.person
           WHERE audit.case_id = ? AND audit.person GLOB '*[^0-9]*'
         UNION SELECT people.number, people.merged_into FROM named JOIN people ON people.number = named.into_)
       SELECT 1 FROM named WHERE into_ IS NULL AND number IS NOT (SELECT person FROM cases WHERE id = ?)`,
      caseId,
      caseId,
    ) === undefined
  );
}

function checkAttachments(reader: Reader, id: string, { attachments }: FromEvents, report: TellProblem): void {
  const stored = new Set<string>();
  for (const row of ATTACHMENTS.all(reader, "WHERE case_id = ?", id)) {
    stored.add(row.id);
    const told = attachments.get(row.id);
    if (told === undefined || canonicalJson(told) !== canonicalJson(row)) {
      report("attachments", `${row.id}: not what the case events tell`);
    }
  }
  for (const attachment of attachments.keys())
    if (!stored.has(attachment)) report("attachments", `${attachment}: its row is gone`);
}

const ledgerLine = (entry: LedgerEntry): string => canonicalJson({ ...entry });

/** The books: each case's rows are those of its events, there are no others, and they stand in the order in which they happened. */
class Books {
  readonly #reader: Reader;
  /** By the number of the row: which event it is of. */
  readonly #events: Int32Array;
  #differ: boolean;

  constructor(reader: Reader) {
    this.#reader = reader;
    const { count, last } = reader.get<{ count: number; last: number | null }>(
      "SELECT count(*) AS count, max(number) AS last FROM ledger",
    )!;
    this.#events = new Int32Array(count + 1);
    // rows are numbered without gaps and never go
    this.#differ = count !== (last ?? 0);
  }

  check(id: string, told: readonly { readonly entry: LedgerEntry; readonly event: number }[]): void {
    const rows = LEDGER.all(this.#reader, "WHERE case_id = ? ORDER BY number", id);
    this.#differ ||= rows.length !== told.length;
    rows.forEach(({ number, ...entry }, i) => {
      const one = told[i];
      this.#differ ||= one === undefined || ledgerLine(entry) !== ledgerLine(one.entry);
      this.#events[number] = one?.event ?? 0;
    });
  }

  /** Whether they are as told. */
  report(report: TellProblem): boolean {
    // row 0 there is none; any other that no case has told is nobody's
    this.#differ ||= this.#events.some((event, number) => number > 0 && (event === 0 || event < this.#events[number - 1]!));
    if (this.#differ) report("derived-state", "the ledger is not what the case events tell");
    checkStatistics(this.#reader, report);
    return !this.#differ;
  }

  /** Number of the newest row that is of an event or of one before it. */
  lastEntry(event: number): number {
    let [low, high] = [0, this.#events.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#events[middle]! <= event) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const DAYS = "SELECT day AS id FROM ledger WHERE day > ? GROUP BY day ORDER BY day LIMIT ?";
const DAY_DIFFERS = `
  SELECT count(*) AS wrong FROM (
    SELECT * FROM (
      SELECT day, matter, clerk_id, kind, count, fen FROM statistics WHERE day = ?
      EXCEPT SELECT day, matter, clerk_id, kind, count(*), sum(fen) FROM ledger WHERE day = ? GROUP BY matter, clerk_id, kind)
    UNION ALL SELECT * FROM (
      SELECT day, matter, clerk_id, kind, count(*), sum(fen) FROM ledger WHERE day = ? GROUP BY matter, clerk_id, kind
      EXCEPT SELECT day, matter, clerk_id, kind, count, fen FROM statistics WHERE day = ?))`;

/** Sums of days against the books, day by day; sums of months against those of their days. */
function checkStatistics(reader: Reader, report: TellProblem): void {
  let wrong = 0;
  let days = 0;
  for (const day of idsOf(reader, DAYS)) {
    days++;
    wrong += reader.get<{ wrong: number }>(DAY_DIFFERS, day, day, day, day)!.wrong;
  }
  const summed = reader.get<{ days: number }>("SELECT count(DISTINCT day) AS days FROM statistics")!.days;
  if (wrong > 0 || summed !== days) report("derived-state", `${wrong} rows of the statistics are wrong`);
  const { differing } = reader.get<{ differing: number }>(MONTHS_DIFFERING)!;
  if (differing > 0) report("derived-state", `${differing} sums of months are not those of their days`);
}

const MONTHS_OF_DAYS = `
  SELECT substr(day, 1, 7), 'matter', matter, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4
  UNION ALL SELECT substr(day, 1, 7), 'clerk', clerk_id, kind, sum(count), sum(fen) FROM statistics GROUP BY 1, 3, 4`;
const MONTHS_DIFFERING = `SELECT count(*) AS differing FROM (
  SELECT * FROM (SELECT * FROM monthly_statistics EXCEPT SELECT * FROM (${MONTHS_OF_DAYS}))
  UNION ALL SELECT * FROM (SELECT * FROM (${MONTHS_OF_DAYS}) EXCEPT SELECT * FROM monthly_statistics))`;
