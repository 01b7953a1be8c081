/**
 * Tieling, in-service to retired: TL-11 (years), TL-12 (shortfall: pay now or go on contributing), NX-02 (statutory age).
 * Source: the notice of 2022-04-01, clause 六. The words stand in resources/policy/tieling/matters/retirement.yaml.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { countMonths, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { overlapUnknown, yearsConditions, type Years } from "../../engine/contribution/years.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { addAll, addCondition, asOption, cover, coverFrom, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { earlier, later, notEarlierThan, same } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/tieling/retirement.ts";
import { pensionYears } from "../../national/pension-years.ts";
import { kindOf, kindUnknown, retirementAge, statutoryDates } from "../../national/retirement-age.ts";
import { goOn, interrupted, payNow, type Way } from "./ways.ts";
import { addClosedGroup, addSoldiers, bindYears, closedGroupHelps, yearsOf } from "./years.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({
  ...words,
  ...bindYears(words),
  age: retirementAge(words),
  pension: pensionYears(words),
});

export default define(bind, {
  derive(names, facts, asOf) {
    const counts = countable(names, facts, asOf);
    return {
      overlapUnknown: overlapUnknown(facts),
      closedGroupMatters: counts && closedGroupMatters(names, facts),
      yearsShort: counts && yearsOf(names, facts, newDraft()).shortfall.value > 0,
    };
  },
  check,
  known: (names, facts) => statutoryDates(names.age, names.pension, names, names.date, facts),
  evaluate,
});

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { pensionMonth } = facts;
  const end = { fact: "pensionMonth", month: pensionMonth };
  const faults = contradictions(names.years, facts, asOf, end, () => names.limit.deemedUntil.value);
  // before the age a coming month says from when; once it is reached nobody has retired in a month to come
  const isPlan =
    pensionMonth === undefined ||
    pensionMonth <= asOf.month ||
    names.age.month(kindOf(names, facts), facts.birthDate) > asOf.month;
  return isPlan ? faults : [...faults, { fact: "pensionMonth", text: names.fault.pensionInFuture }];
}

/** From when the time has come, while the form is being filled; `null` while too little is known. */
function reachedMonth(names: Names, facts: SomeFacts): Month | null {
  const { sex, birthDate, way, pensionMonth } = facts;
  if (sex === undefined || birthDate === undefined || way === undefined || kindUnknown(names, facts)) return null;
  const statutory = names.age.month(kindOf(names, facts), birthDate);
  if (statutory < names.limit.appliesFrom.value) return null;
  return pensionMonth !== undefined && names.reading.earlyPension.is.pensionCounts
    ? Math.min(statutory, pensionMonth)
    : statutory;
}

/** Answers enough to count the years of somebody whose time has come. */
function countable(names: Names, facts: SomeFacts, asOf: AsOf): facts is Facts {
  const from = reachedMonth(names, facts);
  if (from === null || from > asOf.month) return false;
  // assumed where nobody answers, and lacking all the same where the answer is wrong
  const { contributed, transferred, service, military } = facts;
  if ([contributed, transferred, service, military].includes(undefined)) return false;
  return !overlapUnknown(facts) || facts.overlapMonths !== undefined;
}

function closedGroupMatters(names: Names, facts: Facts): boolean {
  if (facts.capacity !== names.option.capacity.flexible) return false;
  const asOthers = { ...facts, closedGroup: undefined };
  return closedGroupHelps(names, asOthers, yearsOf(names, asOthers, newDraft()));
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, timeLimit, option, way } = names;
  const { agency } = names.place;
  const draft = newDraft();
  const statutoryMonth = names.age.node(kindOf(names, facts), leaf(names.fact.birthDate, facts.birthDate));
  if (!addScope(names, statutoryMonth, draft))
    return finish(draft, "guidance", headline.outOfScope({ statutoryMonth }), agency, timeLimit.byRulesThen);

  const reachedFrom = reachedNode(names, facts, statutoryMonth);
  const reached = reachedFrom.value <= asOf.month;
  const { condition, remedy } = names;
  addCondition(draft, condition.reached({ reachedFrom }), reached, reachedFrom, remedy.waitForAge({ reachedFrom }), reachedFrom);
  if (facts.contributed.set !== null) cover(draft, "contributed", names.coverage.contributed, facts.contributed.set);
  addSoldiers(names, facts, draft);
  const years = yearsOf(names, facts, draft);
  const { shortfall } = years;
  draft.dates.push({ definition: names.date.statutoryMonth, node: names.pension.withStatutory(statutoryMonth) });
  draft.materials = materialsFor(names, facts, draft);
  if (!reached) {
    yearsConditions(names.years, years, null, draft);
    return finish(draft, "not-yet", headline.notYet({ reachedFrom }), agency, timeLimit.none);
  }
  if (shortfall.value === 0) {
    yearsConditions(names.years, years, null, draft);
    const retiredFrom = enough(names, facts, asOf, reachedFrom, years, draft);
    return finish(draft, "granted", headline.granted({ retiredFrom }), agency, timeLimit.none);
  }

  addClosedGroup(names, facts, years, draft);
  const processing = leaf(names.step.processingMonth, asOf.month);
  const now = payNow(names, facts, asOf, processing, shortfall);
  const goingOn = goOn(names, facts, asOf, processing, years.local, shortfall);
  const { topUp } = now;
  const paysNow = facts.shortfallWay === option.shortfallWay.payNow && topUp !== null;
  if (paysNow) toppedUpConditions(names.years, years, draft);
  else yearsConditions(names.years, years, topUp, draft);
  if (facts.shortfallWay !== option.shortfallWay.payNow && interrupted(facts, asOf)) draft.notices.push(names.notice.interrupted);
  if (facts.shortfallWay === option.shortfallWay.goOn) {
    take(goingOn.way, draft);
    // the day stands without the amount; what it lacks is named
    addAll(draft.missing, goingOn.way.missing);
    draft.sections.push(names.section.goOn(goingOn));
    draft.materials = NONE;
    return finish(draft, "guidance", headline.goOn(goingOn), agency, timeLimit.none);
  }
  if (facts.fundMode === option.fundMode.combined) draft.notices.push(names.notice.notCredited);
  const said = { shortfall, payUntil: goingOn.payUntil };
  draft.options = [asOption(way.payNow(said), now.way), asOption(way.goOn(said), goingOn.way)];
  if (paysNow) {
    take(now.way, draft);
    const says = headline.payNow({ shortfall, topUp, retiredFrom: now.retiredFrom });
    return finish(draft, "granted", says, agency, timeLimit.thisMonth);
  }
  addAll(draft.missing, now.way.missing);
  if (facts.shortfallWay === undefined) addAll(draft.missing, goingOn.way.missing);
  if (draft.missing.length === 0) return finish(draft, "choice", headline.choice({ shortfall }), agency, timeLimit.thisMonth);
  const says = topUp === null ? headline.figureMissing({ shortfall }) : headline.goOnUnpriced({ shortfall, topUp });
  return finish(draft, "figure-missing", says, agency, timeLimit.thisMonth);
}

/** Whether the rule about years applies to the person. */
function addScope({ step: steps, condition, remedy, limit }: Names, statutoryMonth: Node, draft: Draft): boolean {
  const scope = notEarlierThan(steps.inScope, statutoryMonth, limit.appliesFrom);
  const applies = scope.value === 1;
  const said = { "years-limits.applies-from": limit.appliesFrom, statutoryMonth };
  addCondition(draft, condition.inScope(said), applies, scope, remedy.rulesThen, null);
  return applies;
}

/** Statutory age, or the end of the pension formalities where that comes first and counts. */
function reachedNode({ fact, step: steps, reading, option }: Names, facts: Facts, statutory: Node): Node {
  if (facts.way !== option.way.pensionHere || facts.pensionMonth! >= statutory.value) return same(steps.reachedFrom, statutory);
  const pension = leaf(fact.pensionMonth, facts.pensionMonth!);
  const { is, node } = reading.earlyPension;
  return is.pensionCounts
    ? earlier(steps.reachedEarlier, statutory, pension, node)
    : later(steps.reachedByAge, statutory, pension, node);
}

function take(way: Way, draft: Draft): void {
  addAll(draft.amounts, way.amounts);
  addAll(draft.dates, way.dates);
  endAt(draft, way.coverage[0]!.months?.[0] ?? way.coverage[0]!.from);
  addAll(draft.coverage, way.coverage);
}

/** The months paid up to now end where something else begins: a month has one status. */
function endAt({ coverage }: Draft, month: Month): void {
  for (let i = coverage.length - 1; i >= 0; i--) {
    const run = coverage[i]!;
    if (run.months === null) continue;
    const months = monthsUpTo(run.months, month - 1);
    if (months.length === 0) coverage.splice(i, 1);
    else if (months !== run.months) coverage[i] = { ...run, months };
  }
}

/** The years are met: from which month, and what was paid too much since. */
function enough(names: Names, facts: Facts, asOf: AsOf, reachedFrom: Node, years: Years, draft: Draft): Node {
  const { step: steps, reading, coverage } = names;
  const { is, node } = reading.noShortfallStart;
  const start = is.processingMonth ? leaf(steps.processingMonth, asOf.month) : reachedFrom;
  const from = same(steps.startNow, start, node);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  endAt(draft, from.value);
  coverFrom(draft, "retired", coverage.retired, from.value);

  const drawn = facts.contributed.set;
  if (drawn === null) return from;
  const { required, local, cumulative } = years;
  const after = local.value - countMonths(monthsUpTo(drawn, reachedFrom.value - 1));
  const spare = Math.min(cumulative.value - required.cumulative.value, local.value - required.local.value);
  if (after === 0 || after > spare) return from;
  const monthsAfter = told(steps.monthsAfter, after, [local, reachedFrom]);
  draft.remarks.push(monthsAfter);
  draft.notices.push(names.notice.overpaid({ monthsAfter }));
  draft.next = [names.next.refund({ monthsAfter })];
  return from;
}

function materialsFor({ material, reading, option }: Names, facts: Facts, draft: Draft): readonly Material[] {
  const { is, node } = reading.retirementMaterials;
  draft.remarks.push(node);
  if (is.none) return NONE;
  const list = [material.identityCard];
  if (facts.way === option.way.pensionHere) list.push(material.pensionApproval);
  if (facts.service.count > 0) list.push(material.serviceProof);
  if (facts.military.count > 0) list.push(material.militaryProof);
  return list;
}
