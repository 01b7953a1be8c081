/** 退职人员医保待遇变更. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly sex: number;
  readonly birthDate: number;
  readonly approvalMonth: number;
  readonly capacity: number;
  readonly filed: number | undefined;
  readonly contributed: MonthsValue;
  readonly transferred: MonthsValue;
  readonly service: MonthsValue;
  readonly military: MonthsValue;
  readonly enrolledAs: number | undefined;
  readonly overlapMonths: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly approvalMonth: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly filed: NodeDefinition;
    readonly contributed: NodeDefinition;
    readonly transferred: NodeDefinition;
    readonly service: NodeDefinition;
    readonly military: NodeDefinition;
    readonly enrolledAs: NodeDefinition;
    readonly overlapMonths: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly capacity: readonly Node[];
    readonly filed: readonly Node[];
    readonly enrolledAs: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly enrolledAs: {
      readonly unit: number;
      readonly flexible: number;
    };
  };
  readonly step: {
    readonly turningMonth: DerivedStep;
    readonly payUntil: DerivedStep;
    readonly enoughAfterAge: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly enoughMonth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly fixedAgeDay: DerivedStep;
    readonly lastPayableMonth: DerivedStep;
    readonly afterFiled: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly afterTopUp: ToldStep<readonly [Node, ...Node[]]>;
    readonly afterProcessing: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly afterAge: DerivedStep;
    readonly retiredFrom: DerivedStep;
    readonly inServiceUntil: DerivedStep;
  };
  readonly condition: {
    readonly approved: Says<ConditionDefinition, "approvalMonth">;
    readonly covered: ConditionDefinition;
    readonly age: Says<ConditionDefinition, "retirement-years.early-age" | "turningMonth">;
    readonly cumulativeYears: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative">;
    readonly cumulativeToppedUp: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative" | "cumulativeShortfall">;
    readonly localToppedUp: Says<ConditionDefinition, "retirement-years.local" | "localShortfall">;
    readonly localYears: Says<ConditionDefinition, "retirement-years.local">;
  };
  readonly remedy: {
    readonly askInWriting: RemedyDefinition;
    readonly waitForApproval: Says<RemedyDefinition, "approvalMonth">;
    readonly payUntil: Says<RemedyDefinition, "payUntil">;
    readonly moreCumulative: Says<RemedyDefinition, "cumulativeShortfall">;
    readonly moreLocal: Says<RemedyDefinition, "localShortfall">;
    readonly payTopUp: Says<RemedyDefinition, "topUp">;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpMonth: AmountDefinition;
    readonly monthlyPremium: AmountDefinition;
  };
  readonly date: {
    readonly payUntil: DateDefinition;
    readonly retiredFrom: DateDefinition;
    readonly inServiceUntil: DateDefinition;
    readonly turningMonth: DateDefinition;
  };
  readonly coverage: {
    readonly contributed: string;
    readonly transferred: string;
    readonly deemed: string;
    readonly overlap: string;
    readonly inService: string;
    readonly retired: string;
  };
  readonly material: {
    readonly dischargePaper: Material;
    readonly resignationForm: Material;
  };
  readonly notice: {
    readonly serviceTyped: Says<NoticeFound, "deemed-cut-off.month">;
    readonly late: Says<NoticeFound, "approvalMonth">;
    readonly interrupted: NoticeFound;
    readonly keepPaying: Says<NoticeFound, "payUntil" | "monthsToPay">;
    readonly guideSilent: NoticeFound;
    readonly payOnToYears: Says<NoticeFound, "payUntil" | "retiredFrom">;
    readonly topUpAtAge: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "noShortfallStart" | "resignationEndMonth" | "resignationLate" | "resignationShortfall" | "resignationUnit">;
  readonly headline: {
    readonly granted: Says<Template, "retiredFrom">;
    readonly grantedTopUp: Says<Template, "shortfall" | "topUp" | "retiredFrom">;
    readonly notYetApproval: Says<Template, "approvalMonth">;
    readonly payOn: Says<Template, "payUntil" | "retiredFrom">;
    readonly payOnShort: Says<Template, "payUntil" | "shortfall">;
    readonly short: Says<Template, "shortfall">;
    readonly askUnit: Template;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly window: Template;
  };
  readonly timeLimit: {
    readonly approvalMonth: Says<Template, "approvalMonth">;
    readonly filed: Says<Template, "approvalMonth">;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
  };
  readonly next: {
    readonly enrol: NextFound;
    readonly retirement: NextFound;
  };
}

export type Words = OwnWords & City.Years & City.TopUp & City.PayOn & City.Premium;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  approvalMonth: "month",
  capacity: "choice",
  filed: "flag?",
  contributed: "months",
  transferred: "months",
  service: "months",
  military: "months",
  enrolledAs: "choice?",
  overlapMonths: "count?",
} as const;
const NEEDS = {
  fact: "sex birthDate approvalMonth capacity filed contributed transferred service military enrolledAs overlapMonths",
  leaf: "sex capacity filed enrolledAs",
  option: "sex.male sex.female capacity.unit capacity.flexible enrolledAs.unit enrolledAs.flexible",
  step: "turningMonth payUntil enoughAfterAge enoughMonth fixedAgeDay lastPayableMonth afterFiled afterTopUp afterProcessing afterAge retiredFrom inServiceUntil sameMonthTwice transferredCounted serviceBefore deemedTogether serviceOverlap deemed cumulative cumulativeShortfall localShortfall shortfall topUpBase topUpRate topUpMonthExact topUpMonth topUpExact topUp processingMonth monthsToPay localProjected premiumMonth flexibleBaseExact flexibleBase basicPremiumExact basicPremium largeSumShareExact largeSumExact largeSum monthlyPremium monthlyPremiumTogether largeSumRest",
  condition: "approved(approvalMonth) covered age(retirement-years.early-age,turningMonth) cumulativeYears(retirement-years.cumulative,cumulative) cumulativeToppedUp(retirement-years.cumulative,cumulative,cumulativeShortfall) localToppedUp(retirement-years.local,localShortfall) localYears(retirement-years.local)",
  remedy: "askInWriting waitForApproval(approvalMonth) payUntil(payUntil) moreCumulative(cumulativeShortfall) moreLocal(localShortfall) payTopUp(topUp)",
  amount: "topUp topUpMonth monthlyPremium",
  date: "payUntil retiredFrom inServiceUntil turningMonth",
  coverage: "contributed transferred deemed overlap inService retired",
  material: "dischargePaper resignationForm",
  notice: "serviceTyped(deemed-cut-off.month) late(approvalMonth) interrupted keepPaying(payUntil,monthsToPay) guideSilent payOnToYears(payUntil,retiredFrom) topUpAtAge",
  headline: "granted(retiredFrom) grantedTopUp(shortfall,topUp,retiredFrom) notYetApproval(approvalMonth) payOn(payUntil,retiredFrom) payOnShort(payUntil,shortfall) short(shortfall) askUnit figureMissing",
  place: "window",
  timeLimit: "approvalMonth(approvalMonth) filed(approvalMonth)",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps",
  next: "enrol retirement",
  figure: "assessedBase topUpRate flexibleBasicRate flexibleBaseShare flexibleLargeSumRate flexibleLargeSumFixed",
  table: "retirementYears.in.sex.male retirementYears.in.sex.female retirementYears.out.cumulative retirementYears.out.local retirementYears.out.fixedAge retirementYears.out.earlyAge deemedCutOff.in.capacity.unit deemedCutOff.in.capacity.flexible deemedCutOff.out.month topUpBase.out.base topUpBase.is.base.assessed topUpBase.is.base.own flexiblePremiumParts.out.largeSumRate flexiblePremiumParts.out.largeSumFixed",
  reading: "noShortfallStart.is.nextMonth noShortfallStart.is.sameMonth resignationEndMonth.is.turningMonth resignationEndMonth.is.monthBefore resignationLate.is.fromProcessing resignationLate.is.fromApprovalMonth resignationShortfall.is.monthsOnly resignationShortfall.is.topUp resignationUnit.is.asFlexible resignationUnit.is.ask sameMonthTwice.is.once sameMonthTwice.is.twice deemedCapacity.is.atEnrolment deemedCapacity.is.atProcessing militaryMaterials.is.dischargePaper militaryMaterials.is.none topUpRate.is.handbook topUpRate.is.flexibleRate rounding.is.monthFirst rounding.is.once premiumRounding.is.eachPart premiumRounding.is.together",
  conflict: "topUpRate flexibleRate baseYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "approvedEarlier" | "overlapUnknown">("dalian.resignation", FACTS, NEEDS);
