/** What keeps somebody from joining in a capacity (TL-01, TL-06, TL-12), all at once. */
import { addDays, addMonths, birthday, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { MAN } from "../../national/retirement-age.ts";
import type { EnrolmentFacts, Names, SomeEnrolmentFacts } from "./names.ts";

/** The lowest age of work. */
const WORKING_AGE = 16;

/** How the person stands to the ages of work. */
export interface Age {
  readonly lowest: Node;
  readonly limit: Node;
  readonly tooYoung: boolean;
  readonly beyond: boolean;
  /** Beyond the age, insured before, years short: 六(二) lets them go on contributing. */
  readonly goesOn: boolean;
  /** The last day before the age that ends a flexible worker's joining; `null` where none binds. */
  readonly last: PackedDate | null;
}

export interface Joining {
  readonly age: Age;
  /** Whether labour relation and capacity fit each other, from the table. */
  readonly fits: Node;
  /** What cannot be cured, what can, and what belongs into another matter. */
  readonly refused: boolean;
  readonly withoutPaper: boolean;
  readonly tooYoung: boolean;
  readonly toRetirement: boolean;
}

/** Whether the age limit was passed by somebody insured before, while the form is being filled. */
export function beyondAgeInsured(names: Names, facts: SomeEnrolmentFacts, asOf: AsOf): boolean {
  const { sex, birthDate, capacity, firstTime } = facts;
  if (sex === undefined || birthDate === undefined || capacity !== names.option.flexible) return false;
  if (firstTime !== 0) return false;
  return asOf.date >= limitDayOf(names, sex, asOf, leaf(names.step.birthDate, birthDate)).value;
}

function ageOf(names: Names, facts: EnrolmentFacts, asOf: AsOf): Age {
  const { step: steps, option, reading } = names;
  const birth = leaf(steps.birthDate, facts.birthDate);
  const lowest = step(steps.lowestAgeDay, birthday(facts.birthDate, WORKING_AGE), [birth]);
  const limit = limitDayOf(names, facts.sex, asOf, birth);
  const beyond = asOf.date >= limit.value;
  const binds = facts.capacity === option.flexible && (facts.household === 0 || reading.localAge.says);
  const goesOn = beyond && facts.capacity === option.flexible && facts.firstTime === 0;
  return {
    lowest,
    limit,
    tooYoung: asOf.date < lowest.value,
    beyond,
    goesOn,
    last: binds && !goesOn ? addDays(limit.value, -1) : null,
  };
}

export function addConditions(names: Names, facts: EnrolmentFacts, asOf: AsOf, draft: Draft): Joining {
  const { leaf: leaves, step: steps, condition, remedy, option, capacity } = names;
  const age = ageOf(names, facts, asOf);
  const isFlexible = facts.capacity === option.flexible;
  const isUnit = facts.capacity === option.unit;

  const employed = step(steps.employed, facts.work === option.employee ? 1 : 0, [leaves.work[facts.work]!]);
  const asked = [leaves.capacity[facts.capacity]!, employed];
  if (facts.unitArrears !== undefined) asked.push(leaves.unitArrears[facts.unitArrears]!);
  if (facts.correction !== undefined) asked.push(leaves.correction[facts.correction]!);
  const row = capacity.table.row([facts.capacity, employed.value, facts.unitArrears ?? 0, facts.correction ?? 0]);
  const fits = capacity.table.node(row, capacity.answer, asked);
  const mismatch = fits.value === capacity.hasUnit || fits.value === capacity.noUnit;

  // a local's age is a reading; named where it decides
  const agesBind = isFlexible && (facts.household === 0 || names.reading.localAge.says);
  if (isFlexible && facts.household === 1 && (age.tooYoung || (age.beyond && !age.goesOn)))
    draft.remarks.push(names.reading.localAge.node);
  const tooOld = agesBind && age.beyond && !age.goesOn;
  const tooYoung = age.tooYoung && (agesBind || isUnit);
  const refused = mismatch || tooOld;

  const hasPaper = isUnit || names.residence.add(draft, facts.household, facts.permit, !refused);
  addCondition(draft, condition.work, !mismatch, fits, fits.value === capacity.noUnit ? remedy.asFlexible : remedy.byUnit, null);
  if (agesBind || (isUnit && tooYoung))
    addCondition(
      draft,
      isUnit ? condition.lowestAgeUnit : condition.lowestAge,
      !tooYoung,
      age.lowest,
      remedy.waitForAge,
      age.lowest,
    );
  let toRetirement = false;
  if (age.goesOn) toRetirement = !addGoOn(names, facts, age, draft);
  else if (agesBind) addCondition(draft, condition.upperAge, !age.beyond, age.limit, remedy.asResidentInstead, null);
  return { age, fits, refused, withoutPaper: !hasPaper, tooYoung, toRetirement };
}

/** Whoever has reached the age with years short may go on; with the years met it is time to retire. */
function addGoOn(
  { leaf: leaves, step: steps, condition, remedy }: Names,
  facts: EnrolmentFacts,
  { limit }: Age,
  draft: Draft,
): boolean {
  const met = facts.yearsMet === 1;
  const node = step(steps.goOn, met ? 0 : 1, [limit, leaves.yearsMet[facts.yearsMet!]!]);
  draft.conditions.push({
    definition: condition.goOn,
    met: !met,
    node,
    remedies: met ? [{ definition: remedy.retire, node: null }] : NONE,
  });
  return !met;
}

/** The day of the statutory retirement age; a woman's kind is a reading, named where it decides. */
function limitDayOf(names: Names, sex: number, asOf: AsOf, birth: Node): Node {
  const { step: steps, age, reading } = names;
  const dayOf = (month: number): number => addMonths(birth.value, month - monthOfDate(birth.value));
  const isWoman = sex === names.option.female;
  const statutory = age.node(isWoman ? reading.womanKind : MAN, birth);
  const day = dayOf(statutory.value);
  const said = steps.sex[sex]!;
  if (isWoman) {
    const otherDay = dayOf(age.month(reading.womanOther, birth.value));
    if (asOf.date < day !== asOf.date < otherDay) return step(steps.limitDayRead, day, [statutory, said, reading.womanAge]);
  }
  return step(steps.limitDay, day, [statutory, said]);
}
