/** 退休待遇变更. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
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
  readonly filed: number | undefined;
  readonly unitKind: number | undefined;
  readonly treatmentElsewhere: number | undefined;
  readonly contributed: MonthsValue;
  readonly transferred: MonthsValue;
  readonly service: MonthsValue | undefined;
  readonly military: MonthsValue;
  readonly enrolledAs: number | undefined;
  readonly overlapMonths: number | undefined;
  readonly retirementBase: number | undefined;
  readonly ownBase: number | undefined;
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
    readonly filed: NodeDefinition;
    readonly unitKind: NodeDefinition;
    readonly treatmentElsewhere: NodeDefinition;
    readonly contributed: NodeDefinition;
    readonly transferred: NodeDefinition;
    readonly service: NodeDefinition;
    readonly military: NodeDefinition;
    readonly enrolledAs: NodeDefinition;
    readonly overlapMonths: NodeDefinition;
    readonly retirementBase: NodeDefinition;
    readonly ownBase: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly way: readonly Node[];
    readonly kind: readonly Node[];
    readonly capacity: readonly Node[];
    readonly filed: readonly Node[];
    readonly unitKind: readonly Node[];
    readonly treatmentElsewhere: readonly Node[];
    readonly enrolledAs: readonly Node[];
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
    readonly unitKind: {
      readonly enterprise: number;
      readonly public: number;
      readonly central: number;
    };
    readonly enrolledAs: {
      readonly unit: number;
      readonly flexible: number;
    };
  };
  readonly step: {
    readonly retirementKind: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly fixedAgeDay: DerivedStep;
    readonly earlyAgeMonth: DerivedStep;
    readonly pensionAge: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly bothRates: DerivedStep;
    readonly ownBaseTopUpMonthExact: DerivedStep;
    readonly ownBaseTopUpMonth: DerivedStep;
    readonly ownBaseTopUp: DerivedStep;
    readonly ownBaseTopUpExact: DerivedStep;
    readonly totalDue: DerivedStep;
    readonly pastMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly monthsAfter: ToldStep<readonly [Node, ...Node[]]>;
    readonly localCounted: DerivedStep;
    readonly noDeemed: ToldStep<readonly [Node, ...Node[]]>;
    readonly buyUpEnd: DerivedStep;
    readonly buyUpMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly buyUpUnitMonthExact: DerivedStep;
    readonly buyUpUnitMonth: DerivedStep;
    readonly buyUpUnit: DerivedStep;
    readonly buyUpUnitExact: DerivedStep;
    readonly buyUpPersonMonthExact: DerivedStep;
    readonly buyUpPersonMonth: DerivedStep;
    readonly buyUpPerson: DerivedStep;
    readonly buyUpPersonExact: DerivedStep;
    readonly localTotal: DerivedStep;
    readonly afterTopUp: ToldStep<readonly [Node, ...Node[]]>;
    readonly afterProcessing: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly afterAge: DerivedStep;
    readonly paidOn: DerivedStep;
    readonly retiredFrom: DerivedStep;
    readonly inServiceUntil: DerivedStep;
  };
  readonly value: {
    readonly retirementKind: {
      readonly regular: number;
      readonly voluntaryEarly: number;
      readonly early: number;
    };
  };
  readonly condition: {
    readonly pensionDone: Says<ConditionDefinition, "pensionMonth">;
    readonly age: Says<ConditionDefinition, "retirement-years.fixed-age" | "fixedAgeDay">;
    readonly statutoryAge: Says<ConditionDefinition, "statutoryMonth">;
    readonly noTreatmentElsewhere: Says<ConditionDefinition, "treatmentElsewhere">;
    readonly earlyAge: Says<ConditionDefinition, "retirement-years.early-age" | "earlyAgeMonth">;
    readonly cumulativeYears: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative">;
    readonly cumulativeToppedUp: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative" | "cumulativeShortfall">;
    readonly localToppedUp: Says<ConditionDefinition, "retirement-years.local" | "localShortfall">;
    readonly localYears: Says<ConditionDefinition, "retirement-years.local">;
  };
  readonly remedy: {
    readonly waitForPension: Says<RemedyDefinition, "pensionMonth">;
    readonly waitForAge: Says<RemedyDefinition, "fixedAgeDay">;
    readonly waitForStatutory: Says<RemedyDefinition, "statutoryMonth">;
    readonly waitForEarlyAge: Says<RemedyDefinition, "buyUpEnd">;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpMonth: AmountDefinition;
    readonly topUpOther: AmountDefinition;
    readonly topUpEstimate: AmountDefinition;
    readonly monthlyPremium: AmountDefinition;
    readonly buyUpUnit: AmountDefinition;
    readonly buyUpPerson: AmountDefinition;
    readonly accountCredit: AmountDefinition;
  };
  readonly date: {
    readonly retiredFrom: DateDefinition;
    readonly inServiceUntil: DateDefinition;
    readonly payUntil: DateDefinition;
    readonly statutoryMonth: DateDefinition;
    readonly statutoryMonth55: DateDefinition;
    readonly statutoryMonth50: DateDefinition;
    readonly fixedAgeDay: DateDefinition;
  };
  readonly coverage: {
    readonly contributed: string;
    readonly transferred: string;
    readonly deemed: string;
    readonly overlap: string;
    readonly bought: string;
    readonly inService: string;
    readonly retired: string;
  };
  readonly material: {
    readonly dischargePaper: Material;
    readonly approvalForm: Material;
    readonly identityCard: Material;
    readonly serviceProof: Material;
  };
  readonly notice: {
    readonly serviceTyped: Says<NoticeFound, "deemed-cut-off.month">;
    readonly late: Says<NoticeFound, "pensionMonth">;
    readonly noMorePayments: NoticeFound;
    readonly beforeStatutory: Says<NoticeFound, "fixedAgeDay" | "statutoryMonth">;
    readonly keepPaying: Says<NoticeFound, "buyUpEnd" | "monthsToPay">;
    readonly paidAfter: Says<NoticeFound, "monthsAfter">;
    readonly paidAfterUnknown: NoticeFound;
    readonly moreYearsFirst: NoticeFound;
    readonly noLocalMonths: NoticeFound;
    readonly youngPension: Says<NoticeFound, "pensionAge">;
    readonly pastMonthsSilent: Says<NoticeFound, "pastMonths">;
    readonly baseOutsideLimits: Says<NoticeFound, "heldBase">;
    readonly limitsUnknown: NoticeFound;
    readonly limitsUnverified: NoticeFound;
    readonly averagePensionBase: Says<NoticeFound, "retirement-terms.fixed-credit-from">;
    readonly unitPays: NoticeFound;
  };
  readonly figure: {
    readonly unitRate: Figure;
    readonly personRate: Figure;
    readonly accountCreditRetired: Figure;
  };
  readonly table: Pick<City.Tables, "retirementTerms">;
  readonly reading: Pick<City.Readings, "lateApplication" | "noShortfallStart" | "monthsAfterRetirement" | "fixedAge" | "retirementPlace" | "militaryWayB" | "earlyShortfallBase" | "earlyEndMonth" | "earlyMonthsCount" | "earlyStatutoryAge" | "earlyFlexible" | "wayBMaterials">;
  readonly conflict: {
    readonly fixedAge: Conflict;
    readonly historicRetirementYears: Conflict;
  };
  readonly headline: {
    readonly granted: Says<Template, "retiredFrom">;
    readonly grantedTopUp: Says<Template, "shortfall" | "topUp" | "retiredFrom">;
    readonly grantedPayOn: Says<Template, "buyUpEnd" | "retiredFrom">;
    readonly grantedEarly: Says<Template, "buyUpEnd" | "totalDue" | "retiredFrom">;
    readonly grantedEarlyTopUp: Says<Template, "buyUpEnd" | "shortfall" | "totalDue" | "retiredFrom">;
    readonly notYetPension: Says<Template, "pensionMonth">;
    readonly notYetAge: Says<Template, "fixedAgeDay">;
    readonly notYetStatutory: Says<Template, "statutoryMonth">;
    readonly notYetFlexible: Says<Template, "buyUpEnd" | "shortfall">;
    readonly refusedElsewhere: Template;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly district: Template;
    readonly window: Template;
    readonly noPensionHere: Template;
  };
  readonly timeLimit: {
    readonly pensionHere: Says<Template, "pensionMonth">;
    readonly filed: Says<Template, "pensionMonth">;
    readonly payOn: Says<Template, "pensionMonth" | "buyUpEnd">;
    readonly payOnThenTopUp: Says<Template, "buyUpEnd">;
    readonly noPensionHere: Says<Template, "fixedAgeDay">;
    readonly fromStatutory: Says<Template, "statutoryMonth">;
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
}

export type Words = OwnWords & City.Years & City.TopUp & City.PayOn & City.Premium & City.BaseLimits & National.RetirementAge & National.PensionYears;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  capacity: "choice",
  filed: "flag?",
  unitKind: "choice?",
  treatmentElsewhere: "flag?",
  contributed: "months",
  transferred: "months",
  service: "months?",
  military: "months",
  enrolledAs: "choice?",
  overlapMonths: "count?",
  retirementBase: "money?",
  ownBase: "money?",
} as const;
const NEEDS = {
  fact: "sex birthDate way pensionMonth kind capacity filed unitKind treatmentElsewhere contributed transferred service military enrolledAs overlapMonths retirementBase ownBase",
  leaf: "sex way kind capacity filed unitKind treatmentElsewhere enrolledAs",
  option: "sex.male sex.female way.pensionHere way.noPensionHere kind.woman55 kind.woman50 capacity.unit capacity.flexible unitKind.enterprise unitKind.public unitKind.central enrolledAs.unit enrolledAs.flexible",
  step: "retirementKind fixedAgeDay earlyAgeMonth pensionAge bothRates ownBaseTopUpMonthExact ownBaseTopUpMonth ownBaseTopUp ownBaseTopUpExact totalDue pastMonths monthsAfter localCounted noDeemed buyUpEnd buyUpMonths buyUpUnitMonthExact buyUpUnitMonth buyUpUnit buyUpUnitExact buyUpPersonMonthExact buyUpPersonMonth buyUpPerson buyUpPersonExact localTotal afterTopUp afterProcessing afterAge paidOn retiredFrom inServiceUntil sameMonthTwice transferredCounted serviceBefore deemedTogether serviceOverlap deemed cumulative cumulativeShortfall localShortfall shortfall topUpBase topUpRate topUpMonthExact topUpMonth topUpExact topUp processingMonth monthsToPay localProjected premiumMonth flexibleBaseExact flexibleBase basicPremiumExact basicPremium largeSumShareExact largeSumExact largeSum monthlyPremium monthlyPremiumTogether largeSumRest heldBase retirementDelay statutoryMonth earliestMonth leastPension statutoryWithPension",
  value: "retirementKind.regular retirementKind.voluntaryEarly retirementKind.early",
  condition: "pensionDone(pensionMonth) age(retirement-years.fixed-age,fixedAgeDay) statutoryAge(statutoryMonth) noTreatmentElsewhere(treatmentElsewhere) earlyAge(retirement-years.early-age,earlyAgeMonth) cumulativeYears(retirement-years.cumulative,cumulative) cumulativeToppedUp(retirement-years.cumulative,cumulative,cumulativeShortfall) localToppedUp(retirement-years.local,localShortfall) localYears(retirement-years.local)",
  remedy: "waitForPension(pensionMonth) waitForAge(fixedAgeDay) waitForStatutory(statutoryMonth) waitForEarlyAge(buyUpEnd)",
  amount: "topUp topUpMonth topUpOther topUpEstimate monthlyPremium buyUpUnit buyUpPerson accountCredit",
  date: "retiredFrom inServiceUntil payUntil statutoryMonth statutoryMonth55 statutoryMonth50 fixedAgeDay",
  coverage: "contributed transferred deemed overlap bought inService retired",
  material: "dischargePaper approvalForm identityCard serviceProof",
  notice: "serviceTyped(deemed-cut-off.month) late(pensionMonth) noMorePayments beforeStatutory(fixedAgeDay,statutoryMonth) keepPaying(buyUpEnd,monthsToPay) paidAfter(monthsAfter) paidAfterUnknown moreYearsFirst noLocalMonths youngPension(pensionAge) pastMonthsSilent(pastMonths) baseOutsideLimits(heldBase) limitsUnknown limitsUnverified averagePensionBase(retirement-terms.fixed-credit-from) unitPays",
  headline: "granted(retiredFrom) grantedTopUp(shortfall,topUp,retiredFrom) grantedPayOn(buyUpEnd,retiredFrom) grantedEarly(buyUpEnd,totalDue,retiredFrom) grantedEarlyTopUp(buyUpEnd,shortfall,totalDue,retiredFrom) notYetPension(pensionMonth) notYetAge(fixedAgeDay) notYetStatutory(statutoryMonth) notYetFlexible(buyUpEnd,shortfall) refusedElsewhere figureMissing",
  place: "district window noPensionHere",
  timeLimit: "pensionHere(pensionMonth) filed(pensionMonth) payOn(pensionMonth,buyUpEnd) payOnThenTopUp(buyUpEnd) noPensionHere(fixedAgeDay) fromStatutory(statutoryMonth)",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps",
  figure: "unitRate personRate accountCreditRetired assessedBase topUpRate flexibleBasicRate flexibleBaseShare flexibleLargeSumRate flexibleLargeSumFixed baseLowerLimit baseUpperLimit",
  table: "retirementTerms.out.fixedCreditFrom retirementYears.in.sex.male retirementYears.in.sex.female retirementYears.out.cumulative retirementYears.out.local retirementYears.out.fixedAge retirementYears.out.earlyAge deemedCutOff.in.capacity.unit deemedCutOff.in.capacity.flexible deemedCutOff.out.month topUpBase.out.base topUpBase.is.base.assessed topUpBase.is.base.own flexiblePremiumParts.out.largeSumRate flexiblePremiumParts.out.largeSumFixed retirementAge.in.kind.man retirementAge.in.kind.woman55 retirementAge.in.kind.woman50 retirementAge.out.originalAge retirementAge.out.firstMonth retirementAge.out.step retirementAge.out.cap flexibleRetirement.out.mostEarly pensionYears.out.least pensionYears.out.lastMonth pensionYears.out.perYear pensionYears.out.most",
  reading: "lateApplication.is.fromProcessing lateApplication.is.fromPensionMonth noShortfallStart.is.nextMonth noShortfallStart.is.sameMonth monthsAfterRetirement.is.notCounted monthsAfterRetirement.is.counted fixedAge.is.fixed fixedAge.is.statutory retirementPlace.is.district retirementPlace.is.window militaryWayB.is.doesNotCount militaryWayB.is.counts earlyShortfallBase.is.assessed earlyShortfallBase.is.retirementMonth earlyEndMonth.is.turningMonth earlyEndMonth.is.monthBefore earlyMonthsCount.is.counted earlyMonthsCount.is.notCounted earlyStatutoryAge.is.fiftyFortyFive earlyStatutoryAge.is.statutory earlyFlexible.is.monthly earlyFlexible.is.likeUnit wayBMaterials.is.identityCard wayBMaterials.is.none sameMonthTwice.is.once sameMonthTwice.is.twice deemedCapacity.is.atEnrolment deemedCapacity.is.atProcessing militaryMaterials.is.dischargePaper militaryMaterials.is.none topUpRate.is.handbook topUpRate.is.flexibleRate rounding.is.monthFirst rounding.is.once premiumRounding.is.eachPart premiumRounding.is.together",
  conflict: "fixedAge historicRetirementYears topUpRate flexibleRate baseYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "kindMatters" | "deemedCounts" | "overlapUnknown" | "buysUp" | "paidOn" | "ownBaseCounts">("dalian.retirement", FACTS, NEEDS);
