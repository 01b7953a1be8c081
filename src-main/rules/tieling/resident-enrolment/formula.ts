/**
 * Tieling, enrolment in the resident scheme (TL-02). Source: notice of 2022-04-01, 二(一)1, and from 2025 on 国办发〔2024〕38号.
 * The law is that of the day of payment; treatment ends with the year that was paid for.
 */
import { monthOfDate, monthOfYear, packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import { coverWaiting } from "../../engine/contribution/waiting.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { NATIONAL_RULE_FROM } from "../../national/resident-waiting.ts";
import { addWaitingDates, paymentFault } from "../waiting.ts";
import { bindNames, spec, type Names, type ResidentFacts } from "./names.ts";
import { inPeriodOf, missedYears, paidDay, paymentOf, yearOf, type Paid } from "./paid.ts";
import { addNational, nationalWaiting, notBefore, startOf } from "./waiting.ts";

/** The concentrated period begins with this month, unless the city announces another. */
const FOURTH_QUARTER = 10;

export const residentEnrolment = defineFormula({
  matter: "tieling.resident-enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { option, reading, fault } = names;
    return {
      derive(facts, asOf) {
        const { assisted } = facts;
        const isAssisted = assisted !== undefined && assisted !== option.notAssisted;
        return {
          asksYear: reading.announced || monthOfYear(monthOfDate(paidDay(facts, asOf))) >= FOURTH_QUARTER,
          announced: reading.announced,
          byRecognition: isAssisted && assisted !== option.entitled && assisted !== option.disabled,
          national: assisted === option.notAssisted && paidDay(facts, asOf) >= NATIONAL_RULE_FROM,
          missed: facts.lastYear !== undefined && missedYears(names, facts.lastYear, yearOf(names, facts, asOf)) > 0,
        };
      },
      check(facts, asOf) {
        const wrong = paymentFault(fault.payment, facts.paidOn, asOf);
        if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
        if (facts.recognizedOn !== undefined && facts.recognizedOn > asOf.date)
          return [{ fact: "recognizedOn", text: fault.recognizedInFuture }];
        if (facts.lastYear === undefined) return NONE;
        const year = yearOf(names, facts, asOf);
        if (facts.lastYear >= year) return [{ fact: "lastYear", text: fault.alreadyInsured }];
        return (facts.repairedYears ?? 0) > missedYears(names, facts.lastYear, year)
          ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
          : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: ResidentFacts, asOf: AsOf): Result {
  const { headline, notice, table } = names;
  const draft = newDraft();
  const hasRight = names.residence.add(draft, facts.household, facts.permit);
  const assisted = facts.assisted !== names.option.notAssisted;
  const result = {
    place: names.place,
    timeLimit: assisted ? names.timeLimit.assisted : names.timeLimit.any,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: facts.permit === 1 ? names.materials : NONE,
    notices: draft.notices,
    sections: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!hasRight) return { ...result, conflicts: NONE, outcome: "refused", headline: headline.refused };

  const paid = paymentOf(names, facts, asOf);
  const inPeriod = inPeriodOf(names, facts, paid);
  const group = names.leaf.assisted[facts.assisted]!;
  // who is assisted need not care for the period
  const inputs = assisted ? [paid.payment, group] : [paid.payment, group, inPeriod];
  const row = table.waiting.row([monthOfDate(paid.payment.value), facts.assisted, inPeriod.value]);
  const answer = table.waiting.node(row, table.answer, inputs);
  draft.remarks.push(answer, paid.yearStart);
  const national = answer.value === table.national ? nationalWaiting(names, facts, paid, inPeriod) : null;
  const length = national === null ? table.waiting.node(row, table.days, inputs) : national.months;
  const start = startOf(names, facts, answer, paid, national);
  const found = notBefore(names, names.waiting.after(start, length), paid.yearStart);
  addWaitingDates(draft, names.dates, found);
  coverWaiting(draft, names.coverage, found, packDate(paid.year.value, 12, 31));
  if (national !== null) addNational(names, draft, start, paid.yearStart, national);
  const noYear = yearOfDate(found.treatmentFrom.value) > paid.year.value;
  if (noYear) draft.notices.push(notice.yearLost);
  if (length.value > 0) draft.notices.push(notice.payInPeriod);
  if (assisted) draft.notices.push(notice.assistedPremium);
  else addPremium(names, facts, draft, paid);

  const waits = national === null ? headline.waitsDays : headline.waitsMonths;
  // the notice's flat 90 days still circulate
  const conflicts = national !== null && length.value > 0 ? names.conflicts : NONE;
  if (draft.missing.length > 0) return { ...result, conflicts, outcome: "figure-missing", headline: headline.figureMissing };
  return {
    ...result,
    conflicts,
    outcome: "granted",
    headline: noYear ? headline.yearLost : length.value === 0 ? headline.atOnce : waits,
  };
}

/** One year's premium, and as much for every missed year that is paid for. */
function addPremium(names: Names, facts: ResidentFacts, draft: Draft, { yearStart }: Paid): void {
  const { step: steps, figure, amount } = names;
  const premium = figure.at(yearStart.value);
  if (premium === null) {
    draft.missing.push({ figure, date: yearStart.value });
    return;
  }
  draft.amounts.push({ definition: amount.year, role: "due", node: step(steps.yearPremium, premium.value, [premium]) });
  const years = facts.repairedYears ?? 0;
  if (years > 0) {
    const node = step(steps.repairPremium, premium.value * years, [premium, leaf(steps.repaired, years)]);
    draft.amounts.push({ definition: amount.repair, role: "due", node });
  }
}
