/** Who may enrol: papers, both ages and work, all at once. */
import { birthday } from "../../../../src-shared/domain/calendar.ts";
import { residenceOf } from "../../engine/contribution/residence.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Finding, RemedyDefinition } from "../../engine/result.ts";
import type { EnrolmentFacts, Names } from "./names.ts";

export interface Standing {
  /** Value of the step `residence`. */
  readonly residence: number;
  readonly noPapers: boolean;
  readonly tooYoung: boolean;
  readonly tooOld: boolean;
  readonly otherWork: boolean;
  readonly birth: Node;
  /** The day of reaching the upper age. */
  readonly limitDay: Node;
}

export function judge(names: Names, facts: EnrolmentFacts, asOf: AsOf, draft: Draft): Standing {
  const { step: steps, condition, remedy, option, reading, leaf: leaves } = names;
  const birth = leaf(steps.birthDate, facts.birthDate);
  const limit = names.ages.limit[facts.sex]!;
  const limitDay = step(steps.limitDay, birthday(facts.birthDate, limit.value / 12), [birth, limit]);
  const tooOld = reading.birthdayIncluded ? asOf.date > limitDay.value : asOf.date >= limitDay.value;
  // whoever is too old is not sent for anything that could not help
  const fails = (definition: Finding["definition"], met: boolean, node: Node, cure: RemedyDefinition | null): void => {
    if (tooOld || cure === null) draft.conditions.push({ definition, met, node, remedies: NONE });
    else addCondition(draft, definition, met, node, cure, null);
  };

  const residence = residenceOf(names, facts);
  const noPapers = residence.value === names.value.residence.none;
  fails(condition.residence, !noPapers, residence, remedy.getPermit);

  const lowest = names.ages.lowest[facts.sex]!;
  const lowestDay = step(steps.lowestAgeDay, birthday(facts.birthDate, lowest.value / 12), [birth, lowest]);
  const tooYoung = asOf.date < lowestDay.value;
  addCondition(draft, condition.lowestAge, !tooYoung, lowestDay, remedy.waitForAge, lowestDay);

  // the reading is about this one day
  if (asOf.date === limitDay.value) draft.remarks.push(reading.upperAge);
  draft.conditions.push({ definition: condition.upperAge, met: !tooOld, node: limitDay, remedies: NONE });

  const otherWork = facts.work !== option.freelancer && facts.work !== option.selfEmployed;
  const work = leaves.work[facts.work]!;
  fails(condition.work, !otherWork, work, facts.work === option.employee ? remedy.byUnit : null);
  return { residence: residence.value, noPapers, tooYoung, tooOld, otherWork, birth, limitDay };
}
