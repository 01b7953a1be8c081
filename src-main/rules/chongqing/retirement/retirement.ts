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
import { addCondition, cover, coverFrom, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { notLaterThan, same } from "../../engine/operations.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts } from "../../generated/chongqing/retirement.ts";
import { pensionYears } from "../../national/pension-years.ts";
import { kindOf, kindUnknown, retirementAge, statutoryDates } from "../../national/retirement-age.ts";
import { asked } from "../papers.ts";
import { waysRule } from "./ways.ts";
import { yearsRule, type Mutual } from "./years.ts";

export default define((words) => {
  const { fact, option, step: steps, condition, remedy, date, coverage, notice, headline, place, reading } = words;
  const { none: anyTime } = words.timeLimit;
  const age = retirementAge(words);
  const pension = pensionYears(words);
  const rule = yearsRule(words);
  const ways = waysRule(words);
  const papers = {
    handlerCard: asked(reading.counterMaterials, words.material.handlerCard),
    identityCard: asked(reading.counterMaterials, words.material.identityCard),
    pensionApproval: asked(reading.counterMaterials, words.material.pensionApproval),
    serviceProof: asked(reading.counterMaterials, words.material.serviceProof),
    chengduProof: asked(reading.counterMaterials, words.material.chengduProof),
  };
  const nextOfUnit = [words.next.enrolment, words.next.residentChange];
  const nextInChengdu = [words.next.transferOut];

  /** Answers enough to count the years of somebody whose time has come. */
  function countable(facts: SomeFacts, asOf: AsOf): facts is Facts {
    const { sex, birthDate, capacity, contributed, chengduMonths } = facts;
    if (sex === undefined || birthDate === undefined || capacity === undefined || contributed === undefined) return false;
    // while an answer before it is wrong, what would be assumed is not yet there
    if (facts.transferred === undefined || facts.deemedMonths === undefined) return false;
    if (facts.service === undefined || chengduMonths === undefined) return false;
    if (birthDate > asOf.date) return false;
    // while the form is being filled the month may still depend on an answer
    if (facts.pensionMonth === undefined && (facts.way === option.way.pensionHere || kindUnknown(words, facts))) return false;
    return (facts.pensionMonth ?? age.month(kindOf(words, facts), birthDate)) <= asOf.month;
  }

  /** Asks for the person's choice only once it is certain that there is one. */
  function yearsShort(facts: SomeFacts, asOf: AsOf): boolean {
    if (!countable(facts, asOf)) return false;
    const draft = newDraft();
    const required = rule.required(facts.sex, asOf, draft);
    if (required === null) return false;
    const years = rule.of(facts, required, asOf, draft);
    if (years.shortfall.value === 0) return false;
    const together = shorter(rule.mutual(facts, years.local, asOf, draft), years);
    return together === null || (together.here.value === 1 && together.shortfall.value > 0);
  }

  function materialsFor(facts: Facts, draft: Draft): readonly Material[] {
    draft.remarks.push(reading.counterMaterials.node);
    const list = [...(facts.capacity === option.capacity.unit ? papers.handlerCard : papers.identityCard)];
    if (facts.way === option.way.pensionHere) list.push(...papers.pensionApproval);
    if (facts.service.count > 0) list.push(...papers.serviceProof);
    if (facts.chengduMonths.count > 0) list.push(...papers.chengduProof);
    return list;
  }

  /** Pension retirement where it was done, the statutory month otherwise; and what is said while it is still to come. */
  function retirementReached(
    facts: Facts,
    processing: Node,
    draft: Draft,
  ): { readonly reached: boolean; readonly notYet: Template } {
    if (facts.pensionMonth !== undefined) {
      const pensionMonth = leaf(fact.pensionMonth, facts.pensionMonth);
      const done = notLaterThan(steps.retired, pensionMonth, processing);
      const waits = remedy.waitForPension({ pensionMonth });
      addCondition(draft, condition.pensionDone({ pensionMonth }), done.value === 1, done, waits, pensionMonth);
      return { reached: done.value === 1, notYet: headline.notYetPension({ pensionMonth }) };
    }
    const statutoryMonth = age.node(kindOf(words, facts), leaf(fact.birthDate, facts.birthDate));
    const done = notLaterThan(steps.retired, statutoryMonth, processing);
    draft.dates.push({ definition: date.statutoryMonth, node: pension.withStatutory(statutoryMonth) });
    const reached = condition.age({ statutoryMonth, processingMonth: processing });
    addCondition(draft, reached, done.value === 1, done, remedy.waitForAge({ statutoryMonth }), statutoryMonth);
    return { reached: done.value === 1, notYet: headline.notYetAge({ statutoryMonth }) };
  }

  function mutualCondition({ required, months, shortfall, here }: Mutual, madeUp: boolean, draft: Draft): void {
    const met = madeUp || shortfall.value === 0;
    const definition = madeUp
      ? condition.mutualToppedUp({ "chengdu-months": required, bothMonths: months, chengduShortfall: shortfall })
      : condition.mutualYears({ "chengdu-months": required, bothMonths: months });
    draft.remarks.push(here, required, shortfall);
    const more = met ? NONE : [{ definition: remedy.moreMutual({ chengduShortfall: shortfall }), node: shortfall }];
    draft.conditions.push({ definition, met, node: months, remedies: more });
  }

  return {
    derive: (facts, asOf) => ({ overlapUnknown: overlapUnknown(facts), yearsShort: yearsShort(facts, asOf) }),
    known: (facts) => (facts.way === option.way.pensionHere ? NONE : statutoryDates(age, pension, words, date, facts)),
    check(facts, asOf) {
      const { fault } = words;
      const most = rule.mostService(facts, asOf);
      const found = [
        ...contradictions(rule.counted, facts, asOf, { fact: "pensionMonth", month: facts.pensionMonth }, () => asOf.month + 1),
      ];
      if (facts.deemedMonths > 0 && facts.service.count > 0) found.push({ fact: "service", text: fault.deemedTwice });
      if (facts.deemedMonths > most) found.push({ fact: "deemedMonths", text: fault.tooMuchService });
      if (facts.service.set === null && facts.service.count > most) found.push({ fact: "service", text: fault.tooMuchService });
      const chengdu = facts.chengduMonths.set?.[0];
      if (chengdu !== undefined && chengdu < monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS)
        found.push({ fact: "chengduMonths", text: fault.beforeWorkingAge });
      if (facts.shortfallWay !== undefined && !ways.offered(facts, facts.shortfallWay))
        found.push({ fact: "shortfallWay", text: fault.wayNotOffered });
      return found;
    },
    evaluate(facts, asOf) {
      const draft = newDraft();
      const processing = leaf(steps.processingMonth, asOf.month);
      const { reached, notYet } = retirementReached(facts, processing, draft);
      cover(draft, "contributed", coverage.contributed, facts.contributed.set ?? []);
      if (facts.deemedMonths > 0 || facts.service.count > 0) draft.notices.push(notice.deemedPress);
      const byUnit = facts.capacity === option.capacity.unit;
      const where = byUnit ? place.unit : place.own;
      draft.materials = materialsFor(facts, draft);
      if (!reached) return finish(draft, "not-yet", notYet, where, anyTime);

      const required = rule.required(facts.sex, asOf, draft);
      if (required === null) {
        if (byUnit) draft.sections.push(words.section.unitWays);
        return finish(draft, "figure-missing", headline.figureMissing, where, anyTime);
      }
      draft.notices.push(notice.requiredYears);
      const years = rule.of(facts, required, asOf, draft);
      if (years.shortfall.value === 0) {
        yearsConditions(rule.counted, years, null, draft);
        const from = retire(draft, processing);
        return finish(draft, "granted", headline.granted({ retiredFrom: from }), where, anyTime);
      }
      const together = shorter(rule.mutual(facts, years.local, asOf, draft), years);
      if (missingOnceMoved(facts, years) < (together?.shortfall ?? years.shortfall).value) draft.notices.push(notice.moveChengdu);
      if (together !== null && together.here.value === 0) return toChengdu(together, draft);
      if (together?.shortfall.value === 0) {
        mutualCondition(together, false, draft);
        const from = retire(draft, processing);
        const says = headline.mutual({ bothMonths: together.months, retiredFrom: from });
        return finish(draft, "granted", says, where, anyTime);
      }

      if (byUnit) {
        draft.sections.push(words.section.unitWays);
        draft.notices.push(notice.unitSum, notice.ageOfIndividuals);
      } else draft.remarks.push(reading.individualTopUp.node);
      const shortfall = together === null ? years.shortfall : same(steps.shortfallMutual, together.shortfall);
      draft.remarks.push(shortfall);
      const out = ways.out(facts, asOf, processing, years.local, shortfall);
      // a choice that is made needs only its own figures
      const chosen =
        facts.shortfallWay === undefined && out.length === 1 ? out[0] : out.find(({ choice }) => choice === facts.shortfallWay);
      for (const way of chosen === undefined ? out : [chosen]) {
        addMissing(draft, way.draft);
        draft.notices.push(...way.draft.notices);
      }
      const missing = draft.missing.length > 0;
      const paysNow = chosen?.choice === option.shortfallWay.payNow && !missing;
      if (together !== null) mutualCondition(together, paysNow, draft);
      else if (paysNow) toppedUpConditions(rule.counted, years, draft);
      else {
        const topUp = out.find(({ choice }) => choice === option.shortfallWay.payNow)?.draft.amounts[0]?.node ?? null;
        yearsConditions(rule.counted, years, topUp, draft);
      }
      const options = out.map(({ title, text, draft: { amounts, dates, coverage: strip } }) => ({
        title,
        text,
        amounts,
        dates,
        coverage: strip,
      }));
      if (chosen === undefined || missing) {
        draft.options = options;
        draft.next = byUnit ? nextOfUnit : NONE;
        return missing
          ? finish(draft, "figure-missing", headline.figureMissing, where, anyTime)
          : finish(draft, "choice", headline.choose({ shortfall }), where, anyTime);
      }
      draft.amounts.push(...chosen.draft.amounts);
      draft.dates.push(...chosen.draft.dates);
      draft.coverage.push(...chosen.draft.coverage);
      if (out.length > 1) draft.options = options;
      draft.next = chosen.next;
      return finish(draft, paysNow ? "granted" : "guidance", chosen.headline, where, anyTime);
    },
  };

  function retire(draft: Draft, processing: Node): Node {
    const from = ways.retiredFrom(processing);
    draft.dates.push({ definition: date.retiredFrom, node: from });
    coverFrom(draft, "retired", coverage.retired, from.value);
    return from;
  }

  /** The years of Chengdu are the longer ones: it is there that one retires, and makes up for what is missing. */
  function toChengdu(mutual: Mutual, draft: Draft): Result {
    mutualCondition(mutual, false, draft);
    const { months: bothMonths, shortfall: chengduShortfall } = mutual;
    const says =
      chengduShortfall.value === 0
        ? headline.toChengdu({ bothMonths })
        : headline.toChengduShort({ bothMonths, chengduShortfall });
    draft.materials = NONE;
    draft.next = nextInChengdu;
    return finish(draft, "guidance", says, place.chengdu, anyTime);
  }
});

/** The agreement is used where less is missing by it than by Chongqing's own rule. */
const shorter = (mutual: Mutual | null, { shortfall }: Years): Mutual | null =>
  mutual !== null && mutual.shortfall.value < shortfall.value ? mutual : null;

/** What Chongqing's own rule would lack if the relation of Chengdu were moved here: its months count then as any from elsewhere. */
function missingOnceMoved({ contributed, chengduMonths }: Facts, { cumulativeShortfall, localShortfall }: Years): number {
  const same = countMonths(intersectMonths(chengduMonths.set ?? EMPTY, contributed.set ?? EMPTY));
  return Math.max(0, cumulativeShortfall.value - (chengduMonths.count - same), localShortfall.value);
}

function addMissing(draft: Draft, { missing }: Draft): void {
  for (const found of missing) if (!draft.missing.some(({ figure }) => figure === found.figure)) draft.missing.push(found);
}
