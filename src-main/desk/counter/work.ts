/** What waits: the numbers beside the menu. */
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import { dueSpan } from "../cases/case-search.ts";
import { unclosedDays } from "../reports/day.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { openPromises } from "../cases/promises.ts";
import { mayReview } from "../review/review-rights.ts";
import type { DeskTools } from "../frame/tools.ts";

/** Beyond this the number says enough. */
const MOST_COUNTED = 1000;

export function workCalls(tools: DeskTools): AreaHandlers<"work"> {
  const { cases } = tools.store;
  return {
    "work.today": (_input, { clerk }) => {
      const today = formatDate(tools.clock.today());
      const promises = openPromises(tools, "due");
      const overdue = promises.filter(({ promisedOn }) => promisedOn < today).length;
      const { until } = dueSpan(tools, "soon");
      const due = cases.due({ until, limit: MOST_COUNTED });
      const casesOverdue = due.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
      return {
        toReview: mayReview(tools, clerk) ? cases.reviewQueue({ exceptMaker: clerk.id, limit: MOST_COUNTED }).length : 0,
        returned: cases.search({ text: "", state: "submitted", review: "returned", clerkId: clerk.id, limit: 1, offset: 0 })
          .total,
        promisesDue: promises.length - overdue,
        promisesOverdue: overdue,
        casesDueSoon: due.length - casesOverdue,
        casesOverdue,
        unclosedDays: unclosedDays(tools, clerk),
      };
    },
  };
}
