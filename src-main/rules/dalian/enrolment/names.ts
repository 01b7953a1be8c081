/** The names that the enrolment of flexible workers uses, looked up once when the pack is loaded. */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Node } from "../../engine/node.ts";
import type { Words } from "../../generated/dalian/enrolment.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { bindGap, gapSpec, walkTitles } from "../gap.ts";
import { bindGapPrice } from "../gap-price.ts";
import { bindPremium } from "../premium.ts";

export const spec = {
  sex: "choice",
  birthDate: "date",
  household: "flag",
  permit: "flag?",
  work: "choice",
  firstTime: "flag",
  lastPaid: "month?",
  ...gapSpec,
} as const;
export type EnrolmentFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const ages = names.table("dalian.enrolment-ages");
  const sex = names.leaves("sex");
  const upperAge = names.reading("dalian.enrolment-upper-age");
  const resumed = names.reading("dalian.resumed-month");
  const lookUp = (output: string): readonly Node[] =>
    sex.map((input) => ages.node(ages.row1(input.value), ages.output(output), [input]));
  const permit = names.material("residence-permit");
  return {
    value: (names.words() as unknown as Words).value,
    ages: { lowest: lookUp("lowest"), limit: lookUp("limit") },
    gap: bindGap(names),
    premium: bindPremium(names),
    gapPrice: bindGapPrice(names),
    retirementAge: bindRetirementAge(names),
    fixedAge: [names.conflict("dalian.fixed-age")],
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      work: names.leaves("work"),
      firstTime: names.leaves("firstTime"),
    },
    option: {
      male: names.option("sex", "male"),
      freelancer: names.option("work", "freelancer"),
      selfEmployed: names.option("work", "self-employed"),
      employee: names.option("work", "employee"),
    },
    reading: {
      upperAge: upperAge.node,
      birthdayIncluded: upperAge.is("birthday-included"),
      resumed: resumed.node,
      resumedCovered: resumed.is("covered"),
    },
    step: {
      birthDate: names.fact("birthDate"),
      lastPaid: names.fact("lastPaid"),
      lowestAgeDay: names.step("lowestAgeDay"),
      limitDay: names.step("limitDay"),
      payableUntil: names.step("payableUntil"),
      residence: names.step("residence"),
      paymentMonth: names.step("paymentMonth"),
      firstBenefits: names.step("firstBenefits"),
      resumedBenefits: names.step("resumedBenefits"),
      continuedBenefits: names.step("continuedBenefits"),
      continuousFrom: names.step("continuousFrom"),
    },
    condition: {
      residence: names.condition("residence"),
      lowestAge: names.condition("lowestAge"),
      upperAge: names.condition("upperAge"),
      work: names.condition("work"),
    },
    remedy: {
      getPermit: names.remedy("getPermit"),
      waitForAge: names.remedy("waitForAge"),
      byUnit: names.remedy("byUnit"),
    },
    amount: {
      monthlyPremium: names.amount("monthlyPremium"),
      basicPremium: names.amount("basicPremium"),
      largeSum: names.amount("largeSum"),
      backPayment: names.amount("backPayment"),
    },
    date: {
      benefitsFrom: names.date("benefitsFrom"),
      continuousFrom: names.date("continuousFrom"),
      payableUntil: names.date("payableUntil"),
    },
    titles: walkTitles(names),
    covered: names.coverage("covered"),
    /** By the value of the step `residence`. */
    materials: [[permit], [permit], [names.material("household-register")]] as readonly (readonly Material[])[],
    notice: {
      sameBenefits: names.notice("sameBenefits"),
      familyMayCome: names.notice("familyMayCome"),
      residentThisYear: names.notice("residentThisYear"),
      residentsInDecember: names.notice("residentsInDecember"),
      interruption: names.notice("interruption"),
      registrationIsNotPayment: names.notice("registrationIsNotPayment"),
      noAccount: names.notice("noAccount"),
      gapCanBeMadeGood: names.notice("gapCanBeMadeGood"),
      gapTooLong: names.notice("gapTooLong"),
      ageLimitNear: names.notice("ageLimitNear"),
      endsBeforeBenefits: names.notice("endsBeforeBenefits"),
      retireInstead: names.notice("retireInstead"),
    },
    headline: {
      granted: names.headline("granted"),
      grantedGap: names.headline("grantedGap"),
      grantedLastMonth: names.headline("grantedLastMonth"),
      alreadyPaid: names.headline("alreadyPaid"),
      refused: names.headline("refused"),
      notYet: names.headline("notYet"),
      notYetResidence: names.headline("notYetResidence"),
      figureMissing: names.headline("figureMissing"),
    },
    next: {
      backPayment: names.next("backPayment"),
      schemeChange: names.next("schemeChange"),
      retirement: names.next("retirement"),
    },
    place: names.place("district"),
    timeLimit: {
      none: names.timeLimit("none"),
      fromAge: names.timeLimit("fromAge"),
      untilAge: names.timeLimit("untilAge"),
      refused: names.timeLimit("refused"),
    },
    sections: [names.section("counterChannel"), names.section("onlineChannel"), names.section("bankChannel")],
    fault: {
      bornAfter: names.fault("bornAfter"),
      lastPaidInFuture: names.fault("lastPaidInFuture"),
      lastPaidTooYoung: names.fault("lastPaidTooYoung"),
    },
  };
}
