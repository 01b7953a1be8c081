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
import { addAll, asOption, cover, coverFrom, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { notLaterThan, same } from "../../engine/operations.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/chongqing/retirement.ts";
import { pensionYears } from "../../national/pension-years.ts";
import { kindOf, kindUnknown, retirementAge, statutoryDates } from "../../national/retirement-age.ts";
import { asked } from "../papers.ts";
import { bindWays, offered, retiredFrom, waysOut, type WayDraft } from "./ways.ts";
import { bindYears, mostService, mutualYears, requiredYears, yearsOf, type Mutual } from "./years.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { reading, material } = words;
  const of = (paper: Material): readonly Material[] => asked(reading.counterMaterials, paper);
  return {
    ...words,
    ...bindYears(words),
    ...bindWays(words),
    age: retirementAge(words),
    pension: pensionYears(words),
    papers: {
      handlerCard: of(material.handlerCard),
      identityCard: of(material.identityCard),
      pensionApproval: of(material.pensionApproval),
      serviceProof: of(material.serviceProof),
      chengduProof: of(material.chengduProof),
    },
    nextOfUnit: [words.next.enrolment, words.next.residentChange],
    nextInChengdu: [words.next.transferOut],
  };
}

export default define(bind, {
  derive: (names, facts, asOf) => ({ overlapUnknown: overlapUnknown(facts), yearsShort: yearsShort(names, facts, asOf) }),
  check,
  known: (names, facts) =>
    facts.way === names.option.way.pensionHere ? NONE : statutoryDates(names.age, names.pension, names, names.date, facts),
  evaluate,
});

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
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

/** Answers enough to count the years of somebody whose time has come. */
function countable(names: Names, facts: SomeFacts, asOf: AsOf): facts is Facts {
  const { sex, birthDate, capacity, contributed, chengduMonths } = facts;
  if (sex === undefined || birthDate === undefined || capacity === undefined || contributed === undefined) return false;
  // while an answer before it is wrong, what would be assumed is not yet there
  if (facts.transferred === undefined || facts.deemedMonths === undefined) return false;
  if (facts.service === undefined || chengduMonths === undefined) return false;
  if (birthDate > asOf.date) return false;
  // while the form is being filled the month may still depend on an answer
  if (facts.pensionMonth === undefined && (facts.way === names.option.way.pensionHere || kindUnknown(names, facts))) return false;
  return (facts.pensionMonth ?? names.age.month(kindOf(names, facts), birthDate)) <= asOf.month;
}

/** Asks for the person's choice only once it is certain that there is one. */
function yearsShort(names: Names, facts: SomeFacts, asOf: AsOf): boolean {
  if (!countable(names, facts, asOf)) return false;
  const draft = newDraft();
  const required = requiredYears(names, facts.sex, asOf, draft);
  if (required === null) return false;
  const years = yearsOf(names, facts, required, asOf, draft);
  if (years.shortfall.value === 0) return false;
  const together = shorter(mutualYears(names, facts, years.local, asOf, draft), years);
  return together === null || (together.here.value === 1 && together.shortfall.value > 0);
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, option, notice, reading } = names;
  const { none: anyTime } = names.timeLimit;
  const draft = newDraft();
  const processing = leaf(names.step.processingMonth, asOf.month);
  const notYet = retirementToCome(names, facts, processing, draft);
  cover(draft, "contributed", names.coverage.contributed, facts.contributed.set ?? EMPTY);
  if (facts.deemedMonths > 0 || facts.service.count > 0) draft.notices.push(notice.deemedPress);
  const byUnit = facts.capacity === option.capacity.unit;
  const place = byUnit ? names.place.unit : names.place.own;
  draft.materials = materialsFor(names, facts, draft);
  if (notYet !== null) return finish(draft, "not-yet", notYet, place, anyTime);

  const required = requiredYears(names, facts.sex, asOf, draft);
  if (required === null) {
    if (byUnit) draft.sections.push(names.section.unitWays);
    return finish(draft, "figure-missing", headline.figureMissing, place, anyTime);
  }
  draft.notices.push(notice.requiredYears);
  const years = yearsOf(names, facts, required, asOf, draft);
  if (years.shortfall.value === 0) {
    yearsConditions(names.years, years, null, draft);
    return finish(draft, "granted", headline.granted({ retiredFrom: retire(names, draft, processing) }), place, anyTime);
  }
  const together = shorter(mutualYears(names, facts, years.local, asOf, draft), years);
  if (missingOnceMoved(facts, years) < (together?.shortfall ?? years.shortfall).value) draft.notices.push(notice.moveChengdu);
  if (together !== null && together.here.value === 0) return toChengdu(names, together, draft);
  if (together?.shortfall.value === 0) {
    mutualCondition(names, together, false, draft);
    const says = headline.mutual({ bothMonths: together.months, retiredFrom: retire(names, draft, processing) });
    return finish(draft, "granted", says, place, anyTime);
  }

  if (byUnit) {
    draft.sections.push(names.section.unitWays);
    draft.notices.push(notice.unitSum, notice.ageOfIndividuals);
  } else draft.remarks.push(reading.individualTopUp.node);
  const shortfall = together === null ? years.shortfall : same(names.step.shortfallMutual, together.shortfall);
  draft.remarks.push(shortfall);
  const ways = waysOut(names, facts, asOf, processing, years.local, shortfall);
  // a choice that is made needs only its own figures
  const chosen =
    facts.shortfallWay === undefined && ways.length === 1 ? ways[0] : ways.find(({ choice }) => choice === facts.shortfallWay);
  for (const way of chosen === undefined ? ways : [chosen]) {
    addMissing(draft, way.draft);
    addAll(draft.notices, way.draft.notices);
  }
  const missing = draft.missing.length > 0;
  const paysNow = chosen?.choice === option.shortfallWay.payNow && !missing;
  if (together !== null) mutualCondition(names, together, paysNow, draft);
  else if (paysNow) toppedUpConditions(names.years, years, draft);
  else {
    const topUp = ways.find(({ choice }) => choice === option.shortfallWay.payNow)?.draft.amounts[0]?.node ?? null;
    yearsConditions(names.years, years, topUp, draft);
  }
  if (chosen === undefined || missing) {
    draft.options = ways.map((way) => asOption(way, way.draft));
    draft.next = byUnit ? names.nextOfUnit : NONE;
    return missing
      ? finish(draft, "figure-missing", headline.figureMissing, place, anyTime)
      : finish(draft, "choice", headline.choose({ shortfall }), place, anyTime);
  }
  addAll(draft.amounts, chosen.draft.amounts);
  addAll(draft.dates, chosen.draft.dates);
  addAll(draft.coverage, chosen.draft.coverage);
  if (ways.length > 1) draft.options = ways.map((way) => asOption(way, way.draft));
  draft.next = chosen.next;
  return finish(draft, paysNow ? "granted" : "guidance", chosen.headline, place, anyTime);
}

/** Nothing is missing. */
function retire(names: Names, draft: Draft, processing: Node): Node {
  const from = retiredFrom(names, processing);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  return from;
}

/** The agreement is used where less is missing by it than by Chongqing's own rule. */
const shorter = (mutual: Mutual | null, { shortfall }: Years): Mutual | null =>
  mutual !== null && mutual.shortfall.value < shortfall.value ? mutual : null;

function mutualCondition(names: Names, mutual: Mutual, madeUp: boolean, draft: Draft): void {
  const { required, months, shortfall, here } = mutual;
  const said = { "chengdu-months": required, bothMonths: months, chengduShortfall: shortfall };
  const met = madeUp || shortfall.value === 0;
  draft.remarks.push(here, required, shortfall);
  draft.conditions.push({
    definition: madeUp ? names.condition.mutualToppedUp(said) : names.condition.mutualYears(said),
    met,
    node: months,
    remedies: met ? NONE : [{ definition: names.remedy.moreMutual(said), node: shortfall }],
  });
}

/** The years of Chengdu are the longer ones: it is there that one retires, and makes up for what is missing. */
function toChengdu(names: Names, mutual: Mutual, draft: Draft): Result {
  mutualCondition(names, mutual, false, draft);
  const said = { bothMonths: mutual.months, chengduShortfall: mutual.shortfall };
  const { toChengdu: enough, toChengduShort: short } = names.headline;
  draft.materials = NONE;
  draft.next = names.nextInChengdu;
  const says = mutual.shortfall.value === 0 ? enough(said) : short(said);
  return finish(draft, "guidance", says, names.place.chengdu, names.timeLimit.none);
}

function materialsFor({ papers, option, reading }: Names, facts: Facts, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.counterMaterials.node);
  const list = [...(facts.capacity === option.capacity.unit ? papers.handlerCard : papers.identityCard)];
  if (facts.way === option.way.pensionHere) addAll(list, papers.pensionApproval);
  if (facts.service.count > 0) addAll(list, papers.serviceProof);
  if (facts.chengduMonths.count > 0) addAll(list, papers.chengduProof);
  return list;
}

/** Pension retirement where it was done, the statutory month otherwise: what is said while it is to come, `null` once it is reached. */
function retirementToCome(names: Names, facts: Facts, processing: Node, draft: Draft): Template | null {
  const { fact, step: steps, condition, remedy, headline } = names;
  if (facts.pensionMonth !== undefined) {
    const pensionMonth = leaf(fact.pensionMonth, facts.pensionMonth);
    const said = { pensionMonth };
    const reached = notLaterThan(steps.retired, pensionMonth, processing);
    const met = reached.value === 1;
    const remedies = met ? NONE : [{ definition: remedy.waitForPension(said), node: pensionMonth }];
    draft.conditions.push({ definition: condition.pensionDone(said), met, node: reached, remedies });
    return met ? null : headline.notYetPension(said);
  }
  const statutoryMonth = names.age.node(kindOf(names, facts), leaf(fact.birthDate, facts.birthDate));
  const said = { statutoryMonth, processingMonth: processing };
  const reached = notLaterThan(steps.retired, statutoryMonth, processing);
  const met = reached.value === 1;
  draft.dates.push({ definition: names.date.statutoryMonth, node: names.pension.withStatutory(statutoryMonth) });
  const remedies = met ? NONE : [{ definition: remedy.waitForAge(said), node: statutoryMonth }];
  draft.conditions.push({ definition: condition.age(said), met, node: reached, remedies });
  return met ? null : headline.notYetAge(said);
}

/** What Chongqing's own rule would lack if the relation of Chengdu were moved here: its months count then as any from elsewhere. */
function missingOnceMoved({ contributed, chengduMonths }: Facts, { cumulativeShortfall, localShortfall }: Years): number {
  const shared = countMonths(intersectMonths(chengduMonths.set ?? EMPTY, contributed.set ?? EMPTY));
  return Math.max(0, cumulativeShortfall.value - (chengduMonths.count - shared), localShortfall.value);
}

function addMissing(draft: Draft, { missing }: WayDraft): void {
  for (const found of missing) if (!draft.missing.some(({ figure }) => figure === found.figure)) draft.missing.push(found);
}
