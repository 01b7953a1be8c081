/**
 * Chongqing, enrolment in the resident scheme (CQ-10, CQ-13, CQ-16). Source: answers of 2023-08, 居民01、04问; 国办发〔2024〕38号 for the wait
 * from 2025 on; the city's residents' answers and reports for newborns and for the calendar.
 */
import { ageOn, monthOfDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { residenceOf } from "../../engine/contribution/residence.ts";
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import type { Missed } from "../../national/resident-waiting.ts";
import { isLongGap } from "../employee-waiting.ts";
import { addResidentCover, isNational, type Former, type ResidentCover } from "./cover.ts";
import { bindNames, spec, type Names, type ResidentFacts, type SomeResidentFacts } from "./enrolment-names.ts";
import { addNewborn, isNewborn } from "./newborn.ts";
import { insuredYear, paidDay, paymentOf, type Payment } from "./payment.ts";
import { addClosing, addResidentPremium, lacksOnlySubsidy, paysSubsidy } from "./premium.ts";

/** Values of the step `residentGroup`. */
const OTHER = 0;
const ASSISTED = 1;
const NEWBORN = 2;

export const residentEnrolment = defineFormula({
  matter: "chongqing.resident-enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        birthUnknown: facts.birthDate === undefined,
        national: byNationalRule(names, facts, asOf),
        missed: (missedBefore(names, facts, asOf)?.most ?? 0) > 0,
        selfPaid: bearsSubsidy(names, facts, asOf),
      }),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function groupNumber(names: Names, facts: SomeResidentFacts, asOf: AsOf): number {
  if (isNewborn(names.newborn, facts, asOf)) return NEWBORN;
  return isAssisted(names, facts) ? ASSISTED : OTHER;
}

/** A newborn may be assisted, too: it is covered as a newborn, and pays as the assisted do. */
const isAssisted = (names: Names, { assisted }: SomeResidentFacts): boolean => assisted !== names.notAssisted;

const isAnybody = (names: Names, facts: SomeResidentFacts, asOf: AsOf): boolean =>
  facts.fromEmployee === 0 && groupNumber(names, facts, asOf) === OTHER;

const byNationalRule = (names: Names, facts: SomeResidentFacts, asOf: AsOf): boolean =>
  isAnybody(names, facts, asOf) && isNational(names.cover, facts, asOf);

const bearsSubsidy = (names: Names, facts: SomeResidentFacts, asOf: AsOf): boolean =>
  isAnybody(names, facts, asOf) && paysSubsidy(names.premium, names.cover.payment, facts, asOf);

/** Years missed before the one paid for; what is repaired of them is asked if any reading finds one. */
function missedBefore(names: Names, facts: SomeResidentFacts, asOf: AsOf): Missed | null {
  const { lastYear } = facts;
  if (lastYear === undefined) return null;
  const year = leaf(names.step.lastYear, insuredYear(names.cover.payment, facts, asOf));
  return names.cover.year.rule.missed(leaf(names.step.lastYear, lastYear), year, null);
}

function contradictions(names: Names, facts: ResidentFacts, asOf: AsOf): readonly Fault[] {
  const { fault, cover } = names;
  if (facts.paidOn !== undefined && facts.paidOn > asOf.date) return [{ fact: "paidOn", text: fault.paidInFuture }];
  const day = paidDay(facts, asOf);
  if (facts.birthDate !== undefined && facts.birthDate > day) return [{ fact: "birthDate", text: fault.bornAfter }];
  if (facts.lastPaid !== undefined) {
    const gap = monthOfDate(day) - facts.lastPaid - 1;
    if (gap < -1) return [{ fact: "lastPaid", text: cover.waiting.fault.lastPaidTooLate }];
    if (isLongGap(cover.employee, Math.max(0, gap))) return [{ fact: "lastPaid", text: fault.gapTooLong }];
  }
  // insured this year already is possible for an employee, and is told; nobody has been insured for a year to come
  if (facts.lastYear !== undefined && facts.birthDate !== undefined && facts.lastYear < yearOfDate(facts.birthDate))
    return [{ fact: "lastYear", text: fault.beforeBirth }];
  if (facts.lastYear !== undefined && facts.lastYear > yearOfDate(day)) return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return (facts.repairedYears ?? 0) > (missedBefore(names, facts, asOf)?.years.value ?? 0)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

function evaluate(names: Names, facts: ResidentFacts, asOf: AsOf): Result {
  const { headline, timeLimit, next } = names;
  const draft = newDraft();
  const accepted = addConditions(names, facts, draft);
  const group = groupOf(names, facts, asOf);
  const local = facts.household === 1;
  if (!local) draft.remarks.push(names.reading.office);
  const result = {
    place: local ? names.place.anywhere : names.place.permit,
    timeLimit: group.value === NEWBORN ? timeLimit.newborn : group.value === ASSISTED ? timeLimit.exempt : timeLimit.any,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    notices: draft.notices,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  const materials = materialsFor(names, facts, asOf, group, draft);
  const refused = { ...result, outcome: "not-yet", materials, sections: NONE } as const;
  if (!accepted) return { ...refused, timeLimit: timeLimit.any, headline: headline.notYet };

  const { paid, cover } = coverOf(names, facts, asOf, group, draft);
  const anybody = group.value === OTHER && facts.fromEmployee === 0;
  if (anybody && !addClosing(names.premium, paid, draft))
    return {
      ...refused,
      dates: NONE,
      coverage: NONE,
      notices: [names.cover.notice.unverified],
      headline: headline.closed,
      next: next.refund,
      assumed: draft.assumed,
    };

  const assisted = isAssisted(names, facts);
  addResidentPremium(names.premium, facts, paid, assisted, anybody && bearsSubsidy(names, facts, asOf), draft);
  if (group.value === NEWBORN) addNewborn(names.newborn, names.premium, facts, paid, assisted, draft);
  addNotices(names, facts, paid, group, draft);
  const missing = draft.missing.length > 0;
  const said = saidOf(names, cover, group);
  const lacking = lacksOnlySubsidy(names.premium, draft) ? headline.subsidyMissing : headline.figureMissing;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? lacking : said,
    options: cover?.options ?? NONE,
    materials,
    sections: local ? names.sections.local : names.sections.permit,
    next: cover === null ? names.next.change : names.next.records,
    assumed: draft.assumed,
  };
}

function addConditions(names: Names, facts: ResidentFacts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy } = names;
  const residence = residenceOf(names, facts);
  const local = residence.value !== names.value.residence.none;
  addCondition(draft, condition.residence, local, residence, remedy.getPermit, null);
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return local && single;
}

function groupOf(names: Names, facts: ResidentFacts, asOf: AsOf): Node {
  const { step: steps, leaf: leaves } = names;
  const value = groupNumber(names, facts, asOf);
  const because: Node[] = [];
  if (facts.birthDate !== undefined) because.push(leaf(steps.birthDate, facts.birthDate));
  if (facts.newborn !== undefined) because.push(leaves.newborn[facts.newborn]!);
  if (value !== NEWBORN) because.push(leaves.assisted[facts.assisted]!);
  return step(steps.group, value, because);
}

/** The cover as in a change where the answers say enough of the old insurance; without them only the year. */
function coverOf(
  names: Names,
  facts: ResidentFacts,
  asOf: AsOf,
  group: Node,
  draft: Draft,
): { readonly paid: Payment; readonly cover: ResidentCover | null } {
  const former = formerOf(names, facts);
  if (former === null && group.value === OTHER) {
    const paid = paymentOf(names.cover.payment, names.cover.year, facts, asOf, draft);
    draft.remarks.push(paid.year);
    return { paid, cover: null };
  }
  const never: Former = { kind: "never", because: step(names.step.neverMissed, 0, [group]) };
  const cover = addResidentCover(names.cover, facts, asOf, group, former ?? never, draft);
  return { paid: cover.paid, cover };
}

/** `null`: from the employee scheme, without its months. */
function formerOf({ step: steps, leaf: leaves }: Names, facts: ResidentFacts): Former | null {
  if (facts.fromEmployee === 1) {
    const { lastPaid, continuousMonths, retired } = facts;
    if (lastPaid === undefined || continuousMonths === undefined) return null;
    return { kind: "employee", lastPaid, continuousMonths, retired: retired === 1 };
  }
  return facts.lastYear === undefined
    ? { kind: "never", because: step(steps.neverMissed, 0, [leaves.insuredBefore[facts.insuredBefore ?? 0]!]) }
    : { kind: "insured", lastYear: leaf(steps.lastYear, facts.lastYear) };
}

function addNotices({ notice }: Names, facts: ResidentFacts, { year }: Payment, group: Node, draft: Draft): void {
  if (facts.lastYear === year.value) draft.notices.push(notice.sameYear);
  if (facts.birthDate !== undefined && group.value !== NEWBORN && yearOfDate(facts.birthDate) >= year.value - 1)
    draft.notices.push(notice.lateNewborn);
  draft.notices.push(notice.noRefund);
}

function saidOf({ headline, cover: names }: Names, cover: ResidentCover | null, group: Node): Template {
  if (group.value === NEWBORN) return headline.fromBirth;
  if (cover === null) return headline.byChange;
  if (cover.answer.value === names.is.unnamed) return headline.notNamed;
  if (cover.options.length > 0) return headline.backPay;
  if (cover.lost) return headline.yearLost;
  return cover.waits ? headline.waits : headline.atOnce;
}

function materialsFor(names: Names, facts: ResidentFacts, asOf: AsOf, group: Node, draft: Draft): readonly Material[] {
  const { material, reading } = names;
  const list = [material.identity];
  if (facts.household === 0) list.push(material.permit);
  // after ninety days a child waits as anybody, and still comes with its guardian
  const child = group.value === NEWBORN || (facts.birthDate !== undefined && ageOn(facts.birthDate, paidDay(facts, asOf)) < 1);
  if (group.value !== OTHER || child) draft.remarks.push(reading.papers);
  if (isAssisted(names, facts)) list.push(...material.assistance);
  if (child) list.push(...material.birth);
  return list;
}
