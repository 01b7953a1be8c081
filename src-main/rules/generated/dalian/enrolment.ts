/** 灵活就业人员参保登记. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly lowestAgeDay: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly limitDay: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly residence: ToldStep;
    readonly paymentMonth: NodeDefinition;
    readonly payableUntil: ToldStep<readonly [Node, ...Node[]]>;
    readonly continuousFrom: ToldStep<readonly [Node, ...Node[]]>;
    readonly firstBenefits: ToldStep<readonly [Node, ...Node[]]>;
    readonly resumedBenefits: ToldStep<readonly [Node, ...Node[]]>;
    readonly continuedBenefits: ToldStep<readonly [Node, ...Node[]]>;
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
    readonly waitForAge: Says<RemedyDefinition, "lowestAgeDay">;
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
    readonly noAccount: NoticeFound;
    readonly gapCanBeMadeGood: Says<NoticeFound, "gapMonths" | "paymentMonth">;
    readonly gapTooLong: Says<NoticeFound, "gapMonths">;
    readonly ageLimitNear: Says<NoticeFound, "limitDay" | "payableUntil">;
    readonly endsBeforeBenefits: NoticeFound;
    readonly retireInstead: NoticeFound;
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
    readonly backPayment: NextFound;
    readonly schemeChange: NextFound;
    readonly retirement: NextFound;
  };
}

export type Words = OwnWords;

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
  step: "lowestAgeDay limitDay residence paymentMonth payableUntil continuousFrom firstBenefits resumedBenefits continuedBenefits",
  value: "residence.none residence.permit residence.household",
  condition: "residence lowestAge(enrolment-ages.lowest) upperAge(enrolment-ages.limit) work",
  remedy: "getPermit waitForAge(lowestAgeDay) byUnit",
  amount: "monthlyPremium basicPremium largeSum backPayment",
  date: "benefitsFrom continuousFrom payableUntil",
  coverage: "paid grace notCovered resumedWaiting madeGood covered",
  material: "householdRegister residencePermit",
  notice: "sameBenefits familyMayCome residentThisYear residentsInDecember interruption registrationIsNotPayment noAccount gapCanBeMadeGood(gapMonths,paymentMonth) gapTooLong(gapMonths) ageLimitNear(limitDay,payableUntil) endsBeforeBenefits retireInstead",
  headline: "granted(monthlyPremium,paymentMonth,benefitsFrom) grantedGap(monthlyPremium,gapMonths,paymentMonth,benefitsFrom) grantedLastMonth(monthlyPremium,payableUntil) alreadyPaid refused notYetResidence notYet(lowestAgeDay) figureMissing",
  place: "district",
  timeLimit: "none fromAge(lowestAgeDay) untilAge(limitDay) refused",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps lastPaidInFuture lastPaidTooYoung",
  next: "backPayment schemeChange retirement",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.enrolment", FACTS, NEEDS);
