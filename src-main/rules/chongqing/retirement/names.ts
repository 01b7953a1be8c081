/** The names that the retirement formula uses, looked up once when the pack is loaded. */
import { bindToppedUp } from "../../engine/contribution/topped-up.ts";
import { bindYears, yearsSpec } from "../../engine/contribution/years-names.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindPensionYears } from "../../national/pension-years.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { bindPapers } from "../papers.ts";
import { bindPremium, tierRates } from "../premium.ts";
import { bindShareOfYear } from "../share-of-year.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  ...yearsSpec,
  transferred: "months",
  service: "months",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  deemedMonths: "count",
  chengduMonths: "months",
  lastPaidAt: "choice?",
  shortfallWay: "choice?",
  tier: "choice?",
} as const;
export type RetirementFacts = Facts<typeof spec>;
export type SomeRetirementFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const retiredFrom = names.reading("chongqing.retired-from");
  const individual = names.reading("chongqing.individual-top-up");
  const chengduEqual = names.reading("chongqing.chengdu-equal");
  const papers = bindPapers(names);
  return {
    retirementAge: bindRetirementAge(names),
    pensionYears: bindPensionYears(names),
    years: {
      ...bindYears(names, { sameMonth: names.reading("chongqing.same-month-twice"), military: false }),
      toppedUp: bindToppedUp(names),
    },
    premium: bindPremium(names),
    papers,
    sexes: names.leaves("sex"),
    tiers: names.leaves("tier"),
    capacities: names.leaves("capacity"),
    lastPaidAt: names.leaves("lastPaidAt"),
    option: {
      male: names.option("sex", "male"),
      pensionHere: names.option("way", "pension-here"),
      woman55: names.option("kind", "woman-55"),
      unit: names.option("capacity", "unit"),
      chongqing: names.option("lastPaidAt", "chongqing"),
      chengdu: names.option("lastPaidAt", "chengdu"),
      payNow: names.option("shortfallWay", "pay-now"),
      goOn: names.option("shortfallWay", "go-on"),
      resident: names.option("shortfallWay", "resident"),
    },
    reading: {
      retiredFrom: retiredFrom.node,
      nextMonth: retiredFrom.is("next-month"),
      individual: individual.node,
      individualMay: individual.is("allowed"),
      chengduEqual: chengduEqual.node,
      lastPaidDecides: chengduEqual.is("last-paid"),
    },
    figure: {
      required: [names.figure("chongqing.retirement-months-man"), names.figure("chongqing.retirement-months-woman")],
      local: names.figure("chongqing.retirement-local-months"),
      // by capacity: unit, individual
      deemedLast: [names.figure("chongqing.deemed-last-unit"), names.figure("chongqing.deemed-last-individual")],
      chengdu: names.figure("chongqing.chengdu-months"),
      base: names.figure("chongqing.top-up-base"),
      rates: tierRates(names),
      resident: names.figure("chongqing.resident-first-tier"),
    },
    topUpOf: bindShareOfYear(names, "topUp"),
    step: {
      birthDate: names.fact("birthDate"),
      pensionMonth: names.fact("pensionMonth"),
      contributed: names.fact("contributed"),
      deemedMonths: names.fact("deemedMonths"),
      chengduMonths: names.fact("chengduMonths"),
      lastPaidAt: names.fact("lastPaidAt"),
      processingMonth: names.step("processingMonth"),
      retired: names.step("retired"),
      deemedCounted: names.step("deemedCounted"),
      deemedNone: names.step("deemedNone"),
      deemedUntil: names.step("deemedUntil"),
      requiredMonths: names.step("requiredMonths"),
      bothTwice: names.step("bothTwice"),
      bothMonths: names.step("bothMonths"),
      bothMonthsOnce: names.step("bothMonthsOnce"),
      longerHere: names.step("longerHere"),
      equalHere: names.step("equalHere"),
      chengduShortfall: names.step("chengduShortfall"),
      shortfallMutual: names.step("shortfallMutual"),
      topUpYearExact: names.step("topUpYearExact"),
      topUpYear: names.step("topUpYear"),
      continueUntil: names.step("continueUntil"),
      continueFrom: names.step("continueFrom"),
      retiredFrom: names.step("retiredFrom"),
      retiredAfter: names.step("retiredAfter"),
    },
    condition: {
      pensionDone: names.condition("pensionDone"),
      age: names.condition("age"),
      mutualYears: names.condition("mutualYears"),
      mutualToppedUp: names.condition("mutualToppedUp"),
    },
    remedy: {
      waitForPension: names.remedy("waitForPension"),
      waitForAge: names.remedy("waitForAge"),
      moreMutual: names.remedy("moreMutual"),
    },
    amount: {
      topUp: names.amount("topUp"),
      topUpYear: names.amount("topUpYear"),
      premium: names.amount("premium"),
      // by tier, where none is chosen
      premiums: [names.amount("premiumFirst"), names.amount("premiumSecond")],
      resident: names.amount("resident"),
    },
    date: {
      statutory: names.date("statutoryMonth"),
      statutory55: names.date("statutoryMonth55"),
      statutory50: names.date("statutoryMonth50"),
      retiredFrom: names.date("retiredFrom"),
      retiredAfter: names.date("retiredAfter"),
      continueUntil: names.date("continueUntil"),
    },
    coverage: {
      contributed: names.coverage("contributed"),
      chengdu: names.coverage("chengdu"),
      inService: names.coverage("inService"),
      inServiceAfterWaiting: names.coverage("inServiceAfterWaiting"),
      retired: names.coverage("retired"),
    },
    material: {
      identityCard: papers.of("identity-card"),
      handlerCard: papers.of("handler-card"),
      pensionApproval: papers.of("pension-approval"),
      serviceProof: papers.of("service-proof"),
      chengduProof: papers.of("chengdu-proof"),
    },
    section: { unitWays: names.section("unitWays") },
    notice: {
      requiredYears: names.notice("requiredYears"),
      deemedPress: names.notice("deemedPress"),
      unitSum: names.notice("unitSum"),
      chengduNotInForce: names.notice("chengduNotInForce"),
      moveChengdu: names.notice("moveChengdu"),
      interrupted: names.notice("interrupted"),
      ageOfIndividuals: names.notice("ageOfIndividuals"),
      pressPremium: names.notice("pressPremium"),
    },
    headline: {
      granted: names.headline("granted"),
      mutual: names.headline("mutual"),
      toChengdu: names.headline("toChengdu"),
      toChengduShort: names.headline("toChengduShort"),
      choose: names.headline("choose"),
      payNow: names.headline("payNow"),
      payNowUnit: names.headline("payNowUnit"),
      goOnChosen: names.headline("goOnChosen"),
      residentChosen: names.headline("residentChosen"),
      notYetPension: names.headline("notYetPension"),
      notYetAge: names.headline("notYetAge"),
      figureMissing: names.headline("figureMissing"),
    },
    way: {
      topUpByUnit: names.headline("topUpByUnit"),
      topUpSelf: names.headline("topUpSelf"),
      topUpText: names.headline("topUpText"),
      topUpUnitText: names.headline("topUpUnitText"),
      leaveAndGoOn: names.headline("leaveAndGoOn"),
      goOn: names.headline("goOn"),
      goOnText: names.headline("goOnText"),
      goOnWaitingText: names.headline("goOnWaitingText"),
      leaveAndGoOnText: names.headline("leaveAndGoOnText"),
      resident: names.headline("resident"),
      residentText: names.headline("residentText"),
    },
    place: { unit: names.place("unit"), own: names.place("own"), chengdu: names.place("chengdu") },
    timeLimit: names.timeLimit("none"),
    next: {
      unit: [names.next("enrolment"), names.next("residentChange")],
      individual: [names.next("enrolment")],
      resident: [names.next("residentChange")],
      chengdu: [names.next("transferOut")],
    },
    fault: {
      wayNotOffered: names.fault("wayNotOffered"),
      deemedTwice: names.fault("deemedTwice"),
      tooMuchService: names.fault("tooMuchService"),
      beforeWorkingAge: names.fault("beforeWorkingAge"),
    },
  };
}
