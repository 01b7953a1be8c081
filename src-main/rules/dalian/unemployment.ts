/**
 * Dalian, insurance while drawing unemployment benefit and after it (DL-09, with DL-01 and DL-02 for what follows).
 * Source: city guide, clauses 七(二), 一(二)(三). The fund's payments count as contributions, so that a gap starts in the
 * month after the last month of benefit.
 */
import { lastDayOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, uniteMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { cover, coverFrom, newDraft, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { walkCover, type CoverRule } from "../engine/history/walk.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { asRead, lastDay, monthsFromTo, nextMonth } from "../engine/operations.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../generated/dalian/unemployment.ts";
import { noAccountFrom } from "./flexible-account.ts";
import { bindGap, COVER_RULE, gapAnswer, gapBetween, type Gap } from "./gap.ts";
import { bindPremiumParts, hasLargeSum } from "./premium.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({
  ...words,
  ...bindGap(words),
  ...bindPremiumParts(words),
  list: words.checklist(),
  noAccountFrom: noAccountFrom(words),
});

const NOT_YET_KNOWN = {
  ended: false,
  largeSum: false,
  resumed: false,
  noGap: false,
  mendable: false,
  byUnit: false,
  tooLate: false,
  tooLong: false,
};

const ENDED = { ...NOT_YET_KNOWN, ended: true };
const RESUMED = { ...ENDED, resumed: true };
const WITH_LARGE_SUM = { ...NOT_YET_KNOWN, largeSum: true };

export default define(bind, { derive, check, evaluate });

/** The questions depend on these flags only; the others are for the checklist. */
function derive(_names: Names, { benefitTo, resumedMonth }: SomeFacts, asOf: AsOf) {
  if (benefitTo === undefined || asOf.month <= benefitTo) return NOT_YET_KNOWN;
  return resumedMonth === undefined ? ENDED : RESUMED;
}

function check({ fault }: Names, { benefitFrom, benefitTo, resumedMonth }: Facts, asOf: AsOf): readonly Fault[] {
  const faults: Fault[] = [];
  if (benefitTo < benefitFrom) faults.push({ fact: "benefitTo", text: fault.endsBeforeStart });
  if (resumedMonth === undefined) return faults;
  if (resumedMonth > asOf.month) faults.push({ fact: "resumedMonth", text: fault.resumedInFuture });
  else if (resumedMonth <= benefitTo) faults.push({ fact: "resumedMonth", text: fault.resumedWhileDrawing });
  return faults;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, step: steps, gaps, list } = names;
  const is = gaps.is.answer;
  const draft = newDraft();
  const first = leaf(fact.benefitFrom, facts.benefitFrom);
  const last = leaf(fact.benefitTo, facts.benefitTo);
  const months = monthsAfter(names, last);
  const benefitMonths = monthsFromTo(steps.benefitMonths, first, last);
  draft.remarks.push(months.enrolFrom, benefitMonths);

  if (asOf.month <= last.value) {
    ifNothingIsPaid(names, facts, months, EMPTY, asOf, draft);
    const flags = hasLargeSum(names, asOf.month) ? WITH_LARGE_SUM : NOT_YET_KNOWN;
    return list.judge(facts, flags, draft, undefined, saying(names, months, benefitMonths, undefined));
  }
  const resumed = facts.resumedMonth !== undefined;
  const paying = resumed ? leaf(fact.resumedMonth, facts.resumedMonth) : leaf(steps.payingMonth, asOf.month);
  const gap = gapBetween(names, facts, last, paying, draft);
  const { value } = gapAnswer(names, gap.count, leaf(steps.thisMonth, paying.value === asOf.month ? 1 : 0), draft);
  if (resumed) sinceResumed(names, facts, months, paying, gap, draft);
  else ifNothingIsPaid(names, facts, months, gap.filled, asOf, draft);
  // 一(三) is about flexible workers alone
  const byUnit = resumed && facts.resumedAs === names.option.resumedAs.unit;
  const flags = {
    ended: true,
    largeSum: false,
    resumed,
    noGap: value === is.noGap,
    mendable: value === is.allowed && !byUnit,
    byUnit: byUnit && value !== is.noGap,
    tooLate: value === is.tooLate && !byUnit,
    tooLong: value === is.tooLong && !byUnit,
  };
  return list.judge(facts, flags, draft, undefined, saying(names, months, benefitMonths, gap.count));
}

/** What stands in the places of the list's texts. */
const saying = ({ longest, noAccountFrom: from }: Names, months: Months, benefitMonths: Node, gapMonths: Node | undefined) => ({
  enrolFrom: months.enrolFrom,
  enrolBy: months.enrolBy,
  stopsFrom: months.stopsFrom,
  mendBy: months.mendBy,
  benefitMonths,
  gapMonths,
  longest,
  noAccountFrom: from,
});

/** What comes after the last month of benefit. */
type Months = ReturnType<typeof monthsAfter>;
function monthsAfter({ step: steps, reading, longest }: Names, last: Node) {
  const { is, node } = reading.unemploymentCoverEnd;
  const enrolFrom = nextMonth(steps.enrolFrom, last);
  return {
    enrolFrom,
    enrolBy: lastDay(steps.enrolBy, enrolFrom),
    // the first unpaid month is still covered, as with any interruption, or cover ends with the benefit
    stopsFrom: is.monthAfterGap ? nextMonth(steps.stopsFrom, enrolFrom, node) : asRead(steps.stopsAtOnce, enrolFrom, node),
    mendBy: told(steps.mendBy, lastDayOf(enrolFrom.value + longest.value), [enrolFrom, longest]),
  };
}

/** The gap that starts, or has started, with the month after the benefit; dates that have passed are left out. */
function ifNothingIsPaid(
  names: Names,
  facts: Facts,
  { enrolFrom, enrolBy, stopsFrom, mendBy }: Months,
  filled: MonthSet,
  asOf: AsOf,
  draft: Draft,
): void {
  const { date, titles } = names;
  draft.dates.push({ definition: date.enrolFrom, node: enrolFrom });
  if (asOf.date <= enrolBy.value) draft.dates.push({ definition: date.enrolBy, node: enrolBy });
  draft.dates.push({ definition: date.stopsFrom, node: stopsFrom });
  if (asOf.date <= mendBy.value) draft.dates.push({ definition: date.mendBy, node: mendBy });
  const until = Math.max(stopsFrom.value - 1, filled.at(-1) ?? 0);
  walk(names, facts, filled, until, draft);
  coverFrom(draft, "gap", titles.gap, until + 1);
}

function sinceResumed(names: Names, facts: Facts, { stopsFrom }: Months, resumed: Node, gap: Gap, draft: Draft): void {
  const { date, titles, coverage } = names;
  walk(names, facts, gap.filled, resumed.value - 1, draft);
  if (gap.count.value === 0) return coverFrom(draft, "covered", coverage.covered, resumed.value);
  const again = nextMonth(names.step.coveredAgain, resumed);
  draft.dates.push({ definition: date.stopsFrom, node: stopsFrom }, { definition: date.coveredAgain, node: again });
  cover(draft, "waiting", titles.resumed, [resumed.value, resumed.value]);
  coverFrom(draft, "covered", coverage.covered, again.value);
}

function walk(names: Names, { benefitFrom, benefitTo }: Facts, filled: MonthSet, until: Month, draft: Draft): void {
  const rule = names.reading.unemploymentCoverEnd.is.monthAfterGap ? COVER_RULE : COVER_ENDS_AT_ONCE;
  walkCover(draft, names.titles, rule, uniteMonths([benefitFrom, benefitTo], filled), EMPTY, benefitFrom, until);
}
const COVER_ENDS_AT_ONCE: CoverRule = { ...COVER_RULE, goesOn: 0 };
