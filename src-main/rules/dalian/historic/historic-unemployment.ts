/** DH-11, medical insurance while drawing unemployment benefit in a past month: a choice of the first month. Source: press (`s3`). */
import { addCondition } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told } from "../../engine/node.ts";
import { isSame } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-unemployment.ts";
import { end, inFuture, openMonth, withPast } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) =>
  withPast(words, words.table.historicPeriods.in.matter.unemployment, [words.conflict.historicUnemployment], [words.next.now]);

export default define(bind, { check, evaluate });

function check(names: Names, { period, benefitFrom }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  if (future.length > 0 || benefitFrom === undefined || benefitFrom <= period) return future;
  return [{ fact: "benefitFrom", text: names.fault.beforeBenefit }];
}

function evaluate(names: Names, facts: Facts): Result {
  const { step: steps, condition, remedy, section, headline, leaf: leaves } = names;
  const { draft, within, period } = openMonth(names, facts.period);
  if (!within) return end(names, draft, "refused", headline.outside({ period }));
  if (facts.optsIn === 0) {
    draft.remarks.push(leaves.optsIn[0]!);
    draft.sections.push(section.notJoined);
    return end(names, draft, "guidance", headline.notJoined);
  }
  const benefitFrom = leaf(names.fact.benefitFrom, facts.benefitFrom!);
  const first = isSame(steps.firstMonth, period, benefitFrom);
  const inFirstMonth = first.value === 1;
  addCondition(draft, condition.firstMonth({ period, benefitFrom }), inFirstMonth, first, remedy.tooLate, null);
  const interrupted = leaves.interrupted[facts.interrupted!]!;
  const goesOn = facts.interrupted === 0;
  const unbroken = told(steps.goesOn, goesOn ? 1 : 0, [interrupted]);
  addCondition(draft, condition.goesOn({ interrupted }), goesOn, unbroken, remedy.noReturn, null);
  const joined = inFirstMonth && goesOn;
  draft.sections.push(joined ? section.joined : section.notJoined);
  if (joined) return end(names, draft, "guidance", headline.joined({ period }));
  return end(names, draft, "refused", inFirstMonth ? headline.interrupted : headline.tooLate);
}
