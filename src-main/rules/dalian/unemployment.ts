/**
 * Dalian, insurance while drawing unemployment benefit and after it (DL-09, with DL-01 and DL-02 for what follows).
 * Source: city guide, clauses 七(二), 一(二)(三). The fund's payments count as contributions, so that a gap starts in the
 * month after the last month of benefit.
 */
import { lastDayOf, monthOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { EMPTY, uniteMonths, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { cover, coverFrom, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { walkCover } from "../engine/history/walk.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { bindGap, COVER_RULE, gapBetween, gapSpec, walkTitles, type Gap } from "./gap.ts";

const spec = { benefitFrom: "month", benefitTo: "month", resumedMonth: "month?", resumedAs: "choice?", ...gapSpec } as const;
type UnemploymentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** A longer gap cannot be made good (DL-02); the answer itself is the table's. */
const LONGEST_GAP_MADE_GOOD = 3;
/** From here on the large-sum part is paid beside the basic one. */
const LARGE_SUM_FROM: Month = monthOf(2023, 1);

function bindNames(names: Bindings) {
  const coverEnd = names.reading("dalian.unemployment-cover-end");
  return {
    list: names.checklist(),
    gap: bindGap(names),
    unit: names.option("resumedAs", "unit"),
    coverEnd: coverEnd.node,
    firstMonthCovered: coverEnd.is("month-after-gap"),
    step: {
      benefitFrom: names.fact("benefitFrom"),
      benefitTo: names.fact("benefitTo"),
      resumedMonth: names.fact("resumedMonth"),
      benefitMonths: names.step("benefitMonths"),
      enrolFrom: names.step("enrolFrom"),
      enrolBy: names.step("enrolBy"),
      stopsFrom: names.step("stopsFrom"),
      stopsAtOnce: names.step("stopsAtOnce"),
      mendBy: names.step("mendBy"),
      payingMonth: names.step("payingMonth"),
      thisMonth: names.step("thisMonth"),
      coveredAgain: names.step("coveredAgain"),
    },
    date: {
      enrolFrom: names.date("enrolFrom"),
      enrolBy: names.date("enrolBy"),
      stopsFrom: names.date("stopsFrom"),
      mendBy: names.date("mendBy"),
      coveredAgain: names.date("coveredAgain"),
    },
    titles: walkTitles(names),
    covered: names.coverage("covered"),
    fault: {
      endsBeforeStart: names.fault("endsBeforeStart"),
      resumedInFuture: names.fault("resumedInFuture"),
      resumedWhileDrawing: names.fault("resumedWhileDrawing"),
    },
  };
}

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
const DRAWING_SINCE_2023 = { ...NOT_YET_KNOWN, largeSum: true };

export const unemployment = defineFormula({
  matter: "dalian.unemployment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      // the questions depend on these flags only; the others are for the checklist
      derive: ({ benefitTo, resumedMonth }, asOf) => {
        if (benefitTo === undefined || asOf.month <= benefitTo) return NOT_YET_KNOWN;
        return resumedMonth === undefined ? ENDED : { ...ENDED, resumed: true };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function contradictions(
  { fault }: Names,
  { benefitFrom, benefitTo, resumedMonth }: UnemploymentFacts,
  asOf: AsOf,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (benefitTo < benefitFrom) faults.push({ fact: "benefitTo", text: fault.endsBeforeStart });
  if (resumedMonth === undefined) return faults;
  if (resumedMonth > asOf.month) faults.push({ fact: "resumedMonth", text: fault.resumedInFuture });
  else if (resumedMonth <= benefitTo) faults.push({ fact: "resumedMonth", text: fault.resumedWhileDrawing });
  return faults;
}

function evaluate(names: Names, facts: UnemploymentFacts, asOf: AsOf): Result {
  const { step: steps } = names;
  const { is, table, answer: output } = names.gap;
  const draft = newDraft();
  const first = leaf(steps.benefitFrom, facts.benefitFrom);
  const last = leaf(steps.benefitTo, facts.benefitTo);
  const enrolFrom = step(steps.enrolFrom, last.value + 1, [last]);
  draft.remarks.push(enrolFrom, step(steps.benefitMonths, last.value - first.value + 1, [first, last]));

  const ended = asOf.month > last.value;
  if (!ended) {
    ifNothingIsPaid(names, facts, enrolFrom, EMPTY, asOf, draft);
    return names.list.judge(facts, asOf.month >= LARGE_SUM_FROM ? DRAWING_SINCE_2023 : NOT_YET_KNOWN, draft);
  }
  const resumed = facts.resumedMonth !== undefined;
  const paying = resumed ? leaf(steps.resumedMonth, facts.resumedMonth) : leaf(steps.payingMonth, asOf.month);
  const gap = gapBetween(names.gap, facts, last, paying, draft);
  const thisMonth = leaf(steps.thisMonth, paying.value === asOf.month ? 1 : 0);
  const answer = table.node(table.row2(gap.count.value, thisMonth.value), output, [gap.count, thisMonth]);
  draft.remarks.push(answer);
  if (resumed) sinceResumed(names, facts, enrolFrom, paying, gap, draft);
  else ifNothingIsPaid(names, facts, enrolFrom, gap.filled, asOf, draft);
  // 一(三) is about flexible workers alone
  const byUnit = resumed && facts.resumedAs === names.unit;
  const derived = {
    ended,
    largeSum: false,
    resumed,
    noGap: answer.value === is.noGap,
    mendable: answer.value === is.allowed && !byUnit,
    byUnit: byUnit && answer.value !== is.noGap,
    tooLate: answer.value === is.tooLate && !byUnit,
    tooLong: answer.value === is.tooLong && !byUnit,
  };
  return names.list.judge(facts, derived, draft);
}

/** By the reading: the first unpaid month is still covered, as with any interruption, or cover ends with the benefit. */
const stopsFrom = ({ step: steps, firstMonthCovered, coverEnd }: Names, enrolFrom: Node): Node =>
  firstMonthCovered
    ? step(steps.stopsFrom, enrolFrom.value + 1, [enrolFrom, coverEnd])
    : step(steps.stopsAtOnce, enrolFrom.value, [enrolFrom, coverEnd]);

/** The gap that starts, or has started, with the month after the benefit; dates that have passed are left out. */
function ifNothingIsPaid(
  names: Names,
  facts: UnemploymentFacts,
  enrolFrom: Node,
  filled: MonthSet,
  asOf: AsOf,
  draft: Draft,
): void {
  const { step: steps, date, titles } = names;
  const stops = stopsFrom(names, enrolFrom);
  const enrolBy = step(steps.enrolBy, lastDayOf(enrolFrom.value), [enrolFrom]);
  const mendBy = step(steps.mendBy, lastDayOf(enrolFrom.value + LONGEST_GAP_MADE_GOOD), [enrolFrom]);
  draft.dates.push({ definition: date.enrolFrom, node: enrolFrom });
  if (asOf.date <= enrolBy.value) draft.dates.push({ definition: date.enrolBy, node: enrolBy });
  draft.dates.push({ definition: date.stopsFrom, node: stops });
  if (asOf.date <= mendBy.value) draft.dates.push({ definition: date.mendBy, node: mendBy });
  const until = Math.max(stops.value - 1, filled.at(-1) ?? 0);
  walk(names, facts, filled, until, draft);
  coverFrom(draft, "gap", titles.gap, until + 1);
}

function sinceResumed(names: Names, facts: UnemploymentFacts, enrolFrom: Node, resumed: Node, gap: Gap, draft: Draft): void {
  const { step: steps, date } = names;
  walk(names, facts, gap.filled, resumed.value - 1, draft);
  if (gap.count.value === 0) return coverFrom(draft, "covered", names.covered, resumed.value);
  const stops = stopsFrom(names, enrolFrom);
  const again = step(steps.coveredAgain, resumed.value + 1, [resumed]);
  draft.dates.push({ definition: date.stopsFrom, node: stops }, { definition: date.coveredAgain, node: again });
  cover(draft, "waiting", names.titles.resumed, [resumed.value, resumed.value]);
  coverFrom(draft, "covered", names.covered, again.value);
}

function walk(names: Names, { benefitFrom, benefitTo }: UnemploymentFacts, filled: MonthSet, until: Month, draft: Draft): void {
  const rule = names.firstMonthCovered ? COVER_RULE : COVER_ENDS_AT_ONCE;
  walkCover(draft, names.titles, rule, uniteMonths([benefitFrom, benefitTo], filled), EMPTY, benefitFrom, until);
}
const COVER_ENDS_AT_ONCE = { ...COVER_RULE, goesOn: 0 };
