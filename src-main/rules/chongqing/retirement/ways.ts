/** The ways out that the answers name for missing years (CQ-09): pay now, go on as an individual, leave for the resident scheme. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { rounded, times } from "../../engine/arithmetic.ts";
import { cover, coverFrom, figureAt, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { step, type Node } from "../../engine/node.ts";
import type { AmountDefinition, NextFound, Template } from "../../engine/result.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** The answers let unit employees leave for the resident scheme; whether individuals may pay at once is a reading. */
export function offered({ option, reading }: Names, facts: RetirementFacts, way: number): boolean {
  if (facts.capacity === option.unit || way === option.goOn) return true;
  return way === option.payNow && reading.individualMay;
}

/** What a year costs an individual at once; figures that nobody has are listed and give `null`. */
function topUpYear(names: Names, tier: number, asOf: AsOf, draft: Draft): Node | null {
  const base = figureAt(names.figure.base, asOf.date, draft);
  const rate = figureAt(names.figure.rates[tier]!, asOf.date, draft);
  return base === null || rate === null
    ? null
    : rounded(names.step.topUpYear, times(names.step.topUpYearExact, base, rate), names.tiers[tier]!);
}

export const retiredFrom = ({ step: steps, reading }: Names, processing: Node): Node =>
  step(steps.retiredFrom, reading.nextMonth ? processing.value + 1 : processing.value, [processing, reading.retiredFrom]);

/** One way out, with its own amounts, dates, strip and figures that are missing. */
export interface WayOut {
  readonly choice: number;
  readonly title: Template;
  readonly text: Template;
  readonly headline: Template;
  readonly next: readonly NextFound[];
  readonly draft: Draft;
}

export function waysOut(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  processing: Node,
  local: Node,
  shortfall: Node,
): WayOut[] {
  const from = goOnFrom(names, facts, local, processing);
  const ways = [goOn(names, facts, asOf, from, interrupted(facts, processing), shortfall)];
  if (offered(names, facts, names.option.payNow)) ways.unshift(payNow(names, facts, asOf, processing, shortfall));
  if (offered(names, facts, names.option.resident)) ways.push(toResident(names, asOf));
  return ways;
}

/** The sum of a unit is left to the agency: no document at hand gives its base and rate. */
function payNow(names: Names, facts: RetirementFacts, asOf: AsOf, processing: Node, shortfall: Node): WayOut {
  const { amount, way } = names;
  const draft = newDraft();
  const byUnit = facts.capacity === names.option.unit;
  const year = byUnit || facts.tier === undefined ? null : topUpYear(names, facts.tier, asOf, draft);
  if (year !== null)
    draft.amounts.push(
      { definition: amount.topUp, role: "due", node: names.topUpOf(year, shortfall).total },
      { definition: amount.topUpYear, role: "information", node: year },
    );
  const from = retiredFrom(names, processing);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  return {
    choice: names.option.payNow,
    title: byUnit ? way.topUpByUnit : way.topUpSelf,
    text: byUnit ? way.topUpUnitText : way.topUpText,
    headline: byUnit ? names.headline.payNowUnit : names.headline.payNow,
    next: NONE,
    draft,
  };
}

/** The last month that is drawn as paid, wherever. */
const lastDrawn = ({ contributed, transferred, chengduMonths }: RetirementFacts): Month =>
  Math.max(...[contributed, transferred, chengduMonths].map(({ set }) => set?.at(-1) ?? 0));

/** Whether the months paid here are drawn, or none: a bare number reaches up to this month. */
const isDrawn = ({ contributed }: RetirementFacts): boolean => contributed.set !== null || contributed.count === 0;

/** Whether the last month drawn leaves months before this one unpaid: going on may wait then. */
const interrupted = (facts: RetirementFacts, processing: Node): boolean =>
  isDrawn(facts) && lastDrawn(facts) > 0 && lastDrawn(facts) < processing.value - 1;

/** The first month not yet paid anywhere: this one where the drawn months lack it, the next otherwise. */
function goOnFrom({ step: steps }: Names, facts: RetirementFacts, local: Node, processing: Node): Node {
  const lacks = isDrawn(facts) && lastDrawn(facts) < processing.value;
  return step(steps.continueFrom, lacks ? processing.value : processing.value + 1, [local, processing]);
}

/** At this year's premium as an estimate; in both tiers where none is chosen. */
function goOn(names: Names, facts: RetirementFacts, asOf: AsOf, from: Node, waits: boolean, shortfall: Node): WayOut {
  const { step: steps, way, reading, coverage, date } = names;
  const draft = newDraft();
  const byUnit = facts.capacity === names.option.unit;
  const until = step(steps.continueUntil, from.value + shortfall.value - 1, [from, shortfall]);
  const retired = step(steps.retiredAfter, reading.nextMonth ? until.value + 1 : until.value, [until, reading.retiredFrom]);
  const estimate = (tier: number, definition: AmountDefinition): void => {
    const year = names.premium.ofYear(tier, asOf.month, draft);
    if (year !== null)
      draft.amounts.push({ definition, role: "information", node: names.premium.ofMonths(year, shortfall).total });
  };
  if (facts.tier === undefined) names.amount.premiums.forEach((definition, tier) => estimate(tier, definition));
  else estimate(facts.tier, names.amount.premium);
  draft.dates.push({ definition: date.continueUntil, node: until }, { definition: date.retiredAfter, node: retired });
  const meanwhile = waits ? coverage.inServiceAfterWaiting : coverage.inService;
  if (from.value < retired.value) cover(draft, "in-service", meanwhile, [from.value, retired.value - 1]);
  if (waits) draft.notices.push(names.notice.interrupted);
  coverFrom(draft, "retired", coverage.retired, retired.value);
  return {
    choice: names.option.goOn,
    title: byUnit ? way.leaveAndGoOn : way.goOn,
    text: byUnit ? way.leaveAndGoOnText : waits ? way.goOnWaitingText : way.goOnText,
    headline: names.headline.goOnChosen,
    next: byUnit || waits ? names.next.individual : NONE,
    draft,
  };
}

function toResident(names: Names, asOf: AsOf): WayOut {
  const draft = newDraft();
  const premium = figureAt(names.figure.resident, asOf.date, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: names.amount.resident, role: "information", node: premium });
    draft.notices.push(names.notice.pressPremium);
  }
  return {
    choice: names.option.resident,
    title: names.way.resident,
    text: names.way.residentText,
    headline: names.headline.residentChosen,
    next: names.next.resident,
    draft,
  };
}
