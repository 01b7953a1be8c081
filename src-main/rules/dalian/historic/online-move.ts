/** DH-10, a move between the city and its districts in a past month: the medical relation follows the pension relation. Source: press (`s3-pooling`). */
import { addCondition, NONE } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

const spec = { period: "month", movedFrom: "choice", movedTo: "choice" } as const;
type MoveFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  past: bindHistoric(names, "online-move", ["dalian.historic-move"], true),
  zone: { from: names.option("movedFrom", "zone"), to: names.option("movedTo", "zone") },
  outside: { from: names.option("movedFrom", "elsewhere"), to: names.option("movedTo", "elsewhere") },
  leaf: { movedFrom: names.leaves("movedFrom"), movedTo: names.leaves("movedTo") },
  step: { inPool: names.step("inPool"), notZone: names.step("notZone") },
  condition: { inPool: names.condition("inPool"), notZone: names.condition("notZone") },
  remedy: { transfer: names.remedy("transfer"), onPaper: names.remedy("onPaper") },
  section: { online: names.section("online"), onPaper: names.section("onPaper") },
  headline: {
    online: names.headline("online"),
    onPaper: names.headline("onPaper"),
    transfer: names.headline("transfer"),
    outside: names.headline("outside"),
  },
});

export const historicOnlineMove = defineFormula({
  matter: "dalian.historic-online-move",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: (facts, asOf) => names.past.future(facts.period, asOf),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: MoveFacts): Result {
  const { past, zone, outside, step: steps, condition, remedy, section, headline } = names;
  const { draft, within } = past.open(facts.period);
  if (!within) {
    draft.sections.push(section.onPaper);
    return past.end(draft, { outcome: "refused", headline: headline.outside });
  }
  const both = [names.leaf.movedFrom[facts.movedFrom]!, names.leaf.movedTo[facts.movedTo]!];
  const inPool = facts.movedFrom !== outside.from && facts.movedTo !== outside.to;
  const notZone = facts.movedFrom !== zone.from && facts.movedTo !== zone.to;
  addCondition(draft, condition.inPool, inPool, step(steps.inPool, inPool ? 1 : 0, both), remedy.transfer, null);
  addCondition(draft, condition.notZone, notZone, step(steps.notZone, notZone ? 1 : 0, both), remedy.onPaper, null);
  if (!inPool) return past.end(draft, { outcome: "refused", headline: headline.transfer });
  draft.sections.push(notZone ? section.online : section.onPaper);
  return past.end(draft, { outcome: "guidance", headline: notZone ? headline.online : headline.onPaper });
}
