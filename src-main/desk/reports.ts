/** The day's work, the statistics, and both as files. */
import type { AreaHandlers } from "./handlers.ts";
import { dayLedger, requireDay, requireScope } from "./day.ts";
import { deliver } from "./export-files.ts";
import { casesSheet, daySheets, promisesSheet, statisticsSheets } from "./export-sheets.ts";
import { DAY_TEXT, EXPORT_TEXT } from "./report-messages.ts";
import { openPromises, promiseRows } from "./promises.ts";
import { Refusal } from "./refusal.ts";
import { statistics } from "./statistics.ts";
import { searchRequest } from "./case-search.ts";
import { caseSummary } from "./case-views.ts";
import { actOf, type DeskTools } from "./tools.ts";

/** A sheet that is longer than this is no list for people. */
const MOST_ROWS = 20_000;
const ROWS_AT_ONCE = 200;

export function reportsCalls(tools: DeskTools): AreaHandlers<"reports"> {
  const { store } = tools;

  function allCases(filter: Omit<Parameters<typeof searchRequest>[1], "limit" | "offset">) {
    const rows = [];
    for (let offset = 0; offset < MOST_ROWS; offset += ROWS_AT_ONCE) {
      const page = store.cases.search({
        ...searchRequest(tools, { ...filter, limit: ROWS_AT_ONCE, offset }),
        counts: false,
      }).rows;
      rows.push(...page.map((row) => caseSummary(tools, row)));
      if (page.length < ROWS_AT_ONCE) break;
    }
    return rows;
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
      if (ledger.checks.some(({ passed }) => !passed) && note.trim().length < 2) {
        const message = DAY_TEXT.noteMissing;
        throw new Refusal("bad-input", { message, fields: [{ fact: "note", code: "required", message }] });
      }
      store.ledger.closeDay(actOf(tools, context, "reports.closeDay", requestId), date, note.trim());
      return dayLedger(tools, date, null, context.clerk);
    },

    "reports.statistics": ({ from, to }) => statistics(tools, from, to),

    "reports.export": async (request, context) => {
      const { clerk } = context;
      switch (request.what) {
        case "day": {
          requireDay(tools, request.date);
          requireScope(clerk, request.clerkId);
          const ledger = dayLedger(tools, request.date, request.clerkId, clerk);
          return await deliver(tools, context, EXPORT_TEXT.dayName(ledger), daySheets(ledger), request.format);
        }
        case "statistics": {
          requireScope(clerk, null);
          const found = statistics(tools, request.from, request.to);
          return await deliver(tools, context, EXPORT_TEXT.statisticsName(found), statisticsSheets(found), request.format);
        }
        case "cases": {
          requireScope(clerk, null);
          const { what: _what, format, ...filter } = request;
          return await deliver(tools, context, EXPORT_TEXT.casesName, casesSheet(allCases(filter)), format);
        }
        case "promises": {
          const rows = promiseRows(tools, openPromises(tools, request.which));
          return await deliver(tools, context, EXPORT_TEXT.promisesName, promisesSheet(rows), request.format);
        }
      }
    },
  };
}
