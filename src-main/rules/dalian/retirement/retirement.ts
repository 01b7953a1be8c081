/**
 * Dalian, in-service to retired: DL-05 (two ways in), DL-06 (early pension retirement), NX-02 (statutory age).
 * Source: city guide, clauses 四, 五, 七(四)–(八). The words stand in resources/policy/dalian/matters/retirement.yaml.
 */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { countYears, given, overlapUnknown, typedAsNumber, type CutOff, type Years } from "../../engine/contribution/years.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { addCondition, cover, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { difference, later, nextMonth, plus, same } from "../../engine/operations.ts";
import type { DateFound, Result, Template } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/dalian/retirement.ts";
import { pensionYears } from "../../national/pension-years.ts";
import { retirementAge, statutoryDates } from "../../national/retirement-age.ts";
import { premiumNames } from "../premium.ts";
import { paidUpFrom, tellRetired } from "../retired-from.ts";
import { projectedMonths, tellPayOn } from "../years/pay-on.ts";
import { bindTopUp, ownBaseCounts, paymentSteps, type Payment } from "../years/top-up.ts";
import { bindYears, cutOffOf, militaryProof } from "../years/years.ts";
import { tellDue, topUpOf } from "./money.ts";
import {
  buysUp,
  deemedCounts,
  fixedAgeDay,
  kindMatters,
  militaryCounts,
  paysOn,
  withoutPensionHere,
  withPensionHere,
  type WayIn,
} from "./way.ts";

/** Who is short by no more than this has enough by what a forum once said (DH-06). No table holds it: nothing rests on a forum. */
const FORUM_ASKS_LESS = 60;

export type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { figure, step: steps, amount, material } = words;
  return {
    ...words,
    ...bindYears(words, null),
    ...bindTopUp(words),
    ...premiumNames(words),
    age: retirementAge(words),
    pension: pensionYears(words),
    terms: words.table.retirementTerms.by("processingMonth"),
    buyUpParts: [
      {
        figure: figure.unitRate,
        definition: amount.buyUpUnit,
        steps: paymentSteps(steps.buyUpUnitMonthExact, steps.buyUpUnitMonth, steps.buyUpUnitExact, steps.buyUpUnit),
      },
      {
        figure: figure.personRate,
        definition: amount.buyUpPerson,
        steps: paymentSteps(steps.buyUpPersonMonthExact, steps.buyUpPersonMonth, steps.buyUpPersonExact, steps.buyUpPerson),
      },
    ],
    ownBaseSteps: paymentSteps(
      steps.ownBaseTopUpMonthExact,
      steps.ownBaseTopUpMonth,
      steps.ownBaseTopUpExact,
      steps.ownBaseTopUp,
    ),
    papers: {
      pensionHere: [material.approvalForm],
      noPensionHere: [material.identityCard],
      withService: [material.identityCard, material.serviceProof],
    },
  };
}

export default define(bind, {
  derive: (names, facts, asOf) => ({
    kindMatters: kindMatters(names, facts),
    deemedCounts: deemedCounts(names, facts),
    overlapUnknown: overlapUnknown(militaryCounts(names, facts) ? facts : { ...facts, military: undefined }),
    buysUp: buysUp(names, facts),
    paidOn: paysOn(names, facts) && facts.pensionMonth! < asOf.month,
    ownBaseCounts: ownBaseCounts(names, asOf),
  }),
  check(names, facts, asOf) {
    const end = { fact: "pensionMonth", month: facts.pensionMonth };
    return contradictions(names.years, facts, asOf, end, () => cutOffOf(names, facts).month.value);
  },
  known,
  evaluate,
});

function known(names: Names, facts: SomeFacts): readonly DateFound[] {
  const { sex, birthDate } = facts;
  if (sex === undefined || birthDate === undefined) return NONE;
  const day = fixedAgeDay(names, leaf(names.fact.birthDate, birthDate), sex);
  const months = statutoryDates(names.age, names.pension, names, names.date, facts);
  return [...months, { definition: names.date.fixedAgeDay, node: day }];
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, headline, notice } = names;
  const draft = newDraft();
  const contributed = leaf(fact.contributed, facts.contributed.count);
  const processing = leaf(names.step.processingMonth, asOf.month);
  const birth = leaf(fact.birthDate, facts.birthDate);
  const way =
    facts.way === names.option.way.pensionHere
      ? withPensionHere(names, facts, asOf, birth, contributed, draft)
      : withoutPensionHere(names, facts, asOf, birth, processing, draft);
  const { buyUp, refused } = way;
  const { local: paid, uncounted } = localMonths(names, facts, asOf, way, birth, contributed, draft);
  const monthlyTo = buyUp !== null && buyUp.months === null ? buyUp.end : null;
  const ahead =
    monthlyTo !== null && asOf.month <= monthlyTo.value
      ? projectedMonths(names, facts.contributed, asOf, processing, monthlyTo, paid)
      : null;
  const deemed = deemedOf(names, facts, draft);
  const required = names.required[facts.sex]!;
  const years = countYears(names.years, facts, required, contributed, ahead?.local ?? paid, deemed, draft, uncounted);
  const { shortfall } = years;
  const short = shortfall.value > 0;
  if (typedAsNumber(facts.service))
    draft.notices.push(notice.serviceTyped({ "deemed-cut-off.month": cutOffOf(names, facts).month }));
  if (contributed.value === 0) draft.notices.push(notice.noLocalMonths);

  // years that nobody asks for any more are not held against them
  if (refused) draft.remarks.push(shortfall);
  else toppedUpConditions(names.years, years, draft);
  if (short && !refused) draft.notices.push(notice.moreYearsFirst);
  const shortAhead = way.notYet === null && ahead !== null && asOf.month < monthlyTo!.value && short;
  if (monthlyTo !== null && (shortAhead || asOf.month >= monthlyTo.value)) {
    const said = { "retirement-years.early-age": required.earlyAge, earlyAgeMonth: buyUp!.turning };
    const remedy = names.remedy.waitForEarlyAge({ buyUpEnd: monthlyTo });
    addCondition(draft, names.condition.earlyAge(said), !shortAhead, monthlyTo, remedy, monthlyTo);
  }

  const notYet = shortAhead ? headline.notYetFlexible({ buyUpEnd: monthlyTo!, shortfall }) : way.notYet;
  const due = notYet === null && !refused;
  // an estimate of what will be paid at the base of its own month waits for no figure
  const lacks = due ? draft : { missing: [] };
  const topUp = short && !refused ? topUpOf(names, facts, asOf, processing, shortfall, draft, lacks) : null;
  const totalDue = due ? tellDue(names, facts, way, topUp, shortfall, draft) : null;
  if (!due && topUp !== null)
    draft.amounts.push({ definition: names.amount.topUpEstimate, role: "information", node: topUp.total });
  // a premium that nobody knows, told after this, holds up nothing
  const lacking = draft.missing.length > 0;
  const from = due ? retiredTreatment(names, facts, asOf, processing, way, shortfall, draft) : null;
  let { timeLimit } = way;
  if (ahead === null) draft.notices.push(way.stop);
  else {
    const buyUpEnd = monthlyTo!;
    const keepPaying = notice.keepPaying({ buyUpEnd, monthsToPay: ahead.toPay });
    tellPayOn(names, asOf, buyUpEnd, ahead.toPay, keepPaying, draft);
    const { payOn, payOnThenTopUp } = names.timeLimit;
    timeLimit = shortAhead ? payOnThenTopUp({ buyUpEnd }) : payOn({ buyUpEnd, pensionMonth: way.pension! });
  }
  // a figure is asked for only where an amount is due: nobody enters a figure for a case that is refused
  if (!due && draft.missing.length > 0) draft.missing.length = 0;
  tellConflicts(names, way, years, draft);
  const place = placeOf(names, way, draft);
  draft.materials = materialsFor(names, facts, draft);
  if (refused) return finish(draft, "refused", headline.refusedElsewhere, place, timeLimit);
  if (notYet !== null) return finish(draft, "not-yet", notYet, place, timeLimit);
  if (lacking) return finish(draft, "figure-missing", headline.figureMissing, place, timeLimit);
  return finish(draft, "granted", granted(names, way, shortfall, topUp, totalDue, from!, ahead !== null), place, timeLimit);
}

function granted(
  { headline }: Names,
  { buyUp }: WayIn,
  shortfall: Node,
  topUp: Payment | null,
  totalDue: Node | null,
  retiredFrom: Node,
  ahead: boolean,
): Template {
  const short = shortfall.value > 0;
  if (totalDue !== null) {
    const said = { buyUpEnd: buyUp!.end, shortfall, totalDue, retiredFrom };
    return short ? headline.grantedEarlyTopUp(said) : headline.grantedEarly(said);
  }
  if (short) return headline.grantedTopUp({ shortfall, topUp: topUp!.total, retiredFrom });
  return ahead ? headline.grantedPayOn({ buyUpEnd: buyUp!.end, retiredFrom }) : headline.granted({ retiredFrom });
}

/** Which local months count: those paid up to the last payable month, and those bought. */
function localMonths(
  names: Names,
  facts: Facts,
  asOf: AsOf,
  { pension, lastPayable, buyUp }: WayIn,
  birth: Node,
  contributed: Node,
  draft: Draft,
): { readonly local: Node; /** Paid when nothing might be paid any more. */ readonly uncounted: MonthSet } {
  const { step: steps, reading, notice } = names;
  const drawn = facts.contributed.set;
  if (drawn === null && asOf.month > lastPayable && contributed.value > 0) draft.notices.push(notice.paidAfterUnknown);
  cover(draft, "contributed", names.coverage.contributed, drawn ?? EMPTY);
  const tooLate = drawn === null ? EMPTY : subtractMonths(drawn, monthsUpTo(drawn, lastPayable));
  const after = countMonths(tooLate);
  const { is, node } = reading.monthsAfterRetirement;
  let local = contributed;
  if (after > 0) {
    const monthsAfter = told(steps.monthsAfter, after, [contributed, pension ?? birth]);
    draft.notices.push(notice.paidAfter({ monthsAfter }));
    if (is.counted) draft.remarks.push(monthsAfter, node);
    else local = difference(steps.localCounted, contributed, monthsAfter, node);
  }
  const uncounted = is.counted ? EMPTY : tooLate;
  const bought = buyUp === null ? null : buyUp.months;
  if (bought === null) return { local, uncounted };
  const early = reading.earlyMonthsCount;
  if (early.is.counted) return { local: plus(steps.localTotal, local, bought, early.node), uncounted };
  draft.remarks.push(early.node);
  return { local, uncounted };
}

/** Up to when service is deemed, or that nothing is; in way B the forces are an open point. */
function deemedOf(names: Names, facts: Facts, draft: Draft): CutOff | Node {
  if (deemedCounts(names, facts)) return cutOffOf(names, facts);
  if (given(facts.military)) {
    const { is, node } = names.reading.militaryWayB;
    draft.remarks.push(node);
    if (is.counts) return cutOffOf(names, facts);
  }
  return told(names.step.noDeemed, 0, [names.leaf.way[facts.way]!]);
}

function retiredTreatment(
  names: Names,
  facts: Facts,
  asOf: AsOf,
  processing: Node,
  way: WayIn,
  shortfall: Node,
  draft: Draft,
): Node {
  const from = treatmentFrom(names, way, processing, shortfall);
  tellRetired(names, from, way.early && from.value > asOf.month + 1 ? asOf.month : null, draft);
  if (way.buyUp !== null && way.buyUp.months !== null) boughtForThePast(names, facts, way.pension!, processing, draft);
  // a sum of today is not told of a month years ahead
  const credit = from.value <= asOf.month + 1 ? names.figure.accountCreditRetired.at(firstDayOf(from.value)) : null;
  if (credit !== null) draft.amounts.push({ definition: names.amount.accountCredit, role: "information", node: credit });
  return from;
}

/** Months bought that have passed already: the guide does not say what was covered in them. */
function boughtForThePast(names: Names, { contributed }: Facts, pension: Node, processing: Node, draft: Draft): void {
  if (pension.value + 1 >= processing.value) return;
  const past: MonthSet = [pension.value + 1, processing.value - 1];
  const months = countMonths(past) - countMonths(intersectMonths(contributed.set ?? EMPTY, past));
  if (months === 0) return;
  const pastMonths = told(names.step.pastMonths, months, [pension, processing]);
  draft.remarks.push(pastMonths);
  draft.notices.push(names.notice.pastMonthsSilent({ pastMonths }));
}

function treatmentFrom(names: Names, way: WayIn, processing: Node, shortfall: Node): Node {
  const { step: steps, reading } = names;
  const { buyUp, early, late } = way;
  const topsUp = shortfall.value > 0;
  const { is, node } = reading.earlyStatutoryAge;
  const reached = early && is.statutory ? way.statutory : buyUp && buyUp.end;
  const ofAge = reached && nextMonth(steps.afterAge, reached, node);
  // paid on month by month, enough by then: the month is fixed, whenever the person comes
  if (buyUp !== null && buyUp.months === null && !late && !topsUp) return same(steps.paidOn, ofAge!);

  const since = reading.lateApplication.is.fromPensionMonth ? way.pension : null;
  const paidUp = paidUpFrom(names, processing, shortfall, topsUp, late ? reading.lateApplication.node : null, since);
  return ofAge === null ? paidUp : later(steps.retiredFrom, paidUp, ofAge);
}

/** What the sources disagree about: the age of those without a pension here, and years that a forum calls enough. */
function tellConflicts(
  { conflict }: Names,
  { pension, statutory, refused }: WayIn,
  { cumulativeShortfall }: Years,
  draft: Draft,
): void {
  if (pension === null && statutory !== null) draft.conflicts = [...draft.conflicts, conflict.fixedAge];
  const short = cumulativeShortfall.value;
  if (!refused && short > 0 && short <= FORUM_ASKS_LESS) draft.conflicts = [...draft.conflicts, conflict.historicRetirementYears];
}

function placeOf({ place, reading }: Names, { pension, early }: WayIn, draft: Draft): Template {
  if (pension === null) return place.noPensionHere;
  if (early) return place.window;
  const { is, node } = reading.retirementPlace;
  draft.remarks.push(node);
  return is.window ? place.window : place.district;
}

function materialsFor(names: Names, facts: Facts, draft: Draft): readonly Material[] {
  const { papers } = names;
  const forces = given(facts.military) && militaryCounts(names, facts) ? militaryProof(names, draft) : NONE;
  if (facts.way === names.option.way.pensionHere) return withForces(papers.pensionHere, forces);
  const { is, node } = names.reading.wayBMaterials;
  draft.remarks.push(node);
  if (is.none) return forces;
  const list = deemedCounts(names, facts) && given(facts.service) ? papers.withService : papers.noPensionHere;
  return withForces(list, forces);
}

const withForces = (list: readonly Material[], forces: readonly Material[]): readonly Material[] =>
  forces.length === 0 ? list : [...list, ...forces];
