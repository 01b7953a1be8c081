/** The one box: people and cases by whatever was typed. */
import { caseSummary } from "../cases/case-views.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import type { Looks } from "../people/looks.ts";
import { foundPerson } from "../people/people.ts";
import type { DeskTools } from "../frame/tools.ts";

export function findCalls(tools: DeskTools, looks: Looks): AreaHandlers<"find"> {
  const { store } = tools;
  return {
    "find.anything": ({ text, limit }, context) => {
      if (text.trim() === "") return { people: [], cases: [] };
      const { people, cases } = looks.byText(
        context,
        "find.anything",
        text,
        () => ({
          people: store.people.find(text, limit),
          cases: store.cases.search({ text, state: null, counts: false, limit, offset: 0 }).rows,
        }),
        (found) => ({ people: found.people.map(({ id }) => id), others: found.cases.length > 0 }),
      );
      return { people: people.map(foundPerson), cases: cases.map((row) => caseSummary(tools, row)) };
    },
  };
}
