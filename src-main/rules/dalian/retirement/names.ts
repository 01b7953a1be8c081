/** The names that the retirement formula uses, looked up once when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindPensionYears } from "../../national/pension-years.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { bindBaseLimits } from "../base-limits.ts";
import type { Words } from "../../generated/dalian/retirement.ts";
import { yearsSpec } from "../../engine/contribution/years-names.ts";
import { premiumNames } from "../premium.ts";
import { bindYears } from "../years/years.ts";
import { sharedWords } from "../years/shared.ts";
import { bindTopUp, paymentSteps } from "../years/top-up.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  ...yearsSpec,
  military: "months?",
  enrolledAs: "choice?",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  filed: "flag?",
  unitKind: "choice?",
  treatmentElsewhere: "flag?",
  retirementBase: "money?",
  ownBase: "money?",
} as const;
export type RetirementFacts = Facts<typeof spec>;
export type SomeRetirementFacts = SomeFacts<typeof spec>;

export type Names = ReturnType<typeof bindNames>;

export const bindNames = (names: Bindings) => {
  const words = sharedWords<Words>(names);
  for (const name of ["buyUpUnit", "buyUpPerson", "ownBaseTopUp"])
    for (const part of ["MonthExact", "Month", "Exact", ""]) names.step(`${name}${part}`);
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
    shared: { ...words, ...premiumNames(words), ...bindTopUp(words), ...bindYears(words, null) },
    limits: bindBaseLimits(names),
    fixedAgeConflict: names.conflict("dalian.fixed-age"),
    forumYears: names.conflict("dalian.historic-retirement-years"),
    figure: {
      unitRate: names.figure("dalian.unit-rate"),
      personRate: names.figure("dalian.person-rate"),
      accountCredit: names.figure("dalian.account-credit-retired"),
    },
    reading: bindReadings(names),
    step: bindSteps(names, words),
    retirementAge: bindRetirementAge(names),
    pensionYears: bindPensionYears(names),
  };
};

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
      statutoryAge: names.condition("statutoryAge"),
      noTreatmentElsewhere: names.condition("noTreatmentElsewhere"),
      earlyAge: names.condition("earlyAge"),
    },
    remedy: {
      waitForPension: names.remedy("waitForPension"),
      waitForAge: names.remedy("waitForAge"),
      waitForStatutory: names.remedy("waitForStatutory"),
      waitForEarlyAge: names.remedy("waitForEarlyAge"),
    },
    amount: {
      topUp: names.amount("topUp"),
      topUpMonth: names.amount("topUpMonth"),
      topUpOther: names.amount("topUpOther"),
      topUpEstimate: names.amount("topUpEstimate"),
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
      paidAfterUnknown: names.notice("paidAfterUnknown"),
      moreYearsFirst: names.notice("moreYearsFirst"),
      noLocalMonths: names.notice("noLocalMonths"),
      beforeStatutory: names.notice("beforeStatutory"),
      youngPension: names.notice("youngPension"),
      pastMonthsSilent: names.notice("pastMonthsSilent"),
      averagePensionBase: names.notice("averagePensionBase"),
      unitPays: names.notice("unitPays"),
      limitsUnknown: names.notice("limitsUnknown"),
    },
    headline: {
      granted: names.headline("granted"),
      grantedTopUp: names.headline("grantedTopUp"),
      grantedPayOn: names.headline("grantedPayOn"),
      grantedEarly: names.headline("grantedEarly"),
      grantedEarlyTopUp: names.headline("grantedEarlyTopUp"),
      notYetPension: names.headline("notYetPension"),
      notYetAge: names.headline("notYetAge"),
      notYetStatutory: names.headline("notYetStatutory"),
      notYetFlexible: names.headline("notYetFlexible"),
      refusedElsewhere: names.headline("refusedElsewhere"),
      figureMissing: names.headline("figureMissing"),
    },
    place: { district: names.place("district"), window: names.place("window"), noPensionHere: names.place("noPensionHere") },
    timeLimit: {
      pensionHere: names.timeLimit("pensionHere"),
      filed: names.timeLimit("filed"),
      payOn: names.timeLimit("payOn"),
      payOnThenTopUp: names.timeLimit("payOnThenTopUp"),
      noPensionHere: names.timeLimit("noPensionHere"),
      fromStatutory: names.timeLimit("fromStatutory"),
    },
  };
}

/** Each reading as a node of the explanation, and the answer it gives as a flag. */
function bindReadings(names: Bindings) {
  const late = names.reading("dalian.late-application");
  const start = names.reading("dalian.no-shortfall-start");
  const after = names.reading("dalian.months-after-retirement");
  const fixedAge = names.reading("dalian.fixed-age");
  const place = names.reading("dalian.retirement-place");
  const military = names.reading("dalian.military-way-b");
  const shortfallBase = names.reading("dalian.early-shortfall-base");
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
    monthsAfterRetirement: after.node,
    afterRetirementCounted: after.is("counted"),
    fixedAge: fixedAge.node,
    statutoryForWayB: fixedAge.is("statutory"),
    military: military.node,
    militaryInWayB: military.is("counts"),
    place: place.node,
    placeIsWindow: place.is("window"),
    earlyShortfallBase: shortfallBase.node,
    earlyShortfallAtOwnBase: shortfallBase.is("retirement-month"),
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

const bindSteps = (names: Bindings, words: Words) => ({
  birthDate: names.fact("birthDate"),
  pensionMonth: names.fact("pensionMonth"),
  contributed: names.fact("contributed"),
  retirementBase: names.fact("retirementBase"),
  ownBase: names.fact("ownBase"),
  retirementKind: names.step("retirementKind"),
  fixedAgeDay: names.step("fixedAgeDay"),
  earlyAgeMonth: names.step("earlyAgeMonth"),
  pensionAge: names.step("pensionAge"),
  monthsAfter: names.step("monthsAfter"),
  localCounted: names.step("localCounted"),
  noDeemed: names.step("noDeemed"),
  buyUpEnd: names.step("buyUpEnd"),
  buyUpMonths: names.step("buyUpMonths"),
  buyUpUnit: paymentSteps("buyUpUnit", words.step),
  buyUpPerson: paymentSteps("buyUpPerson", words.step),
  bothRates: names.step("bothRates"),
  ownBaseTopUp: paymentSteps("ownBaseTopUp", words.step),
  totalDue: names.step("totalDue"),
  pastMonths: names.step("pastMonths"),
  localTotal: names.step("localTotal"),
  processingMonth: names.step("processingMonth"),
  afterTopUp: names.step("afterTopUp"),
  afterProcessing: names.step("afterProcessing"),
  afterAge: names.step("afterAge"),
  paidOn: names.step("paidOn"),
  retiredFrom: names.step("retiredFrom"),
  inServiceUntil: names.step("inServiceUntil"),
});
