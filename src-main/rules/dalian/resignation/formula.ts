/**
 * Dalian, resignation-type retirement 退职 (DL-07). Source: city guide, clause 七(八).
 * Before 50 (men) or 45 (women) the person goes on paying month by month and is treated as in service; from the month after
 * it, with the years met, as retired. Years are counted as for any retirement; months still to be paid until then count.
 */
import { birthday, monthOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, coverFrom, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { NextFound, Result, Template } from "../../engine/result.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import {
  countYears,
  given,
  overlapUnknown,
  typedAsNumber,
  yearsConditions,
  type Years,
} from "../../engine/contribution/years.ts";
import { firstUnpaid, projectedMonths, tellPayOn, tellPremium } from "../years/pay-on.ts";
import { cutOffOf, militaryProof } from "../years/years.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { ratesDiffer, topUpPayment } from "../years/top-up.ts";
import { bindNames, spec, type Names, type ResignationFacts } from "./names.ts";

export const resignation = defineFormula({
  matter: "dalian.resignation",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        approvedEarlier: facts.approvalMonth !== undefined && facts.approvalMonth < asOf.month,
        overlapUnknown: overlapUnknown(facts),
      }),
      check: (facts, asOf) =>
        contradictions(
          names.shared.years,
          facts,
          asOf,
          { fact: "approvalMonth", month: facts.approvalMonth },
          () => cutOffOf(names.shared, facts).month.value,
        ),
      known: ({ sex, birthDate }) =>
        sex === undefined || birthDate === undefined
          ? NONE
          : [{ definition: names.date.turningMonth, node: turningMonth(names, leaf(names.step.birthDate, birthDate), sex) }],
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function turningMonth({ shared, step: steps }: Names, birth: Node, sex: number): Node {
  const age = shared.required[sex]!.earlyAge;
  return step(steps.turningMonth, monthOfDate(birth.value) + age.value, [birth, age]);
}

/** Where the person stands on the way to 50/45. */
interface Stage {
  readonly approval: Node;
  readonly processing: Node;
  readonly birth: Node;
  readonly turning: Node;
  readonly late: boolean;
  /** Last month to be paid; `null` for those who resigned at or after the age. */
  readonly payUntil: Node | null;
  /** The last month to be paid has come: what is short then can be told for good. */
  readonly reached: boolean;
}

function stageOf(names: Names, facts: ResignationFacts, asOf: AsOf): Stage {
  const { step: steps, reading } = names;
  const approval = leaf(steps.approvalMonth, facts.approvalMonth);
  const birth = leaf(steps.birthDate, facts.birthDate);
  const turning = turningMonth(names, birth, facts.sex);
  const last = reading.throughTurningMonth ? turning.value : turning.value - 1;
  const payUntil = approval.value < turning.value ? step(steps.payUntil, last, [turning, reading.end]) : null;
  return {
    approval,
    processing: leaf(steps.processingMonth, asOf.month),
    birth,
    turning,
    late: facts.filed === 0,
    payUntil,
    reached: payUntil === null || asOf.month >= payUntil.value,
  };
}

function evaluate(names: Names, facts: ResignationFacts, asOf: AsOf): Result {
  const { headline, reading } = names;
  const { keepPaying } = names.shared.notice;
  const draft = newDraft();
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  if (facts.contributed.set !== null) cover(draft, "contributed", names.coverage.contributed, facts.contributed.set);
  const stage = stageOf(names, facts, asOf);
  const { payUntil, reached } = stage;
  const ahead =
    payUntil === null || asOf.month > payUntil.value
      ? null
      : projectedMonths(names.shared, facts.contributed, asOf, stage.processing, payUntil, contributed);
  const required = names.shared.required[facts.sex]!;
  const years = countYears(
    names.shared.years,
    facts,
    required,
    contributed,
    ahead?.local ?? contributed,
    cutOffOf(names.shared, facts),
    draft,
  );
  const short = years.shortfall.value > 0;
  draft.remarks.push(years.shortfall);
  if (short) draft.remarks.push(reading.shortfall);
  if (typedAsNumber(facts.service))
    draft.notices.push(names.shared.notice.serviceTyped({ "deemed-cut-off.month": cutOffOf(names.shared, facts).month }));
  if (stage.late) draft.notices.push(names.notice.late);

  const approved = stage.approval.value <= asOf.month;
  const covered = facts.capacity !== names.unit || !reading.asksForUnit;
  if (facts.capacity === names.unit) draft.remarks.push(reading.unit);
  const due = approved && covered;
  const topsUp = due && short && reached && reading.mayTopUp;
  const topUp = topsUp ? topUpPayment(names.shared, null, asOf, stage.processing, years.shortfall, draft) : null;
  if (topUp !== null) {
    draft.amounts.push({ definition: names.amount.topUp, role: "due", node: topUp.total });
    if (topUp.month !== null) draft.amounts.push({ definition: names.amount.topUpMonth, role: "part", node: topUp.month });
  }
  addConditions(names, facts, draft, stage, approved, due && !short);
  if (topsUp) toppedUpConditions(names.shared.years, years, draft);
  else yearsConditions(names.shared.years, years, null, draft);

  let outcome: Result["outcome"] = "not-yet";
  let words: Template = headline.notYetApproval;
  let next: readonly NextFound[] = NONE;
  if (topUp !== null && ratesDiffer(names.shared, asOf)) draft.conflicts = names.shared.topUpConflicts;
  if (!approved) words = headline.notYetApproval;
  else if (!covered) words = headline.askUnit;
  else if (topsUp && topUp === null) {
    outcome = "figure-missing";
    words = headline.figureMissing;
  } else if (topsUp || !short) {
    outcome = "granted";
    words = topsUp ? headline.grantedTopUp : ahead === null ? headline.granted : headline.payOn;
    if (ahead !== null && !topsUp)
      tellPayOn(names.shared, asOf, payUntil!, ahead.toPay, keepPaying({ payUntil: payUntil!, monthsToPay: ahead.toPay }), draft);
    if (ahead !== null && ahead.toPay.value > 0) next = [names.next.enrol];
    retired(names, facts, retiredFrom(names, facts, asOf, stage, years, topsUp), asOf.month, draft);
  } else if (!reached) {
    words = headline.payOnShort;
    tellPayOn(names.shared, asOf, payUntil!, ahead!.toPay, keepPaying({ payUntil: payUntil!, monthsToPay: ahead!.toPay }), draft);
    next = [names.next.enrol];
    inService(names, facts, asOf.month, payUntil!.value, draft);
  } else {
    words = headline.short;
    next = payOnToYears(names, facts, asOf, stage, years, ahead?.toPay ?? null, draft);
  }
  return {
    outcome,
    headline: words,
    place: names.place,
    timeLimit: facts.filed === 1 ? names.timeLimit.filed : names.timeLimit.approvalMonth,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: given(facts.military) ? [...names.materials, ...militaryProof(names.shared, draft)] : names.materials,
    notices: draft.notices,
    sections: NONE,
    next,
    conflicts: draft.conflicts,
    missing: draft.missing,
    remarks: draft.remarks,
  };
}

/** Whoever is granted ahead of the age has nothing left to fail: until when to pay stands among the dates. */
function addConditions(
  { condition, remedy, reading, unit, leaf: leaves }: Names,
  facts: ResignationFacts,
  draft: Draft,
  { approval, turning, payUntil, reached }: Stage,
  approved: boolean,
  granted: boolean,
): void {
  addCondition(draft, condition.approved, approved, approval, remedy.waitForApproval, approval);
  if (facts.capacity === unit && reading.asksForUnit)
    addCondition(draft, condition.covered, false, leaves.capacity[facts.capacity]!, remedy.askInWriting, null);
  if (reached) addCondition(draft, condition.age, true, payUntil ?? turning, remedy.payUntil, null);
  else if (!granted) addCondition(draft, condition.age, false, payUntil!, remedy.payUntil, payUntil);
}

/** 一(二): after months that were not paid, cover is back in the month after payment resumed: `false` where that is too late. */
function inService(
  { coverage, notice }: Names,
  { contributed }: ResignationFacts,
  now: Month,
  until: Month,
  draft: Draft,
): boolean {
  const last = contributed.set?.at(-1);
  const interrupted = last !== undefined && last < now - 1;
  if (interrupted) draft.notices.push(notice.interrupted);
  const from = interrupted ? now + 1 : now;
  if (from > until) return false;
  cover(draft, "in-service", coverage.inService, [from, until]);
  return true;
}

function retired(names: Names, facts: ResignationFacts, from: Node, now: Month, draft: Draft): void {
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  if (from.value > now && inService(names, facts, now, from.value - 1, draft))
    draft.dates.push({ definition: names.date.inServiceUntil, node: step(names.step.inServiceUntil, from.value - 1, [from]) });
  coverFrom(draft, "retired", names.coverage.retired, from.value);
}

function retiredFrom(names: Names, facts: ResignationFacts, asOf: AsOf, stage: Stage, years: Years, topsUp: boolean): Node {
  const { step: steps, reading } = names;
  const { approval, processing, late, payUntil } = stage;
  const ofAge = payUntil === null ? null : step(steps.afterAge, payUntil.value + 1, [payUntil]);
  if (ofAge !== null && !topsUp && asOf.month <= payUntil!.value) return ofAge;
  const basis = payUntil ?? approval;
  if (facts.filed === 1 && !topsUp && enoughBy(facts, asOf, stage, years, basis.value))
    return ofAge ?? step(steps.afterFiled, basis.value + 1, [approval, names.leaf.filed[1]!, years.shortfall]);

  let paidUp: Node;
  if (topsUp) paidUp = step(steps.afterTopUp, asOf.month + 1, [processing, years.shortfall]);
  else if (late && reading.lateFromApproval)
    paidUp = step(steps.afterProcessing, approval.value + 1, [approval, reading.late, years.shortfall]);
  else {
    const inputs = [processing, reading.start, years.shortfall];
    const month = reading.startsNextMonth ? asOf.month + 1 : asOf.month;
    paidUp = step(steps.afterProcessing, month, late ? [...inputs, reading.late] : inputs);
  }
  return ofAge === null ? paidUp : step(steps.retiredFrom, Math.max(paidUp.value, ofAge.value), [paidUp, ofAge]);
}

/**
 * Whether the years were enough in that month already, so that what was granted then holds. A number tells no months:
 * after 50/45 nobody with the years pays on, otherwise every month since may have been paid.
 */
function enoughBy({ contributed }: ResignationFacts, asOf: AsOf, { payUntil }: Stage, years: Years, month: Month): boolean {
  const since =
    contributed.set === null
      ? payUntil === null
        ? asOf.month - month
        : 0
      : contributed.count - countMonths(monthsUpTo(contributed.set, month));
  const { required, cumulative, local } = years;
  return cumulative.value - since >= required.cumulative.value && local.value - since >= required.local.value;
}

/**
 * Of age and short, and no top-up by the reading: paying on makes up the years, or 60/55 comes first.
 * @param toPay months up to the age that are counted as if paid, and are paid first
 */
function payOnToYears(
  names: Names,
  facts: ResignationFacts,
  asOf: AsOf,
  { processing, birth }: Stage,
  { shortfall }: Years,
  toPay: Node | null,
  draft: Draft,
): readonly NextFound[] {
  const { step: steps, notice, next } = names;
  const age = names.shared.required[facts.sex]!.fixedAge;
  const ageDay = step(steps.fixedAgeDay, birthday(birth.value, age.value / 12), [birth, age]);
  const lastPayable = step(steps.lastPayableMonth, monthOfDate(ageDay.value), [ageDay]);
  const first = firstUnpaid(facts.contributed, asOf);
  const enough =
    toPay === null || toPay.value === 0
      ? step(steps.enoughMonth, first + shortfall.value - 1, [processing, shortfall])
      : step(steps.enoughAfterAge, first + toPay.value + shortfall.value - 1, [processing, toPay, shortfall]);
  // who is of age today is not enrolled any more
  const enrol = asOf.date < ageDay.value ? [next.enrol] : NONE;
  draft.notices.push(notice.guideSilent);
  if (enough.value <= lastPayable.value) {
    draft.dates.push({ definition: names.shared.date.payUntil, node: enough });
    draft.notices.push(notice.payOnToYears);
    retired(names, facts, step(steps.afterAge, enough.value + 1, [enough]), asOf.month, draft);
    tellPremium(names.shared, asOf, draft);
    return enrol;
  }
  draft.notices.push(notice.topUpAtAge);
  if (lastPayable.value < asOf.month) return [next.retirement];
  draft.dates.push({ definition: names.shared.date.payUntil, node: lastPayable });
  inService(names, facts, asOf.month, lastPayable.value, draft);
  tellPremium(names.shared, asOf, draft);
  return [...enrol, next.retirement];
}
