/** The audit as it is read: who did and looked at what, whether the chain is whole, and a copy to take along. */
import { setImmediate as breathe } from "node:timers/promises";
import type { AuditVerdict, CheckedInput, ExportFile, UnconfirmedClerk } from "../../../src-shared/contract/index.ts";
import { AUDIT_LIST, type AuditListRow } from "../../../src-shared/lists/audit.ts";
import type { Progress } from "../../receipts/types.ts";
import { anchorText } from "../../store/index.ts";
import type { AuditFilter } from "../../store/areas/office/types.ts";
import type { StoreProblem } from "../../store/file/types.ts";
import { auditRow, titleOf } from "./audit-rows.ts";
import { exportList, leftOutOf, partOf, requireReason } from "./export-files.ts";
import { sheetOf } from "./export-sheets.ts";
import type { ExportJobs } from "./export-jobs.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { ALL_LOOKS_SINCE, LOOK_OPERATIONS } from "../people/looks.ts";
import { isPerson } from "../people/masking.ts";
import { namedClerk } from "../office/text.ts";
import { giversOf } from "../people/persons.ts";
import { AUDIT_TEXT, EXPORT_TEXT, OPERATION_TEXT } from "./text.ts";
import { BACKUP_TEXT } from "../safety/text.ts";
import type { DeskTools } from "../frame/tools.ts";

/** A longer list is for the command line, which reads the store row by row. */
const MOST_EXPORTED = { xlsx: 50_000, pdf: 5_000 };
/** Rows read between two steps. */
const ROWS_AT_ONCE = 500;
const SHARE_OF_READING = 0.3;
/** How many rows of the chain are checked before others get their turn. */
const ROWS_PER_SLICE = 2000;

type Asked = Pick<CheckedInput<"audit.list">, "from" | "to" | "clerkId" | "caseId" | "personId" | "operation" | "looks">;

const LOOKS: ReadonlySet<string> = new Set(LOOK_OPERATIONS);

const filterOf = (asked: Asked): Omit<AuditFilter, "before" | "limit"> => {
  const { from, to, clerkId, caseId, personId, operation, looks } = asked;
  return {
    ...(looks ? { operations: LOOK_OPERATIONS } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(clerkId === null ? {} : { clerkId }),
    ...(caseId === null ? {} : { caseId }),
    ...(personId === null ? {} : { personId }),
    ...(operation === null ? {} : { operation }),
  };
};

export function auditCalls(tools: DeskTools, jobs: ExportJobs): AreaHandlers<"audit"> {
  const { audit } = tools.store;

  return {
    "audit.list": ({ before, limit, ...asked }) => {
      const { rows, next } = audit.query({ ...filterOf(asked), ...(before === null ? {} : { before }), limit });
      const operations = Object.entries(OPERATION_TEXT)
        .filter(([operation]) => !asked.looks || LOOKS.has(operation))
        .map(([operation, title]) => ({ operation, title }));
      const allLooksSince = audit.cameTo(ALL_LOOKS_SINCE);
      return { rows: rows.map((row) => auditRow(tools, row)), next, operations, allLooksSince };
    },

    "audit.unconfirmed": () =>
      tools.store.clerks.list().flatMap((row): UnconfirmedClerk[] => {
        const { id, name, login, role, active, givenBy, mustChangePassword } = row;
        if (givenBy === null) return [];
        const givings = giversOf(tools.store, row);
        const [given] = givings;
        const what = given?.what === "password" ? "password" : "added";
        const by = [...new Map(givings.map(({ byId, byName }) => [byId, giverName(tools, byId, byName)])).values()].join("、");
        return [{ id, name, login, role, active, by, what, at: given?.at ?? row.createdAt, mustChangePassword }];
      }),

    "audit.verify": async () => await verdict(),

    "audit.export": (asked, context) => jobs.run(asked.exportId, context, (step) => exported(asked, context, step)),
  };

  async function exported(
    { exportId: _id, format, partial, reason, ...asked }: CheckedInput<"audit.export">,
    context: ClerkContext,
    step: Progress,
  ): Promise<ExportFile> {
    requireReason(reason);
    const total = audit.count(filterOf(asked));
    const leftOut = leftOutOf(total, MOST_EXPORTED, { format, partial });
    const most = Math.min(total, MOST_EXPORTED[format]);
    const reading = partOf(step, 0, SHARE_OF_READING);
    const rows: AuditListRow[] = [];
    const people = new Set(asked.personId === null ? [] : [asked.personId]);
    for (const entry of audit.each(filterOf(asked))) {
      if (rows.length >= most) break;
      const { caseId } = entry;
      const receiptNumber = caseId === null ? null : (tools.store.cases.get(caseId)?.receiptNumber ?? null);
      rows.push({ ...auditRow(tools, entry), receiptNumber });
      // of a row that names nobody the reader learns no more than an id would tell
      if (entry.personId !== null && isPerson(entry.detail["before"])) people.add(entry.personId);
      if (rows.length % ROWS_AT_ONCE === 0) await reading(rows.length, most);
    }
    const { facts: F } = EXPORT_TEXT;
    const name = asked.looks ? EXPORT_TEXT.looksName : EXPORT_TEXT.auditName;
    const list = {
      people: [...people],
      span: EXPORT_TEXT.spanOf(asked.from, asked.to),
      leftOut,
      facts: [
        [F.filter, filterText(asked)],
        [F.rows, String(rows.length)],
      ] as const,
      sheets: [sheetOf(name, AUDIT_LIST, rows)],
    };
    return await exportList(tools, context, name, list, format, partOf(step, SHARE_OF_READING, 1), {
      operation: "audit.export",
      reason,
    });
  }

  /** What was chosen beside the days, in words. */
  function filterText({ clerkId, caseId, personId, operation }: Asked): string {
    const parts = [
      clerkId === null ? "" : (tools.store.clerks.byId(clerkId)?.name ?? clerkId),
      operation === null ? "" : titleOf(operation),
      caseId === null ? "" : `${EXPORT_TEXT.filteredBy.case} ${tools.store.cases.get(caseId)?.receiptNumber ?? caseId}`,
      personId === null ? "" : `${EXPORT_TEXT.filteredBy.person} ${tools.store.people.byId(personId)?.person.name ?? personId}`,
    ].filter((part) => part !== "");
    return parts.length === 0 ? EXPORT_TEXT.noFilter : parts.join("；");
  }

  /**
   * Of cases, receipt numbers, papers, books, people, clerks and settings. Where the chain of the audit is broken, that is told by its
   * row; a sound one may still not be that of the cases.
   */
  async function otherProblems(isChainSound: boolean): Promise<string[]> {
    const found = tools.safe ? await tools.safe.verify() : tools.store.verify();
    const strange = tools.safe?.backups.status().strange ?? [];
    const areas = Object.entries(Object.groupBy(found, ({ area }) => area))
      .filter(([area]) => isChainSound || area !== "audit-chain")
      .map(([area, problems]) => AUDIT_TEXT.problem(AUDIT_TEXT.areas[area as StoreProblem["area"]], problems.length));
    return [...areas, ...strange.slice(0, 1).map(BACKUP_TEXT.strange)];
  }

  async function verdict(): Promise<AuditVerdict> {
    const check = audit.check(ROWS_PER_SLICE);
    for (;;) {
      const step = check.next();
      if (step.done) {
        const result = step.value;
        const head = audit.head();
        const others = { anchor: head && anchorText(head), problems: await otherProblems(result.sound) };
        if (result.sound) return { sound: others.problems.length === 0, rows: result.rows, firstBad: null, ...others };
        const { sequence, at, operation, reason } = result.bad;
        const detail = reason === "gap" ? AUDIT_TEXT.missing : AUDIT_TEXT.altered;
        return { sound: false, rows: result.rows, ...others, firstBad: { sequence, at, title: titleOf(operation), detail } };
      }
      await breathe();
    }
  }
}

function giverName({ store }: Pick<DeskTools, "store">, id: string, then: string): string {
  const by = store.clerks.byId(id);
  return by === undefined ? then : namedClerk(by);
}
