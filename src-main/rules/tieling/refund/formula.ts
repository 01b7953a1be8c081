/**
 * Tieling, refunds of the employee scheme (TL-15): five reasons, each with its months; account money is recovered.
 * Source: the notice of 2022-04-01, clause 七(一). The words stand in resources/policy/tieling/matters/refund.yaml.
 */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { countMonths, EMPTY, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { bindNames, spec, type Names, type PaymentRecord, type RefundFacts } from "./names.ts";
import { paymentFault } from "../waiting.ts";
import { partsOf, type Parts } from "./parts.ts";
import { windowOf } from "./window.ts";

export const refund = defineFormula({
  matter: "tieling.refund",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => NO_FLAGS,
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});
const NO_FLAGS = {};

const STARTS = ["pensionMonth", "benefitFrom", "sentenceFrom"] as const;

function contradictions({ fault }: Names, facts: RefundFacts, asOf: AsOf): readonly Fault[] {
  const faults: Fault[] = [];
  const { paidOn, deathDate, benefitFrom, benefitTo, sentenceFrom, sentenceTo } = facts;
  const wrong = paidOn === undefined ? null : paymentFault(fault.payment, paidOn, asOf);
  if (wrong !== null) faults.push({ fact: "paidOn", text: wrong });
  // nobody has retired, drawn benefit or served in a month to come
  for (const fact of STARTS) if ((facts[fact] ?? 0) > asOf.month) faults.push({ fact, text: fault.notYet });
  if (deathDate !== undefined) {
    if (deathDate > asOf.date) faults.push({ fact: "deathDate", text: fault.diedInFuture });
    if (deathDate < paidOn!) faults.push({ fact: "deathDate", text: fault.diedBeforePaid });
  }
  if (benefitTo !== undefined && benefitTo < benefitFrom!) faults.push({ fact: "benefitTo", text: fault.endsBeforeStart });
  if (sentenceTo !== undefined && sentenceTo < sentenceFrom!) faults.push({ fact: "sentenceTo", text: fault.endsBeforeStart });
  for (const [index, { from, to }] of (facts.payments as readonly PaymentRecord[]).entries()) {
    if (to < from) faults.push({ fact: `payments.${index}.to`, text: fault.endsBeforeStart });
  }
  return faults;
}

function evaluate(names: Names, facts: RefundFacts, asOf: AsOf): Result {
  const { step: steps, headline, remedy } = names;
  const draft = newDraft();
  const window = windowOf(names, facts, asOf, draft);
  const parts = partsOf(names, facts.payments as readonly PaymentRecord[], window);
  const some = parts.months.length > 0;
  const months = some
    ? step(steps.monthsRefunded, countMonths(parts.refunded), parts.months)
    : step(steps.noMonths, 0, [leaf(steps.payments, facts.payments.length), ...window.because]);
  const words = names.reasons[facts.reason]!;
  addCondition(draft, words.hasMonths, some, months, remedy.checkRecord, null);
  const refunded = window.refused === null ? parts.refunded : EMPTY;
  cover(draft, "contributed", names.kept, subtractMonths(parts.paid, refunded));
  cover(draft, words.status, words.refunded, refunded);
  const { joinsLater } = headline;
  if (window.refused === joinsLater) return result(names, draft, "not-yet", joinsLater, materialsFor(names, facts, draft));
  if (window.refused !== null) return result(names, draft, "refused", window.refused, NONE);
  if (!some) return result(names, draft, "refused", headline.noMonths, NONE);
  const recovers = amounts(names, facts, parts, draft);
  draft.remarks.push(months);
  return result(names, draft, "granted", recovers ? headline.recoverOnly : headline.granted, materialsFor(names, facts, draft));
}

/** Whom the person's part concerns. */
const PERSON = 0;
const HEIRS = 1;

/** To the person less what their account was credited, and to the unit; whether more is to be recovered than comes back. */
function amounts(names: Names, facts: RefundFacts, parts: Parts, draft: Draft): boolean {
  const { step: steps, amount, reading } = names;
  const to = facts.reason === names.option.died ? HEIRS : PERSON;
  const credited = creditedToRecover(names, facts, draft);
  const shares: Node[] = [];
  const own = parts.person.length > 0 ? step(steps.personParts, sum(parts.person), parts.person) : null;
  if (own !== null) {
    const net = credited && step(steps.refundPerson, Math.max(0, own.value - credited.value), [own, credited, reading.recovery]);
    const share = net ?? own;
    shares.push(share);
    if (share.value > 0) draft.amounts.push({ definition: amount.person[to]!, role: "due", node: share });
  }
  if (parts.unit.length > 0) {
    const unit = step(steps.refundUnit, sum(parts.unit), parts.unit);
    shares.push(unit);
    draft.amounts.push({ definition: amount.unit, role: "due", node: unit });
  }
  const total = step(steps.refundTotal, sum(shares), shares);
  draft.remarks.push(total);
  if (credited === null) return false;
  draft.amounts.push({ definition: amount.credited, role: "information", node: credited });
  draft.notices.push(names.notice.accountRecovered);
  const over = credited.value - (own?.value ?? 0);
  if (over <= 0) return false;
  const rest =
    own === null
      ? step(steps.recoverAll, over, [credited, reading.recovery])
      : step(steps.recover, over, [credited, own, reading.recovery]);
  draft.amounts.push({ definition: amount.recover[to]!, role: "due", node: rest });
  return true;
}

/** The account money that comes off the refund; the reading is shown where there is such money. */
function creditedToRecover({ step: steps, reading, option }: Names, facts: RefundFacts, draft: Draft): Node | null {
  if (facts.credited === 0) return null;
  if (reading.recoversAlways || facts.reason === option.sentence) return leaf(steps.credited, facts.credited);
  draft.remarks.push(reading.recovery);
  return null;
}

function sum(nodes: readonly Node[]): number {
  let total = 0;
  for (const node of nodes) total += node.value;
  return total;
}

function materialsFor({ reasons, identityCard, reading }: Names, { reason }: RefundFacts, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.materials);
  const { application, proofs } = reasons[reason]!;
  return reading.onlyApplication ? [application] : [application, identityCard, ...proofs];
}

const result = (
  { place, timeLimit }: Names,
  draft: Draft,
  outcome: Result["outcome"],
  headline: Template,
  materials: readonly Material[],
): Result => ({
  outcome,
  headline,
  place,
  timeLimit,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  options: NONE,
  materials,
  notices: draft.notices,
  sections: NONE,
  conflicts: NONE,
  missing: NONE,
  remarks: draft.remarks,
});
