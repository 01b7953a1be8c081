/** The ages between which somebody may join as an individual (CQ-03); the ages are the table `chongqing.individual-ages`. */
import { addMonths, birthday, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { addCondition, addUnknown, NONE, type Draft } from "../engine/draft.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { ageReached, monthAround } from "../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../generated/chongqing/enrolment.ts";

export interface Age {
  /** The day from which somebody may join; `null` = birth date not told. */
  readonly lowestAgeDay: Node | null;
  readonly tooYoung: boolean;
  readonly tooOld: boolean;
  /** The day on which the right to join ends; `null` = never. */
  readonly limitDay: Node | null;
  /** The last month that age lets treatment run to; `null` = no end. */
  readonly until: Node | null;
}

const ANY_AGE: Age = { lowestAgeDay: null, tooYoung: false, tooOld: false, limitDay: null, until: null };
const MONTHS_A_YEAR = 12;

export const bindAges = ({ table }: Words) => ({ ages: table.individualAges.by("household", "pension", "sex") });
type Names = Words & ReturnType<typeof bindAges>;

const rowOf = ({ ages }: Names, { household, chongqingPension, sex }: SomeFacts): number =>
  ages.row([household ?? 1, chongqingPension ?? 0, sex ?? 0]);

/** Whether the answers so far put the person beyond the age at which the right to join ends. */
export function isPastAge(names: Names, { sex, birthDate, household }: SomeFacts, day: PackedDate): boolean {
  if (household !== 0 || sex === undefined || birthDate === undefined) return false;
  const limit = names.ages.value(rowOf(names, { household, sex }), names.ages.out.limit);
  return day >= birthday(birthDate, limit / MONTHS_A_YEAR);
}

/** Adds the conditions about age; unknown where birth date or sex are not told. */
export function addAge(names: Names, facts: Facts, day: PackedDate, draft: Draft): Age {
  const { ages, fact, leaf: leaves, condition, remedy, step: steps } = names;
  const row = rowOf(names, facts);
  const limited = ages.value(row, ages.out.limit) > 0;
  const because: Node[] = [leaves.household[facts.household]!];
  if (facts.birthDate === undefined) {
    const lowest = ages.node(row, ages.out.lowest, because);
    draft.remarks.push(lowest);
    addUnknown(draft, condition.lowestAge({ "individual-ages.lowest": lowest }), fact.birthDate);
    if (limited) addUnknown(draft, condition.upperAge, fact.birthDate);
    return ANY_AGE;
  }
  const birth = leaf(fact.birthDate, facts.birthDate);
  if (facts.sex !== undefined) because.push(leaves.sex[facts.sex]!);
  if (facts.chongqingPension !== undefined) because.push(leaves.chongqingPension[facts.chongqingPension]!);
  const lowest = ages.node(row, ages.out.lowest, because);
  const lowestAgeDay = ageReached(steps.lowestAgeDay, birth, lowest);
  const tooYoung = day < lowestAgeDay.value;
  const definition = condition.lowestAge({ "individual-ages.lowest": lowest });
  addCondition(draft, definition, !tooYoung, lowestAgeDay, remedy.waitForAge({ lowestAgeDay }), lowestAgeDay);
  if (!limited || facts.sex === undefined) {
    if (limited) addUnknown(draft, condition.upperAge, fact.sex);
    return { lowestAgeDay, tooYoung, tooOld: false, limitDay: null, until: null };
  }
  const limit = ages.node(row, ages.out.limit, because);
  const { tooOld, limitDay, until } = upperAge(names, facts, birth, limit, day, draft);
  return { lowestAgeDay, tooYoung, tooOld, limitDay, until };
}

/** The upper age of those registered elsewhere; who is asked for it has told the sex. */
function upperAge(
  names: Names,
  { forMissingYears }: Facts,
  birth: Node,
  limit: Node,
  day: PackedDate,
  draft: Draft,
): Omit<Age, "lowestAgeDay" | "tooYoung"> {
  const { step: steps, leaf: leaves } = names;
  const { nonlocalPastAge: pastAge, pastAgeGoOn: goOn } = names.reading;
  const limitDay = ageReached(steps.limitDay, birth, limit);
  const past = day >= limitDay.value;
  const asked = past && forMissingYears === 1;
  const met = !past || (asked && goOn.is.allowed);
  const { yes, no } = names.value.mayGoOn;
  const node = asked ? told(steps.mayGoOn, met ? yes : no, [leaves.forMissingYears[1]!, goOn.node]) : limitDay;
  draft.conditions.push({ definition: names.condition.upperAge, met, node, remedies: NONE });
  draft.dates.push({ definition: names.date.limitDay, node: limitDay });
  if (past) return { tooOld: !met, limitDay, until: null };
  if (limitDay.value <= addMonths(day, 1)) draft.notices.push(names.notice.nearLimit({ limitDay }));
  const until = monthAround(steps.coveredUntil, limitDay, pastAge.node);
  draft.remarks.push(until);
  return { tooOld: false, limitDay, until: pastAge.is.stops ? until : null };
}
