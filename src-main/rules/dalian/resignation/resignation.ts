/**
 * Dalian, resignation-type retirement 退职 (DL-07). Source: city guide, clause 七(八).
 * Before 50 (men) or 45 (women) the person goes on paying month by month and is treated as in service; from the month after
 * it, with the years met, as retired. Years are counted as for any retirement; months still to be paid until then count.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import {
  countYears,
  given,
  overlapUnknown,
  typedAsNumber,
  yearsConditions,
  type Years,
} from "../../engine/contribution/years.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { addCondition, cover, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { ageReached, later, monthAround, monthsLater, nextMonth, previousMonth, same } from "../../engine/operations.ts";
import type { DateFound, Result } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/dalian/resignation.ts";
import { premiumNames } from "../premium.ts";
import { paidUpFrom, tellRetired } from "../retired-from.ts";
import { firstUnpaid, projectedMonths, tellPayOn, tellPremium, type Projected } from "../years/pay-on.ts";
import { bindTopUp, tellTopUp, topUpPayment } from "../years/top-up.ts";
import { bindYears, cutOffOf, militaryProof } from "../years/years.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({
  ...words,
  ...bindYears(words, words.remedy),
  ...bindTopUp(words),
  ...premiumNames(words),
  papers: [words.material.resignationForm],
});

export default define(bind, {
  derive: (_names, facts, asOf) => ({
    approvedEarlier: facts.approvalMonth !== undefined && facts.approvalMonth < asOf.month,
    overlapUnknown: overlapUnknown(facts),
  }),
  check(names, facts, asOf) {
    const end = { fact: "approvalMonth", month: facts.approvalMonth };
    return contradictions(names.years, facts, asOf, end, () => cutOffOf(names, facts).month.value);
  },
  known,
  evaluate,
});

function known(names: Names, { sex, birthDate }: SomeFacts): readonly DateFound[] {
  if (sex === undefined || birthDate === undefined) return NONE;
  return [{ definition: names.date.turningMonth, node: turningMonth(names, leaf(names.fact.birthDate, birthDate), sex) }];
}

const turningMonth = ({ required, step: steps }: Names, birth: Node, sex: number): Node =>
  monthsLater(steps.turningMonth, birth, required[sex]!.earlyAge);

/** Where the person stands on the way to 50/45. */
interface Stage {
  readonly approval: Node;
  readonly processing: Node;
  readonly birth: Node;
  readonly turning: Node;
  /** Last month to be paid; `null` for those who resigned at or after the age. */
  readonly payUntil: Node | null;
  /** The last month to be paid has come: what is short then can be told for good. */
  readonly reached: boolean;
}

function stageOf(names: Names, facts: Facts, asOf: AsOf): Stage {
  const { fact, step: steps } = names;
  const { is, node } = names.reading.resignationEndMonth;
  const approval = leaf(fact.approvalMonth, facts.approvalMonth);
  const birth = leaf(fact.birthDate, facts.birthDate);
  const turning = turningMonth(names, birth, facts.sex);
  const payUntil =
    approval.value < turning.value ? (is.turningMonth ? same : previousMonth)(steps.payUntil, turning, node) : null;
  const processing = leaf(steps.processingMonth, asOf.month);
  return { approval, processing, birth, turning, payUntil, reached: payUntil === null || asOf.month >= payUntil.value };
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, reading, notice, option } = names;
  const draft = newDraft();
  const contributed = leaf(names.fact.contributed, facts.contributed.count);
  cover(draft, "contributed", names.coverage.contributed, facts.contributed.set ?? EMPTY);
  const stage = stageOf(names, facts, asOf);
  const { approval, processing, payUntil, reached } = stage;
  const ahead =
    payUntil === null || asOf.month > payUntil.value
      ? null
      : projectedMonths(names, facts.contributed, asOf, processing, payUntil, contributed);
  const cutOff = cutOffOf(names, facts);
  const required = names.required[facts.sex]!;
  const years = countYears(names.years, facts, required, contributed, ahead?.local ?? contributed, cutOff, draft);
  const { shortfall } = years;
  const short = shortfall.value > 0;
  draft.remarks.push(shortfall);
  if (short) draft.remarks.push(reading.resignationShortfall.node);
  if (typedAsNumber(facts.service)) draft.notices.push(notice.serviceTyped({ "deemed-cut-off.month": cutOff.month }));
  const said = { approvalMonth: approval };
  if (facts.filed === 0) draft.notices.push(notice.late(said));

  const approved = approval.value <= asOf.month;
  const byUnit = facts.capacity === option.capacity.unit;
  if (byUnit) draft.remarks.push(reading.resignationUnit.node);
  const covered = !byUnit || !reading.resignationUnit.is.ask;
  const due = approved && covered;
  const topsUp = due && short && reached && reading.resignationShortfall.is.topUp;
  const topUp = topsUp ? topUpPayment(names, null, asOf, processing, shortfall, draft) : null;
  if (topUp !== null) tellTopUp(names, topUp, draft);
  addConditions(names, facts, draft, stage, approved, covered, due && !short);
  if (topsUp) toppedUpConditions(names.years, years, draft);
  else yearsConditions(names.years, years, null, draft);
  draft.materials = given(facts.military) ? [...names.papers, ...militaryProof(names, draft)] : names.papers;

  const { window } = names.place;
  const timeLimit = facts.filed === 1 ? names.timeLimit.filed(said) : names.timeLimit.approvalMonth(said);
  if (!approved) return finish(draft, "not-yet", headline.notYetApproval(said), window, timeLimit);
  if (!covered) return finish(draft, "not-yet", headline.askUnit, window, timeLimit);
  if (topsUp && topUp === null) return finish(draft, "figure-missing", headline.figureMissing, window, timeLimit);
  if (topsUp || !short) {
    const paysOn = !topsUp && ahead !== null;
    if (paysOn) payOn(names, asOf, payUntil!, ahead, draft);
    if (ahead !== null && ahead.toPay.value > 0) draft.next = [names.next.enrol];
    const from = retiredFrom(names, facts, asOf, stage, years, topsUp);
    retired(names, facts, from, asOf.month, draft);
    const grants =
      topUp !== null
        ? headline.grantedTopUp({ shortfall, topUp: topUp.total, retiredFrom: from })
        : paysOn
          ? headline.payOn({ payUntil: payUntil!, retiredFrom: from })
          : headline.granted({ retiredFrom: from });
    return finish(draft, "granted", grants, window, timeLimit);
  }
  if (reached) {
    payOnToYears(names, facts, asOf, stage, years, ahead?.toPay ?? null, draft);
    return finish(draft, "not-yet", headline.short({ shortfall }), window, timeLimit);
  }
  payOn(names, asOf, payUntil!, ahead!, draft);
  draft.next = [names.next.enrol];
  inService(names, facts, asOf.month, payUntil!, draft);
  return finish(draft, "not-yet", headline.payOnShort({ payUntil: payUntil!, shortfall }), window, timeLimit);
}

/** Whoever is granted ahead of the age has nothing left to fail: until when to pay stands among the dates. */
function addConditions(
  { condition, remedy, required, leaf: leaves }: Names,
  { sex, capacity }: Facts,
  draft: Draft,
  { approval, turning, payUntil, reached }: Stage,
  approved: boolean,
  covered: boolean,
  granted: boolean,
): void {
  const said = { approvalMonth: approval };
  addCondition(draft, condition.approved(said), approved, approval, approved ? null : remedy.waitForApproval(said), approval);
  if (!covered) addCondition(draft, condition.covered, false, leaves.capacity[capacity]!, remedy.askInWriting, null);
  if (!reached && granted) return;
  const until = payUntil ?? turning;
  const age = condition.age({ "retirement-years.early-age": required[sex]!.earlyAge, turningMonth: turning });
  addCondition(draft, age, reached, until, reached ? null : remedy.payUntil({ payUntil: until }), until);
}

const payOn = (names: Names, asOf: AsOf, payUntil: Node, { toPay: monthsToPay }: Projected, draft: Draft): void =>
  tellPayOn(names, asOf, payUntil, monthsToPay, names.notice.keepPaying({ payUntil, monthsToPay }), draft);

/** 一(二): after months that were not paid, cover is back in the month after payment resumed. */
function coveredFrom({ notice }: Names, { contributed }: Facts, now: Month, draft: Draft): Month {
  const last = contributed.set?.at(-1);
  if (last === undefined || last >= now - 1) return now;
  draft.notices.push(notice.interrupted);
  return now + 1;
}

function inService(names: Names, facts: Facts, now: Month, until: Node, draft: Draft): void {
  const from = coveredFrom(names, facts, now, draft);
  if (from <= until.value) cover(draft, "in-service", names.coverage.inService, [from, until.value]);
}

const retired = (names: Names, facts: Facts, from: Node, now: Month, draft: Draft): void =>
  tellRetired(names, from, from.value > now ? coveredFrom(names, facts, now, draft) : null, draft);

function retiredFrom(names: Names, facts: Facts, asOf: AsOf, stage: Stage, years: Years, topsUp: boolean): Node {
  const { step: steps, reading } = names;
  const { approval, processing, payUntil } = stage;
  const ofAge = payUntil && nextMonth(steps.afterAge, payUntil);
  if (ofAge !== null && !topsUp && asOf.month <= payUntil!.value) return ofAge;
  const basis = payUntil ?? approval;
  if (facts.filed === 1 && !topsUp && enoughBy(facts, asOf, stage, years, basis.value))
    return ofAge ?? told(steps.afterFiled, basis.value + 1, [approval, names.leaf.filed[1]!, years.shortfall]);

  const { is, node } = reading.resignationLate;
  const late = facts.filed === 0 && !topsUp ? node : null;
  const paidUp = paidUpFrom(names, processing, years.shortfall, topsUp, late, is.fromApprovalMonth ? approval : null);
  return ofAge === null ? paidUp : later(steps.retiredFrom, paidUp, ofAge);
}

/**
 * Whether the years were enough in that month already, so that what was granted then holds. A number tells no months:
 * after 50/45 nobody with the years pays on, otherwise every month since may have been paid.
 */
function enoughBy({ contributed: { set, count } }: Facts, asOf: AsOf, { payUntil }: Stage, years: Years, month: Month): boolean {
  const since = set !== null ? count - countMonths(monthsUpTo(set, month)) : payUntil === null ? asOf.month - month : 0;
  const { required, cumulative, local } = years;
  return cumulative.value - since >= required.cumulative.value && local.value - since >= required.local.value;
}

/**
 * Of age and short, and no top-up by the reading: paying on makes up the years, or 60/55 comes first.
 * @param toPay months up to the age that are counted as if paid, and are paid first
 */
function payOnToYears(
  names: Names,
  facts: Facts,
  asOf: AsOf,
  { processing, birth }: Stage,
  { shortfall }: Years,
  toPay: Node | null,
  draft: Draft,
): void {
  const { step: steps, notice, next, date } = names;
  const ageDay = ageReached(steps.fixedAgeDay, birth, names.required[facts.sex]!.fixedAge);
  const lastPayable = monthAround(steps.lastPayableMonth, ageDay);
  const first = firstUnpaid(facts.contributed, asOf);
  const enough =
    toPay === null || toPay.value === 0
      ? told(steps.enoughMonth, first + shortfall.value - 1, [processing, shortfall])
      : told(steps.enoughAfterAge, first + toPay.value + shortfall.value - 1, [processing, toPay, shortfall]);
  // who is of age today is not enrolled any more
  const enrol = asOf.date < ageDay.value ? [next.enrol] : NONE;
  draft.notices.push(notice.guideSilent);
  if (enough.value <= lastPayable.value) {
    const from = nextMonth(steps.afterAge, enough);
    draft.dates.push({ definition: date.payUntil, node: enough });
    draft.notices.push(notice.payOnToYears({ payUntil: enough, retiredFrom: from }));
    retired(names, facts, from, asOf.month, draft);
    tellPremium(names, asOf, draft);
    draft.next = enrol;
    return;
  }
  draft.notices.push(notice.topUpAtAge);
  draft.next = [...enrol, next.retirement];
  if (lastPayable.value < asOf.month) return;
  draft.dates.push({ definition: date.payUntil, node: lastPayable });
  inService(names, facts, asOf.month, lastPayable, draft);
  tellPremium(names, asOf, draft);
}
