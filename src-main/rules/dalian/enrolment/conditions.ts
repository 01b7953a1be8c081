/** Who may enrol: papers, both ages and work, all at once. */
import { residenceOf } from "../../engine/contribution/residence.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { ageReached } from "../../engine/operations.ts";
import type { Finding, RemedyDefinition } from "../../engine/result.ts";
import type { Facts, Words } from "../../generated/dalian/enrolment.ts";

export interface Standing {
  /** Value of the step `residence`. */
  readonly residence: number;
  readonly noPapers: boolean;
  readonly tooYoung: boolean;
  readonly tooOld: boolean;
  readonly otherWork: boolean;
  readonly birth: Node;
  readonly lowestAgeDay: Node;
  /** The day of reaching the upper age. */
  readonly limitDay: Node;
}

/** Both ages by sex, and the conditions that name them. */
export function bindAges({ table, condition, leaf: { sex } }: Words) {
  const ages = table.enrolmentAges.by("sex");
  const found = (output: number): readonly Node[] => sex.map((input) => ages.node(ages.row1(input.value), output, [input]));
  const lowestAges = found(ages.out.lowest);
  const ageLimits = found(ages.out.limit);
  return {
    lowestAges,
    ageLimits,
    atLeastLowest: lowestAges.map((lowest) => condition.lowestAge({ "enrolment-ages.lowest": lowest })),
    belowLimit: ageLimits.map((limit) => condition.upperAge({ "enrolment-ages.limit": limit })),
  };
}

export function judge(names: Words & ReturnType<typeof bindAges>, facts: Facts, asOf: AsOf, draft: Draft): Standing {
  const { step: steps, condition, remedy } = names;
  const { work: works } = names.option;
  const birth = leaf(names.fact.birthDate, facts.birthDate);
  const limit = names.ageLimits[facts.sex]!;
  const limitDay = ageReached(steps.limitDay, birth, limit);
  const { is, node: upperAge } = names.reading.enrolmentUpperAge;
  const tooOld = is.birthdayIncluded ? asOf.date > limitDay.value : asOf.date >= limitDay.value;
  // whoever is too old is not sent for anything that could not help
  const fails = (definition: Finding["definition"], met: boolean, node: Node, cure: RemedyDefinition | null): void => {
    if (tooOld || cure === null) draft.conditions.push({ definition, met, node, remedies: NONE });
    else addCondition(draft, definition, met, node, cure, null);
  };

  const residence = residenceOf(names, facts);
  const noPapers = residence.value === names.value.residence.none;
  fails(condition.residence, !noPapers, residence, remedy.getPermit);

  const lowest = names.lowestAges[facts.sex]!;
  const lowestAgeDay = ageReached(steps.lowestAgeDay, birth, lowest);
  const tooYoung = asOf.date < lowestAgeDay.value;
  const wait = tooYoung
    ? [{ definition: remedy.waitForAge({ lowestAgeDay, "enrolment-ages.lowest": lowest }), node: lowestAgeDay }]
    : NONE;
  draft.conditions.push({ definition: names.atLeastLowest[facts.sex]!, met: !tooYoung, node: lowestAgeDay, remedies: wait });

  // the reading is about this one day
  if (asOf.date === limitDay.value) draft.remarks.push(upperAge);
  draft.conditions.push({ definition: names.belowLimit[facts.sex]!, met: !tooOld, node: limitDay, remedies: NONE });

  const otherWork = facts.work !== works.freelancer && facts.work !== works.selfEmployed;
  const work = names.leaf.work[facts.work]!;
  fails(condition.work, !otherWork, work, facts.work === works.employee ? remedy.byUnit : null);
  return { residence: residence.value, noPapers, tooYoung, tooOld, otherWork, birth, lowestAgeDay, limitDay };
}
