/** 退休待遇变更. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says, WayWord } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly sex: number;
  readonly birthDate: number;
  readonly kind: number | undefined;
  readonly way: number;
  readonly pensionMonth: number | undefined;
  readonly capacity: number;
  readonly contributed: MonthsValue;
  readonly transferred: MonthsValue;
  readonly service: MonthsValue;
  readonly military: MonthsValue;
  readonly assignedSoldier: number | undefined;
  readonly dischargeDate: number | undefined;
  readonly overlapMonths: number | undefined;
  readonly closedGroup: number | undefined;
  readonly fundMode: number | undefined;
  readonly shortfallWay: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly kind: NodeDefinition;
    readonly way: NodeDefinition;
    readonly pensionMonth: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly contributed: NodeDefinition;
    readonly transferred: NodeDefinition;
    readonly service: NodeDefinition;
    readonly military: NodeDefinition;
    readonly assignedSoldier: NodeDefinition;
    readonly dischargeDate: NodeDefinition;
    readonly overlapMonths: NodeDefinition;
    readonly closedGroup: NodeDefinition;
    readonly fundMode: NodeDefinition;
    readonly shortfallWay: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly kind: readonly Node[];
    readonly way: readonly Node[];
    readonly capacity: readonly Node[];
    readonly assignedSoldier: readonly Node[];
    readonly closedGroup: readonly Node[];
    readonly fundMode: readonly Node[];
    readonly shortfallWay: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly kind: {
      readonly woman55: number;
      readonly woman50: number;
    };
    readonly way: {
      readonly pensionHere: number;
      readonly noPensionHere: number;
    };
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly fundMode: {
      readonly poolOnly: number;
      readonly combined: number;
    };
    readonly shortfallWay: {
      readonly payNow: number;
      readonly goOn: number;
    };
  };
  readonly step: {
    readonly processingMonth: NodeDefinition;
    readonly inScope: DerivedStep;
    readonly reachedFrom: DerivedStep;
    readonly reachedEarlier: DerivedStep;
    readonly reachedByAge: DerivedStep;
    readonly soldierRule: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly startNow: DerivedStep;
    readonly monthsAfter: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly closedGroupYears: ToldStep<readonly [Node, ...Node[]]>;
    readonly closedGroupShort: DerivedStep;
    readonly shortfallRate: DerivedStep;
    readonly paidNow: DerivedStep;
    readonly goOnFrom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly payUntil: DerivedStep;
    readonly afterGoingOn: DerivedStep;
    readonly goOnYear: DerivedStep;
    readonly goOnMonth: DerivedStep;
    readonly goOnTotal: DerivedStep;
  };
  readonly condition: {
    readonly inScope: Says<ConditionDefinition, "years-limits.applies-from" | "statutoryMonth">;
    readonly reached: Says<ConditionDefinition, "reachedFrom">;
    readonly cumulativeYears: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative">;
    readonly localYears: Says<ConditionDefinition, "retirement-years.local">;
    readonly cumulativeToppedUp: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative" | "cumulativeShortfall">;
    readonly localToppedUp: Says<ConditionDefinition, "retirement-years.local" | "localShortfall">;
  };
  readonly remedy: {
    readonly rulesThen: RemedyDefinition;
    readonly waitForAge: Says<RemedyDefinition, "reachedFrom">;
    readonly moreCumulative: Says<RemedyDefinition, "cumulativeShortfall">;
    readonly moreLocal: Says<RemedyDefinition, "localShortfall">;
    readonly payTopUp: Says<RemedyDefinition, "topUp">;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpMonth: AmountDefinition;
    readonly goOnTotal: AmountDefinition;
    readonly goOnMonth: AmountDefinition;
  };
  readonly date: {
    readonly retiredFrom: DateDefinition;
    readonly payUntil: DateDefinition;
    readonly statutoryMonth: DateDefinition;
    readonly statutoryMonth55: DateDefinition;
    readonly statutoryMonth50: DateDefinition;
  };
  readonly coverage: {
    readonly contributed: string;
    readonly transferred: string;
    readonly deemed: string;
    readonly overlap: string;
    readonly inService: string;
    readonly inServiceAfterWaiting: string;
    readonly retired: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly pensionApproval: Material;
    readonly serviceProof: Material;
    readonly militaryProof: Material;
  };
  readonly notice: {
    readonly laterSoldier: NoticeFound;
    readonly overpaid: Says<NoticeFound, "monthsAfter">;
    readonly interrupted: NoticeFound;
    readonly closedGroup: Says<NoticeFound, "closedGroupShort">;
    readonly closedGroupMet: NoticeFound;
    readonly notCredited: NoticeFound;
  };
  readonly figure: {
    readonly flexibleRatePoolOnly: Figure;
    readonly flexibleRateCombined: Figure;
  };
  readonly table: Pick<City.Tables, "yearsLimits" | "retirementYears">;
  readonly reading: Pick<City.Readings, "sameMonthTwice" | "closedGroupLocal" | "earlyPension" | "laterSoldiers" | "noShortfallStart" | "goOnStart" | "shortfallRate" | "retirementMaterials" | "closedGroupReach">;
  readonly section: {
    readonly goOn: Says<SectionFound, "goOnFrom" | "payUntil" | "afterGoingOn">;
  };
  readonly headline: {
    readonly granted: Says<Template, "retiredFrom">;
    readonly choice: Says<Template, "shortfall">;
    readonly payNow: Says<Template, "shortfall" | "topUp" | "retiredFrom">;
    readonly goOn: Says<Template, "payUntil" | "afterGoingOn">;
    readonly notYet: Says<Template, "reachedFrom">;
    readonly outOfScope: Says<Template, "statutoryMonth">;
    readonly figureMissing: Says<Template, "shortfall">;
    readonly goOnUnpriced: Says<Template, "shortfall" | "topUp">;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly none: Template;
    readonly thisMonth: Template;
    readonly byRulesThen: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly pensionInFuture: string;
  };
  readonly way: {
    readonly payNow: Says<WayWord, "shortfall">;
    readonly goOn: Says<WayWord, "shortfall" | "payUntil">;
  };
  readonly next: {
    readonly refund: Says<NextFound, "monthsAfter">;
  };
}

export type Words = OwnWords & National.RetirementAge & National.PensionYears & City.ArrearsPrice & City.Years;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  kind: "choice?",
  way: "choice",
  pensionMonth: "month?",
  capacity: "choice",
  contributed: "months",
  transferred: "months",
  service: "months",
  military: "months",
  assignedSoldier: "flag?",
  dischargeDate: "date?",
  overlapMonths: "count?",
  closedGroup: "flag?",
  fundMode: "choice?",
  shortfallWay: "choice?",
} as const;
const NEEDS = {
  fact: "sex birthDate kind way pensionMonth capacity contributed transferred service military assignedSoldier dischargeDate overlapMonths closedGroup fundMode shortfallWay",
  leaf: "sex kind way capacity assignedSoldier closedGroup fundMode shortfallWay",
  option: "sex.male sex.female kind.woman55 kind.woman50 way.pensionHere way.noPensionHere capacity.unit capacity.flexible fundMode.poolOnly fundMode.combined shortfallWay.payNow shortfallWay.goOn",
  step: "processingMonth inScope reachedFrom reachedEarlier reachedByAge soldierRule startNow monthsAfter closedGroupYears closedGroupShort shortfallRate paidNow goOnFrom payUntil afterGoingOn goOnYear goOnMonth goOnTotal retirementDelay statutoryMonth earliestMonth leastPension statutoryWithPension arrearsBase arrearsRate topUpMonthExact topUpMonth topUp topUpExact sameMonthTwice transferredCounted serviceBefore deemedTogether serviceOverlap deemed cumulative cumulativeShortfall localShortfall shortfall",
  condition: "inScope(years-limits.applies-from,statutoryMonth) reached(reachedFrom) cumulativeYears(retirement-years.cumulative,cumulative) localYears(retirement-years.local) cumulativeToppedUp(retirement-years.cumulative,cumulative,cumulativeShortfall) localToppedUp(retirement-years.local,localShortfall)",
  remedy: "rulesThen waitForAge(reachedFrom) moreCumulative(cumulativeShortfall) moreLocal(localShortfall) payTopUp(topUp)",
  amount: "topUp topUpMonth goOnTotal goOnMonth",
  date: "retiredFrom payUntil statutoryMonth statutoryMonth55 statutoryMonth50",
  coverage: "contributed transferred deemed overlap inService inServiceAfterWaiting retired",
  material: "identityCard pensionApproval serviceProof militaryProof",
  notice: "laterSoldier overpaid(monthsAfter) interrupted closedGroup(closedGroupShort) closedGroupMet notCredited",
  section: "goOn(goOnFrom,payUntil,afterGoingOn)",
  headline: "granted(retiredFrom) choice(shortfall) payNow(shortfall,topUp,retiredFrom) goOn(payUntil,afterGoingOn) notYet(reachedFrom) outOfScope(statutoryMonth) figureMissing(shortfall) goOnUnpriced(shortfall,topUp)",
  place: "agency",
  timeLimit: "none thisMonth byRulesThen",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps pensionInFuture",
  way: "payNow(shortfall) goOn(shortfall,payUntil)",
  next: "refund(monthsAfter)",
  figure: "flexibleRatePoolOnly flexibleRateCombined averageWageMonth averageWageYear arrearsRatePoolOnly arrearsRateCombined",
  table: "yearsLimits.out.appliesFrom yearsLimits.out.deemedUntil yearsLimits.out.soldiersBefore retirementYears.in.sex.male retirementYears.in.sex.female retirementYears.out.cumulative retirementYears.out.local retirementAge.in.kind.man retirementAge.in.kind.woman55 retirementAge.in.kind.woman50 retirementAge.out.originalAge retirementAge.out.firstMonth retirementAge.out.step retirementAge.out.cap flexibleRetirement.out.mostEarly pensionYears.out.least pensionYears.out.lastMonth pensionYears.out.perYear pensionYears.out.most",
  reading: "sameMonthTwice.is.once sameMonthTwice.is.twice closedGroupLocal.is.notRequired closedGroupLocal.is.required earlyPension.is.pensionCounts earlyPension.is.statutoryAge laterSoldiers.is.counted laterSoldiers.is.notCounted noShortfallStart.is.processingMonth noShortfallStart.is.retirementMonth goOnStart.is.nextMonth goOnStart.is.sameMonth shortfallRate.is.arrearsRate shortfallRate.is.flexibleRate retirementMaterials.is.listed retirementMaterials.is.none closedGroupReach.is.reachable closedGroupReach.is.closed averageWage.is.monthly averageWage.is.annualTwelfth rounding.is.monthFirst rounding.is.once",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "overlapUnknown" | "closedGroupMatters" | "yearsShort">("tieling.retirement", FACTS, NEEDS);
