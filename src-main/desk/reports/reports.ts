/** The day's work, the statistics, and both as files. */
import type { CallOutput, CheckedInput } from "../../../src-shared/contract/index.ts";
import type { CaseSummary } from "../../../src-shared/domain/case.ts";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import { CASE_STATE_LABELS } from "../../../src-shared/text/labels.ts";
import type { Progress } from "../../receipts/types.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { dayLedger, peopleOfDay, requireDay, requireScope } from "./day.ts";
import { exportList, leftOutOf, partOf, requireReason, type Wanted } from "./export-files.ts";
import type { ExportJobs } from "./export-jobs.ts";
import { casesSheet, daySheets, promisesSheet, statisticsSheets, type ExportList } from "./export-sheets.ts";
import { isLikeANumber, type Looks } from "../people/looks.ts";
import { DAY_TEXT, EXPORT_TEXT } from "./text.ts";
import { openPromises, promiseRows } from "../cases/promises.ts";
import { Refusal } from "../frame/refusal.ts";
import { statistics } from "./statistics.ts";
import { searchRequest } from "../cases/case-search.ts";
import { caseSummary } from "../cases/case-views.ts";
import { shownTitle } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

const MOST_CASES = { xlsx: 20_000, pdf: 5_000 };
/** Rows made ready between two steps. */
const ROWS_AT_ONCE = 200;
const SHARE_OF_READING = 0.2;

type CaseFilter = Omit<Parameters<typeof searchRequest>[1], "limit" | "offset">;

export function reportsCalls(
  tools: DeskTools,
  jobs: ExportJobs,
  looks: Looks,
): AreaHandlers<"reports"> & AreaHandlers<"exports"> {
  const { store } = tools;

  /** Read at once, so that no case comes twice or not at all because it was changed meanwhile. */
  async function caseList(filter: CaseFilter, wanted: Wanted, context: ClerkContext, step: Progress): Promise<ExportList> {
    const most = MOST_CASES[wanted.format];
    const request = searchRequest(tools, { ...filter, limit: most, offset: 0 });
    const leftOut = leftOutOf(store.cases.count(request), MOST_CASES, wanted);
    const { rows: found } = looks.casesByText(context, "reports.export", filter.text, () =>
      store.cases.search({ ...request, counts: false }),
    );
    const rows: CaseSummary[] = [];
    for (let from = 0; from < found.length; from += ROWS_AT_ONCE) {
      rows.push(...found.slice(from, from + ROWS_AT_ONCE).map((row) => caseSummary(tools, row)));
      await step(rows.length, found.length);
    }
    const people = found.map(({ personId }) => personId);
    return casesSheet(rows, { span: EXPORT_TEXT.spanOf(filter.from, filter.to), leftOut, people, filter: filterText(filter) });
  }

  /** What was chosen beside the days, in words. */
  function filterText({ text, state, matter, clerkId, due, amountFrom, amountTo }: CaseFilter): string {
    const yuan = (fen: number | null): string => (fen === null ? "" : formatYuan(fen));
    const parts = [
      // the list that leaves masks its numbers, what it was looked for by included
      isLikeANumber(text) ? EXPORT_TEXT.byNumber : text.trim(),
      state === null ? "" : CASE_STATE_LABELS.transaction[state],
      matter === null ? "" : shownTitle(tools, matter),
      clerkId === null ? "" : (store.clerks.byId(clerkId)?.name ?? clerkId),
      due === null ? "" : EXPORT_TEXT.dueFilter[due],
      amountFrom === null && amountTo === null ? "" : EXPORT_TEXT.amounts(yuan(amountFrom), yuan(amountTo)),
    ].filter((part) => part !== "");
    return parts.length === 0 ? EXPORT_TEXT.noFilter : parts.join("；");
  }

  return {
    "reports.day": ({ date, clerkId }, { clerk }) => {
      requireDay(tools, date);
      requireScope(clerk, clerkId);
      return dayLedger(tools, date, clerkId, clerk);
    },

    "reports.closeDay": ({ requestId, date, note }, context) => {
      requireDay(tools, date);
      const ledger = dayLedger(tools, date, null, context.clerk);
      const hasFailed = ledger.checks.some(({ passed }) => !passed);
      if ((hasFailed || ledger.late) && note.trim().length < 2) {
        const message = hasFailed ? DAY_TEXT.noteMissing : DAY_TEXT.lateNoteMissing;
        throw new Refusal("bad-input", { message, fields: [{ fact: "note", code: "required", message }] });
      }
      store.ledger.closeDay(actOf(tools, context, "reports.closeDay", requestId), date, note.trim());
      return dayLedger(tools, date, null, context.clerk);
    },

    "reports.statistics": ({ from, to }) => statistics(tools, from, to),

    "reports.export": (request, context) => jobs.run(request.exportId, context, (step) => exported(request, context, step)),
    "exports.progress": ({ exportId }, context) => jobs.progress(exportId, context),
    "exports.cancel": ({ exportId }, context) => {
      jobs.cancel(exportId, context);
      return null;
    },
  };

  async function exported(
    request: CheckedInput<"reports.export">,
    context: ClerkContext,
    step: Progress,
  ): Promise<CallOutput<"reports.export">> {
    const { clerk } = context;
    const reason = "reason" in request ? request.reason : null;
    const file = (name: string, list: ExportList, from = 0) =>
      exportList(tools, context, name, list, request.format, partOf(step, from, 1), { reason });
    switch (request.what) {
      case "day": {
        requireDay(tools, request.date);
        requireScope(clerk, request.clerkId);
        if (request.clerkId !== clerk.id) requireReason(reason);
        const ledger = dayLedger(tools, request.date, request.clerkId, clerk);
        const people = peopleOfDay(tools, request.date, request.clerkId);
        return await file(EXPORT_TEXT.dayName(ledger), daySheets(ledger, people));
      }
      case "statistics": {
        requireScope(clerk, null);
        const found = statistics(tools, request.from, request.to);
        return await file(EXPORT_TEXT.statisticsName(found), statisticsSheets(found));
      }
      case "cases": {
        requireScope(clerk, null);
        requireReason(reason);
        const { what: _what, exportId: _id, reason: _why, format, partial, ...filter } = request;
        return await file(
          EXPORT_TEXT.casesName,
          await caseList(filter, { format, partial }, context, partOf(step, 0, SHARE_OF_READING)),
          SHARE_OF_READING,
        );
      }
      case "promises": {
        requireScope(clerk, null);
        requireReason(reason);
        const open = openPromises(tools, request.which);
        const people = open.map((promise) => promise.case.personId);
        const list = promisesSheet(promiseRows(tools, open), EXPORT_TEXT.which[request.which], people);
        return await file(EXPORT_TEXT.promisesName, list);
      }
    }
  }
}
