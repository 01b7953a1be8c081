/** The names that the formula uses, looked up once when the pack is loaded. */
import type { WaitingSteps } from "../../engine/contribution/waiting.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindResidentWaiting } from "../../national/resident-waiting.ts";

export const spec = {
  household: "flag",
  permit: "flag?",
  otherRelation: "flag",
  assisted: "choice",
  newborn: "flag?",
  fromEmployee: "flag",
  tier: "choice",
  paidOn: "date?",
  insuredYear: "choice",
  inAnnouncedPeriod: "flag?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
export type ResidentFacts = Facts<typeof spec>;
export type SomeResidentFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const firstYear = names.reading("chongqing.first-missed-year");
  const earlier = names.reading("chongqing.missed-years-before-2025");
  const firstDay = names.reading("chongqing.resident-first-day");
  const start = names.reading("chongqing.resident-waiting-start");
  const steps: WaitingSteps = {
    atOnce: names.step("residentAtOnce"),
    after: names.step("residentAfterWaiting"),
    last: names.step("residentWaitingLast"),
  };
  return {
    waitingSteps: steps,
    national: bindResidentWaiting(names, {
      firstYearCounts: { node: firstYear.node, says: firstYear.is("counts") },
      earlierYearsCount: { node: earlier.node, says: earlier.is("count") },
    }),
    option: { notAssisted: names.option("assisted", "none"), nextYear: names.option("insuredYear", "next-year") },
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      otherRelation: names.leaves("otherRelation"),
      assisted: names.leaves("assisted"),
      newborn: names.leaves("newborn"),
      tier: names.leaves("tier"),
      insuredYear: names.leaves("insuredYear"),
      inAnnouncedPeriod: names.leaves("inAnnouncedPeriod"),
      insuredBefore: names.leaves("insuredBefore"),
    },
    reading: {
      firstDay: firstDay.node,
      first: firstDay.is("payment-day") ? ("start-itself" as const) : ("after-start" as const),
      start: start.node,
      fromPayment: start.is("payment"),
    },
    step: {
      lastYear: names.fact("lastYear"),
      residence: names.step("residence"),
      paymentDay: names.step("paymentDay"),
      insuredYearNumber: names.step("insuredYearNumber"),
      yearStart: names.step("yearStart"),
      exempt: names.step("exempt"),
      neverMissed: names.step("neverMissed"),
      repaired: names.step("repaired"),
      waitMonths: names.step("waitMonths"),
      waitingStart: names.step("waitingStart"),
      notBeforeYear: names.step("notBeforeYear"),
      otherTreatmentFrom: names.step("otherTreatmentFrom"),
      yearPremium: names.step("yearPremium"),
      repairPremium: names.step("repairPremium"),
    },
    // by the option of the question about the tier
    figures: [names.figure("chongqing.resident-first-tier"), names.figure("chongqing.resident-second-tier")],
    condition: { residence: names.condition("residence"), noDuplicate: names.condition("noDuplicate") },
    remedy: { getPermit: names.remedy("getPermit"), endOther: names.remedy("endOther") },
    amount: { year: names.amount("yearPremium"), repair: names.amount("repairPremium") },
    date: {
      treatmentFrom: names.date("treatmentFrom"),
      waitingLast: names.date("waitingLast"),
      other: names.date("otherTreatmentFrom"),
    },
    coverage: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    materials: {
      local: [names.material("identity-paper")],
      nonlocal: [names.material("identity-paper"), names.material("residence-permit")],
    },
    sections: [names.section("residentOnline"), names.section("residentCounter")],
    notice: {
      canRepair: names.notice("canRepair"),
      twoReadings: names.notice("twoReadings"),
      assistedPremium: names.notice("assistedPremium"),
      payInPeriod: names.notice("payInPeriod"),
      yearLost: names.notice("yearLost"),
      noRefund: names.notice("noRefund"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      yearLost: names.headline("yearLost"),
      byChange: names.headline("byChange"),
      notNamed: names.headline("notNamed"),
      figureMissing: names.headline("figureMissing"),
      notYet: names.headline("notYet"),
    },
    next: { change: [names.next("change"), names.next("records")], records: [names.next("records")] },
    place: names.place("anywhere"),
    timeLimit: { any: names.timeLimit("any"), exempt: names.timeLimit("exempt") },
    fault: {
      paidInFuture: names.fault("paidInFuture"),
      alreadyInsured: names.fault("alreadyInsured"),
      repairedTooMany: names.fault("repairedTooMany"),
    },
  };
}
