/**
 * Dalian, premiums of a unit and its employees from 2020-07 (DL-16). Source: press and the notices of the yearly limits.
 * Person: last year's average wage (new staff: the first month's), held to the limits of the month, × 2 %. Unit: the sum of its
 * persons' bases × 8 %. From 2025 a large-sum part of 0.1 % and 0.2 %; the parts of earlier years nobody has, and the decision says so.
 */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { sum } from "../../engine/operations.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/dalian/unit-premium.ts";
import { bindSides, paymentsOf, wholePart, type Payments, type Side } from "./payments.ts";
import { bindSegments, isCurrent, segmentsOf, yearIsOpen, yearsOf } from "./segments.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { conflict, place, reading } = words;
  return {
    ...words,
    ...bindSegments(words),
    ...bindSides(words),
    baseYear: [conflict.baseYear],
    where: reading.unitPremiumPlace.is.agency ? place.agency : place.online,
  };
}

export default define(bind, { derive, check, evaluate });

function derive(names: Names, facts: SomeFacts) {
  const severalYears = yearsOf(names, segmentsOf(names, facts)).length > 1;
  return { severalYears, bySum: names.reading.unitPremiumBase.is.sumOfBases };
}

function check(names: Names, facts: Facts): readonly Fault[] {
  const { fault } = names;
  const segments = segmentsOf(names, facts);
  if (!segments.every((segment) => isCurrent(names, segment))) return [{ fact: "months", text: fault.oldRules }];
  if (facts.wages === undefined) return NONE;
  const years = facts.wages.map(({ year }) => year);
  const again = years.findIndex((one, index) => years.indexOf(one) !== index);
  if (again >= 0) return [{ fact: `wages.${again}.year`, text: fault.yearTwice }];
  // the first wage of new staff stands for the year in which they begin
  const needed = yearsOf(names, segments).slice(facts.newStaff === 1 ? 1 : 0);
  return needed.every((one) => years.includes(one)) ? NONE : [{ fact: "wages", text: fault.yearLacking }];
}

function evaluate(names: Names, facts: Facts): Result {
  const { headline, reading, where } = names;
  const { none: anyTime } = names.timeLimit;
  const draft = newDraft();
  const segments = segmentsOf(names, facts);
  const months = leaf(names.fact.months, facts.months.count);
  const paid = segments.map((segment) => paymentsOf(names, facts, segment, segments[0]!.year, months, draft));
  const whole = paid.every((one) => one !== null);
  const says = whole ? addAmounts(names, facts, paid, months, draft) : headline.figureMissing;
  draft.remarks.push(reading.unitPremiumPlace.node, reading.unitPremiumMaterials.node);
  draft.notices.push(names.notice.press);
  draft.materials = materialsFor(names, facts);
  if (segments.some(({ from }) => !yearIsOpen(names, from))) draft.conflicts = names.baseYear;
  return finish(draft, whole ? "granted" : "figure-missing", says, where, anyTime);
}

const isPerson = ({ option }: Names, { who }: Facts): boolean => who === option.who.person;

/** Each side's part of all the months, and what it is made of; the headline says it. */
function addAmounts(names: Names, facts: Facts, paid: readonly Payments[], months: Node, draft: Draft): Template {
  const { headline, amount } = names;
  const sides = isPerson(names, facts) ? [names.person, names.unit] : [names.unit];
  const parts = sides.map((side, index) => {
    const segments = paid.map(({ sides: of }) => of[index]!.segment);
    const node = wholePart(side, segments);
    draft.amounts.push({ definition: side.amount.part, role: "due", node });
    return node;
  });
  const first = paid[0]!;
  if (paid.length === 1) {
    addMonth(sides, first, draft);
    draft.amounts.push({ definition: amount.base, role: "information", node: first.base });
  } else
    for (const { from, sides: of } of paid)
      for (const [index, side] of sides.entries())
        draft.amounts.push({ definition: side.amount.segment, role: "information", group: from, node: of[index]!.segment });

  const total = sides.length === 1 ? null : sum(names.step.total, parts);
  if (total !== null) draft.remarks.push(total);
  for (const segment of paid) draft.remarks.push(segment.months);
  const one = months.value === 1;
  const { from: segmentFrom } = first;
  if (total === null) {
    const said = { segmentFrom, months, unitPart: parts[0]! };
    return one ? headline.unitMonth(said) : headline.unitMonths(said);
  }
  const said = { segmentFrom, months, personPart: parts[0]!, unitPart: parts[1]!, total };
  return one ? headline.personMonth(said) : headline.personMonths(said);
}

/** One standard throughout: what a month costs, and of a single month its parts. */
function addMonth(sides: readonly Side[], { months, sides: of }: Payments, draft: Draft): void {
  for (const [index, { amount }] of sides.entries()) {
    const { basic, largeSum, month } = of[index]!;
    if (months.value > 1) draft.amounts.push({ definition: amount.month, role: "information", node: month });
    else if (largeSum !== null)
      draft.amounts.push(
        { definition: amount.basic, role: "part", node: basic },
        { definition: amount.largeSum, role: "part", node: largeSum },
      );
  }
}

/** No document names papers: what proves wage, first employment and the sum of bases. */
function materialsFor(names: Names, facts: Facts): readonly Material[] {
  const { material, reading } = names;
  if (reading.unitPremiumMaterials.is.none) return NONE;
  if (!isPerson(names, facts)) return [facts.totalWages === undefined ? material.baseList : material.totalPayroll];
  const later = facts.newStaff === 0 || facts.wages !== undefined;
  return [
    ...(facts.newStaff === 1 ? [material.firstPayroll, material.labourContract] : []),
    ...(later ? [material.payroll] : []),
  ];
}
