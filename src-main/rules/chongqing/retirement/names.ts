/** The names that the retirement formula uses, looked up once when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { bindPremium, tierRates } from "../premium.ts";
import { bindShareOfYear } from "../share-of-year.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  sex: "choice",
  birthDate: "date",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  capacity: "choice",
  tier: "choice",
  contributed: "months",
  transferred: "months?",
  deemedMonths: "count?",
  shortfallWay: "choice?",
} as const;
export type RetirementFacts = Facts<typeof spec>;
export type SomeRetirementFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const retiredFrom = names.reading("chongqing.retired-from");
  const individual = names.reading("chongqing.individual-top-up");
  const twice = names.reading("chongqing.same-month-twice");
  return {
    retirementAge: bindRetirementAge(names),
    premium: bindPremium(names),
    sexes: names.leaves("sex"),
    tiers: names.leaves("tier"),
    capacities: names.leaves("capacity"),
    option: {
      male: names.option("sex", "male"),
      pensionHere: names.option("way", "pension-here"),
      woman55: names.option("kind", "woman-55"),
      unit: names.option("capacity", "unit"),
      payNow: names.option("shortfallWay", "pay-now"),
      goOn: names.option("shortfallWay", "go-on"),
      resident: names.option("shortfallWay", "resident"),
    },
    reading: {
      retiredFrom: retiredFrom.node,
      nextMonth: retiredFrom.is("next-month"),
      individual: individual.node,
      individualMay: individual.is("allowed"),
      twice: twice.node,
      once: twice.is("once"),
    },
    figure: {
      required: [names.figure("chongqing.retirement-months-man"), names.figure("chongqing.retirement-months-woman")],
      base: names.figure("chongqing.top-up-base"),
      rates: tierRates(names),
      resident: names.figure("chongqing.resident-first-tier"),
    },
    topUpOf: bindShareOfYear(names, "topUp"),
    step: {
      birthDate: names.fact("birthDate"),
      pensionMonth: names.fact("pensionMonth"),
      contributed: names.fact("contributed"),
      transferred: names.fact("transferred"),
      deemedMonths: names.fact("deemedMonths"),
      processingMonth: names.step("processingMonth"),
      retired: names.step("retired"),
      sameMonthTwice: names.step("sameMonthTwice"),
      transferredCounted: names.step("transferredCounted"),
      deemedCounted: names.step("deemedCounted"),
      cumulative: names.step("cumulative"),
      requiredMonths: names.step("requiredMonths"),
      shortfall: names.step("shortfall"),
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
      cumulativeYears: names.condition("cumulativeYears"),
    },
    remedy: {
      waitForPension: names.remedy("waitForPension"),
      waitForAge: names.remedy("waitForAge"),
      moreCumulative: names.remedy("moreCumulative"),
      payTopUp: names.remedy("payTopUp"),
    },
    amount: {
      topUpByBoth: names.amount("topUpByBoth"),
      topUp: names.amount("topUp"),
      topUpYear: names.amount("topUpYear"),
      premium: names.amount("premium"),
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
      transferred: names.coverage("transferred"),
      inService: names.coverage("inService"),
      retired: names.coverage("retired"),
    },
    notice: { yearsNotNamed: names.notice("yearsNotNamed"), deemedNotNamed: names.notice("deemedNotNamed") },
    headline: {
      granted: names.headline("granted"),
      choose: names.headline("choose"),
      payNow: names.headline("payNow"),
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
      leaveAndGoOnText: names.headline("leaveAndGoOnText"),
      resident: names.headline("resident"),
      residentText: names.headline("residentText"),
    },
    place: { unit: names.place("unit"), own: names.place("own") },
    timeLimit: names.timeLimit("none"),
    next: {
      unit: [names.next("enrolment"), names.next("residentEnrolment")],
      individual: [names.next("enrolment")],
      resident: [names.next("residentEnrolment")],
    },
    fault: {
      bornAfter: names.fault("bornAfter"),
      tooYoung: names.fault("tooYoung"),
      beforeWorkingAge: names.fault("beforeWorkingAge"),
      wayNotOffered: names.fault("wayNotOffered"),
    },
  };
}
