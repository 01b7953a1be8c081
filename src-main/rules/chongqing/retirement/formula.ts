/**
 * Chongqing, years for retirement and what to do about missing ones (CQ-09, CQ-15 with Chengdu, NX-02 for the age).
 * Source: answers of 2023-08, 职工10问, for the ways; 渝府发〔2009〕29号 for the years; the agreement of both cities.
 */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { countMonths, EMPTY, intersectMonths } from "../../../../src-shared/domain/periods.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { overlapUnknown, yearsConditions, type Years } from "../../engine/contribution/years.ts";
import { contradictions, WORKING_AGE_MONTHS } from "../../engine/contribution/years-faults.ts";
import { addCondition, cover, coverFrom, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { DateFound, Result, Template } from "../../engine/result.ts";
import { MAN, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { bindNames, spec, type Names, type RetirementFacts, type SomeRetirementFacts } from "./names.ts";
import { offered, retiredFrom, waysOut } from "./ways.ts";
import { mostService, mutualYears, requiredYears, yearsOf, type Mutual } from "./years.ts";

export const retirement = defineFormula({
  matter: "chongqing.retirement",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({ overlapUnknown: overlapUnknown(facts), yearsShort: yearsShort(names, facts, asOf) }),
      check: (facts, asOf) => faults(names, facts, asOf),
      known: (facts) => knownDates(names, facts),
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function faults(names: Names, facts: RetirementFacts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  const most = mostService(names, facts, asOf);
  const found = [
    ...contradictions(names.years, facts, asOf, { fact: "pensionMonth", month: facts.pensionMonth }, () => asOf.month + 1),
  ];
  if (facts.deemedMonths > 0 && facts.service.count > 0) found.push({ fact: "service", text: fault.deemedTwice });
  if (facts.deemedMonths > most) found.push({ fact: "deemedMonths", text: fault.tooMuchService });
  if (facts.service.set === null && facts.service.count > most) found.push({ fact: "service", text: fault.tooMuchService });
  const chengdu = facts.chengduMonths.set?.[0];
  if (chengdu !== undefined && chengdu < monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS)
    found.push({ fact: "chengduMonths", text: fault.beforeWorkingAge });
  if (facts.shortfallWay !== undefined && !offered(names, facts, facts.shortfallWay))
    found.push({ fact: "shortfallWay", text: fault.wayNotOffered });
  return found;
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
    node: names.pensionYears.withStatutory(names.retirementAge.node(person, birth)),
  });
  return kindUnknown(names, facts)
    ? [found(WOMAN_50, names.date.statutory50), found(WOMAN_55, names.date.statutory55)]
    : [found(kindOf(names, facts), names.date.statutory)];
}

/** Answers enough to count the years of somebody whose time has come. */
function countable(names: Names, facts: SomeRetirementFacts, asOf: AsOf): facts is RetirementFacts {
  const { sex, birthDate, capacity, contributed, chengduMonths } = facts;
  if (sex === undefined || birthDate === undefined || capacity === undefined || contributed === undefined) return false;
  // while an answer before it is wrong, what would be assumed is not yet there
  if (facts.transferred === undefined || facts.deemedMonths === undefined) return false;
  if (facts.service === undefined || chengduMonths === undefined) return false;
  if (birthDate > asOf.date) return false;
  // while the form is being filled the month may still depend on an answer
  if (facts.pensionMonth === undefined && (facts.way === names.option.pensionHere || kindUnknown(names, facts))) return false;
  return (facts.pensionMonth ?? names.retirementAge.month(kindOf(names, facts), birthDate)) <= asOf.month;
}

/** Asks for the person's choice only once it is certain that there is one. */
function yearsShort(names: Names, facts: SomeRetirementFacts, asOf: AsOf): boolean {
  if (!countable(names, facts, asOf)) return false;
  const draft = newDraft();
  const required = requiredYears(names, facts.sex, asOf, draft);
  if (required === null) return false;
  const years = yearsOf(names, facts, required, asOf, draft);
  if (years.shortfall.value === 0) return false;
  const together = shorter(mutualYears(names, facts, years.local, asOf, draft), years);
  return together === null || (together.here.value === 1 && together.shortfall.value > 0);
}

function evaluate(names: Names, facts: RetirementFacts, asOf: AsOf): Result {
  const { headline, option, notice } = names;
  const draft = newDraft();
  const processing = leaf(names.step.processingMonth, asOf.month);
  const due = retirementReached(names, facts, processing, draft);
  cover(draft, "contributed", names.coverage.contributed, facts.contributed.set ?? []);
  if (facts.deemedMonths > 0 || facts.service.count > 0) draft.notices.push(notice.deemedPress);
  const byUnit = facts.capacity === option.unit;
  const result = {
    place: byUnit ? names.place.unit : names.place.own,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: materialsFor(names, facts, draft),
    notices: draft.notices,
    sections: draft.sections,
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

  const required = requiredYears(names, facts.sex, asOf, draft);
  if (required === null) {
    if (byUnit) draft.sections.push(names.section.unitWays);
    return { ...result, outcome: "figure-missing", headline: headline.figureMissing };
  }
  draft.notices.push(notice.requiredYears);
  const years = yearsOf(names, facts, required, asOf, draft);
  if (years.shortfall.value === 0) {
    yearsConditions(names.years, years, null, draft);
    return granted(names, result, headline.granted, processing, draft);
  }
  const together = shorter(mutualYears(names, facts, years.local, asOf, draft), years);
  if (missingOnceMoved(facts, years) < (together?.shortfall ?? years.shortfall).value) draft.notices.push(notice.moveChengdu);
  if (together !== null && together.here.value === 0)
    return { ...result, ...toChengdu(names, together, draft), assumed: draft.assumed };
  if (together?.shortfall.value === 0) {
    mutualCondition(names, together, false, draft);
    return granted(names, result, headline.mutual, processing, draft);
  }

  if (byUnit) {
    draft.sections.push(names.section.unitWays);
    draft.notices.push(notice.unitSum, notice.ageOfIndividuals);
  } else draft.remarks.push(names.reading.individual);
  const shortfall =
    together === null ? years.shortfall : step(names.step.shortfallMutual, together.shortfall.value, [together.shortfall]);
  draft.remarks.push(shortfall);
  const ways = waysOut(names, facts, asOf, processing, years.local, shortfall);
  // a choice that is made needs only its own figures
  const chosen =
    facts.shortfallWay === undefined && ways.length === 1 ? ways[0] : ways.find(({ choice }) => choice === facts.shortfallWay);
  for (const way of chosen === undefined ? ways : [chosen]) {
    addMissing(draft, way.draft);
    draft.notices.push(...way.draft.notices);
  }
  const missing = draft.missing.length > 0;
  const paysNow = chosen?.choice === option.payNow && !missing;
  if (together !== null) mutualCondition(names, together, paysNow, draft);
  else if (paysNow) toppedUpConditions(names.years, years, draft);
  else {
    const topUp = ways.find(({ choice }) => choice === option.payNow)?.draft.amounts[0]?.node ?? null;
    yearsConditions(names.years, years, topUp, draft);
  }
  const options = ways.map(({ title, text, draft: { amounts, dates, coverage } }) => ({ title, text, amounts, dates, coverage }));
  if (chosen === undefined || missing)
    return {
      ...result,
      outcome: missing ? "figure-missing" : "choice",
      headline: missing ? headline.figureMissing : headline.choose,
      options,
      next: byUnit ? names.next.unit : NONE,
      assumed: draft.assumed,
    };
  draft.amounts.push(...chosen.draft.amounts);
  draft.dates.push(...chosen.draft.dates);
  draft.coverage.push(...chosen.draft.coverage);
  return {
    ...result,
    outcome: paysNow ? "granted" : "guidance",
    headline: chosen.headline,
    options: ways.length > 1 ? options : NONE,
    next: chosen.next,
    assumed: draft.assumed,
  };
}

/** Nothing is missing. */
function granted(
  names: Names,
  result: Omit<Result, "outcome" | "headline">,
  headline: Template,
  processing: Node,
  draft: Draft,
): Result {
  const from = retiredFrom(names, processing);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  return { ...result, outcome: "granted", headline, assumed: draft.assumed };
}

/** The agreement is used where less is missing by it than by Chongqing's own rule. */
const shorter = (mutual: Mutual | null, { shortfall }: Years): Mutual | null =>
  mutual !== null && mutual.shortfall.value < shortfall.value ? mutual : null;

/** What Chongqing's own rule would lack if the relation of Chengdu were moved here: its months count then as any from elsewhere. */
function missingOnceMoved(
  { contributed, chengduMonths }: RetirementFacts,
  { cumulativeShortfall, localShortfall }: Years,
): number {
  const same = countMonths(intersectMonths(chengduMonths.set ?? EMPTY, contributed.set ?? EMPTY));
  return Math.max(0, cumulativeShortfall.value - (chengduMonths.count - same), localShortfall.value);
}

function mutualCondition(names: Names, { required, months, shortfall, here }: Mutual, madeUp: boolean, draft: Draft): void {
  const definition = madeUp ? names.condition.mutualToppedUp : names.condition.mutualYears;
  const met = madeUp || shortfall.value === 0;
  draft.remarks.push(here, required, shortfall);
  const remedies = met ? NONE : [{ definition: names.remedy.moreMutual, node: shortfall }];
  draft.conditions.push({ definition, met, node: months, remedies });
}

/** The years of Chengdu are the longer ones: it is there that one retires, and makes up for what is missing. */
function toChengdu(names: Names, mutual: Mutual, draft: Draft): Pick<Result, "outcome" | "headline" | "place"> & Partial<Result> {
  mutualCondition(names, mutual, false, draft);
  const { headline } = names;
  return {
    outcome: "guidance",
    headline: mutual.shortfall.value === 0 ? headline.toChengdu : headline.toChengduShort,
    place: names.place.chengdu,
    materials: NONE,
    next: names.next.chengdu,
  };
}

function materialsFor({ material, option, papers }: Names, facts: RetirementFacts, draft: Draft): readonly Material[] {
  draft.remarks.push(papers.reading);
  const list = [...(facts.capacity === option.unit ? material.handlerCard : material.identityCard)];
  if (facts.way === option.pensionHere) list.push(...material.pensionApproval);
  if (facts.service.count > 0) list.push(...material.serviceProof);
  if (facts.chengduMonths.count > 0) list.push(...material.chengduProof);
  return list;
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
  draft.dates.push({ definition: names.date.statutory, node: names.pensionYears.withStatutory(statutory) });
  addCondition(draft, condition.age, met, node, remedy.waitForAge, statutory);
  return met;
}

function addMissing(draft: Draft, { missing }: Draft): void {
  for (const found of missing) if (!draft.missing.some(({ figure }) => figure === found.figure)) draft.missing.push(found);
}
