/** What keeps somebody from joining in a capacity (TL-01, TL-06, TL-12), all at once. */
import { addDays, addMonths, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { meaning } from "../../engine/meaning.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { ageReached, means } from "../../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../../generated/tieling/enrolment.ts";
import { MAN, retirementAge, WOMAN_50, WOMAN_55 } from "../../national/retirement-age.ts";
import { addResidence } from "../residence.ts";

export function bindConditions(words: Words) {
  const at55 = words.reading.flexibleWomanAge.is.woman55;
  return {
    capacities: words.table.capacity.by("capacity", "employed", "arrears", "correction"),
    workingAge: words.table.workingAge.by("capacity"),
    age: retirementAge(words),
    womanKind: at55 ? WOMAN_55 : WOMAN_50,
    womanOther: at55 ? WOMAN_50 : WOMAN_55,
    isEmployed: meaning(words.option.work, { employee: 1, freelancer: 0, none: 0 }),
  } as const;
}
type Names = Words & ReturnType<typeof bindConditions>;

/** How the person stands to the ages of work. */
export interface Age {
  readonly lowest: Node;
  readonly limit: Node;
  readonly tooYoung: boolean;
  readonly beyond: boolean;
  /** Whether the ages bind: a flexible worker from elsewhere, a local one by a reading. */
  readonly binds: boolean;
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
export function beyondAgeInsured(names: Names, facts: SomeFacts, asOf: AsOf): boolean {
  const { sex, birthDate, capacity, firstTime } = facts;
  if (sex === undefined || birthDate === undefined || capacity !== names.option.capacity.flexible) return false;
  if (firstTime !== 0) return false;
  return asOf.date >= limitDayOf(names, sex, asOf, leaf(names.fact.birthDate, birthDate)).value;
}

function ageOf(names: Names, facts: Facts, asOf: AsOf): Age {
  const { step: steps, workingAge } = names;
  const birth = leaf(names.fact.birthDate, facts.birthDate);
  const least = workingAge.node(workingAge.row1(facts.capacity), workingAge.out.lowest, [names.leaf.capacity[facts.capacity]!]);
  const lowest = ageReached(steps.lowestAgeDay, birth, least);
  const limit = limitDayOf(names, facts.sex, asOf, birth);
  const beyond = asOf.date >= limit.value;
  const isFlexible = facts.capacity === names.option.capacity.flexible;
  const binds = isFlexible && (facts.household === 0 || names.reading.localFlexibleAge.is.same);
  const goesOn = beyond && isFlexible && facts.firstTime === 0;
  const last = binds && !goesOn ? addDays(limit.value, -1) : null;
  return { lowest, limit, tooYoung: asOf.date < lowest.value, beyond, binds, goesOn, last };
}

export function addConditions(names: Names, facts: Facts, asOf: AsOf, draft: Draft): Joining {
  const { leaf: leaves, step: steps, condition, remedy, option, capacities } = names;
  const age = ageOf(names, facts, asOf);
  const isUnit = facts.capacity === option.capacity.unit;

  const employed = means(steps.employed, leaves.work[facts.work]!, names.isEmployed);
  const asked = [leaves.capacity[facts.capacity]!, employed];
  if (facts.unitArrears !== undefined) asked.push(leaves.unitArrears[facts.unitArrears]!);
  if (facts.correction !== undefined) asked.push(leaves.correction[facts.correction]!);
  const row = capacities.row([facts.capacity, employed.value, facts.unitArrears ?? 0, facts.correction ?? 0]);
  const fits = capacities.node(row, capacities.out.answer, asked);
  const { hasUnit, noUnit } = capacities.is.answer;
  const mismatch = fits.value === hasUnit || fits.value === noUnit;

  // a local's age is a reading; named where it decides
  const isFlexible = facts.capacity === option.capacity.flexible;
  if (isFlexible && facts.household === 1 && (age.tooYoung || (age.beyond && !age.goesOn)))
    draft.remarks.push(names.reading.localFlexibleAge.node);
  const tooYoung = age.tooYoung && (age.binds || isUnit);
  const refused = mismatch || (age.binds && age.beyond && !age.goesOn);

  const hasPaper = isUnit || addResidence(names, facts, draft, !refused);
  addCondition(draft, condition.work, !mismatch, fits, fits.value === noUnit ? remedy.asFlexible : remedy.byUnit, null);
  if (age.binds || (isUnit && tooYoung)) {
    const mend = remedy.waitForAge({ lowestAgeDay: age.lowest });
    addCondition(draft, isUnit ? condition.lowestAgeUnit : condition.lowestAge, !tooYoung, age.lowest, mend, age.lowest);
  }
  let toRetirement = false;
  if (age.goesOn) toRetirement = !addGoOn(names, facts, age, draft);
  else if (age.binds) addCondition(draft, condition.upperAge, !age.beyond, age.limit, remedy.asResidentInstead, null);
  return { age, fits, refused, withoutPaper: !hasPaper, tooYoung, toRetirement };
}

/** Whoever has reached the age with years short may go on; with the years met it is time to retire. */
function addGoOn({ leaf: leaves, step: steps, value, condition, remedy }: Names, facts: Facts, age: Age, draft: Draft): boolean {
  const goes = facts.yearsMet !== 1;
  const said = leaves.yearsMet[facts.yearsMet!]!;
  const node = told(steps.goOn, goes ? value.goOn.goOn : value.goOn.retire, [age.limit, said]);
  const remedies = goes ? NONE : [{ definition: remedy.retire, node: null }];
  draft.conditions.push({ definition: condition.goOn, met: goes, node, remedies });
  return goes;
}

/** The day of the statutory retirement age; a woman's kind is a reading, named where it decides. */
function limitDayOf(names: Names, sex: number, asOf: AsOf, birth: Node): Node {
  const { step: steps, age, reading } = names;
  const dayOf = (month: number): number => addMonths(birth.value, month - monthOfDate(birth.value));
  const isWoman = sex === names.option.sex.female;
  const statutory = age.node(isWoman ? names.womanKind : MAN, birth);
  const day = dayOf(statutory.value);
  const said = names.leaf.sex[sex]!;
  if (isWoman) {
    const otherDay = dayOf(age.month(names.womanOther, birth.value));
    if (asOf.date < day !== asOf.date < otherDay)
      return told(steps.limitDayRead, day, [statutory, said, reading.flexibleWomanAge.node]);
  }
  return told(steps.limitDay, day, [statutory, said]);
}
