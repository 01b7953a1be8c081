/** Everything that the enrolment as a resident looks up by name, once, when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindDecember } from "../december.ts";
import { bindResidentCover } from "./cover.ts";

export const spec = {
  birthDate: "date",
  group: "choice",
  household: "flag?",
  permit: "flag?",
  assisted: "choice",
  former: "choice",
  stillInsured: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  lastYear: "count?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  registeredInTime: "flag?",
  repairedYears: "count?",
} as const;
export type ResidentFacts = Facts<typeof spec>;
export type SomeResidentFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const permit = names.reading("dalian.resident-permit");
  const leaver = names.reading("dalian.unit-leaver");
  const materials = names.reading("dalian.resident-materials");
  const place = names.reading("dalian.resident-place");
  return {
    cover: bindResidentCover(names),
    december: bindDecember(names),
    option: {
      adult: names.option("group", "adult"),
      minor: names.option("group", "minor"),
      pupil: names.option("group", "pupil"),
      student: names.option("group", "student"),
      never: names.option("former", "never"),
      resident: names.option("former", "resident"),
      unit: names.option("former", "unit"),
      flexible: names.option("former", "flexible"),
      marginal: names.option("assisted", "marginal"),
    },
    leaf: {
      group: names.leaves("group"),
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      former: names.leaves("former"),
      stillInsured: names.leaves("stillInsured"),
    },
    reading: {
      permit: permit.node,
      permitEnrols: permit.is("may-enrol"),
      leaver: leaver.node,
      leaverWaits: leaver.is("december"),
      materials: materials.node,
      noMaterials: materials.is("none"),
      place: place.node,
      atStreet: place.is("street"),
    },
    figure: {
      adult: names.figure("dalian.resident-premium-adult"),
      minor: names.figure("dalian.resident-premium-minor"),
      fullSubsidy: names.figure("dalian.resident-subsidy-full"),
      marginalSubsidy: names.figure("dalian.resident-subsidy-marginal"),
      fiscal: names.figure("dalian.resident-fiscal-subsidy"),
    },
    step: {
      birthDate: names.fact("birthDate"),
      lastYear: names.fact("lastYear"),
      residence: names.step("residence"),
      studentResidence: names.step("studentResidence"),
      permitResidence: names.step("permitResidence"),
      paidThisYear: names.step("paidThisYearByMonth"),
      yearPremium: names.step("yearPremium"),
      repairPremium: names.step("repairPremium"),
      subsidyExact: names.step("subsidyExact"),
      subsidy: names.step("subsidy"),
      ownPremium: names.step("ownPremium"),
    },
    condition: {
      residence: names.condition("residence"),
      notEmployee: names.condition("notEmployee"),
    },
    remedy: {
      getPermit: names.remedy("getPermit"),
      moveHousehold: names.remedy("moveHousehold"),
      suspend: names.remedy("suspend"),
    },
    amount: {
      premium: names.amount("yearPremium"),
      own: names.amount("ownPremium"),
      repair: names.amount("repairPremium"),
      subsidy: names.amount("subsidy"),
      fiscal: names.amount("fiscalSubsidy"),
    },
    newbornUntil: names.date("newbornUntil"),
    material: {
      household: names.material("household-register"),
      permit: names.material("residence-permit"),
      identity: names.material("identity-card"),
      guardian: names.material("guardian-card"),
      birth: names.material("birth-certificate"),
      student: names.material("student-proof"),
      assisted: names.material("assistance-proof"),
    },
    notice: {
      newbornNextYear: names.notice("newbornNextYear"),
      newbornOtherYear: names.notice("newbornOtherYear"),
      premiumUnverified: names.notice("premiumUnverified"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      newborn: names.headline("newborn"),
      waits: names.headline("waits"),
      fullMonths: names.headline("fullMonths"),
      yearLost: names.headline("yearLost"),
      figureMissing: names.headline("figureMissing"),
      yearLostMissing: names.headline("yearLostMissing"),
      notYetResidence: names.headline("notYetResidence"),
      notYetHousehold: names.headline("notYetHousehold"),
      notYetEmployee: names.headline("notYetEmployee"),
      notYetDecember: names.headline("notYetDecember"),
      notYetPeriod: names.headline("notYetPeriod"),
      notYetYear: names.headline("notYetYear"),
    },
    place: { district: names.place("district"), street: names.place("street"), school: names.place("school") },
    timeLimit: {
      period: names.timeLimit("period"),
      announced: names.timeLimit("announced"),
      payBy: names.timeLimit("payBy"),
      newborn: names.timeLimit("newborn"),
      december: names.timeLimit("december"),
    },
    next: { schemeChange: names.next("schemeChange") },
    fault: {
      bornAfter: names.fault("bornAfter"),
      newbornGroup: names.fault("newbornGroup"),
      minorOfAge: names.fault("minorOfAge"),
      adultUnderAge: names.fault("adultUnderAge"),
      paidBeforeBirth: names.fault("paidBeforeBirth"),
      alreadyInsured: names.fault("alreadyInsured"),
    },
  };
}
