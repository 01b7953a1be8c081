/**
 * Tieling, in-service to retired: TL-11 (years), TL-12 (shortfall: pay now or go on contributing), NX-02 (statutory age).
 * Source: the notice of 2022-04-01, clause 六. The words stand in resources/policy/tieling/matters/retirement.yaml.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { countYears, overlapUnknown, yearsConditions, type Years } from "../../engine/contribution/years.ts";
import { assumeAnswer, cover, coverFrom, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { DateFound, NextFound, OptionFound, Result, Template } from "../../engine/result.ts";
import { WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { bindNames, spec, type Names, type RetirementFacts, type SomeRetirementFacts } from "./names.ts";
import { kindOf, reachedMonth, stageOf, statutoryMonth } from "./stage.ts";
import { asOption, goOn, interrupted, payNow, type Way } from "./ways.ts";

export const retirement = defineFormula({
  matter: "tieling.retirement",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        overlapUnknown: overlapUnknown(facts),
        closedGroupMatters: closedGroupMatters(names, facts, asOf),
        yearsShort: yearsShort(names, facts, asOf),
      }),
      check: (facts, asOf) => faultsOf(names, facts, asOf),
      known: (facts) => knownDates(names, facts),
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function faultsOf(names: Names, facts: RetirementFacts, asOf: AsOf): readonly Fault[] {
  const { pensionMonth } = facts;
  const end = { fact: "pensionMonth", month: pensionMonth };
  const faults = contradictions(names.years, facts, asOf, end, () => names.limit.deemedUntil.value);
  // before the age a coming month says from when; once it is reached nobody has retired in a month to come
  const isPlan = pensionMonth === undefined || pensionMonth <= asOf.month || statutoryMonth(names, facts) > asOf.month;
  return isPlan ? faults : [...faults, { fact: "pensionMonth", text: names.fault.pensionInFuture }];
}

function knownDates(names: Names, facts: SomeRetirementFacts): readonly DateFound[] {
  const { sex, birthDate } = facts;
  if (sex === undefined || birthDate === undefined) return NONE;
  const birth = leaf(names.step.birthDate, birthDate);
  const statutory = (kind: PersonKind, definition: DateFound["definition"]): DateFound => ({
    definition,
    node: names.pensionYears.withStatutory(names.retirementAge.node(kind, birth)),
  });
  return sex === names.option.male || facts.kind !== undefined
    ? [statutory(kindOf(names, facts), names.date.statutory)]
    : [statutory(WOMAN_50, names.date.statutory50), statutory(WOMAN_55, names.date.statutory55)];
}

/** Answers enough to count the years of somebody whose time has come. */
function countable(names: Names, facts: SomeRetirementFacts, asOf: AsOf): facts is RetirementFacts {
  const from = reachedMonth(names, facts);
  if (from === null || from > asOf.month) return false;
  // assumed where nobody answers, and lacking all the same where the answer is wrong
  const { contributed, transferred, service, military } = facts;
  if ([contributed, transferred, service, military].includes(undefined)) return false;
  return !overlapUnknown(facts) || facts.overlapMonths !== undefined;
}

const yearsShort = (names: Names, facts: SomeRetirementFacts, asOf: AsOf): boolean =>
  countable(names, facts, asOf) && yearsOf(names, facts, newDraft()).shortfall.value > 0;

/** Service after the cut-off is not deemed, and so is none. */
function nothingDeemed({ limit }: Names, { service, military }: RetirementFacts): boolean {
  const deemed = service.set === null ? service.count : countMonths(monthsUpTo(service.set, limit.deemedUntil.value - 1));
  return deemed === 0 && military.count === 0;
}

/** Whether the old rule of the closed group could help: flexible, nothing deemed, the general years not met; its own may be still to come. */
function closedGroupMatters(names: Names, facts: SomeRetirementFacts, asOf: AsOf): boolean {
  if (facts.capacity !== names.option.flexible || !countable(names, facts, asOf)) return false;
  if (!nothingDeemed(names, facts)) return false;
  const { shortfall, cumulative } = yearsOf(names, { ...facts, closedGroup: undefined }, newDraft());
  if (shortfall.value === 0) return false;
  return names.reading.reachable || cumulative.value >= names.required.closed[facts.sex]!.cumulative.value;
}

/** What the closed group's rule would lack, for somebody who did not say whether it holds; its reading where the years are still to come. */
function addClosedGroup(names: Names, facts: RetirementFacts, asOf: AsOf, { cumulative, shortfall }: Years, draft: Draft): void {
  if (shortfall.value === 0 && facts.closedGroup !== 1) return;
  // a step of its own: the condition speaks of what holds for everybody
  const required = step(names.step.closedGroupYears, names.required.closed[facts.sex]!.cumulative.value, [
    names.leaf.closedGroup[1]!,
  ]);
  const comes = cumulative.value < required.value;
  if (facts.capacity === names.option.flexible && comes && nothingDeemed(names, facts)) draft.remarks.push(names.reading.reach);
  if (facts.closedGroup !== undefined || !closedGroupMatters(names, facts, asOf)) return;
  assumeAnswer(draft, names.step.closedGroup, names.leaf.closedGroup[0]!);
  const short = Math.max(0, required.value - cumulative.value);
  draft.remarks.push(step(names.step.closedGroupShort, short, [required, cumulative]));
  draft.notices.push(comes ? names.notice.closedGroup : names.notice.closedGroupMet);
}

const NO_MONTHS = { count: 0, set: null };

function yearsOf(names: Names, facts: RetirementFacts, draft: Draft): Years {
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  const required = (facts.closedGroup === 1 ? names.required.closed : names.required.general)[facts.sex]!;
  const counted = laterSoldierExcluded(names, facts) ? { ...facts, military: NO_MONTHS } : facts;
  return countYears(names.years, counted, required, contributed, contributed, names.cutOff, draft);
}

const isLaterSoldier = ({ limit }: Names, { dischargeDate }: RetirementFacts): boolean =>
  dischargeDate !== undefined && dischargeDate >= limit.soldiersBefore.value;

const laterSoldierExcluded = (names: Names, facts: RetirementFacts): boolean =>
  isLaterSoldier(names, facts) && !names.reading.laterSoldiersCounted;

function evaluate(names: Names, facts: RetirementFacts, asOf: AsOf): Result {
  const { headline, timeLimit, option } = names;
  const draft = newDraft();
  const stage = stageOf(names, facts, asOf, draft);
  if (!stage.inScope)
    return result(names, draft, { outcome: "guidance", headline: headline.outOfScope, timeLimit: timeLimit.byRulesThen });

  if (facts.contributed.set !== null) cover(draft, "contributed", names.coverage.contributed, facts.contributed.set);
  soldiers(names, facts, draft);
  const years = yearsOf(names, facts, draft);
  const { shortfall } = years;
  draft.dates.push({ definition: names.date.statutory, node: names.pensionYears.withStatutory(stage.statutory) });
  const materials = materialsFor(names, facts, draft);
  if (!stage.reached) {
    yearsConditions(names.years, years, null, draft);
    return result(names, draft, { outcome: "not-yet", headline: headline.notYet, timeLimit: timeLimit.none, materials });
  }
  if (shortfall.value === 0) {
    yearsConditions(names.years, years, null, draft);
    const next = enough(names, facts, asOf, stage.reachedFrom, years, draft);
    return result(names, draft, { outcome: "granted", headline: headline.granted, timeLimit: timeLimit.none, materials, next });
  }

  addClosedGroup(names, facts, asOf, years, draft);
  const processing = leaf(names.step.processingMonth, asOf.month);
  const now = payNow(names, facts, asOf, processing, shortfall);
  const later = goOn(names, facts, asOf, processing, years.local, shortfall);
  const total = now.amounts[0]?.node ?? null;
  const paysNow = facts.shortfallWay === option.payNow && total !== null;
  if (paysNow) toppedUpConditions(names.years, years, draft);
  else yearsConditions(names.years, years, total, draft);
  if (facts.shortfallWay !== option.payNow && interrupted(facts, asOf)) draft.notices.push(names.notice.interrupted);
  if (facts.shortfallWay === option.goOn) {
    take(later, draft);
    // the day stands without the amount; what it lacks is named
    draft.missing.push(...later.missing);
    draft.sections.push(names.section.goOn);
    return result(names, draft, { outcome: "guidance", headline: headline.goOn, timeLimit: timeLimit.none });
  }
  if (facts.fundMode === option.combined) draft.notices.push(names.notice.notCredited);
  const options = [asOption(names.way.payNow, now), asOption(names.way.goOn, later)];
  if (paysNow) {
    take(now, draft);
    return result(names, draft, {
      outcome: "granted",
      headline: headline.payNow,
      timeLimit: timeLimit.thisMonth,
      materials,
      options,
    });
  }
  draft.missing.push(...now.missing);
  if (facts.shortfallWay === undefined) draft.missing.push(...later.missing);
  const complete = draft.missing.length === 0;
  return result(names, draft, {
    outcome: complete ? "choice" : "figure-missing",
    headline: complete ? headline.choice : total !== null ? headline.goOnUnpriced : headline.figureMissing,
    timeLimit: timeLimit.thisMonth,
    materials,
    options,
  });
}

function take(way: Way, draft: Draft): void {
  draft.amounts.push(...way.amounts);
  draft.dates.push(...way.dates);
  endAt(draft, way.coverage[0]!.months?.[0] ?? way.coverage[0]!.from);
  draft.coverage.push(...way.coverage);
}

/** The months paid up to now end where something else begins: a month has one status. */
function endAt({ coverage }: Draft, month: Month): void {
  const before = coverage.flatMap((run) => (run.months === null ? [run] : { ...run, months: monthsUpTo(run.months, month - 1) }));
  coverage.splice(0, coverage.length, ...before.filter(({ months }) => months === null || months.length > 0));
}

function retire(draft: Draft, title: string, from: Month): void {
  endAt(draft, from);
  coverFrom(draft, "retired", title, from);
}

/** Whether service in the forces of somebody with assigned work counts, and by which day. */
function soldiers(names: Names, facts: RetirementFacts, draft: Draft): void {
  if (facts.dischargeDate === undefined) return;
  const { step: steps, limit, reading, notice } = names;
  const discharged = leaf(steps.dischargeDate, facts.dischargeDate);
  if (!isLaterSoldier(names, facts)) {
    draft.remarks.push(step(steps.soldierRule, 1, [discharged, limit.soldiersBefore]));
    return;
  }
  const counted = reading.laterSoldiersCounted ? 1 : 0;
  draft.remarks.push(step(steps.soldierRule, counted, [discharged, limit.soldiersBefore, reading.laterSoldiers]));
  draft.notices.push(notice.laterSoldier);
}

/** The years are met: from which month, and what was paid too much since. */
function enough(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  reachedFrom: Node,
  years: Years,
  draft: Draft,
): readonly NextFound[] {
  const { step: steps, reading } = names;
  const processing = leaf(steps.processingMonth, asOf.month);
  const from = reading.startsWithProcessing
    ? step(steps.startNow, processing.value, [processing, reading.start])
    : step(steps.startNow, reachedFrom.value, [reachedFrom, reading.start]);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  retire(draft, names.coverage.retired, from.value);

  const drawn = facts.contributed.set;
  if (drawn === null) return NONE;
  const after = years.local.value - countMonths(monthsUpTo(drawn, reachedFrom.value - 1));
  const spare = Math.min(
    years.cumulative.value - years.required.cumulative.value,
    years.local.value - years.required.local.value,
  );
  if (after === 0 || after > spare) return NONE;
  draft.remarks.push(step(steps.monthsAfter, after, [years.local, reachedFrom]));
  draft.notices.push(names.notice.overpaid);
  return names.next.refund;
}

function materialsFor({ material, reading, option }: Names, facts: RetirementFacts, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.materials);
  if (reading.noMaterials) return NONE;
  const list = [material.identityCard];
  if (facts.way === option.pensionHere) list.push(material.pensionApproval);
  if (facts.service.count > 0) list.push(material.serviceProof);
  if (facts.military.count > 0) list.push(material.militaryProof);
  return list;
}

interface Ending {
  readonly outcome: Result["outcome"];
  readonly headline: Template;
  readonly timeLimit: Template;
  readonly materials?: readonly Material[];
  readonly options?: readonly OptionFound[];
  readonly next?: readonly NextFound[];
}

const result = ({ place }: Names, draft: Draft, ending: Ending): Result => ({
  outcome: ending.outcome,
  headline: ending.headline,
  timeLimit: ending.timeLimit,
  place,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  options: ending.options ?? NONE,
  materials: ending.materials ?? NONE,
  notices: draft.notices,
  sections: draft.sections,
  next: ending.next ?? NONE,
  conflicts: NONE,
  missing: draft.missing,
  assumed: draft.assumed,
  remarks: draft.remarks,
});
