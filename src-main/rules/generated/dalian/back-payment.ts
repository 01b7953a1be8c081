/** 断缴补缴核定. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says, WayWord } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly paid: MonthsValue;
  readonly resumedMonth: number | undefined;
  readonly currentPaid: number;
  readonly residentMonths: MonthsValue | undefined;
  readonly elsewhereMonths: MonthsValue | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly paid: NodeDefinition;
    readonly resumedMonth: NodeDefinition;
    readonly currentPaid: NodeDefinition;
    readonly residentMonths: NodeDefinition;
    readonly elsewhereMonths: NodeDefinition;
  };
  readonly leaf: {
    readonly currentPaid: readonly Node[];
  };
  readonly step: {
    readonly resumed: NodeDefinition;
    readonly lastPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly thisMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly lastDay: DerivedStep;
    readonly benefitsFrom: DerivedStep;
    readonly continuousFrom: DerivedStep;
    readonly stoppedFrom: DerivedStep;
  };
  readonly condition: {
    readonly atMostThree: Says<ConditionDefinition, "longest">;
    readonly sameMonth: Says<ConditionDefinition, "resumed">;
    readonly currentFirst: ConditionDefinition;
  };
  readonly remedy: {
    readonly payCurrent: Says<RemedyDefinition, "lastDay">;
  };
  readonly amount: {
    readonly backPayment: AmountDefinition;
    readonly gapMonth: AmountDefinition;
  };
  readonly date: {
    readonly lastDay: DateDefinition;
    readonly stoppedFrom: DateDefinition;
    readonly benefitsFrom: DateDefinition;
    readonly continuousFrom: DateDefinition;
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
    readonly identityCard: Material;
  };
  readonly notice: {
    readonly never: NoticeFound;
    readonly stopsNextMonth: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "resumedMonth" | "backPaymentMaterials">;
  readonly section: {
    readonly backPaymentChannel: SectionFound;
  };
  readonly headline: {
    readonly noGap: Template;
    readonly allowed: Says<Template, "gapMonths" | "backPayment" | "lastDay">;
    readonly payCurrentFirst: Says<Template, "gapMonths">;
    readonly tooLate: Says<Template, "gapMonths">;
    readonly tooLong: Says<Template, "gapMonths" | "longest">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly district: Template;
  };
  readonly timeLimit: {
    readonly thisMonth: Says<Template, "lastDay">;
    readonly none: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly paidAfterResumed: string;
    readonly resumedUnpaid: string;
    readonly resumedInFuture: string;
    readonly nothingBefore: string;
  };
  readonly way: {
    readonly backPay: WayWord;
    readonly leave: Says<WayWord, "benefitsFrom">;
  };
}

export type Words = OwnWords & City.Gap & City.Premium & City.GapPrice;

const FACTS = {
  paid: "months",
  resumedMonth: "month?",
  currentPaid: "flag",
  residentMonths: "months?",
  elsewhereMonths: "months?",
} as const;
const NEEDS = {
  fact: "paid resumedMonth currentPaid residentMonths elsewhereMonths",
  leaf: "currentPaid",
  step: "resumed lastPaid thisMonth lastDay benefitsFrom continuousFrom stoppedFrom gapMonths gapUnpaid filledMonths premiumMonth flexibleBaseExact flexibleBase basicPremiumExact basicPremium largeSumShareExact largeSumExact largeSum monthlyPremium monthlyPremiumTogether largeSumRest backPayment",
  condition: "atMostThree(longest) sameMonth(resumed) currentFirst",
  remedy: "payCurrent(lastDay)",
  amount: "backPayment gapMonth",
  date: "lastDay stoppedFrom benefitsFrom continuousFrom",
  coverage: "paid grace notCovered resumedWaiting madeGood covered",
  material: "identityCard",
  notice: "never stopsNextMonth",
  section: "backPaymentChannel",
  headline: "noGap allowed(gapMonths,backPayment,lastDay) payCurrentFirst(gapMonths) tooLate(gapMonths) tooLong(gapMonths,longest) figureMissing",
  place: "district",
  timeLimit: "thisMonth(lastDay) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidAfterResumed resumedUnpaid resumedInFuture nothingBefore",
  way: "backPay leave(benefitsFrom)",
  figure: "assessedBase flexibleBaseShare flexibleBasicRate flexibleLargeSumRate flexibleLargeSumFixed",
  table: "gap.out.answer gap.is.answer.noGap gap.is.answer.allowed gap.is.answer.tooLate gap.is.answer.tooLong flexiblePremiumParts.out.largeSumRate flexiblePremiumParts.out.largeSumFixed",
  reading: "resumedMonth.is.covered resumedMonth.is.nextMonth backPaymentMaterials.is.identityCard backPaymentMaterials.is.none residentFillsGap.is.doesNotFill residentFillsGap.is.fills elsewhereStopsGap.is.goesOn elsewhereStopsGap.is.stops premiumRounding.is.eachPart premiumRounding.is.together gapMonthStandard.is.ownMonth gapMonthStandard.is.atPayment",
  conflict: "flexibleRate baseYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.back-payment", FACTS, NEEDS);
