/** Everything that the resident enrolment looks up by name, once, when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindMaterials } from "../materials.ts";
import type { ResidencePapers } from "../residence.ts";
import { bindResidentCover } from "../resident-cover.ts";
import { paymentFaults } from "../waiting.ts";

export const spec = {
  household: "flag",
  permit: "flag?",
  assisted: "choice",
  recognizedOn: "date?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  fromEmployee: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
export type ResidentFacts = Facts<typeof spec>;
export type SomeResidentFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  return {
    cover: bindResidentCover(names),
    residence: {
      ...(names.words() as unknown as ResidencePapers),
      condition: { residence: names.condition("residence") },
      remedy: { getPermit: names.remedy("getPermit") },
    },
    insuredBefore: names.leaves("insuredBefore"),
    fromEmployee: { fact: names.fact("fromEmployee"), no: names.leaves("fromEmployee")[0]! },
    step: {
      lastYear: names.fact("lastYear"),
      neverMissed: names.step("neverMissed"),
      repaired: names.step("repaired"),
      repairPremium: names.step("repairPremium"),
      yearPremium: names.step("yearPremium"),
    },
    figure: names.figure("tieling.resident-premium"),
    amount: { year: names.amount("yearPremium"), repair: names.amount("repairPremium") },
    materialsRule: bindMaterials(names),
    material: {
      identityCard: names.material("identity-card"),
      householdRegister: names.material("household-register"),
      residencePermit: names.material("residence-permit"),
      recognition: names.material("recognition-proof"),
      employeeRecord: names.material("employee-record"),
    },
    notice: {
      assistedPremium: names.notice("assistedPremium"),
      sameYear: names.notice("sameYear"),
      fromEmployee: names.notice("fromEmployee"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waitsDays: names.headline("waitsDays"),
      waitsMonths: names.headline("waitsMonths"),
      yearLost: names.headline("yearLost"),
      figureMissing: names.headline("figureMissing"),
      yearLostMissing: names.headline("yearLostMissing"),
      noPaper: names.headline("noPaper"),
    },
    next: { duplicate: [names.next("duplicate")] },
    place: names.place("agency"),
    timeLimit: { any: names.timeLimit("any"), assisted: names.timeLimit("assisted") },
    fault: {
      recognizedInFuture: names.fault("recognizedInFuture"),
      recognizedAfterYear: names.fault("recognizedAfterYear"),
      alreadyInsured: names.fault("alreadyInsured"),
      repairedTooMany: names.fault("repairedTooMany"),
      payment: paymentFaults(names),
    },
  };
}
