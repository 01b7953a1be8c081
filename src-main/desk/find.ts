/** The one box: people and cases by whatever was typed. */
import { caseSummary } from "./case-views.ts";
import type { AreaHandlers } from "./handlers.ts";
import { foundPerson } from "./people.ts";
import type { DeskTools } from "./tools.ts";

export function findCalls(tools: DeskTools): AreaHandlers<"find"> {
  const { store } = tools;
  return {
    "find.anything": ({ text, limit }) => {
      if (text.trim() === "") return { people: [], cases: [] };
      return {
        people: store.people.find(text, limit).map(foundPerson),
        cases: store.cases
          .search({ text, state: null, counts: false, limit, offset: 0 })
          .rows.map((row) => caseSummary(tools, row)),
      };
    },
  };
}
