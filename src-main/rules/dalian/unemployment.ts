/**
 * Dalian, insurance while drawing unemployment benefit and after it (DL-09, with DL-01 and DL-02 for what follows).
 * Source: city guide, clauses 七(二), 一(二)(三). The fund's payments count as contributions, so that a gap starts in the
 * month after the last month of benefit.
 */
import { lastDayOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { cover, coverFrom, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";

const spec = { benefitFrom: "month", benefitTo: "month", resumedMonth: "month?" } as const;
type UnemploymentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** A longer gap cannot be made good (DL-02); the answer itself is the table's. */
const LONGEST_GAP_MADE_GOOD = 3;

function bindNames(names: Bindings) {
  const table = names.table("dalian.gap");
  const answer = table.output("answer");
  const coverEnd = names.reading("dalian.unemployment-cover-end");
  return {
    list: names.checklist(),
    table,
    answer,
    is: {
      noGap: table.choice(answer, "no-gap"),
      mendable: table.choice(answer, "allowed"),
      tooLate: table.choice(answer, "too-late"),
      tooLong: table.choice(answer, "too-long"),
    },
    coverEnd: coverEnd.node,
    firstMonthCovered: coverEnd.is("month-after-gap"),
    step: {
      benefitTo: names.fact("benefitTo"),
      resumedMonth: names.fact("resumedMonth"),
      enrolFrom: names.step("enrolFrom"),
      enrolBy: names.step("enrolBy"),
      stopsFrom: names.step("stopsFrom"),
      stopsAtOnce: names.step("stopsAtOnce"),
      mendBy: names.step("mendBy"),
      payingMonth: names.step("payingMonth"),
      gapMonths: names.step("gapMonths"),
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
    coverage: {
      byFund: names.coverage("byFund"),
      gap: names.coverage("gap"),
      grace: names.coverage("grace"),
      notCovered: names.coverage("notCovered"),
      paidWaiting: names.coverage("paidWaiting"),
      covered: names.coverage("covered"),
    },
    fault: {
      endsBeforeStart: names.fault("endsBeforeStart"),
      resumedInFuture: names.fault("resumedInFuture"),
      resumedWhileDrawing: names.fault("resumedWhileDrawing"),
    },
  };
}

const NOT_YET_KNOWN = { ended: false, resumed: false, noGap: false, mendable: false, tooLate: false, tooLong: false };
const ENDED = { ...NOT_YET_KNOWN, ended: true };

export const unemployment = defineFormula({
  matter: "dalian.unemployment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      // the questions depend on this flag only; the others are for the checklist
      derive: (facts, asOf) => (facts.benefitTo !== undefined && asOf.month > facts.benefitTo ? ENDED : NOT_YET_KNOWN),
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
  const { step: steps, is } = names;
  const draft = newDraft();
  const last = leaf(steps.benefitTo, facts.benefitTo);
  const enrolFrom = step(steps.enrolFrom, last.value + 1, [last]);
  cover(draft, "covered", names.coverage.byFund, [facts.benefitFrom, facts.benefitTo]);
  draft.remarks.push(enrolFrom);

  const ended = asOf.month > last.value;
  if (!ended) {
    ifNothingIsPaid(names, enrolFrom, asOf, draft);
    return names.list.judge(facts, NOT_YET_KNOWN, draft);
  }
  const resumed = facts.resumedMonth !== undefined;
  const paying = resumed ? leaf(steps.resumedMonth, facts.resumedMonth) : leaf(steps.payingMonth, asOf.month);
  const gap = step(steps.gapMonths, paying.value - last.value - 1, [last, paying]);
  const thisMonth = leaf(steps.thisMonth, paying.value === asOf.month ? 1 : 0);
  const answer = names.table.node(names.table.row2(gap.value, thisMonth.value), names.answer, [gap, thisMonth]);
  draft.remarks.push(answer);
  if (resumed) sinceResumed(names, enrolFrom, paying, gap, draft);
  else ifNothingIsPaid(names, enrolFrom, asOf, draft);
  const derived = {
    ended,
    resumed,
    noGap: answer.value === is.noGap,
    mendable: answer.value === is.mendable,
    tooLate: answer.value === is.tooLate,
    tooLong: answer.value === is.tooLong,
  };
  return names.list.judge(facts, derived, draft);
}

/** By the reading: the first unpaid month is still covered, as with any interruption, or cover ends with the benefit. */
const stopsFrom = ({ step: steps, firstMonthCovered, coverEnd }: Names, enrolFrom: Node): Node =>
  firstMonthCovered
    ? step(steps.stopsFrom, enrolFrom.value + 1, [enrolFrom, coverEnd])
    : step(steps.stopsAtOnce, enrolFrom.value, [enrolFrom, coverEnd]);

/** The gap that starts, or has started, with the month after the benefit; dates that have passed are left out. */
function ifNothingIsPaid(names: Names, enrolFrom: Node, asOf: AsOf, draft: Draft): void {
  const { step: steps, date, coverage } = names;
  const stops = stopsFrom(names, enrolFrom);
  const enrolBy = step(steps.enrolBy, lastDayOf(enrolFrom.value), [enrolFrom]);
  const mendBy = step(steps.mendBy, lastDayOf(enrolFrom.value + LONGEST_GAP_MADE_GOOD), [enrolFrom]);
  draft.dates.push({ definition: date.enrolFrom, node: enrolFrom });
  if (asOf.date <= enrolBy.value) draft.dates.push({ definition: date.enrolBy, node: enrolBy });
  draft.dates.push({ definition: date.stopsFrom, node: stops });
  if (asOf.date <= mendBy.value) draft.dates.push({ definition: date.mendBy, node: mendBy });
  coverFrom(draft, "gap", coverage.gap, enrolFrom.value);
  coverUntilStop(names, enrolFrom.value, stops.value, draft);
  coverFrom(draft, "not-covered", coverage.notCovered, stops.value);
}

function sinceResumed(names: Names, enrolFrom: Node, resumed: Node, gap: Node, draft: Draft): void {
  const { step: steps, date, coverage } = names;
  if (gap.value === 0) return coverFrom(draft, "covered", coverage.covered, resumed.value);
  const stops = stopsFrom(names, enrolFrom);
  const again = step(steps.coveredAgain, resumed.value + 1, [resumed]);
  draft.dates.push({ definition: date.stopsFrom, node: stops }, { definition: date.coveredAgain, node: again });
  cover(draft, "gap", coverage.gap, [enrolFrom.value, resumed.value - 1]);
  coverUntilStop(names, enrolFrom.value, stops.value, draft);
  if (stops.value < resumed.value) cover(draft, "not-covered", coverage.notCovered, [stops.value, resumed.value - 1]);
  cover(draft, "waiting", coverage.paidWaiting, [resumed.value, resumed.value]);
  coverFrom(draft, "covered", coverage.covered, again.value);
}

function coverUntilStop(names: Names, from: Month, stops: Month, draft: Draft): void {
  if (stops > from) cover(draft, "covered", names.coverage.grace, [from, stops - 1]);
}
