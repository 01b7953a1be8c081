/** The ways out that the answers name for missing years (CQ-09): pay now, go on as an individual, leave for the resident scheme. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { cover, coverFrom, figureAt, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { told, type DerivedStep, type Node } from "../../engine/node.ts";
import { lastOfMonths, nextMonth, product, roundedToFen, same } from "../../engine/operations.ts";
import type { AmountDefinition, NextFound, Template } from "../../engine/result.ts";
import type { Facts, Words } from "../../generated/chongqing/retirement.ts";
import { premiumOf } from "../premium.ts";
import { shareOfYear } from "../share-of-year.ts";

/** One way out, with its own amounts, dates, strip and figures that are missing. */
export interface WayOut {
  readonly choice: number;
  readonly title: Template;
  readonly text: Template;
  readonly headline: Template;
  readonly next: readonly NextFound[];
  readonly draft: WayDraft;
}

/** What a way of its own may have: many are made and few are taken. */
export type WayDraft = Pick<Draft, "amounts" | "dates" | "coverage" | "notices" | "missing">;
const newWay = (): WayDraft => ({ amounts: [], dates: [], coverage: [], notices: [], missing: [] });

export const bindWays = (words: Words) => ({
  premium: premiumOf(words),
  topUpOf: shareOfYear(words.reading.rounding, words.step.topUpMonth, words.step.topUp),
  afterGoingOn: [words.next.enrolment],
  afterLeaving: [words.next.residentChange],
});
type Names = Words & ReturnType<typeof bindWays>;

/** The answers let unit employees leave for the resident scheme; whether individuals may pay at once is a reading. */
export const offered = ({ option, reading }: Names, facts: Facts, way: number): boolean =>
  facts.capacity === option.capacity.unit ||
  way === option.shortfallWay.goOn ||
  (way === option.shortfallWay.payNow && reading.individualTopUp.is.allowed);

/** The month itself or the next, as read. */
const startAfter = ({ reading: { retiredFrom: read } }: Names, step: DerivedStep, month: Node): Node =>
  (read.is.nextMonth ? nextMonth : same)(step, month, read.node);

export const retiredFrom = (names: Names, processing: Node): Node => startAfter(names, names.step.retiredFrom, processing);

export function waysOut(names: Names, facts: Facts, asOf: AsOf, processing: Node, local: Node, shortfall: Node): WayOut[] {
  const from = goOnFrom(names, facts, local, processing);
  const { payNow: now, resident } = names.option.shortfallWay;
  const ways: WayOut[] = [];
  if (offered(names, facts, now)) ways.push(payNow(names, facts, asOf, processing, shortfall));
  ways.push(goOn(names, facts, asOf, from, interrupted(facts, processing), shortfall));
  if (offered(names, facts, resident)) ways.push(toResident(names, asOf));
  return ways;
}

/** What a year costs an individual at once; figures that nobody has are listed and give `null`. */
function topUpYear({ figure, option, step: steps, leaf: leaves }: Names, tier: number, asOf: AsOf, draft: WayDraft): Node | null {
  const base = figureAt(figure.topUpBase, asOf.date, draft);
  const rate = figureAt(tier === option.tier.first ? figure.firstTierRate : figure.secondTierRate, asOf.date, draft);
  if (base === null || rate === null) return null;
  return roundedToFen(steps.topUpYear, product(steps.topUpYearExact, base, rate), leaves.tier[tier]);
}

/** The sum of a unit is left to the agency: no document at hand gives its base and rate. */
function payNow(names: Names, facts: Facts, asOf: AsOf, processing: Node, shortfall: Node): WayOut {
  const { amount, headline, option } = names;
  const draft = newWay();
  const byUnit = facts.capacity === option.capacity.unit;
  const year = byUnit || facts.tier === undefined ? null : topUpYear(names, facts.tier, asOf, draft);
  const topUp = year === null ? null : names.topUpOf(year, shortfall).total;
  if (year !== null && topUp !== null)
    draft.amounts.push(
      { definition: amount.topUp, role: "due", node: topUp },
      { definition: amount.topUpYear, role: "information", node: year },
    );
  const from = retiredFrom(names, processing);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  const said = { shortfall, retiredFrom: from };
  return {
    choice: option.shortfallWay.payNow,
    title: byUnit ? headline.topUpByUnit : headline.topUpSelf,
    text: byUnit ? headline.topUpUnitText(said) : headline.topUpText(said),
    // an individual's amount is lacking only where a figure is missing, which is said instead
    headline: topUp === null ? headline.payNowUnit(said) : headline.payNow({ shortfall, topUp, retiredFrom: from }),
    next: NONE,
    draft,
  };
}

/** The last month that is drawn as paid, wherever. */
const lastDrawn = ({ contributed, transferred, chengduMonths }: Facts): Month =>
  Math.max(contributed.set?.at(-1) ?? 0, transferred.set?.at(-1) ?? 0, chengduMonths.set?.at(-1) ?? 0);

/** Whether the months paid here are drawn, or none: a bare number reaches up to this month. */
const isDrawn = ({ contributed }: Facts): boolean => contributed.set !== null || contributed.count === 0;

/** Whether the last month drawn leaves months before this one unpaid: going on may wait then. */
const interrupted = (facts: Facts, processing: Node): boolean =>
  isDrawn(facts) && lastDrawn(facts) > 0 && lastDrawn(facts) < processing.value - 1;

/** The first month not yet paid anywhere: this one where the drawn months lack it, the next otherwise. */
function goOnFrom(names: Names, facts: Facts, local: Node, processing: Node): Node {
  const lacks = isDrawn(facts) && lastDrawn(facts) < processing.value;
  return told(names.step.continueFrom, lacks ? processing.value : processing.value + 1, [local, processing]);
}

function estimate(names: Names, tier: number, definition: AmountDefinition, asOf: AsOf, shortfall: Node, draft: WayDraft): void {
  const year = names.premium.ofYear(tier, asOf.month, draft);
  if (year !== null) draft.amounts.push({ definition, role: "information", node: names.premium.ofMonths(year, shortfall).total });
}

/** At this year's premium as an estimate; in both tiers where none is chosen. */
function goOn(names: Names, facts: Facts, asOf: AsOf, from: Node, waits: boolean, shortfall: Node): WayOut {
  const { step: steps, option, amount, date, coverage, headline } = names;
  const draft = newWay();
  const byUnit = facts.capacity === option.capacity.unit;
  const until = lastOfMonths(steps.continueUntil, from, shortfall);
  const retired = startAfter(names, steps.retiredAfter, until);
  if (facts.tier !== undefined) estimate(names, facts.tier, amount.premium, asOf, shortfall, draft);
  else {
    estimate(names, option.tier.first, amount.premiumFirst, asOf, shortfall, draft);
    estimate(names, option.tier.second, amount.premiumSecond, asOf, shortfall, draft);
  }
  draft.dates.push({ definition: date.continueUntil, node: until }, { definition: date.retiredAfter, node: retired });
  const meanwhile = waits ? coverage.inServiceAfterWaiting : coverage.inService;
  if (from.value < retired.value) cover(draft, "in-service", meanwhile, [from.value, retired.value - 1]);
  if (waits) draft.notices.push(names.notice.interrupted);
  coverFrom(draft, "retired", coverage.retired, retired.value);
  const said = { shortfall, continueUntil: until, retiredAfter: retired };
  return {
    choice: option.shortfallWay.goOn,
    title: byUnit ? headline.leaveAndGoOn : headline.goOn,
    text: byUnit ? headline.leaveAndGoOnText(said) : waits ? headline.goOnWaitingText(said) : headline.goOnText(said),
    headline: headline.goOnChosen(said),
    next: byUnit || waits ? names.afterGoingOn : NONE,
    draft,
  };
}

function toResident(names: Names, asOf: AsOf): WayOut {
  const { headline } = names;
  const draft = newWay();
  const premium = figureAt(names.figure.residentFirstTier, asOf.date, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: names.amount.resident, role: "information", node: premium });
    draft.notices.push(names.notice.pressPremium);
  }
  return {
    choice: names.option.shortfallWay.resident,
    title: headline.resident,
    text: headline.residentText,
    headline: headline.residentChosen,
    next: names.afterLeaving,
    draft,
  };
}
