/** The ways out that the answers name for missing years (CQ-09): pay now, go on as an individual, leave for the resident scheme. */
import { rounded, times } from "../../engine/arithmetic.ts";
import { cover, coverFrom, figureAt, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { step, type Node } from "../../engine/node.ts";
import type { NextFound, Template } from "../../engine/result.ts";
import type { Names, RetirementFacts } from "./names.ts";

/** The answers let unit employees leave for the resident scheme; whether individuals may pay at once is a reading. */
export function offered({ option, reading }: Names, facts: RetirementFacts, way: number): boolean {
  if (facts.capacity === option.unit || way === option.goOn) return true;
  return way === option.payNow && reading.individualMay;
}

/** What a year costs at once; figures that nobody has are listed and give `null`. */
export function topUpYear(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft): Node | null {
  const base = figureAt(names.figure.base, asOf.date, draft);
  const rate = figureAt(names.figure.rates[facts.tier]!, asOf.date, draft);
  return base === null || rate === null
    ? null
    : rounded(names.step.topUpYear, times(names.step.topUpYearExact, base, rate), names.tiers[facts.tier]!);
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
  cumulative: Node,
  shortfall: Node,
): WayOut[] {
  const from = goOnFrom(names, facts, cumulative, processing);
  const ways = [goOn(names, facts, asOf, from, shortfall)];
  if (offered(names, facts, names.option.payNow)) ways.unshift(payNow(names, facts, asOf, processing, shortfall));
  if (offered(names, facts, names.option.resident)) ways.push(toResident(names, asOf));
  return ways;
}

function payNow(names: Names, facts: RetirementFacts, asOf: AsOf, processing: Node, shortfall: Node): WayOut {
  const { amount, way } = names;
  const draft = newDraft();
  const byUnit = facts.capacity === names.option.unit;
  const year = topUpYear(names, facts, asOf, draft);
  if (year !== null)
    draft.amounts.push(
      { definition: byUnit ? amount.topUpByBoth : amount.topUp, role: "due", node: names.topUpOf(year, shortfall).total },
      { definition: amount.topUpYear, role: "information", node: year },
    );
  const from = retiredFrom(names, processing);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  return {
    choice: names.option.payNow,
    title: byUnit ? way.topUpByUnit : way.topUpSelf,
    text: byUnit ? way.topUpUnitText : way.topUpText,
    headline: names.headline.payNow,
    next: NONE,
    draft,
  };
}

/** The first month not yet paid: this one where the drawn months lack it, the next otherwise. */
function goOnFrom({ step: steps }: Names, { contributed }: RetirementFacts, cumulative: Node, processing: Node): Node {
  const lacks = contributed.set !== null && (contributed.set.at(-1) ?? 0) < processing.value;
  return step(steps.continueFrom, lacks ? processing.value : processing.value + 1, [cumulative.inputs[0]!, processing]);
}

/** At this year's premium as an estimate. */
function goOn(names: Names, facts: RetirementFacts, asOf: AsOf, from: Node, shortfall: Node): WayOut {
  const { step: steps, way, reading, coverage, date } = names;
  const draft = newDraft();
  const byUnit = facts.capacity === names.option.unit;
  const until = step(steps.continueUntil, from.value + shortfall.value - 1, [from, shortfall]);
  const retired = step(steps.retiredAfter, reading.nextMonth ? until.value + 1 : until.value, [until, reading.retiredFrom]);
  const year = names.premium.ofYear(facts.tier, asOf.month, draft);
  if (year !== null)
    draft.amounts.push({
      definition: names.amount.premium,
      role: "information",
      node: names.premium.ofMonths(year, shortfall).total,
    });
  draft.dates.push({ definition: date.continueUntil, node: until }, { definition: date.retiredAfter, node: retired });
  if (from.value < retired.value) cover(draft, "in-service", coverage.inService, [from.value, retired.value - 1]);
  coverFrom(draft, "retired", coverage.retired, retired.value);
  return {
    choice: names.option.goOn,
    title: byUnit ? way.leaveAndGoOn : way.goOn,
    text: byUnit ? way.leaveAndGoOnText : way.goOnText,
    headline: names.headline.goOnChosen,
    next: byUnit ? names.next.individual : NONE,
    draft,
  };
}

function toResident(names: Names, asOf: AsOf): WayOut {
  const draft = newDraft();
  const premium = figureAt(names.figure.resident, asOf.date, draft);
  if (premium !== null) draft.amounts.push({ definition: names.amount.resident, role: "information", node: premium });
  return {
    choice: names.option.resident,
    title: names.way.resident,
    text: names.way.residentText,
    headline: names.headline.residentChosen,
    next: names.next.resident,
    draft,
  };
}
