/** What keeps somebody from joining in a capacity (TL-01, TL-06), all at once. */
import { addMonths, birthday, monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { MAN } from "../../national/retirement-age.ts";
import type { EnrolmentFacts, Names } from "./names.ts";

/** The lowest age of work. */
const WORKING_AGE = 16;

/** Returns whether the person is below working age: time mends that. */
export function addConditions(names: Names, facts: EnrolmentFacts, asOf: AsOf, draft: Draft): boolean {
  const { leaf: leaves, step: steps, condition, remedy, option, capacity } = names;
  if (facts.capacity !== option.unit) names.residence.add(draft, facts.household, facts.permit);

  const employed = step(steps.employed, facts.work === option.employee ? 1 : 0, [leaves.work[facts.work]!]);
  const asked = [leaves.capacity[facts.capacity]!, employed];
  if (facts.unitArrears !== undefined) asked.push(leaves.unitArrears[facts.unitArrears]!);
  if (facts.correction !== undefined) asked.push(leaves.correction[facts.correction]!);
  const row = capacity.table.row([facts.capacity, employed.value, facts.unitArrears ?? 0, facts.correction ?? 0]);
  const fits = capacity.table.node(row, capacity.answer, asked);
  addCondition(
    draft,
    condition.work,
    fits.value !== capacity.hasUnit && fits.value !== capacity.noUnit,
    fits,
    fits.value === capacity.noUnit ? remedy.asFlexible : remedy.byUnit,
    null,
  );
  return facts.capacity === option.flexible ? addAges(names, facts, asOf, draft) : false;
}

/** The working age. Readings are named where they decide: whether it binds locals, and which age women have. */
function addAges(names: Names, facts: EnrolmentFacts, asOf: AsOf, draft: Draft): boolean {
  const { step: steps, condition, remedy, reading } = names;
  const birth = leaf(steps.birthDate, facts.birthDate);
  const lowestDay = step(steps.lowestAgeDay, birthday(facts.birthDate, WORKING_AGE), [birth]);
  const tooYoung = asOf.date < lowestDay.value;
  const limitDay = limitDayOf(names, facts, asOf, birth);
  const tooOld = asOf.date >= limitDay.value;
  if (facts.household === 1 && (tooYoung || tooOld)) draft.remarks.push(reading.localAge);
  if (facts.household === 1 && !reading.sameAge) return false;
  addCondition(draft, condition.lowestAge, !tooYoung, lowestDay, remedy.waitForAge, lowestDay);
  addCondition(draft, condition.upperAge, !tooOld, limitDay, remedy.asResidentInstead, null);
  return tooYoung;
}

/** The day of the statutory retirement age. */
function limitDayOf(names: Names, facts: EnrolmentFacts, asOf: AsOf, birth: Node): Node {
  const { step: steps, age, reading } = names;
  const dayOf = (month: number): number => addMonths(birth.value, month - monthOfDate(birth.value));
  const isWoman = facts.sex === names.option.female;
  const statutory = age.node(isWoman ? reading.womanKind : MAN, birth);
  const day = dayOf(statutory.value);
  const sex = steps.sex[facts.sex]!;
  if (isWoman) {
    const otherDay = dayOf(age.month(reading.womanOther, birth.value));
    if (asOf.date < day !== asOf.date < otherDay) return step(steps.limitDayRead, day, [statutory, sex, reading.womanAge]);
  }
  return step(steps.limitDay, day, [statutory, sex]);
}
