/** Everything that a change of scheme looks up by name, once, when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindMaterials } from "../materials.ts";
import { bindResidentCover } from "../resident-cover.ts";
import { bindWaiting, paymentFaults } from "../waiting.ts";

export const spec = {
  direction: "choice",
  assisted: "choice?",
  special: "choice?",
  recognizedOn: "date?",
  continuousMonths: "count?",
  lastPaid: "month",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  repairedYears: "count?",
} as const;
export type ChangeFacts = Facts<typeof spec>;
export type SomeChangeFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const table = names.table("tieling.scheme-change");
  const answer = table.output("answer");
  const oldCover = names.reading("tieling.old-cover-in-wait");
  const shortGap = names.reading("tieling.change-short-gap");
  return {
    cover: bindResidentCover(names),
    waiting: { change: bindWaiting(names, "change"), sameScheme: bindWaiting(names, "employee") },
    table: {
      change: table,
      answer,
      days: table.output("days"),
      short: table.choice(answer, "short"),
      sameScheme: table.choice(answer, "same-scheme"),
      twoYears: table.choice(answer, "two-years"),
    },
    direction: {
      sameScheme: names.option("direction", "flexible-to-unit"),
      unitToResident: names.option("direction", "unit-to-resident"),
      flexibleToResident: names.option("direction", "flexible-to-resident"),
      residentToFlexible: names.option("direction", "resident-to-flexible"),
    },
    notAssisted: names.option("assisted", "none"),
    notSpecial: names.option("special", "none"),
    graduate: names.option("special", "graduate"),
    leaf: { direction: names.leaves("direction"), assisted: names.leaves("assisted"), special: names.leaves("special") },
    reading: {
      oldCover: oldCover.node,
      oldCoverGoesOn: oldCover.is("goes-on"),
      shortGap: shortGap.node,
      shortGapPaid: shortGap.is("back-paid"),
    },
    step: {
      continuous: names.step("changeContinuous"),
      lastPaid: names.fact("lastPaid"),
      gap: names.step("changeGap"),
      gapSameScheme: names.step("gapMonths"),
      cross: names.step("cross"),
      sameScheme: names.step("sameScheme"),
      lastPaidSameScheme: names.step("lastPaidSameScheme"),
      isAssisted: names.step("isAssisted"),
      specialPerson: names.step("specialPerson"),
    },
    coverage: {
      before: names.coverage("before"),
      gap: names.coverage("gap"),
      gapCanBePaid: names.coverage("gapCanBePaid"),
      waiting: names.coverage("waiting"),
      covered: names.coverage("covered"),
    },
    notice: {
      stopTheOther: names.notice("stopTheOther"),
      waitTwoYears: names.notice("waitTwoYears"),
      gapLost: names.notice("gapLost"),
      gapLostSameScheme: names.notice("gapLostSameScheme"),
      gapCanBePaid: names.notice("gapCanBePaid"),
      shortGapPaid: names.notice("shortGapPaid"),
      forTheYear: names.notice("forTheYear"),
    },
    materialsRule: bindMaterials(names),
    material: {
      identityCard: names.material("identity-card"),
      formerRecord: names.material("former-record"),
      employeeRecord: names.material("employee-record"),
      labourContract: names.material("labour-contract"),
      diploma: names.material("diploma"),
      spouseProof: names.material("spouse-proof"),
      recognition: names.material("recognition-proof"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      residentAtOnce: names.headline("residentAtOnce"),
      residentWaitsDays: names.headline("residentWaitsDays"),
      residentWaitsMonths: names.headline("residentWaitsMonths"),
      yearLost: names.headline("yearLost"),
    },
    next: {
      duplicate: names.next("duplicate"),
      backPayment: names.next("backPayment"),
      premium: names.next("premium"),
    },
    place: names.place("agency"),
    timeLimit: { any: names.timeLimit("any"), assisted: names.timeLimit("assisted"), resident: names.timeLimit("resident") },
    fault: {
      recognizedInFuture: names.fault("recognizedInFuture"),
      recognizedAfterYear: names.fault("recognizedAfterYear"),
      lastPaidTooLate: names.fault("lastPaidTooLate"),
      repairedTooMany: names.fault("repairedTooMany"),
      payment: paymentFaults(names),
    },
  };
}
