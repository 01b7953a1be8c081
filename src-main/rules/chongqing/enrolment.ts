/**
 * Chongqing, enrolment as an individual in the employee scheme (CQ-01, CQ-03; CQ-02 for the care premium, CQ-13 for
 * people registered elsewhere). Source: answers of 2023-08, 职工01至03问.
 */
import { addCondition, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { bindCare } from "./care.ts";
import { bindPremium } from "./premium.ts";
import { bindWaiting, interruptionBefore, paymentFaults, rowFor, waitingFor, type Interruption } from "./waiting.ts";

const spec = {
  household: "flag",
  permit: "flag?",
  otherRelation: "flag",
  firstTime: "flag",
  fromResident: "flag",
  fromUnit: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  retired: "flag?",
  paidOn: "date?",
  tier: "choice",
} as const;
type EnrolmentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** Values of the table's input `before`. */
const NOTHING_BEFORE = 0;
const EMPLOYEE = 1;
const RESIDENT = 2;
/** Values of the step `residence`. */
const NO_PAPER = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;
const IN_SERVICE = 0;

function bindNames(names: Bindings) {
  const firstIndividual = names.reading("chongqing.first-individual");
  const shortMembership = names.reading("chongqing.short-membership");
  const nonlocal = names.reading("chongqing.nonlocal-individual");
  const materials = names.reading("chongqing.counter-materials");
  const identityCard = [names.material("identity-card")];
  return {
    waiting: bindWaiting(names, "chongqing.enrolment-waiting"),
    premium: bindPremium(names),
    care: bindCare(names),
    firstTier: names.option("tier", "first"),
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      otherRelation: names.leaves("otherRelation"),
      firstTime: names.leaves("firstTime"),
      fromResident: names.leaves("fromResident"),
      fromUnit: names.leaves("fromUnit"),
      retired: names.leaves("retired"),
    },
    reading: {
      firstIndividual: firstIndividual.node,
      goesOn: firstIndividual.is("goes-on"),
      shortMembership: shortMembership.node,
      shortMembershipFree: shortMembership.is("no-wait"),
      nonlocal: nonlocal.node,
      permitRequired: nonlocal.is("permit"),
      materials: materials.node,
    },
    materials: materials.is("none") ? NONE : identityCard,
    step: {
      residence: names.step("residence"),
      continuousMonths: names.fact("continuousMonths"),
    },
    condition: { residence: names.condition("residence"), noDuplicate: names.condition("noDuplicate") },
    remedy: { getPermit: names.remedy("getPermit"), endOther: names.remedy("endOther") },
    amount: {
      premium: names.amount("premium"),
      premiumMonth: names.amount("premiumMonth"),
      careByBank: names.amount("careByBank"),
      careByAccount: names.amount("careByAccount"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      backPay: names.headline("backPay"),
      refused: names.headline("refused"),
      figureMissing: names.headline("figureMissing"),
    },
    place: { registered: names.place("registered"), near: names.place("near") },
    timeLimit: { none: names.timeLimit("none"), gap: names.timeLimit("gap") },
    sections: [names.section("individualCounter"), names.section("individualOnline"), names.section("individualPayment")],
    next: { premium: names.next("premium"), resident: names.next("resident") },
  };
}

export const enrolment = defineFormula({
  matter: "chongqing.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: (facts, asOf) => paymentFaults(names.waiting, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const { headline } = names;
  const draft = newDraft();
  const failed = !addConditions(names, facts, draft);
  const result = {
    place: facts.household === 1 ? names.place.registered : names.place.near,
    conditions: draft.conditions,
    amounts: draft.amounts,
    materials: names.materials,
    notices: draft.notices,
    next: facts.permit === 1 ? [names.next.premium, names.next.resident] : [names.next.premium],
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (failed)
    return {
      ...result,
      outcome: "refused",
      headline: headline.refused,
      timeLimit: names.timeLimit.none,
      dates: NONE,
      coverage: NONE,
      options: NONE,
      sections: NONE,
      next: facts.permit === 1 ? [names.next.resident] : NONE,
      materials: NONE,
    };

  draft.remarks.push(names.reading.materials);
  const interruption = interruptionBefore(names.waiting, facts, asOf);
  const found = waitingOf(names, facts, interruption, draft);
  addAmounts(names, facts.tier, interruption.payment.value, draft);
  const missing = draft.missing.length > 0;
  const mayPay = found.options.length > 0;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing
      ? headline.figureMissing
      : mayPay
        ? headline.backPay
        : found.waiting.last === null
          ? headline.atOnce
          : headline.waits,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    dates: found.dates,
    coverage: found.coverage,
    options: found.options,
    sections: names.sections,
    conflicts: names.care.conflictsIn(interruption.payment.value),
  };
}

/** All at once; whether all are met. */
function addConditions(names: Names, facts: EnrolmentFacts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy, reading } = names;
  let local = true;
  if (facts.household === 0) draft.remarks.push(reading.nonlocal);
  if (reading.permitRequired || facts.household === 1) {
    const residence = facts.household === 1 ? HOUSEHOLD : facts.permit === 1 ? PERMIT : NO_PAPER;
    local = residence !== NO_PAPER;
    const household = leaves.household[facts.household]!;
    const papers = facts.permit === undefined ? [household] : [household, leaves.permit[facts.permit]!, reading.nonlocal];
    addCondition(draft, condition.residence, local, step(names.step.residence, residence, papers), remedy.getPermit, null);
  }
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return local && single;
}

function waitingOf(names: Names, facts: EnrolmentFacts, interruption: Interruption, draft: Draft) {
  const { leaf: leaves, reading, waiting } = names;
  const fromResident = facts.fromResident === 1;
  const before = fromResident ? RESIDENT : facts.firstTime === 0 || facts.fromUnit === 1 ? EMPLOYEE : NOTHING_BEFORE;
  const inputs: Node[] = [leaves.firstTime[facts.firstTime]!, leaves.fromResident[facts.fromResident]!];
  if (facts.fromUnit !== undefined) inputs.push(leaves.fromUnit[facts.fromUnit]!);
  if (facts.retired !== undefined) inputs.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) inputs.push(leaf(names.step.continuousMonths, facts.continuousMonths));
  if (interruption.gap !== null) inputs.push(interruption.gap);
  const row = rowFor(
    waiting.table,
    [before, facts.firstTime, facts.retired ?? 0, facts.continuousMonths ?? 0, interruption.gap?.value ?? 0],
    fromResident ? reading.shortMembershipFree : reading.goesOn,
    fromResident ? reading.shortMembership : reading.firstIndividual,
    inputs,
  );
  const found = waitingFor(waiting, row, inputs, interruption, draft);
  if (fromResident && found.waiting.last !== null) draft.notices.push(waiting.notice.twoYears);
  return found;
}

/** The months from this payment to December. */
function addAmounts(names: Names, tier: number, payment: number, draft: Draft): void {
  const { amount } = names;
  const start = names.premium.start(payment);
  const premium = names.premium.from(tier, start, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: amount.premium, role: "due", node: premium.total });
    if (premium.month !== null) draft.amounts.push({ definition: amount.premiumMonth, role: "part", node: premium.month });
  }
  const care = names.care.from(tier, IN_SERVICE, start, draft);
  const definition = tier === names.firstTier ? amount.careByBank : amount.careByAccount;
  if (care !== null) draft.amounts.push({ definition, role: "due", node: care.total });
}
