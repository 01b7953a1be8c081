/** The audit as it is read: who did and looked at what, whether the chain is whole, and a copy to take along. */
import { setImmediate as breathe } from "node:timers/promises";
import type { AuditRowView, AuditVerdict, CheckedInput, ExportFile, UnconfirmedClerk } from "../../src-shared/contract/index.ts";
import { timeAtCounter } from "../clock.ts";
import type { Step } from "../receipts/types.ts";
import { anchorText } from "../store/index.ts";
import type { AuditFilter, StoreProblem } from "../store/types.ts";
import { auditRow, titleOf } from "./audit-rows.ts";
import { deliver, leftOutOf, partOf, requireReason } from "./export-files.ts";
import type { ExportJobs } from "./export-jobs.ts";
import type { AreaHandlers, ClerkContext } from "./handlers.ts";
import { namedClerk } from "./office-messages.ts";
import { giversOf } from "./persons.ts";
import { AUDIT_TEXT, EXPORT_TEXT, OPERATION_TEXT } from "./report-messages.ts";
import type { DeskTools } from "./tools.ts";

/** A longer list is for the command line, which reads the store row by row. */
const MOST_EXPORTED = { xlsx: 50_000, pdf: 5_000 };
/** Rows read between two steps. */
const ROWS_AT_ONCE = 500;
const SHARE_OF_READING = 0.3;
/** How many rows of the chain are checked before others get their turn. */
const ROWS_PER_SLICE = 2000;

type Asked = Pick<CheckedInput<"audit.list">, "from" | "to" | "clerkId" | "caseId" | "personId" | "operation">;

const filterOf = (asked: Asked): Omit<AuditFilter, "before" | "limit"> => {
  const { from, to, clerkId, caseId, personId, operation } = asked;
  return {
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
      const operations = Object.entries(OPERATION_TEXT).map(([operation, title]) => ({ operation, title }));
      return { rows: rows.map((row) => auditRow(tools, row)), next, operations };
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
    step: Step,
  ): Promise<ExportFile> {
    requireReason(reason);
    const total = audit.count(filterOf(asked));
    const leftOut = leftOutOf(total, MOST_EXPORTED, { format, partial });
    const most = Math.min(total, MOST_EXPORTED[format]);
    const reading = partOf(step, 0, SHARE_OF_READING);
    const rows: AuditRowView[] = [];
    for (const entry of audit.each(filterOf(asked))) {
      if (rows.length >= most) break;
      rows.push(auditRow(tools, entry));
      if (rows.length % ROWS_AT_ONCE === 0) await reading(rows.length, most);
    }
    const { columns: C, facts: F } = EXPORT_TEXT;
    const text = (title: string, share: number) => ({ title, share, kind: "text" as const });
    const list = {
      span: EXPORT_TEXT.spanOf(asked.from, asked.to),
      leftOut,
      facts: [
        [F.filter, filterText(asked)],
        [F.rows, String(rows.length)],
      ] as const,
      sheets: [
        {
          title: EXPORT_TEXT.auditName,
          columns: [
            { title: C.sequence, share: 7, kind: "count" as const },
            text(C.time, 15),
            text(C.clerk, 9),
            text(C.operation, 17),
            text(C.detail, 40),
            text(C.hash, 30),
          ],
          rows: rows.map(({ sequence, at, clerk, clerkLogin, title, detail, hash }) => [
            sequence,
            timeAtCounter(at),
            clerkLogin === "" ? clerk : `${clerk}（${clerkLogin}）`,
            title,
            detail,
            hash,
          ]),
          totals: [null, EXPORT_TEXT.totals, EXPORT_TEXT.rowCount(rows.length), null, null, null],
        },
      ],
    };
    return await deliver(tools, context, EXPORT_TEXT.auditName, list, format, partOf(step, SHARE_OF_READING, 1), {
      operation: "audit.export",
      reason,
    });
  }

  /** What was chosen beside the days, in words. */
  function filterText({ clerkId, caseId, personId, operation }: Asked): string {
    const parts = [
      clerkId === null ? "" : (tools.store.clerks.byId(clerkId)?.name ?? clerkId),
      operation === null ? "" : titleOf(operation),
      caseId === null ? "" : `${EXPORT_TEXT.columns.caseId} ${tools.store.cases.get(caseId)?.receiptNumber ?? caseId}`,
      personId === null ? "" : `${EXPORT_TEXT.columns.person} ${tools.store.people.byId(personId)?.person.name ?? personId}`,
    ].filter((part) => part !== "");
    return parts.length === 0 ? EXPORT_TEXT.noFilter : parts.join("；");
  }

  /** Of cases, receipt numbers, papers, books, people, clerks and settings; the chain of the audit is told by its row. */
  async function otherProblems(): Promise<string[]> {
    const found = tools.safe ? await tools.safe.verify() : tools.store.verify();
    return Object.entries(Object.groupBy(found, ({ area }) => area))
      .filter(([area]) => area !== "audit-chain")
      .map(([area, problems]) => AUDIT_TEXT.problem(AUDIT_TEXT.areas[area as StoreProblem["area"]], problems.length));
  }

  async function verdict(): Promise<AuditVerdict> {
    const check = audit.check(ROWS_PER_SLICE);
    for (;;) {
      const step = check.next();
      if (step.done) {
        const result = step.value;
        const head = audit.head();
        const others = { anchor: head && anchorText(head), problems: await otherProblems() };
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
