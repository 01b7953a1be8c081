/**
 * Tieling, refunds of the employee scheme (TL-15): five reasons, each with its months; account money is recovered.
 * Source: the notice of 2022-04-01, clause 七(一). The words stand in resources/policy/tieling/matters/refund.yaml.
 */
import type { CoverageStatus, Material } from "../../../../src-shared/domain/decision.ts";
import { countMonths, EMPTY, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, finish, newDraft, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeastZero, difference, same, sum } from "../../engine/operations.ts";
import type { ConditionDefinition, Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/tieling/refund.ts";
import { inForce, paymentFault } from "../waiting.ts";
import { partsOf, type Parts } from "./parts.ts";
import { bindWindow, windowOf } from "./window.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { amount } = words;
  return {
    ...words,
    ...inForce(words),
    ...bindWindow(words),
    reasons: reasonsOf(words),
    /** To the person, or to the heirs, by the same name. */
    toPerson: { refund: amount.refundPerson, recover: amount.recover },
    toHeirs: { refund: { ...amount.refundHeirs, id: "refundPerson" }, recover: { ...amount.recoverHeirs, id: "recover" } },
  };
}

/** What differs by the reason: its own clause, papers, and what the refunded months were. */
interface ReasonWords {
  readonly hasMonths: ConditionDefinition;
  readonly application: Material;
  readonly proofs: readonly Material[];
  readonly status: CoverageStatus;
  readonly refunded: string;
}

/** By option of `reason`; papers and conditions go by one name whatever the reason. */
function reasonsOf({ option: { reason }, condition, material, coverage }: Words): readonly ReasonWords[] {
  const words: ReasonWords[] = [];
  const add = (
    option: number,
    hasMonths: ConditionDefinition,
    status: CoverageStatus,
    refunded: string,
    application: Material,
    ...proofs: readonly Material[]
  ): void => {
    words[option] = {
      hasMonths: { ...hasMonths, id: "hasMonths" },
      application: { ...application, id: "application" },
      proofs,
      status,
      refunded,
    };
  };
  const { applicationDied, applicationRetired, applicationJoined, applicationUnemployment, applicationSentence } = material;
  const { deathCertificate, kinship, pensionApproval, unitEnrolment, benefitProof, judgment } = material;
  const { refundedDied, refundedRetired, refundedJoined, refundedUnemployment, refundedSentence } = coverage;
  add(reason.diedWaiting, condition.hasMonthsDied, "not-covered", refundedDied, applicationDied, deathCertificate, kinship);
  add(reason.overpaidRetired, condition.hasMonthsRetired, "retired", refundedRetired, applicationRetired, pensionApproval);
  add(reason.joinedUnit, condition.hasMonthsJoined, "covered", refundedJoined, applicationJoined, unitEnrolment);
  add(
    reason.unemployment,
    condition.hasMonthsUnemployment,
    "covered",
    refundedUnemployment,
    applicationUnemployment,
    benefitProof,
  );
  add(reason.sentence, condition.hasMonthsSentence, "not-covered", refundedSentence, applicationSentence, judgment);
  return words;
}

export default define(bind, { check, evaluate });

const STARTS = ["pensionMonth", "benefitFrom", "sentenceFrom"] as const;

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  const faults: Fault[] = [];
  const { paidOn, deathDate, benefitFrom, benefitTo, sentenceFrom, sentenceTo } = facts;
  const wrong = paidOn === undefined ? null : paymentFault(names, paidOn, asOf);
  if (wrong !== null) faults.push(wrong);
  // nobody has retired, drawn benefit or served in a month to come
  for (const fact of STARTS) if ((facts[fact] ?? 0) > asOf.month) faults.push({ fact, text: fault.notYet });
  if (deathDate !== undefined) {
    if (deathDate > asOf.date) faults.push({ fact: "deathDate", text: fault.diedInFuture });
    if (deathDate < paidOn!) faults.push({ fact: "deathDate", text: fault.diedBeforePaid });
  }
  if (benefitTo !== undefined && benefitTo < benefitFrom!) faults.push({ fact: "benefitTo", text: fault.endsBeforeStart });
  if (sentenceTo !== undefined && sentenceTo < sentenceFrom!) faults.push({ fact: "sentenceTo", text: fault.endsBeforeStart });
  for (const [index, { from, to }] of facts.payments.entries())
    if (to < from) faults.push({ fact: `payments.${index}.to`, text: fault.endsBeforeStart });
  return faults;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, step: steps, headline, coverage } = names;
  const { agency } = names.place;
  const { none: anyTime } = names.timeLimit;
  const draft = newDraft();
  const window = windowOf(names, facts, asOf, draft);
  const parts = partsOf(names, facts.payments, window);
  const some = parts.months.length > 0;
  const monthsRefunded = some
    ? told(steps.monthsRefunded, countMonths(parts.refunded), parts.months)
    : told(steps.noMonths, 0, [leaf(fact.payments, facts.payments.length), ...window.because]);
  const reason = names.reasons[facts.reason]!;
  addCondition(draft, reason.hasMonths, some, monthsRefunded, names.remedy.checkRecord, null);
  const refunded = window.refused === null ? parts.refunded : EMPTY;
  cover(draft, "contributed", coverage.kept, subtractMonths(parts.paid, refunded));
  cover(draft, reason.status, reason.refunded, refunded);
  if (window.refused !== null) {
    if (window.comes) draft.materials = materialsFor(names, reason, draft);
    return finish(draft, window.comes ? "not-yet" : "refused", window.refused, agency, anyTime);
  }
  if (!some) return finish(draft, "refused", headline.noMonths, agency, anyTime);
  const { refundTotal, recover } = addAmounts(names, facts, parts, draft);
  draft.remarks.push(monthsRefunded);
  draft.materials = materialsFor(names, reason, draft);
  const says =
    recover === null ? headline.granted({ monthsRefunded, refundTotal }) : headline.recoverOnly({ refundTotal, recover });
  return finish(draft, "granted", says, agency, anyTime);
}

interface Amounts {
  readonly refundTotal: Node;
  /** What is to be recovered beyond what comes back. */
  readonly recover: Node | null;
}

/** To the person less what their account was credited, and to the unit. */
function addAmounts(names: Names, facts: Facts, parts: Parts, draft: Draft): Amounts {
  const { step: steps, amount, reading } = names;
  const because = reading.accountRecovery.node;
  const to = facts.reason === names.option.reason.diedWaiting ? names.toHeirs : names.toPerson;
  const credited = creditedToRecover(names, facts, draft);
  const shares: Node[] = [];
  const own = parts.person.length > 0 ? sum(steps.personParts, parts.person) : null;
  if (own !== null) {
    const share = credited === null ? own : atLeastZero(steps.refundPerson, own, credited, because);
    shares.push(share);
    if (share.value > 0) draft.amounts.push({ definition: to.refund, role: "due", node: share });
  }
  if (parts.unit.length > 0) {
    const unit = sum(steps.refundUnit, parts.unit);
    shares.push(unit);
    draft.amounts.push({ definition: amount.refundUnit, role: "due", node: unit });
  }
  const refundTotal = sum(steps.refundTotal, shares);
  draft.remarks.push(refundTotal);
  if (credited === null) return { refundTotal, recover: null };
  draft.amounts.push({ definition: amount.credited, role: "information", node: credited });
  draft.notices.push(names.notice.accountRecovered);
  if (own !== null && credited.value <= own.value) return { refundTotal, recover: null };
  const recover = own === null ? same(steps.recoverAll, credited, because) : difference(steps.recover, credited, own, because);
  draft.amounts.push({ definition: to.recover, role: "due", node: recover });
  return { refundTotal, recover };
}

/** The account money that comes off the refund; the reading is shown where there is such money. */
function creditedToRecover({ fact, reading, option }: Names, facts: Facts, draft: Draft): Node | null {
  if (facts.credited === 0) return null;
  const { is, node } = reading.accountRecovery;
  if (is.always || facts.reason === option.reason.sentence) return leaf(fact.credited, facts.credited);
  draft.remarks.push(node);
  return null;
}

function materialsFor({ material, reading }: Names, { application, proofs }: ReasonWords, draft: Draft): readonly Material[] {
  const { is, node } = reading.refundMaterials;
  draft.remarks.push(node);
  return is.application ? [application] : [application, material.identityCard, ...proofs];
}
