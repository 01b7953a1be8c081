/** 退休时年限不足. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly sex: number;
  readonly birthDate: number;
  readonly way: number;
  readonly pensionMonth: number | undefined;
  readonly kind: number | undefined;
  readonly capacity: number;
  readonly contributed: MonthsValue;
  readonly transferred: MonthsValue;
  readonly deemedMonths: number;
  readonly service: MonthsValue;
  readonly overlapMonths: number | undefined;
  readonly chengduMonths: MonthsValue;
  readonly lastPaidAt: number | undefined;
  readonly shortfallWay: number | undefined;
  readonly tier: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly way: NodeDefinition;
    readonly pensionMonth: NodeDefinition;
    readonly kind: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly contributed: NodeDefinition;
    readonly transferred: NodeDefinition;
    readonly deemedMonths: NodeDefinition;
    readonly service: NodeDefinition;
    readonly overlapMonths: NodeDefinition;
    readonly chengduMonths: NodeDefinition;
    readonly lastPaidAt: NodeDefinition;
    readonly shortfallWay: NodeDefinition;
    readonly tier: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly way: readonly Node[];
    readonly kind: readonly Node[];
    readonly capacity: readonly Node[];
    readonly lastPaidAt: readonly Node[];
    readonly shortfallWay: readonly Node[];
    readonly tier: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly way: {
      readonly pensionHere: number;
      readonly noPensionHere: number;
    };
    readonly kind: {
      readonly woman55: number;
      readonly woman50: number;
    };
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly lastPaidAt: {
      readonly chongqing: number;
      readonly chengdu: number;
    };
    readonly shortfallWay: {
      readonly payNow: number;
      readonly goOn: number;
      readonly resident: number;
    };
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
  };
  readonly step: {
    readonly processingMonth: NodeDefinition;
    readonly retired: DerivedStep;
    readonly sameMonthTwice: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly transferredCounted: DerivedStep;
    readonly deemedCounted: DerivedStep;
    readonly deemedNone: ToldStep<readonly [Node, ...Node[]]>;
    readonly deemedUntil: DerivedStep;
    readonly serviceBefore: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly serviceOverlap: ToldStep<readonly [Node, ...Node[]]>;
    readonly deemed: DerivedStep;
    readonly cumulative: DerivedStep;
    readonly requiredMonths: DerivedStep;
    readonly cumulativeShortfall: DerivedStep;
    readonly localShortfall: DerivedStep;
    readonly shortfall: DerivedStep;
    readonly bothTwice: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly bothMonths: DerivedStep;
    readonly bothMonthsOnce: DerivedStep;
    readonly longerHere: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly equalHere: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly chengduShortfall: DerivedStep;
    readonly shortfallMutual: DerivedStep;
    readonly topUpYearExact: DerivedStep;
    readonly topUpYear: DerivedStep;
    readonly topUpMonth: DerivedStep;
    readonly topUp: DerivedStep;
    readonly continueUntil: DerivedStep;
    readonly continueFrom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly retiredFrom: DerivedStep;
    readonly retiredAfter: DerivedStep;
  };
  readonly condition: {
    readonly pensionDone: Says<ConditionDefinition, "pensionMonth">;
    readonly age: Says<ConditionDefinition, "statutoryMonth" | "processingMonth">;
    readonly cumulativeYears: Says<ConditionDefinition, "requiredMonths" | "cumulative">;
    readonly localYears: Says<ConditionDefinition, "retirement-local-months">;
    readonly mutualYears: Says<ConditionDefinition, "chengdu-months" | "bothMonths">;
    readonly cumulativeToppedUp: Says<ConditionDefinition, "requiredMonths" | "cumulative" | "cumulativeShortfall">;
    readonly localToppedUp: Says<ConditionDefinition, "retirement-local-months" | "localShortfall">;
    readonly mutualToppedUp: Says<ConditionDefinition, "chengdu-months" | "bothMonths" | "chengduShortfall">;
  };
  readonly remedy: {
    readonly waitForPension: Says<RemedyDefinition, "pensionMonth">;
    readonly waitForAge: Says<RemedyDefinition, "statutoryMonth">;
    readonly moreCumulative: Says<RemedyDefinition, "cumulativeShortfall">;
    readonly moreLocal: Says<RemedyDefinition, "localShortfall">;
    readonly moreMutual: Says<RemedyDefinition, "chengduShortfall">;
    readonly payTopUp: Says<RemedyDefinition, "topUp">;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpYear: AmountDefinition;
    readonly premium: AmountDefinition;
    readonly premiumFirst: AmountDefinition;
    readonly premiumSecond: AmountDefinition;
    readonly resident: AmountDefinition;
  };
  readonly date: {
    readonly statutoryMonth: DateDefinition;
    readonly statutoryMonth55: DateDefinition;
    readonly statutoryMonth50: DateDefinition;
    readonly retiredFrom: DateDefinition;
    readonly retiredAfter: DateDefinition;
    readonly continueUntil: DateDefinition;
  };
  readonly coverage: {
    readonly contributed: string;
    readonly transferred: string;
    readonly deemed: string;
    readonly overlap: string;
    readonly chengdu: string;
    readonly inService: string;
    readonly inServiceAfterWaiting: string;
    readonly retired: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly handlerCard: Material;
    readonly pensionApproval: Material;
    readonly serviceProof: Material;
    readonly chengduProof: Material;
  };
  readonly notice: {
    readonly requiredYears: NoticeFound;
    readonly deemedPress: NoticeFound;
    readonly unitSum: NoticeFound;
    readonly chengduNotInForce: NoticeFound;
    readonly moveChengdu: NoticeFound;
    readonly interrupted: NoticeFound;
    readonly ageOfIndividuals: NoticeFound;
    readonly pressPremium: NoticeFound;
  };
  readonly figure: {
    readonly retirementMonthsMan: Figure;
    readonly retirementMonthsWoman: Figure;
    readonly retirementLocalMonths: Figure;
    readonly deemedLastUnit: Figure;
    readonly deemedLastIndividual: Figure;
    readonly chengduMonths: Figure;
    readonly topUpBase: Figure;
    readonly residentFirstTier: Figure;
  };
  readonly reading: Pick<City.Readings, "sameMonthTwice" | "retiredFrom" | "individualTopUp" | "chengduEqual" | "counterMaterials">;
  readonly section: {
    readonly unitWays: SectionFound;
  };
  readonly headline: {
    readonly granted: Says<Template, "retiredFrom">;
    readonly choose: Says<Template, "shortfall">;
    readonly mutual: Says<Template, "bothMonths" | "retiredFrom">;
    readonly toChengdu: Says<Template, "bothMonths">;
    readonly toChengduShort: Says<Template, "bothMonths" | "chengduShortfall">;
    readonly payNowUnit: Says<Template, "shortfall" | "retiredFrom">;
    readonly payNow: Says<Template, "shortfall" | "topUp" | "retiredFrom">;
    readonly goOnChosen: Says<Template, "continueUntil" | "retiredAfter">;
    readonly residentChosen: Template;
    readonly notYetPension: Says<Template, "pensionMonth">;
    readonly notYetAge: Says<Template, "statutoryMonth">;
    readonly figureMissing: Template;
    readonly topUpByUnit: Template;
    readonly topUpSelf: Template;
    readonly topUpText: Says<Template, "shortfall" | "retiredFrom">;
    readonly topUpUnitText: Says<Template, "shortfall" | "retiredFrom">;
    readonly leaveAndGoOn: Template;
    readonly goOn: Template;
    readonly goOnText: Says<Template, "shortfall" | "continueUntil" | "retiredAfter">;
    readonly goOnWaitingText: Says<Template, "shortfall" | "continueUntil" | "retiredAfter">;
    readonly leaveAndGoOnText: Says<Template, "shortfall" | "continueUntil" | "retiredAfter">;
    readonly resident: Template;
    readonly residentText: Template;
  };
  readonly place: {
    readonly unit: Template;
    readonly own: Template;
    readonly chengdu: Template;
  };
  readonly timeLimit: {
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
    readonly paidInFuture: string;
    readonly lastPaidTooLate: string;
    readonly wayNotOffered: string;
    readonly deemedTwice: string;
  };
  readonly next: {
    readonly enrolment: NextFound;
    readonly residentChange: NextFound;
    readonly transferOut: NextFound;
  };
}

export type Words = OwnWords & National.RetirementAge & National.PensionYears & City.Premium;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  capacity: "choice",
  contributed: "months",
  transferred: "months",
  deemedMonths: "count",
  service: "months",
  overlapMonths: "count?",
  chengduMonths: "months",
  lastPaidAt: "choice?",
  shortfallWay: "choice?",
  tier: "choice?",
} as const;
const NEEDS = {
  fact: "sex birthDate way pensionMonth kind capacity contributed transferred deemedMonths service overlapMonths chengduMonths lastPaidAt shortfallWay tier",
  leaf: "sex way kind capacity lastPaidAt shortfallWay tier",
  option: "sex.male sex.female way.pensionHere way.noPensionHere kind.woman55 kind.woman50 capacity.unit capacity.flexible lastPaidAt.chongqing lastPaidAt.chengdu shortfallWay.payNow shortfallWay.goOn shortfallWay.resident tier.first tier.second",
  step: "processingMonth retired sameMonthTwice transferredCounted deemedCounted deemedNone deemedUntil serviceBefore serviceOverlap deemed cumulative requiredMonths cumulativeShortfall localShortfall shortfall bothTwice bothMonths bothMonthsOnce longerHere equalHere chengduShortfall shortfallMutual topUpYearExact topUpYear topUpMonth topUp continueUntil continueFrom retiredFrom retiredAfter retirementDelay statutoryMonth earliestMonth leastPension statutoryWithPension monthsLeft wholeYearMonths premiumYearExact premiumYear premiumMonth premium",
  condition: "pensionDone(pensionMonth) age(statutoryMonth,processingMonth) cumulativeYears(requiredMonths,cumulative) localYears(retirement-local-months) mutualYears(chengdu-months,bothMonths) cumulativeToppedUp(requiredMonths,cumulative,cumulativeShortfall) localToppedUp(retirement-local-months,localShortfall) mutualToppedUp(chengdu-months,bothMonths,chengduShortfall)",
  remedy: "waitForPension(pensionMonth) waitForAge(statutoryMonth) moreCumulative(cumulativeShortfall) moreLocal(localShortfall) moreMutual(chengduShortfall) payTopUp(topUp)",
  amount: "topUp topUpYear premium premiumFirst premiumSecond resident",
  date: "statutoryMonth statutoryMonth55 statutoryMonth50 retiredFrom retiredAfter continueUntil",
  coverage: "contributed transferred deemed overlap chengdu inService inServiceAfterWaiting retired",
  material: "identityCard handlerCard pensionApproval serviceProof chengduProof",
  notice: "requiredYears deemedPress unitSum chengduNotInForce moveChengdu interrupted ageOfIndividuals pressPremium",
  section: "unitWays",
  headline: "granted(retiredFrom) choose(shortfall) mutual(bothMonths,retiredFrom) toChengdu(bothMonths) toChengduShort(bothMonths,chengduShortfall) payNowUnit(shortfall,retiredFrom) payNow(shortfall,topUp,retiredFrom) goOnChosen(continueUntil,retiredAfter) residentChosen notYetPension(pensionMonth) notYetAge(statutoryMonth) figureMissing topUpByUnit topUpSelf topUpText(shortfall,retiredFrom) topUpUnitText(shortfall,retiredFrom) leaveAndGoOn goOn goOnText(shortfall,continueUntil,retiredAfter) goOnWaitingText(shortfall,continueUntil,retiredAfter) leaveAndGoOnText(shortfall,continueUntil,retiredAfter) resident residentText",
  place: "unit own chengdu",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate wayNotOffered deemedTwice",
  next: "enrolment residentChange transferOut",
  figure: "retirementMonthsMan retirementMonthsWoman retirementLocalMonths deemedLastUnit deemedLastIndividual chengduMonths topUpBase residentFirstTier individualBase firstTierRate secondTierRate",
  table: "retirementAge.in.kind.man retirementAge.in.kind.woman55 retirementAge.in.kind.woman50 retirementAge.out.originalAge retirementAge.out.firstMonth retirementAge.out.step retirementAge.out.cap flexibleRetirement.out.mostEarly pensionYears.out.least pensionYears.out.lastMonth pensionYears.out.perYear pensionYears.out.most",
  reading: "sameMonthTwice.is.once sameMonthTwice.is.twice retiredFrom.is.nextMonth retiredFrom.is.sameMonth individualTopUp.is.allowed individualTopUp.is.notAllowed chengduEqual.is.lastPaid chengduEqual.is.here counterMaterials.is.identityCard counterMaterials.is.none partYear.is.remaining partYear.is.wholeYear rounding.is.monthFirst rounding.is.totalOnce",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "overlapUnknown" | "yearsShort">("chongqing.retirement", FACTS, NEEDS);
