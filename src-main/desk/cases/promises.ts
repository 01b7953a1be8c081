/** Materials that people promised to bring: what falls due, and what is overdue. */
import type { PromiseRowView } from "../../../src-shared/contract/index.ts";
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import type { PromisedMaterial } from "../../../src-shared/domain/case.ts";
import { maskPhone } from "../../../src-shared/domain/identity/masking.ts";
import type { CaseRow, PromiseRow } from "../../store/areas/cases/types.ts";
import { historyOf, standingPromises } from "./case-history.ts";
import { caseSummary, promiseView } from "./case-views.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { Refusal } from "../frame/refusal.ts";
import { lastPromiseDay, promiseDaysOf, soonUntil } from "./time-limits.ts";
import type { DeskTools } from "../frame/tools.ts";

export type WhichPromises = "all" | "due" | "overdue";

/** Far behind every promise. */
const EVER = "9999-12-31";
/** No office has as many open at once; the list is read whole to be counted. */
const MOST_PROMISES = 10_000;

/** Open promises, the earliest first. */
export function openPromises(tools: DeskTools, which: WhichPromises): readonly PromiseRow[] {
  const today = formatDate(tools.clock.today());
  const until = which === "all" ? EVER : which === "due" ? soonUntil(tools) : today;
  const rows = tools.store.cases.promises({ until, limit: MOST_PROMISES });
  return which === "overdue" ? rows.filter(({ promisedOn }) => promisedOn < today) : rows;
}

/** What is promised in a submitted case and has not come; nothing where there is no such case. */
export function promisesOfCase(tools: Pick<DeskTools, "store">, caseId: string | null): readonly PromisedMaterial[] {
  const newest = caseId === null ? undefined : historyOf(tools.store.cases.events(caseId)).submitted.at(-1);
  return newest === undefined ? [] : standingPromises(newest);
}

export function promiseRows(tools: DeskTools, rows: readonly PromiseRow[]): PromiseRowView[] {
  return rows.map((row) => {
    const newest = historyOf(tools.store.cases.events(row.caseId)).submitted.at(-1)!;
    const promise = newest.promises.find(({ material }) => material === row.materialId)!;
    return {
      ...promiseView(tools, promise),
      case: caseSummary(tools, row.case satisfies CaseRow),
      maskedPhone: maskPhone(newest.person.phone),
    };
  });
}

export function promisesCalls(tools: DeskTools): AreaHandlers<"promises"> {
  return {
    "promises.limit": ({ matter, caseId }) => {
      if (!tools.packs.matter(matter)) throw new Refusal("not-found");
      const last = lastPromiseDay(tools, matter);
      return {
        today: formatDate(tools.clock.today()),
        workingDays: promiseDaysOf(tools, matter),
        lastOn: last.known ? last.date : null,
        standing: promisesOfCase(tools, caseId),
      };
    },
    "promises.list": ({ which, limit, offset }) => {
      const all = openPromises(tools, which);
      return { rows: promiseRows(tools, all.slice(offset, offset + limit)), total: all.length };
    },
  };
}
