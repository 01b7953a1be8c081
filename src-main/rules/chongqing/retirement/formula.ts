/**
 * Chongqing, missing years at retirement (CQ-09, with NX-02 for the age). Source: answers of 2023-08, 职工10问.
 * The answers name the ways out, not the years required: those are a figure that the office enters.
 */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, coverFrom, figureAt, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { DateFound, Result } from "../../engine/result.ts";
import { MAN, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { bindNames, spec, type Names, type RetirementFacts, type SomeRetirementFacts } from "./names.ts";
import { offered, retiredFrom, topUpYear, waysOut } from "./ways.ts";
import { countYears } from "./years.ts";

export const retirement = defineFormula({
  matter: "chongqing.retirement",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({ yearsShort: yearsShort(names, facts, asOf) }),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: (facts) => knownDates(names, facts),
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

/** Nobody works, and so contributes, earlier. */
const WORKING_AGE_MONTHS = 16 * 12;

function contradictions(names: Names, facts: RetirementFacts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const first = monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS;
  const faults: Fault[] = [];
  if (facts.pensionMonth !== undefined && facts.pensionMonth < first) faults.push({ fact: "pensionMonth", text: fault.tooYoung });
  for (const fact of ["contributed", "transferred"] as const) {
    const start = facts[fact]?.set?.[0];
    if (start !== undefined && start < first) faults.push({ fact, text: fault.beforeWorkingAge });
  }
  if (facts.shortfallWay !== undefined && !offered(names, facts, facts.shortfallWay))
    faults.push({ fact: "shortfallWay", text: fault.wayNotOffered });
  return faults;
}

const kindOf = ({ option }: Names, { sex, kind }: SomeRetirementFacts): PersonKind =>
  sex === option.male ? MAN : kind === option.woman55 ? WOMAN_55 : WOMAN_50;

const kindUnknown = ({ option }: Names, { sex, kind }: SomeRetirementFacts): boolean => sex !== option.male && kind === undefined;

function knownDates(names: Names, facts: SomeRetirementFacts): readonly DateFound[] {
  const { sex, birthDate } = facts;
  if (sex === undefined || birthDate === undefined || facts.way === names.option.pensionHere) return NONE;
  const birth = leaf(names.step.birthDate, birthDate);
  const found = (person: PersonKind, definition: DateFound["definition"]): DateFound => ({
    definition,
    node: names.retirementAge.node(person, birth),
  });
  return kindUnknown(names, facts)
    ? [found(WOMAN_50, names.date.statutory50), found(WOMAN_55, names.date.statutory55)]
    : [found(kindOf(names, facts), names.date.statutory)];
}

/** Asks for the person's choice only once it is certain that there is one. */
function yearsShort(names: Names, facts: SomeRetirementFacts, asOf: AsOf): boolean {
  const { sex, birthDate, contributed } = facts;
  if (sex === undefined || birthDate === undefined || contributed === undefined) return false;
  if (birthDate > asOf.date) return false;
  const required = names.figure.required[sex]!.at(asOf.date);
  if (required === null) return false;
  // while the form is being filled the month may still depend on an answer
  if (facts.pensionMonth === undefined && (facts.way === names.option.pensionHere || kindUnknown(names, facts))) return false;
  const reached = facts.pensionMonth ?? names.retirementAge.month(kindOf(names, facts), birthDate);
  return reached <= asOf.month && countYears(names, { ...facts, contributed }, newDraft()).value < required.value;
}

function evaluate(names: Names, facts: RetirementFacts, asOf: AsOf): Result {
  const { headline, condition, remedy, option } = names;
  const draft = newDraft();
  const processing = leaf(names.step.processingMonth, asOf.month);
  const due = retirementReached(names, facts, processing, draft);
  const cumulative = countYears(names, facts, draft);
  if (facts.deemedMonths !== undefined) draft.notices.push(names.notice.deemedNotNamed);
  const byUnit = facts.capacity === option.unit;
  const result = {
    place: byUnit ? names.place.unit : names.place.own,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: NONE,
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!due)
    return {
      ...result,
      outcome: "not-yet",
      headline: facts.pensionMonth === undefined ? headline.notYetAge : headline.notYetPension,
    };

  draft.notices.push(names.notice.yearsNotNamed);
  const required = requiredMonths(names, facts, asOf, draft);
  if (required === null) {
    const year = topUpYear(names, facts, asOf, draft);
    if (year !== null) draft.amounts.push({ definition: names.amount.topUpYear, role: "information", node: year });
    return { ...result, outcome: "figure-missing", headline: headline.figureMissing };
  }
  const shortfall = step(names.step.shortfall, Math.max(0, required.value - cumulative.value), [required, cumulative]);
  draft.remarks.push(shortfall);
  if (shortfall.value === 0) {
    draft.conditions.push({ definition: condition.cumulativeYears, met: true, node: cumulative, remedies: NONE });
    const from = retiredFrom(names, processing);
    draft.dates.push({ definition: names.date.retiredFrom, node: from });
    coverFrom(draft, "retired", names.coverage.retired, from.value);
    return { ...result, outcome: "granted", headline: headline.granted };
  }

  if (!byUnit) draft.remarks.push(names.reading.individual);
  const ways = waysOut(names, facts, asOf, processing, cumulative, shortfall);
  const topUp = ways.find(({ choice }) => choice === option.payNow)?.draft.amounts[0]?.node;
  const more = { definition: remedy.moreCumulative, node: shortfall };
  draft.conditions.push({
    definition: condition.cumulativeYears,
    met: false,
    node: cumulative,
    remedies: topUp === undefined ? [more] : [more, { definition: remedy.payTopUp, node: topUp }],
  });
  // a choice that is made needs only its own figures
  const chosen =
    facts.shortfallWay === undefined && ways.length === 1 ? ways[0] : ways.find(({ choice }) => choice === facts.shortfallWay);
  for (const way of chosen === undefined ? ways : [chosen]) addMissing(draft, way.draft);
  const options = ways.map(({ title, text, draft: { amounts, dates, coverage } }) => ({ title, text, amounts, dates, coverage }));
  if (chosen === undefined || draft.missing.length > 0) {
    const missing = draft.missing.length > 0;
    return {
      ...result,
      outcome: missing ? "figure-missing" : "choice",
      headline: missing ? headline.figureMissing : headline.choose,
      options,
      next: byUnit ? names.next.unit : NONE,
    };
  }
  draft.amounts.push(...chosen.draft.amounts);
  draft.dates.push(...chosen.draft.dates);
  draft.coverage.push(...chosen.draft.coverage);
  return {
    ...result,
    outcome: chosen.choice === option.payNow ? "granted" : "guidance",
    headline: chosen.headline,
    options: ways.length > 1 ? options : NONE,
    next: chosen.next,
  };
}

/** Pension retirement where it was done, the statutory month otherwise. */
function retirementReached(names: Names, facts: RetirementFacts, processing: Node, draft: Draft): boolean {
  const { step: steps, condition, remedy } = names;
  if (facts.pensionMonth !== undefined) {
    const pension = leaf(steps.pensionMonth, facts.pensionMonth);
    const met = pension.value <= processing.value;
    const node = step(steps.retired, met ? 1 : 0, [pension, processing]);
    addCondition(draft, condition.pensionDone, met, node, remedy.waitForPension, pension);
    return met;
  }
  const statutory = names.retirementAge.node(kindOf(names, facts), leaf(steps.birthDate, facts.birthDate));
  const met = statutory.value <= processing.value;
  const node = step(steps.retired, met ? 1 : 0, [statutory, processing]);
  draft.dates.push({ definition: names.date.statutory, node: statutory });
  addCondition(draft, condition.age, met, node, remedy.waitForAge, statutory);
  return met;
}

function requiredMonths(names: Names, facts: RetirementFacts, asOf: AsOf, draft: Draft): Node | null {
  const figure = figureAt(names.figure.required[facts.sex]!, asOf.date, draft);
  return figure === null ? null : step(names.step.requiredMonths, figure.value, [names.sexes[facts.sex]!, figure]);
}

function addMissing(draft: Draft, { missing }: Draft): void {
  for (const found of missing) if (!draft.missing.some(({ figure }) => figure === found.figure)) draft.missing.push(found);
}
