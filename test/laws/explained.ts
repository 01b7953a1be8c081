/** Whatever is decided is explained down to facts, figures, tables and readings, each with a clause that the decision carries. */
import { isFailed, natureOf } from "../../src-shared/domain/decision.ts";
import { overlapOf, runsOf } from "../journeys/strip.ts";
import { explanationFaults } from "../policy/golden.ts";
import { decidedIn, where } from "./city.ts";
import { Tally, type Law } from "./law.ts";

export const explained: Law = {
  title: "every decision cites its clauses, paints one status a day and refuses for what failed",
  check(city) {
    const tally = new Tally();
    for (const { one, decision } of decidedIn(city)) {
      tally.count += 1;
      const fault = (what: string): number => tally.faults.push(`${where(one)}: ${what}`);
      explanationFaults(decision).forEach(fault);
      const nature = natureOf(decision);
      if (nature !== "estimate" && nature !== "lookup" && (decision.place === "" || decision.timeLimit === ""))
        fault("names no place or no time limit");
      for (const { coverage } of [decision, ...decision.options]) {
        const overlap = overlapOf(runsOf(coverage));
        if (overlap !== null)
          fault(`paints ${overlap.map(({ status, from }) => `${status} from ${from}`).join(" and ")} at once`);
      }
      const isAgainst = decision.outcome === "refused" || decision.outcome === "not-yet";
      if (isAgainst && decision.conditions.length > 0 && !decision.conditions.some(isFailed))
        fault(`${decision.outcome} for nothing`);
    }
    return tally.seen();
  },
};
