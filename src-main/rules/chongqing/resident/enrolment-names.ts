/** The names that the resident enrolment uses, looked up once when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Words } from "../../generated/chongqing/resident-enrolment.ts";
import { bindPapers } from "../papers.ts";
import { bindResidentCover } from "./cover.ts";
import { bindNewborn } from "./newborn.ts";
import { bindResidentPremium } from "./premium.ts";

export const spec = {
  birthDate: "date?",
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
  subsidy: "money?",
  lastPaid: "month?",
  continuousMonths: "count?",
  retired: "flag?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
export type ResidentFacts = Facts<typeof spec>;
export type SomeResidentFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const office = names.reading("chongqing.permit-office");
  const papers = bindPapers(names);
  return {
    cover: bindResidentCover(names),
    premium: bindResidentPremium(names),
    newborn: bindNewborn(names),
    notAssisted: names.option("assisted", "none"),
    value: (names.words() as unknown as Words).value,
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      otherRelation: names.leaves("otherRelation"),
      assisted: names.leaves("assisted"),
      newborn: names.leaves("newborn"),
      insuredBefore: names.leaves("insuredBefore"),
    },
    reading: { office: office.node, papers: papers.reading },
    step: {
      birthDate: names.fact("birthDate"),
      lastYear: names.fact("lastYear"),
      residence: names.step("residence"),
      group: names.step("residentGroup"),
      neverMissed: names.step("neverMissed"),
    },
    condition: { residence: names.condition("residence"), noDuplicate: names.condition("noDuplicate") },
    remedy: { getPermit: names.remedy("getPermit"), endOther: names.remedy("endOther") },
    material: {
      identity: names.material("identity-paper"),
      permit: names.material("residence-permit"),
      assistance: papers.of("assistance-proof"),
      birth: papers.of("birth-paper", "guardian-card"),
    },
    sections: {
      local: [names.section("residentOnline"), names.section("residentCounter")],
      permit: [names.section("residentOnline")],
    },
    notice: {
      sameYear: names.notice("sameYear"),
      lateNewborn: names.notice("lateNewborn"),
      noRefund: names.notice("noRefund"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      yearLost: names.headline("yearLost"),
      fromBirth: names.headline("fromBirth"),
      backPay: names.headline("backPay"),
      byChange: names.headline("byChange"),
      notNamed: names.headline("notNamed"),
      figureMissing: names.headline("figureMissing"),
      subsidyMissing: names.headline("subsidyMissing"),
      notYet: names.headline("notYet"),
      closed: names.headline("closed"),
    },
    next: {
      change: [names.next("change"), names.next("records")],
      records: [names.next("records")],
      refund: [names.next("refund")],
    },
    place: {
      anywhere: names.place("anywhere"),
      permit: office.is("residence") ? names.place("residence") : names.place("online"),
      other: office.is("residence") ? names.place("online") : names.place("residence"),
    },
    timeLimit: { any: names.timeLimit("any"), exempt: names.timeLimit("exempt"), newborn: names.timeLimit("newborn") },
    fault: {
      paidInFuture: names.fault("paidInFuture"),
      bornAfter: names.fault("bornAfter"),
      alreadyInsured: names.fault("alreadyInsured"),
      repairedTooMany: names.fault("repairedTooMany"),
      beforeBirth: names.fault("beforeBirth"),
      gapTooLong: names.fault("gapTooLong"),
    },
  };
}
