/** `counter audit`: the audit without a window: the chain checked, rows by person, clerk, case, day, as JSON or CSV. */
import { once } from "node:events";
import { maskIdentityNumber } from "../../../src-shared/domain/identity/masking.ts";
import { zonedTimeAtCounter } from "../../clock.ts";
import { titleOf } from "../../desk/reports/audit-rows.ts";
import { ALL_LOOKS_SINCE, LOOK_OPERATIONS } from "../../desk/people/looks.ts";
import { maskedDetail } from "../../desk/people/masking.ts";
import { anchorText, parseAnchor } from "../../store/index.ts";
import type { AuditCheck, AuditEntry, AuditFilter } from "../../store/areas/office/types.ts";
import type { StoreReader } from "../../store/types.ts";
import type { Looked } from "../../store/index.ts";
import { readAll } from "./policy/facts-input.ts";
import { atCounter, EXIT, print, refuseInput, tell, type ExitCode } from "./output.ts";
import { comparedWith } from "./safety/against.ts";
import { askHidden } from "./store-keys.ts";
import { TEXT } from "./text.ts";

export interface AuditRequest {
  /** Identity number; `-` = from standard input, since others of the machine see the arguments of a process. */
  readonly person?: string | undefined;
  /** Login. */
  readonly clerk?: string | undefined;
  /** Receipt number or id. */
  readonly case?: string | undefined;
  readonly operation?: string | undefined;
  /** Only looks at people. */
  readonly looks?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly csv?: boolean | undefined;
  /** Row and hash as they stand on a printed sheet or in a backup's name. */
  readonly anchor?: string | undefined;
  /** Folder with backups whose heads are compared. */
  readonly against?: string | undefined;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export async function auditStore(looked: Looked, asked: AuditRequest): Promise<ExitCode> {
  const { store } = looked;
  const request = asked.person === "-" ? { ...asked, person: await typedNumber() } : asked;
  for (const field of ["from", "to"] as const) {
    const day = request[field];
    if (day !== undefined && !DAY.test(day)) return refuseInput(field, TEXT.badDay(day));
  }
  const filter = filterOf(store, request);
  if ("missing" in filter) return refuseInput(filter.missing, TEXT.notInStore(filter.value));

  const anchor = request.anchor === undefined ? undefined : parseAnchor(request.anchor);
  if (request.anchor !== undefined && anchor === undefined) return refuseInput("anchor", TEXT.badAnchor(request.anchor));

  const check = atCounter(checked(store));
  const problems = store.verify();
  const head = store.audit.head();
  const against = request.against === undefined ? undefined : await comparedWith(looked, request.against);
  const found = {
    check,
    problems,
    head: head && anchorText(head),
    ...(anchor === undefined ? {} : { anchor: { ...anchor, matches: store.audit.matches(anchor) } }),
    ...(against === undefined ? {} : { against: atCounter(against) }),
  };
  if (request.csv) {
    tell(JSON.stringify(found));
    await print(`\uFEFF${CSV_COLUMNS.join(",")}`);
    for (const entry of shownRows(store, filter)) await print(CSV_COLUMNS.map((name) => csvCell(cellOf(entry, name))).join(","));
  } else {
    await write(`${JSON.stringify(found).slice(0, -1)},"rows":[`);
    let separator = "\n";
    for (const entry of shownRows(store, filter)) {
      await write(separator + JSON.stringify(entry));
      separator = ",\n";
    }
    await print("\n]}");
  }
  const since = request.looks === true ? store.audit.cameTo(ALL_LOOKS_SINCE) : null;
  if (since !== null) tell(TEXT.looksSince(zonedTimeAtCounter(since)));
  if (anchor !== undefined) tell(TEXT.anchor(found.anchor?.matches === true, anchorText(anchor)));
  const isSound = check.sound && problems.length === 0 && found.anchor?.matches !== false && against?.matches !== false;
  return isSound ? EXIT.done : EXIT.problems;
}

const typedNumber = async (): Promise<string> =>
  (process.stdin.isTTY ? await askHidden(TEXT.askNumber) : await readAll("-")).trim();

type ShownRow = AuditEntry & { readonly title: string };

/** As on the screen: whoever needs a number in full opens it there, and the audit then tells of it. */
function* shownRows(store: StoreReader, filter: Filter): Iterable<ShownRow> {
  for (const { sequence, at, operation, ...entry } of store.audit.each(filter)) {
    yield atCounter({ sequence, at, operation, title: titleOf(operation), ...entry, detail: maskedDetail(entry.detail) });
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

function checked(store: StoreReader): AuditCheck {
  const steps = store.audit.check(5000);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

type Filter = Omit<AuditFilter, "before" | "limit">;

function filterOf(store: StoreReader, request: AuditRequest): Filter | { readonly missing: string; readonly value: string } {
  const filter: { -readonly [Name in keyof Filter]: Filter[Name] } = {};
  if (request.person !== undefined) {
    const person = store.people.byIdentityNumber(request.person);
    if (person === undefined) return { missing: "person", value: maskIdentityNumber(request.person) };
    filter.personId = person.id;
  }
  if (request.clerk !== undefined) {
    const clerk = store.clerks.byLogin(request.clerk);
    if (clerk === undefined) return { missing: "clerk", value: request.clerk };
    filter.clerkId = clerk.id;
  }
  if (request.case !== undefined) {
    const found =
      store.cases.get(request.case) ??
      store.cases
        .search({ text: request.case, state: null, limit: 200, offset: 0 })
        .rows.find(({ receiptNumber }) => receiptNumber === request.case);
    if (found === undefined) return { missing: "case", value: request.case };
    filter.caseId = found.id;
  }
  if (request.operation !== undefined) filter.operation = request.operation;
  if (request.looks === true) filter.operations = LOOK_OPERATIONS;
  if (request.from !== undefined) filter.from = request.from;
  if (request.to !== undefined) filter.to = request.to;
  return filter;
}

const CSV_COLUMNS = [
  "sequence",
  "at",
  "operation",
  "title",
  "write",
  "clerkName",
  "clerkLogin",
  "caseId",
  "personId",
  "subject",
  "detail",
  "hash",
] as const;

const cellOf = (entry: ShownRow, name: (typeof CSV_COLUMNS)[number]): string => {
  const value = entry[name];
  return typeof value === "object" ? (value === null ? "" : JSON.stringify(value)) : String(value);
};

/** Quoted where needed; a cell that a spreadsheet would take for a formula is led by an apostrophe. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
