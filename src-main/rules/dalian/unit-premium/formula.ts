/**
 * Dalian, premiums of a unit and its employees from 2020-07 (DL-16). Source: press and the notices of the yearly limits.
 * Person: last year's average wage (new staff: the first month's), held to the limits of the month, × 2 %. Unit: the sum of its
 * persons' bases × 8 %. From 2025 a large-sum part of 0.1 % and 0.2 %; the parts of earlier years nobody has, and the decision says so.
 */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { bindNames, spec, type Names, type PremiumFacts, type Rates, type WageRecord } from "./names.ts";
import { paymentsOf, sumOf, wholePart, type Payments } from "./payments.ts";
import { isCurrent, segmentsOf, yearIsOpen, yearsOf } from "./segments.ts";

export const unitPremium = defineFormula({
  matter: "dalian.unit-premium",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts) => ({
        severalYears: yearsOf(names, segmentsOf(names, facts)).length > 1,
        bySum: names.reading.bySum,
      }),
      check: (facts) => contradictions(names, facts),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function contradictions(names: Names, facts: PremiumFacts): readonly Fault[] {
  const { fault } = names;
  const segments = segmentsOf(names, facts);
  if (!segments.every((segment) => isCurrent(names, segment))) return [{ fact: "months", text: fault.oldRules }];
  if (facts.wages === undefined) return NONE;
  const told = (facts.wages as readonly WageRecord[]).map((record) => record.year);
  const again = told.findIndex((one, index) => told.indexOf(one) !== index);
  if (again >= 0) return [{ fact: `wages.${again}.year`, text: fault.yearTwice }];
  // the first wage of new staff stands for the year in which they begin
  const needed = yearsOf(names, segments).slice(facts.newStaff === 1 ? 1 : 0);
  return needed.every((one) => told.includes(one)) ? NONE : [{ fact: "wages", text: fault.yearLacking }];
}

function evaluate(names: Names, facts: PremiumFacts): Result {
  const { headline, notice, personRates, unitRates, step: steps } = names;
  const draft = newDraft();
  const isPerson = facts.who === names.person;
  const segments = segmentsOf(names, facts);
  const sides = isPerson ? [personRates, unitRates] : [unitRates];
  const asked = leaf(names.fact.months, facts.months.count);
  const paid = segments.map((segment) => paymentsOf(names, facts, segment, segments[0]!.year, asked, draft));
  const whole = paid.every((one) => one !== null);
  if (whole) {
    const parts = sides.map((side, index) => {
      const node = wholePart(
        side,
        paid.map(({ sides: of }) => of[index]!.segment),
      );
      draft.amounts.push({ definition: side.amount.part, role: "due", node });
      return node;
    });
    if (paid.length === 1) addMonth(names, sides, paid[0]!, draft);
    else
      for (const { from, sides: of } of paid)
        for (const [index, side] of sides.entries())
          draft.amounts.push({ definition: side.amount.segment, role: "information", group: from, node: of[index]!.segment });
    if (isPerson) draft.remarks.push(sumOf(steps.total, parts));
    for (const { months } of paid) draft.remarks.push(months);
  }
  draft.remarks.push(names.reading.place);
  draft.notices.push(notice.press);
  const one = facts.months.count === 1;
  const found: Template = isPerson
    ? one
      ? headline.personMonth
      : headline.personMonths
    : one
      ? headline.unitMonth
      : headline.unitMonths;
  return {
    outcome: whole ? "granted" : "figure-missing",
    headline: whole ? found : headline.figureMissing,
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: NONE,
    amounts: draft.amounts,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: materialsFor(names, facts, isPerson, draft),
    notices: draft.notices,
    sections: NONE,
    conflicts: segments.some(({ from }) => !yearIsOpen(names, from)) ? names.conflicts : NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
}

/** One standard throughout: what a month costs, and of a single month its parts. */
function addMonth(names: Names, sides: readonly Rates[], { base, months, sides: of }: Payments, draft: Draft): void {
  for (const [index, { amount }] of sides.entries()) {
    const { basic, largeSum, month } = of[index]!;
    if (months.value > 1) draft.amounts.push({ definition: amount.month, role: "information", node: month });
    else if (largeSum !== null)
      draft.amounts.push(
        { definition: amount.basic, role: "part", node: basic },
        { definition: amount.largeSum, role: "part", node: largeSum },
      );
  }
  draft.amounts.push({ definition: names.base, role: "information", node: base });
}

/** No document names papers: what proves wage, first employment and the sum of bases. */
function materialsFor({ material, reading }: Names, facts: PremiumFacts, isPerson: boolean, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.materials);
  if (!material.asked) return NONE;
  if (!isPerson) return [facts.totalWages === undefined ? material.baseList : material.totalPayroll];
  const later = facts.newStaff === 0 || facts.wages !== undefined;
  return [...(facts.newStaff === 1 ? [material.firstPayroll, material.contract] : []), ...(later ? [material.payroll] : [])];
}
