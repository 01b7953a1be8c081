/** DH-11, medical insurance while drawing unemployment benefit in a past month: a choice of the first month. Source: press (`s3`). */
import { addCondition, NONE } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

const spec = { period: "month", optsIn: "flag", benefitFrom: "month?", interrupted: "flag?" } as const;
type UnemploymentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  past: bindHistoric(names, "unemployment", ["dalian.historic-unemployment"], true),
  leaf: { optsIn: names.leaves("optsIn"), interrupted: names.leaves("interrupted") },
  step: { benefitFrom: names.fact("benefitFrom"), firstMonth: names.step("firstMonth"), goesOn: names.step("goesOn") },
  condition: { firstMonth: names.condition("firstMonth"), goesOn: names.condition("goesOn") },
  remedy: { tooLate: names.remedy("tooLate"), noReturn: names.remedy("noReturn") },
  section: { joined: names.section("joined"), notJoined: names.section("notJoined") },
  beforeBenefit: [{ fact: "benefitFrom", text: names.fault("beforeBenefit") }],
  headline: {
    joined: names.headline("joined"),
    notJoined: names.headline("notJoined"),
    tooLate: names.headline("tooLate"),
    interrupted: names.headline("interrupted"),
    outside: names.headline("outside"),
  },
});

export const historicUnemployment = defineFormula({
  matter: "dalian.historic-unemployment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        if (future.length > 0 || facts.benefitFrom === undefined) return future;
        return facts.benefitFrom > facts.period ? names.beforeBenefit : NONE;
      },
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: UnemploymentFacts): Result {
  const { past, step: steps, condition, remedy, section, headline } = names;
  const { draft, within, period } = past.open(facts.period);
  if (!within) return past.end(draft, { outcome: "refused", headline: headline.outside });
  if (facts.optsIn === 0) {
    draft.remarks.push(names.leaf.optsIn[0]!);
    draft.sections.push(section.notJoined);
    return past.end(draft, { outcome: "guidance", headline: headline.notJoined });
  }
  const inFirstMonth = facts.benefitFrom === facts.period;
  const first = step(steps.firstMonth, inFirstMonth ? 1 : 0, [period, leaf(steps.benefitFrom, facts.benefitFrom!)]);
  addCondition(draft, condition.firstMonth, inFirstMonth, first, remedy.tooLate, null);
  const goesOn = facts.interrupted === 0;
  const unbroken = step(steps.goesOn, goesOn ? 1 : 0, [names.leaf.interrupted[facts.interrupted!]!]);
  addCondition(draft, condition.goesOn, goesOn, unbroken, remedy.noReturn, null);
  const joined = inFirstMonth && goesOn;
  draft.sections.push(joined ? section.joined : section.notJoined);
  return past.end(draft, {
    outcome: joined ? "guidance" : "refused",
    headline: joined ? headline.joined : inFirstMonth ? headline.interrupted : headline.tooLate,
  });
}
