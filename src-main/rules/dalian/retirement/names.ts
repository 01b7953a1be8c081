/** The names that the retirement formula uses, looked up once when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Node } from "../../engine/node.ts";
import type { DecisionTable } from "../../engine/table.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { paymentSteps } from "../../engine/arithmetic.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  sex: "choice",
  birthDate: "date",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  capacity: "choice",
  unitKind: "choice?",
  treatmentElsewhere: "flag?",
  contributed: "months",
  transferred: "months?",
  service: "months?",
  enrolledAs: "choice?",
  overlapMonths: "count?",
  retirementBase: "money?",
  ownBase: "money?",
} as const;
export type RetirementFacts = Facts<typeof spec>;
export type SomeRetirementFacts = SomeFacts<typeof spec>;

export type Names = ReturnType<typeof bindNames>;

export const bindNames = (names: Bindings) => {
  const leaf = {
    sex: names.leaves("sex"),
    way: names.leaves("way"),
    capacity: names.leaves("capacity"),
    enrolledAs: names.leaves("enrolledAs"),
    treatmentElsewhere: names.leaves("treatmentElsewhere"),
  };
  return {
    ...bindWords(names),
    leaf,
    ...bindTables(names, leaf),
    figure: {
      assessedBase: names.figure("dalian.assessed-base"),
      topUpRate: names.figure("dalian.top-up-rate"),
      flexibleRate: names.figure("dalian.flexible-basic-rate"),
      unitRate: names.figure("dalian.unit-rate"),
      personRate: names.figure("dalian.person-rate"),
      accountCredit: names.figure("dalian.account-credit-retired"),
    },
    reading: bindReadings(names),
    step: bindSteps(names),
    retirementAge: bindRetirementAge(names),
  };
};

type Leaves = Readonly<Record<"sex" | "capacity" | "enrolledAs", readonly Node[]>>;

/** Where a table has one short input, its outputs are looked up once: a node per value of that input. */
function bindTables(names: Bindings, leaf: Leaves) {
  const years = names.table("dalian.retirement-years");
  const cutOff = names.table("dalian.deemed-cut-off");
  const base = names.table("dalian.top-up-base");
  const lookUp = (table: DecisionTable, output: string, inputs: readonly Node[]): readonly Node[] =>
    inputs.map((input) => table.node(table.row1(input.value), table.output(output), [input]));
  return {
    /** By sex. */
    required: {
      cumulative: lookUp(years, "cumulative", leaf.sex),
      local: lookUp(years, "local", leaf.sex),
      fixedAge: lookUp(years, "fixed-age", leaf.sex),
      earlyAge: lookUp(years, "early-age", leaf.sex),
    },
    /** First month that no longer counts as deemed, by capacity at processing or at enrolment. */
    cutOff: { byCapacity: lookUp(cutOff, "month", leaf.capacity), byEnrolment: lookUp(cutOff, "month", leaf.enrolledAs) },
    topUpBase: {
      table: base,
      output: base.output("base"),
      /** Value of the output for the assessed base; the other is the person's own. */
      assessed: base.choice(base.output("base"), "assessed"),
    },
  };
}

function bindWords(names: Bindings) {
  const approvalForm = names.material("approval-form");
  const identityCard = names.material("identity-card");
  const serviceProof = names.material("service-proof");
  return {
    option: {
      male: names.option("sex", "male"),
      female: names.option("sex", "female"),
      pensionHere: names.option("way", "pension-here"),
      noPensionHere: names.option("way", "no-pension-here"),
      woman55: names.option("kind", "woman-55"),
      woman50: names.option("kind", "woman-50"),
      unit: names.option("capacity", "unit"),
      flexible: names.option("capacity", "flexible"),
      central: names.option("unitKind", "central"),
    },
    condition: {
      pensionDone: names.condition("pensionDone"),
      age: names.condition("age"),
      noTreatmentElsewhere: names.condition("noTreatmentElsewhere"),
      earlyAge: names.condition("earlyAge"),
      cumulativeYears: names.condition("cumulativeYears"),
      localYears: names.condition("localYears"),
    },
    remedy: {
      waitForPension: names.remedy("waitForPension"),
      waitForAge: names.remedy("waitForAge"),
      waitForEarlyAge: names.remedy("waitForEarlyAge"),
      endElsewhere: names.remedy("endElsewhere"),
      moreCumulative: names.remedy("moreCumulative"),
      moreLocal: names.remedy("moreLocal"),
      payTopUp: names.remedy("payTopUp"),
    },
    amount: {
      topUp: names.amount("topUp"),
      topUpMonth: names.amount("topUpMonth"),
      buyUpUnit: names.amount("buyUpUnit"),
      buyUpPerson: names.amount("buyUpPerson"),
      accountCredit: names.amount("accountCredit"),
    },
    date: {
      retiredFrom: names.date("retiredFrom"),
      inServiceUntil: names.date("inServiceUntil"),
      statutory: names.date("statutoryMonth"),
      statutory55: names.date("statutoryMonth55"),
      statutory50: names.date("statutoryMonth50"),
      fixedAgeDay: names.date("fixedAgeDay"),
    },
    coverage: {
      contributed: names.coverage("contributed"),
      transferred: names.coverage("transferred"),
      deemed: names.coverage("deemed"),
      overlap: names.coverage("overlap"),
      bought: names.coverage("bought"),
      inService: names.coverage("inService"),
      retired: names.coverage("retired"),
    },
    materials: {
      pensionHere: [approvalForm],
      noPensionHere: [identityCard],
      noPensionHereWithService: [identityCard, serviceProof],
    },
    notice: {
      late: names.notice("late"),
      noMorePayments: names.notice("noMorePayments"),
      paidAfter: names.notice("paidAfter"),
      averagePensionBase: names.notice("averagePensionBase"),
      unitPays: names.notice("unitPays"),
    },
    conflicts: [names.conflict("dalian.top-up-rate")],
    headline: {
      granted: names.headline("granted"),
      grantedTopUp: names.headline("grantedTopUp"),
      grantedEarly: names.headline("grantedEarly"),
      grantedEarlyTopUp: names.headline("grantedEarlyTopUp"),
      notYetPension: names.headline("notYetPension"),
      notYetAge: names.headline("notYetAge"),
      notYetFlexible: names.headline("notYetFlexible"),
      refusedElsewhere: names.headline("refusedElsewhere"),
      figureMissing: names.headline("figureMissing"),
    },
    place: { pensionHere: names.place("pensionHere"), noPensionHere: names.place("noPensionHere") },
    timeLimit: { pensionHere: names.timeLimit("pensionHere"), noPensionHere: names.timeLimit("noPensionHere") },
    fault: {
      bornAfter: names.fault("bornAfter"),
      pensionTooYoung: names.fault("pensionTooYoung"),
      beforeWorkingAge: names.fault("beforeWorkingAge"),
      tooManyMonths: names.fault("tooManyMonths"),
      tooManyOverlaps: names.fault("tooManyOverlaps"),
    },
  };
}

/** Each reading as a node of the explanation, and the answer it gives as a flag. */
function bindReadings(names: Bindings) {
  const late = names.reading("dalian.late-application");
  const start = names.reading("dalian.no-shortfall-start");
  const deemed = names.reading("dalian.deemed-capacity");
  const twice = names.reading("dalian.same-month-twice");
  const after = names.reading("dalian.months-after-retirement");
  const rate = names.reading("dalian.top-up-rate");
  const rounding = names.reading("dalian.rounding");
  const endMonth = names.reading("dalian.early-end-month");
  const monthsCount = names.reading("dalian.early-months-count");
  const age = names.reading("dalian.early-statutory-age");
  const flexible = names.reading("dalian.early-flexible");
  const materials = names.reading("dalian.way-b-materials");
  return {
    lateApplication: late.node,
    lateFromPensionMonth: late.is("from-pension-month"),
    noShortfallStart: start.node,
    noShortfallNextMonth: start.is("next-month"),
    deemedCapacity: deemed.node,
    deemedByEnrolment: deemed.is("at-enrolment"),
    sameMonth: twice.node,
    sameMonthOnce: twice.is("once"),
    monthsAfterRetirement: after.node,
    afterRetirementCounted: after.is("counted"),
    topUpRate: rate.node,
    topUpAtFlexibleRate: rate.is("flexible-rate"),
    rounding: rounding.node,
    monthFirst: rounding.is("month-first"),
    earlyEndMonth: endMonth.node,
    throughTurningMonth: endMonth.is("turning-month"),
    earlyMonthsCount: monthsCount.node,
    earlyMonthsCounted: monthsCount.is("counted"),
    earlyStatutoryAge: age.node,
    statutoryForEarly: age.is("statutory"),
    earlyFlexible: flexible.node,
    earlyFlexibleLikeUnit: flexible.is("like-unit"),
    wayBMaterials: materials.node,
    noMaterialsForWayB: materials.is("none"),
  };
}

const bindSteps = (names: Bindings) => ({
  birthDate: names.fact("birthDate"),
  pensionMonth: names.fact("pensionMonth"),
  contributed: names.fact("contributed"),
  transferred: names.fact("transferred"),
  service: names.fact("service"),
  overlapMonths: names.fact("overlapMonths"),
  retirementBase: names.fact("retirementBase"),
  ownBase: names.fact("ownBase"),
  retirementKind: names.step("retirementKind"),
  fixedAgeDay: names.step("fixedAgeDay"),
  earlyAgeMonth: names.step("earlyAgeMonth"),
  monthsAfter: names.step("monthsAfter"),
  localCounted: names.step("localCounted"),
  sameMonthTwice: names.step("sameMonthTwice"),
  transferredCounted: names.step("transferredCounted"),
  serviceBefore: names.step("serviceBefore"),
  serviceOverlap: names.step("serviceOverlap"),
  deemed: names.step("deemed"),
  noDeemed: names.step("noDeemed"),
  buyUpEnd: names.step("buyUpEnd"),
  buyUpMonths: names.step("buyUpMonths"),
  buyUpUnit: paymentSteps(names, "buyUpUnit"),
  buyUpPerson: paymentSteps(names, "buyUpPerson"),
  localTotal: names.step("localTotal"),
  cumulative: names.step("cumulative"),
  cumulativeShortfall: names.step("cumulativeShortfall"),
  localShortfall: names.step("localShortfall"),
  shortfall: names.step("shortfall"),
  topUpBase: names.step("topUpBase"),
  topUpRate: names.step("topUpRate"),
  topUp: paymentSteps(names, "topUp"),
  processingMonth: names.step("processingMonth"),
  afterTopUp: names.step("afterTopUp"),
  afterProcessing: names.step("afterProcessing"),
  afterAge: names.step("afterAge"),
  retiredFrom: names.step("retiredFrom"),
  inServiceUntil: names.step("inServiceUntil"),
});
