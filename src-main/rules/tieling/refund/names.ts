/** The names that the refund formula uses, looked up once when the pack is loaded. */
import type { CoverageStatus, Material } from "../../../../src-shared/domain/decision.ts";
import type { Facts, Records } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { ConditionDefinition } from "../../engine/result.ts";
import { bindWaiting, paymentFaults } from "../waiting.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  reason: "choice",
  capacity: "choice?",
  special: "choice?",
  paidOn: "date?",
  deathDate: "date?",
  pensionMonth: "month?",
  yearsMet: "flag?",
  joinedMonth: "month?",
  benefitFrom: "month?",
  benefitTo: "month?",
  sentenceFrom: "month?",
  sentenceTo: "month?",
  payments: "list",
  credited: "money",
} as const;
export type RefundFacts = Facts<typeof spec>;
export type PaymentRecord = Records<{
  readonly from: "month";
  readonly to: "month";
  readonly amount: "money";
  readonly payer: "choice";
}>[number];

export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const waitingTable = names.table("tieling.employee-waiting");
  const firstFlexible = names.reading("tieling.first-flexible");
  const recovery = names.reading("tieling.account-recovery");
  const joined = names.reading("tieling.joined-month");
  const rounding = names.reading("tieling.refund-rounding");
  const materials = names.reading("tieling.refund-materials");
  const reasons = bindReasons(names);
  return {
    leaf: { capacity: names.leaves("capacity"), special: names.leaves("special"), yearsMet: names.leaves("yearsMet") },
    option: {
      died: names.option("reason", "died-waiting"),
      retired: names.option("reason", "overpaid-retired"),
      joined: names.option("reason", "joined-unit"),
      unemployment: names.option("reason", "unemployment"),
      sentence: names.option("reason", "sentence"),
      flexible: names.option("capacity", "flexible"),
      unit: names.fieldOption("payments", "payer", "unit"),
    },
    waiting: { table: waitingTable, days: waitingTable.output("days"), rule: bindWaiting(names, "employee") },
    reading: {
      firstFlexible: firstFlexible.node,
      flexibleRule: firstFlexible.is("flexible-rule"),
      recovery: recovery.node,
      recoversAlways: recovery.is("always"),
      joined: joined.node,
      joinedMonthToo: joined.is("included"),
      rounding: rounding.node,
      byMonthShare: rounding.is("by-month-share"),
      materials: materials.node,
      onlyApplication: materials.is("application"),
    },
    step: {
      paidOn: names.fact("paidOn"),
      deathDate: names.fact("deathDate"),
      pensionMonth: names.fact("pensionMonth"),
      joinedMonth: names.fact("joinedMonth"),
      benefitFrom: names.fact("benefitFrom"),
      benefitTo: names.fact("benefitTo"),
      sentenceFrom: names.fact("sentenceFrom"),
      sentenceTo: names.fact("sentenceTo"),
      credited: names.fact("credited"),
      payments: names.fact("payments"),
      from: names.field("payments", "from"),
      to: names.field("payments", "to"),
      amount: names.field("payments", "amount"),
      joinedFrom: names.step("joinedFrom"),
      lastMonthOfYear: names.step("lastMonthOfYear"),
      paymentMonths: names.step("paymentMonths"),
      refundMonths: names.step("refundMonths"),
      partWhole: names.step("partWhole"),
      partShare: names.step("partShare"),
      partMonth: names.step("partMonth"),
      partMonths: names.step("partMonths"),
      monthsRefunded: names.step("monthsRefunded"),
      noMonths: names.step("noMonths"),
      personParts: names.step("personParts"),
      refundPerson: names.step("refundPerson"),
      refundUnit: names.step("refundUnit"),
      refundTotal: names.step("refundTotal"),
      recover: names.step("recover"),
      recoverAll: names.step("recoverAll"),
    },
    condition: {
      diedInWaiting: names.condition("diedInWaiting"),
      hasWaiting: names.condition("hasWaiting"),
      yearsMet: names.condition("yearsMet"),
      hasJoined: names.condition("hasJoined"),
    },
    remedy: {
      checkRecord: names.remedy("checkRecord"),
      afterJoining: names.remedy("afterJoining"),
    },
    amount: {
      /** To the person, or to the heirs. */
      person: [names.amount("refundPerson"), { ...names.amount("refundHeirs"), id: "refundPerson" }],
      unit: names.amount("refundUnit"),
      recover: [names.amount("recover"), { ...names.amount("recoverHeirs"), id: "recover" }],
      credited: names.amount("credited"),
    },
    kept: names.coverage("kept"),
    reasons,
    identityCard: names.material("identity-card"),
    notice: { accountRecovered: names.notice("accountRecovered"), correction: names.notice("correction") },
    headline: {
      granted: names.headline("granted"),
      recoverOnly: names.headline("recoverOnly"),
      diedAfter: names.headline("diedAfter"),
      noWaiting: names.headline("noWaiting"),
      yearsShort: names.headline("yearsShort"),
      joinsLater: names.headline("joinsLater"),
      noMonths: names.headline("noMonths"),
    },
    place: names.place("agency"),
    timeLimit: names.timeLimit("none"),
    fault: {
      payment: paymentFaults(names),
      notYet: names.fault("notYet"),
      diedInFuture: names.fault("diedInFuture"),
      diedBeforePaid: names.fault("diedBeforePaid"),
      endsBeforeStart: names.fault("endsBeforeStart"),
    },
  };
}

/** What differs by the reason: its own clause, papers, and what the refunded months were. */
export interface ReasonWords {
  readonly hasMonths: ConditionDefinition;
  readonly application: Material;
  readonly proofs: readonly Material[];
  readonly status: CoverageStatus;
  readonly refunded: string;
}

/** By option of `reason`; papers and conditions go by one name whatever the reason. */
function bindReasons(names: Bindings): readonly ReasonWords[] {
  const words: ReasonWords[] = [];
  const add = (option: string, name: string, status: CoverageStatus, ...proofs: readonly string[]): void => {
    words[names.option("reason", option)] = {
      hasMonths: { ...names.condition(`hasMonths${name}`), id: "hasMonths" },
      application: { ...names.material(`application-${name.toLowerCase()}`), id: "application" },
      proofs: proofs.map((proof) => names.material(proof)),
      status,
      refunded: names.coverage(`refunded${name}`),
    };
  };
  add("died-waiting", "Died", "not-covered", "death-certificate", "kinship");
  add("overpaid-retired", "Retired", "retired", "pension-approval");
  add("joined-unit", "Joined", "covered", "unit-enrolment");
  add("unemployment", "Unemployment", "covered", "benefit-proof");
  add("sentence", "Sentence", "not-covered", "judgment");
  return words;
}
