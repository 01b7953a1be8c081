/** Which of the two ways in applies (DL-05 A, B), whether its time has come, and early pension retirement (DL-06). */
import { monthOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, subtractMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { ageReached, monthsLater, previousMonth, same } from "../../engine/operations.ts";
import type { NoticeFound, Template } from "../../engine/result.ts";
import type { Facts, SomeFacts } from "../../generated/dalian/retirement.ts";
import { kindOf, kindUnknown, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import type { Names } from "./retirement.ts";

export interface WayIn {
  /** What is said while the time has not come. */
  readonly notYet: Template | null;
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
  readonly buyUp: BuyUp | null;
  readonly timeLimit: Template;
  /** That payment has to stop; between the fixed and the statutory age that is an open point. */
  readonly stop: NoticeFound;
}

/** Up to 50/45, where pension retirement came before it. */
export interface BuyUp {
  /** The month of turning 50/45. */
  readonly turning: Node;
  /** The last month to be paid for, as read. */
  readonly end: Node;
  /** Paid at once; `null` where the person pays month by month. */
  readonly months: Node | null;
}

/** Where nothing hangs on a woman's kind it is not asked for. */
const kindFor = (names: Names, facts: SomeFacts): PersonKind => (kindUnknown(names, facts) ? WOMAN_55 : kindOf(names, facts));

/** Way A, and way B of the units that by rule stay outside the local pension scheme. */
export const deemedCounts = ({ option: { way: ways, unitKind } }: Names, facts: SomeFacts): boolean =>
  facts.way === ways.pensionHere || (facts.way === ways.noPensionHere && facts.unitKind === unitKind.central);

/** Service in the forces: always in way A; in way B the guide lets nothing be deemed, the law counts it. */
export const militaryCounts = (names: Names, facts: SomeFacts): boolean =>
  deemedCounts(names, facts) || names.reading.militaryWayB.is.counts;

/** Pension retirement before 50 (men) or 45 (women). */
function belowEarlyAge({ option, required }: Names, { way, sex, birthDate, pensionMonth }: SomeFacts): boolean {
  if (way !== option.way.pensionHere || sex === undefined || birthDate === undefined || pensionMonth === undefined) return false;
  return pensionMonth < monthOfDate(birthDate) + required[sex]!.earlyAge.value;
}

/** … and of a kind that pays up to that age at once. */
export const buysUp = (names: Names, facts: SomeFacts): boolean =>
  belowEarlyAge(names, facts) &&
  (facts.capacity === names.option.capacity.unit ||
    (facts.capacity === names.option.capacity.flexible && names.reading.earlyFlexible.is.likeUnit));

/** … or that pays on month by month. */
export const paysOn = (names: Names, facts: SomeFacts): boolean =>
  facts.capacity === names.option.capacity.flexible && belowEarlyAge(names, facts) && names.reading.earlyFlexible.is.monthly;

/** Whether a woman's kind decides if her pension retirement was regular or early. */
export function kindMatters({ option, age }: Names, { sex, birthDate, pensionMonth }: SomeFacts): boolean {
  if (sex !== option.sex.female || birthDate === undefined || pensionMonth === undefined) return false;
  return pensionMonth >= age.earliestMonth(WOMAN_50, birthDate) && pensionMonth < age.earliestMonth(WOMAN_55, birthDate);
}

/** The day of turning 60 (men) or 55 (women): fixed ages, untouched by the gradual delay. */
export const fixedAgeDay = ({ required, step: steps }: Names, birth: Node, sex: number): Node =>
  ageReached(steps.fixedAgeDay, birth, required[sex]!.fixedAge);

export function withPensionHere(names: Names, facts: Facts, asOf: AsOf, birth: Node, contributed: Node, draft: Draft): WayIn {
  const { step: steps, condition, remedy, notice, timeLimit } = names;
  const pension = leaf(names.fact.pensionMonth, facts.pensionMonth!);
  const said = { pensionMonth: pension };
  const kind = kindFor(names, facts);
  const statutory = names.age.node(kind, birth);
  const earliest = names.age.earliestNode(kind, birth, statutory);
  const { regular, voluntaryEarly, early } = names.value.retirementKind;
  const nature = pension.value >= statutory.value ? regular : pension.value >= earliest.value ? voluntaryEarly : early;
  draft.dates.push({ definition: names.date.statutoryMonth, node: names.pension.withStatutory(statutory) });
  if (nature === early) draft.remarks.push(names.reading.earlyStatutoryAge.node);
  draft.remarks.push(told(steps.retirementKind, nature, [pension, statutory, earliest]));

  const done = pension.value <= asOf.month;
  addCondition(draft, condition.pensionDone(said), done, pension, done ? null : remedy.waitForPension(said), pension);
  const buyUp = belowEarlyAge(names, facts) ? buyUpTo(names, facts, birth, pension, contributed, draft) : null;
  const monthly = buyUp !== null && buyUp.months === null;
  // who pays on came when the pension formalities ended, unless it is told otherwise
  const late = monthly ? facts.filed === 0 && asOf.month > buyUp.end.value : pension.value < asOf.month;
  if (late) draft.notices.push(notice.late(said));
  return {
    notYet: done ? null : names.headline.notYetPension(said),
    refused: false,
    pension,
    late,
    lastPayable: buyUp === null ? pension.value : Math.max(pension.value, buyUp.end.value),
    early: nature === early,
    statutory,
    buyUp,
    timeLimit: monthly && !late ? timeLimit.filed(said) : timeLimit.pensionHere(said),
    stop: notice.noMorePayments,
  };
}

function buyUpTo(names: Names, facts: Facts, birth: Node, pension: Node, contributed: Node, draft: Draft): BuyUp {
  const { step: steps, reading, notice } = names;
  const turning = monthsLater(steps.earlyAgeMonth, birth, names.required[facts.sex]!.earlyAge);
  const { is, node } = reading.earlyEndMonth;
  const end = (is.turningMonth ? same : previousMonth)(steps.buyUpEnd, turning, node);
  const pensionAge = told(steps.pensionAge, pension.value - monthOfDate(birth.value), [birth, pension]);
  draft.remarks.push(pensionAge);
  draft.notices.push(notice.youngPension({ pensionAge }));
  if (paysOn(names, facts)) {
    draft.remarks.push(reading.earlyFlexible.node);
    return { turning, end, months: null };
  }
  // every month after the retirement month, less what was paid for in between
  const range: MonthSet = end.value > pension.value ? [pension.value + 1, end.value] : EMPTY;
  const bought = subtractMonths(range, facts.contributed.set ?? EMPTY);
  cover(draft, "bought", names.coverage.bought, bought);
  const byUnit = facts.capacity === names.option.capacity.unit;
  if (byUnit) draft.notices.push(notice.unitPays);
  const because = byUnit ? contributed : reading.earlyFlexible.node;
  return { turning, end, months: told(steps.buyUpMonths, countMonths(bought), [pension, end, because]) };
}

export function withoutPensionHere(names: Names, facts: Facts, asOf: AsOf, birth: Node, processing: Node, draft: Draft): WayIn {
  const { condition, remedy, notice, reading, date, headline, timeLimit } = names;
  const day = fixedAgeDay(names, birth, facts.sex);
  const delayed = names.age.node(kindFor(names, facts), birth);
  const { fixedAge } = names.required[facts.sex]!;
  const ofDay = { fixedAgeDay: day };
  const ofMonth = { statutoryMonth: delayed };
  const statutory = delayed.value > monthOfDate(day.value) ? delayed : null;
  const byStatutory = statutory !== null && reading.fixedAge.is.statutory;
  if (statutory !== null) draft.remarks.push(reading.fixedAge.node);
  draft.dates.push(
    { definition: date.fixedAgeDay, node: day },
    { definition: date.statutoryMonth, node: names.pension.withStatutory(delayed) },
  );
  const reached = byStatutory ? delayed.value <= asOf.month : day.value <= asOf.date;
  if (byStatutory) {
    const wait = reached ? null : remedy.waitForStatutory(ofMonth);
    addCondition(draft, condition.statutoryAge(ofMonth), reached, delayed, wait, delayed);
  } else {
    const age = condition.age({ "retirement-years.fixed-age": fixedAge, fixedAgeDay: day });
    addCondition(draft, age, reached, day, reached ? null : remedy.waitForAge(ofDay), day);
  }
  const elsewhere = names.leaf.treatmentElsewhere[facts.treatmentElsewhere!]!;
  draft.conditions.push({
    definition: condition.noTreatmentElsewhere({ treatmentElsewhere: elsewhere }),
    met: elsewhere.value === 0,
    node: elsewhere,
    // the clause leaves these people out; to give up what one has elsewhere may lose both
    remedies: NONE,
  });
  const { terms } = names;
  const { fixedCreditFrom } = terms.out;
  const row = terms.row1(asOf.month);
  if (asOf.month < terms.value(row, fixedCreditFrom)) {
    const from = terms.node(row, fixedCreditFrom, [processing]);
    draft.notices.push(notice.averagePensionBase({ "retirement-terms.fixed-credit-from": from }));
  }
  const open = statutory !== null && asOf.month < statutory.value;
  return {
    notYet: reached ? null : byStatutory ? headline.notYetStatutory(ofMonth) : headline.notYetAge(ofDay),
    refused: elsewhere.value === 1,
    pension: null,
    late: false,
    lastPayable: byStatutory ? delayed.value : monthOfDate(day.value),
    early: false,
    statutory,
    buyUp: null,
    timeLimit: byStatutory && !reached ? timeLimit.fromStatutory(ofMonth) : timeLimit.noPensionHere(ofDay),
    stop: open ? notice.beforeStatutory({ fixedAgeDay: day, statutoryMonth: delayed }) : notice.noMorePayments,
  };
}
