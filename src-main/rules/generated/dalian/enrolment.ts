/** 灵活就业人员参保登记. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly sex: number;
  readonly birthDate: number;
  readonly household: number;
  readonly permit: number | undefined;
  readonly work: number;
  readonly firstTime: number;
  readonly lastPaid: number | undefined;
  readonly residentMonths: MonthsValue | undefined;
  readonly elsewhereMonths: MonthsValue | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly work: NodeDefinition;
    readonly firstTime: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly residentMonths: NodeDefinition;
    readonly elsewhereMonths: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly work: readonly Node[];
    readonly firstTime: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly work: {
      readonly freelancer: number;
      readonly selfEmployed: number;
      readonly employer: number;
      readonly employee: number;
    };
  };
  readonly step: {
    readonly lowestAgeDay: DerivedStep;
    readonly limitDay: DerivedStep;
    readonly residence: ToldStep;
    readonly paymentMonth: NodeDefinition;
    readonly payableUntil: DerivedStep;
    readonly continuousFrom: DerivedStep;
    readonly firstBenefits: DerivedStep;
    readonly resumedBenefits: DerivedStep;
    readonly continuedBenefits: DerivedStep;
  };
  readonly value: {
    readonly residence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
    };
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
    readonly lowestAge: Says<ConditionDefinition, "enrolment-ages.lowest">;
    readonly upperAge: Says<ConditionDefinition, "enrolment-ages.limit">;
    readonly work: ConditionDefinition;
  };
  readonly remedy: {
    readonly getPermit: RemedyDefinition;
    readonly waitForAge: Says<RemedyDefinition, "lowestAgeDay" | "enrolment-ages.lowest">;
    readonly byUnit: RemedyDefinition;
  };
  readonly amount: {
    readonly monthlyPremium: AmountDefinition;
    readonly basicPremium: AmountDefinition;
    readonly largeSum: AmountDefinition;
    readonly backPayment: AmountDefinition;
  };
  readonly date: {
    readonly benefitsFrom: DateDefinition;
    readonly continuousFrom: DateDefinition;
    readonly payableUntil: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly grace: string;
    readonly notCovered: string;
    readonly resumedWaiting: string;
    readonly madeGood: string;
    readonly covered: string;
  };
  readonly material: {
    readonly householdRegister: Material;
    readonly residencePermit: Material;
  };
  readonly notice: {
    readonly sameBenefits: NoticeFound;
    readonly familyMayCome: NoticeFound;
    readonly residentThisYear: NoticeFound;
    readonly residentsInDecember: NoticeFound;
    readonly interruption: NoticeFound;
    readonly registrationIsNotPayment: NoticeFound;
    readonly noAccount: Says<NoticeFound, "noAccountFrom">;
    readonly gapCanBeMadeGood: Says<NoticeFound, "gapMonths" | "paymentMonth">;
    readonly gapTooLong: Says<NoticeFound, "gapMonths" | "longest">;
    readonly ageLimitNear: Says<NoticeFound, "limitDay" | "payableUntil">;
    readonly endsBeforeBenefits: NoticeFound;
    readonly retireInstead: NoticeFound;
  };
  readonly table: Pick<City.Tables, "enrolmentAges" | "flexibleAccount">;
  readonly reading: Pick<City.Readings, "enrolmentUpperAge" | "resumedMonth">;
  readonly conflict: {
    readonly fixedAge: Conflict;
  };
  readonly section: {
    readonly counterChannel: SectionFound;
    readonly onlineChannel: SectionFound;
    readonly bankChannel: SectionFound;
  };
  readonly headline: {
    readonly granted: Says<Template, "monthlyPremium" | "paymentMonth" | "benefitsFrom">;
    readonly grantedGap: Says<Template, "monthlyPremium" | "gapMonths" | "paymentMonth" | "benefitsFrom">;
    readonly grantedLastMonth: Says<Template, "monthlyPremium" | "payableUntil">;
    readonly alreadyPaid: Template;
    readonly refused: Template;
    readonly notYetResidence: Template;
    readonly notYet: Says<Template, "lowestAgeDay">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly district: Template;
  };
  readonly timeLimit: {
    readonly none: Template;
    readonly fromAge: Says<Template, "lowestAgeDay">;
    readonly untilAge: Says<Template, "limitDay">;
    readonly refused: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly lastPaidInFuture: string;
    readonly lastPaidTooYoung: string;
  };
  readonly next: {
    readonly backPayment: Says<NextFound, "longest">;
    readonly schemeChange: NextFound;
    readonly retirement: NextFound;
  };
}

export type Words = OwnWords & City.Gap & City.Premium & City.GapPrice & National.RetirementAge;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  household: "flag",
  permit: "flag?",
  work: "choice",
  firstTime: "flag",
  lastPaid: "month?",
  residentMonths: "months?",
  elsewhereMonths: "months?",
} as const;
const NEEDS = {
  fact: "sex birthDate household permit work firstTime lastPaid residentMonths elsewhereMonths",
  leaf: "sex household permit work firstTime",
  option: "sex.male sex.female work.freelancer work.selfEmployed work.employer work.employee",
  step: "lowestAgeDay limitDay residence paymentMonth payableUntil continuousFrom firstBenefits resumedBenefits continuedBenefits gapMonths gapUnpaid filledMonths premiumMonth flexibleBaseExact flexibleBase basicPremiumExact basicPremium largeSumShareExact largeSumExact largeSum monthlyPremium monthlyPremiumTogether largeSumRest backPayment retirementDelay statutoryMonth earliestMonth",
  value: "residence.none residence.permit residence.household",
  condition: "residence lowestAge(enrolment-ages.lowest) upperAge(enrolment-ages.limit) work",
  remedy: "getPermit waitForAge(lowestAgeDay,enrolment-ages.lowest) byUnit",
  amount: "monthlyPremium basicPremium largeSum backPayment",
  date: "benefitsFrom continuousFrom payableUntil",
  coverage: "paid grace notCovered resumedWaiting madeGood covered",
  material: "householdRegister residencePermit",
  notice: "sameBenefits familyMayCome residentThisYear residentsInDecember interruption registrationIsNotPayment noAccount(noAccountFrom) gapCanBeMadeGood(gapMonths,paymentMonth) gapTooLong(gapMonths,longest) ageLimitNear(limitDay,payableUntil) endsBeforeBenefits retireInstead",
  section: "counterChannel onlineChannel bankChannel",
  headline: "granted(monthlyPremium,paymentMonth,benefitsFrom) grantedGap(monthlyPremium,gapMonths,paymentMonth,benefitsFrom) grantedLastMonth(monthlyPremium,payableUntil) alreadyPaid refused notYetResidence notYet(lowestAgeDay) figureMissing",
  place: "district",
  timeLimit: "none fromAge(lowestAgeDay) untilAge(limitDay) refused",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps lastPaidInFuture lastPaidTooYoung",
  next: "backPayment(longest) schemeChange retirement",
  figure: "assessedBase flexibleBaseShare flexibleBasicRate flexibleLargeSumRate flexibleLargeSumFixed",
  table: "enrolmentAges.in.sex.male enrolmentAges.in.sex.female enrolmentAges.out.lowest enrolmentAges.out.limit flexibleAccount.out.account gap.out.answer gap.is.answer.noGap gap.is.answer.allowed gap.is.answer.tooLate gap.is.answer.tooLong flexiblePremiumParts.out.largeSumRate flexiblePremiumParts.out.largeSumFixed retirementAge.in.kind.man retirementAge.in.kind.woman55 retirementAge.in.kind.woman50 retirementAge.out.originalAge retirementAge.out.firstMonth retirementAge.out.step retirementAge.out.cap flexibleRetirement.out.mostEarly",
  reading: "enrolmentUpperAge.is.birthdayTooLate enrolmentUpperAge.is.birthdayIncluded resumedMonth.is.covered resumedMonth.is.nextMonth residentFillsGap.is.doesNotFill residentFillsGap.is.fills elsewhereStopsGap.is.goesOn elsewhereStopsGap.is.stops premiumRounding.is.eachPart premiumRounding.is.together gapMonthStandard.is.ownMonth gapMonthStandard.is.atPayment",
  conflict: "fixedAge flexibleRate baseYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.enrolment", FACTS, NEEDS);
