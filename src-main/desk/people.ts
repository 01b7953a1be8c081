/** Has this person been here before? */
import { readIdentityNumber } from "../../src-shared/domain/identity-number.ts";
import { caseSummary } from "./case-views.ts";
import type { AreaHandlers } from "./handlers.ts";
import type { DeskTools } from "./tools.ts";

export function peopleCalls(tools: DeskTools): AreaHandlers<"people"> {
  return {
    "people.lookup": ({ identityNumber }) => {
      const reading = readIdentityNumber(identityNumber, tools.clock.today(), true);
      const known = reading.valid ? tools.store.people.byIdentityNumber(reading.number) : undefined;
      if (!known) return null;
      const cases = tools.store.people.casesOf(known.id).map((row) => caseSummary(tools, row));
      return { id: known.id, ...known.person, cases };
    },
  };
}
