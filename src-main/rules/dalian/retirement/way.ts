/** Which of the two ways in applies (DL-05 A, B), whether its time has come, and early pension retirement (DL-06). */
import { birthday, monthOf, monthOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, subtractMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { MAN, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { addCondition, cover, NONE, type Draft } from "../../engine/draft.ts";
import type { Names, RetirementFacts, SomeRetirementFacts } from "./names.ts";

/** From here on retirees' accounts are credited a fixed sum, and the average pension no longer matters. */
const FIXED_ACCOUNT_CREDIT_FROM: Month = monthOf(2023, 1);

const REGULAR = 0;
const VOLUNTARY_EARLY = 1;
const EARLY = 2;

/** What still has to happen before the treatment can be changed. */
export type Wait = "pension" | "age" | "statutory";

export interface WayIn {
  readonly wait: Wait | null;
  readonly refused: boolean;
  /** The month of the pension formalities; way A only. */
  readonly pension: Node | null;
  /** Come after the month in which to come. */
  readonly late: boolean;
  /** Last month for which contributions may be paid. */
  readonly lastPayable: Month;
  /** Pension retirement before the regular months: DL-06. */
  readonly early: boolean;
  /** In way B only where it lies after the fixed age. */
  readonly statutory: Node | null;
  /** The month of turning 50/45 as read, when pension retirement came before it. */
  readonly buyUpEnd: Node | null;
  /** Months paid at once up to `buyUpEnd`. */
  readonly buyUpMonths: Node | null;
  /** Up to `buyUpEnd` the person pays month by month. */
  readonly paysOn: boolean;
}

export const kindOf = ({ option }: Names, facts: SomeRetirementFacts): PersonKind =>
  facts.sex === option.male ? MAN : facts.kind === option.woman50 ? WOMAN_50 : WOMAN_55;

/** Way A, and way B of the units that by rule stay outside the local pension scheme. */
export const deemedCounts = ({ option }: Names, facts: SomeRetirementFacts): boolean =>
  facts.way === option.pensionHere || (facts.way === option.noPensionHere && facts.unitKind === option.central);

/** Service in the forces: always in way A; in way B the guide lets nothing be deemed, the law counts it. */
export const militaryCounts = (names: Names, facts: SomeRetirementFacts): boolean =>
  deemedCounts(names, facts) || names.reading.militaryInWayB;

/** Pension retirement before 50 (men) or 45 (women). */
export function belowEarlyAge({ option, shared }: Names, facts: SomeRetirementFacts): boolean {
  const { way, sex, birthDate, pensionMonth } = facts;
  if (way !== option.pensionHere || sex === undefined || birthDate === undefined || pensionMonth === undefined) return false;
  return pensionMonth < monthOfDate(birthDate) + shared.required[sex]!.earlyAge.value;
}

/** … and of a kind that pays up to that age at once. */
export const buysUp = (names: Names, facts: SomeRetirementFacts): boolean =>
  belowEarlyAge(names, facts) &&
  (facts.capacity === names.option.unit || (facts.capacity === names.option.flexible && names.reading.earlyFlexibleLikeUnit));

/** … or that pays on month by month. */
export const paysOn = (names: Names, facts: SomeRetirementFacts): boolean =>
  facts.capacity === names.option.flexible && belowEarlyAge(names, facts) && !names.reading.earlyFlexibleLikeUnit;

/** Whether a woman's kind decides if her pension retirement was regular or early. */
export function kindMatters({ option, retirementAge }: Names, { sex, birthDate, pensionMonth }: SomeRetirementFacts): boolean {
  if (sex !== option.female || birthDate === undefined || pensionMonth === undefined) return false;
  return (
    pensionMonth >= retirementAge.earliestMonth(WOMAN_50, birthDate) &&
    pensionMonth < retirementAge.earliestMonth(WOMAN_55, birthDate)
  );
}

/** The day of turning 60 (men) or 55 (women): fixed ages, untouched by the gradual delay. */
export function fixedAgeDay({ shared, step: steps }: Names, birth: Node, sex: number): Node {
  const age = shared.required[sex]!.fixedAge;
  return step(steps.fixedAgeDay, birthday(birth.value, age.value / 12), [birth, age]);
}

export function wayIn(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft, contributed: Node): WayIn {
  const birth = leaf(names.step.birthDate, facts.birthDate);
  return facts.way === names.option.pensionHere
    ? withPensionHere(names, facts, asOf, draft, contributed, birth)
    : withoutPensionHere(names, facts, asOf, draft, birth);
}

function withPensionHere(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft, contributed: Node, birth: Node): WayIn {
  const { step: steps, condition, remedy, notice, reading, retirementAge, date } = names;
  const pension = leaf(steps.pensionMonth, facts.pensionMonth!);
  const kind = kindOf(names, facts);
  const statutory = retirementAge.node(kind, birth);
  const earliest = retirementAge.earliestNode(kind, birth, statutory);
  const nature = pension.value >= statutory.value ? REGULAR : pension.value >= earliest.value ? VOLUNTARY_EARLY : EARLY;
  draft.dates.push({ definition: date.statutory, node: names.pensionYears.withStatutory(statutory) });
  if (nature === EARLY) draft.remarks.push(reading.earlyStatutoryAge);
  draft.remarks.push(step(steps.retirementKind, nature, [pension, statutory, earliest]));

  const done = pension.value <= asOf.month;
  addCondition(draft, condition.pensionDone, done, pension, remedy.waitForPension, pension);

  let buyUpEnd: Node | null = null;
  let buyUpMonths: Node | null = null;
  const monthly = paysOn(names, facts);
  if (belowEarlyAge(names, facts)) {
    buyUpEnd = earlyEnd(names, facts, birth);
    draft.remarks.push(step(steps.pensionAge, pension.value - monthOfDate(birth.value), [birth, pension]));
    draft.notices.push(notice.youngPension);
    if (monthly) draft.remarks.push(reading.earlyFlexible);
    else buyUpMonths = monthsToBuy(names, facts, draft, pension, buyUpEnd, contributed);
  }
  // who pays on came when the pension formalities ended, unless it is told otherwise
  const late = monthly ? facts.filed === 0 && asOf.month > buyUpEnd!.value : pension.value < asOf.month;
  if (late) draft.notices.push(notice.late);
  return {
    wait: done ? null : "pension",
    refused: false,
    pension,
    late,
    lastPayable: buyUpEnd === null ? pension.value : Math.max(pension.value, buyUpEnd.value),
    early: nature === EARLY,
    statutory,
    buyUpEnd,
    buyUpMonths,
    paysOn: monthly,
  };
}

/** The last month to be paid for before 50/45. */
function earlyEnd({ step: steps, reading, shared }: Names, facts: RetirementFacts, birth: Node): Node {
  const age = shared.required[facts.sex]!.earlyAge;
  const turning = step(steps.earlyAgeMonth, monthOfDate(birth.value) + age.value, [birth, age]);
  return step(steps.buyUpEnd, reading.throughTurningMonth ? turning.value : turning.value - 1, [turning, reading.earlyEndMonth]);
}

/** DL-06: every month after the retirement month up to 50/45, less what was paid for in between. */
function monthsToBuy(names: Names, facts: RetirementFacts, draft: Draft, pension: Node, end: Node, contributed: Node): Node {
  const { step: steps, notice, reading, option } = names;
  const range: MonthSet = end.value > pension.value ? [pension.value + 1, end.value] : EMPTY;
  const bought = subtractMonths(range, facts.contributed.set ?? EMPTY);
  cover(draft, "bought", names.coverage.bought, bought);
  if (facts.capacity === option.unit) draft.notices.push(notice.unitPays);
  const because = facts.capacity === option.unit ? contributed : reading.earlyFlexible;
  return step(steps.buyUpMonths, countMonths(bought), [pension, end, because]);
}

function withoutPensionHere(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft, birth: Node): WayIn {
  const { condition, remedy, notice, reading, date } = names;
  const day = fixedAgeDay(names, birth, facts.sex);
  const delayed = names.retirementAge.node(kindOf(names, facts), birth);
  const statutory = delayed.value > monthOfDate(day.value) ? delayed : null;
  const byStatutory = statutory !== null && reading.statutoryForWayB;
  if (statutory !== null) draft.remarks.push(reading.fixedAge);
  draft.dates.push(
    { definition: date.fixedAgeDay, node: day },
    { definition: date.statutory, node: names.pensionYears.withStatutory(delayed) },
  );
  const reached = byStatutory ? statutory.value <= asOf.month : day.value <= asOf.date;
  if (byStatutory) addCondition(draft, condition.statutoryAge, reached, statutory, remedy.waitForStatutory, statutory);
  else addCondition(draft, condition.age, reached, day, remedy.waitForAge, day);
  const elsewhere = names.leaf.treatmentElsewhere[facts.treatmentElsewhere!]!;
  draft.conditions.push({
    definition: condition.noTreatmentElsewhere,
    met: elsewhere.value === 0,
    node: elsewhere,
    // the clause leaves these people out; to give up what one has elsewhere may lose both
    remedies: NONE,
  });
  if (asOf.month < FIXED_ACCOUNT_CREDIT_FROM) draft.notices.push(notice.averagePensionBase);
  return {
    wait: reached ? null : byStatutory ? "statutory" : "age",
    refused: elsewhere.value === 1,
    pension: null,
    late: false,
    lastPayable: byStatutory ? statutory.value : monthOfDate(day.value),
    early: false,
    statutory,
    buyUpEnd: null,
    buyUpMonths: null,
    paysOn: false,
  };
}
