/** The ways out that the answers name for missing years (CQ-09): pay now, go on as an individual, leave for the resident scheme. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { cover, coverFrom, figureAt, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { told, type Node } from "../../engine/node.ts";
import { product, roundedToFen } from "../../engine/operations.ts";
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
  readonly draft: Draft;
}

/** The last month that is drawn as paid, wherever. */
const lastDrawn = ({ contributed, transferred, chengduMonths }: Facts): Month =>
  Math.max(contributed.set?.at(-1) ?? 0, transferred.set?.at(-1) ?? 0, chengduMonths.set?.at(-1) ?? 0);

/** Whether the months paid here are drawn, or none: a bare number reaches up to this month. */
const isDrawn = ({ contributed }: Facts): boolean => contributed.set !== null || contributed.count === 0;

/** Whether the last month drawn leaves months before this one unpaid: going on may wait then. */
const interrupted = (facts: Facts, processing: Node): boolean =>
  isDrawn(facts) && lastDrawn(facts) > 0 && lastDrawn(facts) < processing.value - 1;

export function waysRule(words: Words) {
  const { leaf: leaves, option, step: steps, figure, reading, amount, date, coverage, headline, next } = words;
  const { payNow, goOn, resident } = option.shortfallWay;
  const premium = premiumOf(words);
  const topUpOf = shareOfYear(reading.rounding, steps.topUpMonth, steps.topUp);
  const startsNextMonth = reading.retiredFrom.is.nextMonth;
  const afterGoingOn = [next.enrolment];
  const afterLeaving = [next.residentChange];

  /** The answers let unit employees leave for the resident scheme; whether individuals may pay at once is a reading. */
  const offered = (facts: Facts, way: number): boolean =>
    facts.capacity === option.capacity.unit || way === goOn || (way === payNow && reading.individualTopUp.is.allowed);

  const retiredFrom = (processing: Node): Node =>
    told(steps.retiredFrom, startsNextMonth ? processing.value + 1 : processing.value, [processing, reading.retiredFrom.node]);

  /** What a year costs an individual at once; figures that nobody has are listed and give `null`. */
  function topUpYear(tier: number, asOf: AsOf, draft: Draft): Node | null {
    const base = figureAt(figure.topUpBase, asOf.date, draft);
    const rate = figureAt(tier === option.tier.first ? figure.firstTierRate : figure.secondTierRate, asOf.date, draft);
    if (base === null || rate === null) return null;
    return roundedToFen(steps.topUpYear, product(steps.topUpYearExact, base, rate), leaves.tier[tier]);
  }

  /** The sum of a unit is left to the agency: no document at hand gives its base and rate. */
  function paying(facts: Facts, asOf: AsOf, processing: Node, shortfall: Node): WayOut {
    const draft = newDraft();
    const byUnit = facts.capacity === option.capacity.unit;
    const year = byUnit || facts.tier === undefined ? null : topUpYear(facts.tier, asOf, draft);
    const topUp = year === null ? null : topUpOf(year, shortfall).total;
    if (year !== null && topUp !== null)
      draft.amounts.push(
        { definition: amount.topUp, role: "due", node: topUp },
        { definition: amount.topUpYear, role: "information", node: year },
      );
    const from = retiredFrom(processing);
    draft.dates.push({ definition: date.retiredFrom, node: from });
    coverFrom(draft, "retired", coverage.retired, from.value);
    return {
      choice: payNow,
      title: byUnit ? headline.topUpByUnit : headline.topUpSelf,
      text: byUnit
        ? headline.topUpUnitText({ shortfall, retiredFrom: from })
        : headline.topUpText({ shortfall, retiredFrom: from }),
      // without the amount a figure is missing, and that is said
      headline:
        topUp === null
          ? headline.payNowUnit({ shortfall, retiredFrom: from })
          : headline.payNow({ shortfall, topUp, retiredFrom: from }),
      next: NONE,
      draft,
    };
  }

  /** The first month not yet paid anywhere: this one where the drawn months lack it, the next otherwise. */
  function goOnFrom(facts: Facts, local: Node, processing: Node): Node {
    const lacks = isDrawn(facts) && lastDrawn(facts) < processing.value;
    return told(steps.continueFrom, lacks ? processing.value : processing.value + 1, [local, processing]);
  }

  function estimate(tier: number, definition: AmountDefinition, asOf: AsOf, shortfall: Node, draft: Draft): void {
    const year = premium.ofYear(tier, asOf.month, draft);
    if (year !== null) draft.amounts.push({ definition, role: "information", node: premium.ofMonths(year, shortfall).total });
  }

  /** At this year's premium as an estimate; in both tiers where none is chosen. */
  function goingOn(facts: Facts, asOf: AsOf, from: Node, waits: boolean, shortfall: Node): WayOut {
    const draft = newDraft();
    const byUnit = facts.capacity === option.capacity.unit;
    const until = told(steps.continueUntil, from.value + shortfall.value - 1, [from, shortfall]);
    const retired = told(steps.retiredAfter, startsNextMonth ? until.value + 1 : until.value, [until, reading.retiredFrom.node]);
    if (facts.tier !== undefined) estimate(facts.tier, amount.premium, asOf, shortfall, draft);
    else {
      estimate(option.tier.first, amount.premiumFirst, asOf, shortfall, draft);
      estimate(option.tier.second, amount.premiumSecond, asOf, shortfall, draft);
    }
    draft.dates.push({ definition: date.continueUntil, node: until }, { definition: date.retiredAfter, node: retired });
    const meanwhile = waits ? coverage.inServiceAfterWaiting : coverage.inService;
    if (from.value < retired.value) cover(draft, "in-service", meanwhile, [from.value, retired.value - 1]);
    if (waits) draft.notices.push(words.notice.interrupted);
    coverFrom(draft, "retired", coverage.retired, retired.value);
    const said = { shortfall, continueUntil: until, retiredAfter: retired };
    return {
      choice: goOn,
      title: byUnit ? headline.leaveAndGoOn : headline.goOn,
      text: byUnit ? headline.leaveAndGoOnText(said) : waits ? headline.goOnWaitingText(said) : headline.goOnText(said),
      headline: headline.goOnChosen(said),
      next: byUnit || waits ? afterGoingOn : NONE,
      draft,
    };
  }

  function leaving(asOf: AsOf): WayOut {
    const draft = newDraft();
    const premiumOfResidents = figureAt(figure.residentFirstTier, asOf.date, draft);
    if (premiumOfResidents !== null) {
      draft.amounts.push({ definition: amount.resident, role: "information", node: premiumOfResidents });
      draft.notices.push(words.notice.pressPremium);
    }
    return {
      choice: resident,
      title: headline.resident,
      text: headline.residentText,
      headline: headline.residentChosen,
      next: afterLeaving,
      draft,
    };
  }

  return {
    offered,
    retiredFrom,

    out(facts: Facts, asOf: AsOf, processing: Node, local: Node, shortfall: Node): WayOut[] {
      const ways = [goingOn(facts, asOf, goOnFrom(facts, local, processing), interrupted(facts, processing), shortfall)];
      if (offered(facts, payNow)) ways.unshift(paying(facts, asOf, processing, shortfall));
      if (offered(facts, resident)) ways.push(leaving(asOf));
      return ways;
    },
  };
}
