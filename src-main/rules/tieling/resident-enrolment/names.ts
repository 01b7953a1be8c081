/** Everything that the resident enrolment looks up by name, once, when the pack is loaded. */
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindResidentWaiting } from "../../national/resident-waiting.ts";
import { bindResidence } from "../residence.ts";
import { bindWaiting, paymentFaults, waitingDates } from "../waiting.ts";

export const spec = {
  household: "flag",
  permit: "flag?",
  assisted: "choice",
  recognizedOn: "date?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
export type ResidentFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const table = names.table("tieling.resident-waiting");
  const answer = table.output("answer");
  const period = names.reading("tieling.concentrated-period");
  const firstYear = names.reading("tieling.first-missed-year");
  const earlier = names.reading("tieling.missed-years-before-2025");
  const start = names.reading("tieling.resident-waiting-start");
  return {
    waiting: bindWaiting(names),
    residence: bindResidence(names),
    national: bindResidentWaiting(names, {
      firstYearCounts: { node: firstYear.node, says: firstYear.is("counts") },
      earlierYearsCount: { node: earlier.node, says: earlier.is("count") },
    }),
    table: {
      waiting: table,
      answer,
      days: table.output("days"),
      national: table.choice(answer, "national"),
      recognised: table.choice(answer, "recognised"),
    },
    option: {
      nextYear: names.option("insuredYear", "next-year"),
      notAssisted: names.option("assisted", "none"),
      entitled: names.option("assisted", "entitled"),
      disabled: names.option("assisted", "disabled"),
    },
    leaf: {
      assisted: names.leaves("assisted"),
      insuredYear: names.leaves("insuredYear"),
      inAnnouncedPeriod: names.leaves("inAnnouncedPeriod"),
      insuredBefore: names.leaves("insuredBefore"),
    },
    reading: {
      period: period.node,
      announced: period.is("announced"),
      start: start.node,
      fromPayment: start.is("payment"),
    },
    step: {
      recognizedOn: names.fact("recognizedOn"),
      lastYear: names.fact("lastYear"),
      insuredYearNumber: names.step("insuredYearNumber"),
      yearStart: names.step("yearStart"),
      inPeriodByQuarter: names.step("inPeriodByQuarter"),
      inPeriodAnnounced: names.step("inPeriodAnnounced"),
      isNextYear: names.step("isNextYear"),
      exempt: names.step("exempt"),
      neverMissed: names.step("neverMissed"),
      repaired: names.step("repaired"),
      waitingStart: names.step("waitingStart"),
      notBeforeYear: names.step("notBeforeYear"),
      otherTreatmentFrom: names.step("otherTreatmentFrom"),
      repairPremium: names.step("repairPremium"),
      yearPremium: names.step("yearPremium"),
    },
    figure: names.figure("tieling.resident-premium"),
    conflicts: [names.conflict("tieling.resident-waiting")],
    amount: { year: names.amount("yearPremium"), repair: names.amount("repairPremium") },
    dates: waitingDates(names),
    otherDate: names.date("otherTreatmentFrom"),
    coverage: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    materials: [names.material("residence-permit")],
    notice: {
      noBackPayment: names.notice("noBackPayment"),
      canRepair: names.notice("canRepair"),
      twoReadings: names.notice("twoReadings"),
      assistedPremium: names.notice("assistedPremium"),
      payInPeriod: names.notice("payInPeriod"),
      yearLost: names.notice("yearLost"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waitsDays: names.headline("waitsDays"),
      waitsMonths: names.headline("waitsMonths"),
      yearLost: names.headline("yearLost"),
      figureMissing: names.headline("figureMissing"),
      refused: names.headline("refused"),
    },
    place: names.place("agency"),
    timeLimit: { any: names.timeLimit("any"), assisted: names.timeLimit("assisted") },
    fault: {
      recognizedInFuture: names.fault("recognizedInFuture"),
      alreadyInsured: names.fault("alreadyInsured"),
      repairedTooMany: names.fault("repairedTooMany"),
      payment: paymentFaults(names),
    },
  };
}
