/** 住院待遇试算. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly capacity: number;
  readonly birthDate: number | undefined;
  readonly retiredFrom: number | undefined;
  readonly stays: readonly {
    readonly admitted: number;
    readonly discharged: number | undefined;
    readonly level: number;
    readonly cost: number;
  }[];
  readonly earlierPool: number;
  readonly earlierSupplementary: number | undefined;
  readonly earlierBurden: number | undefined;
  readonly earlierSubsidy: number | undefined;
  readonly earlierBase: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly capacity: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly retiredFrom: NodeDefinition;
    readonly stays: NodeDefinition;
    readonly earlierPool: NodeDefinition;
    readonly earlierSupplementary: NodeDefinition;
    readonly earlierBurden: NodeDefinition;
    readonly earlierSubsidy: NodeDefinition;
    readonly earlierBase: NodeDefinition;
  };
  readonly leaf: {
    readonly capacity: readonly Node[];
  };
  readonly option: {
    readonly capacity: {
      readonly inService: number;
      readonly retired: number;
    };
    readonly stays: {
      readonly level: {
        readonly grassroots: number;
        readonly second: number;
        readonly third: number;
        readonly top: number;
      };
    };
  };
  readonly field: {
    readonly stays: {
      readonly admitted: NodeDefinition;
      readonly discharged: NodeDefinition;
      readonly level: NodeDefinition;
      readonly cost: NodeDefinition;
    };
  };
  readonly step: {
    readonly stay: NodeDefinition;
    readonly discharged: NodeDefinition;
    readonly cost: NodeDefinition;
    readonly capacity: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly age: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly laterDeductible: DerivedStep;
    readonly payable: DerivedStep;
    readonly poolExact: DerivedStep;
    readonly poolRounded: DerivedStep;
    readonly poolRoom: DerivedStep;
    readonly pool: DerivedStep;
    readonly poolSoFar: DerivedStep;
    readonly poolLeft: DerivedStep;
    readonly rest: DerivedStep;
    readonly deductiblePaid: DerivedStep;
    readonly limitCost: DerivedStep;
    readonly aboveLimit: DerivedStep;
    readonly aboveLimitByPayment: DerivedStep;
    readonly supplementaryExact: DerivedStep;
    readonly supplementaryRounded: DerivedStep;
    readonly supplementaryUsed: DerivedStep;
    readonly supplementaryRoom: DerivedStep;
    readonly supplementary: DerivedStep;
    readonly supplementarySoFar: DerivedStep;
    readonly layerCost: DerivedStep;
    readonly beyondExact: DerivedStep;
    readonly beyondLimits: DerivedStep;
    readonly burden: DerivedStep;
    readonly burdenLess: DerivedStep;
    readonly burdenSoFar: DerivedStep;
    readonly excess: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly subsidyExact: DerivedStep;
    readonly subsidyRounded: DerivedStep;
    readonly subsidyRoom: DerivedStep;
    readonly subsidyUsed: DerivedStep;
    readonly subsidyCapped: DerivedStep;
    readonly subsidySoFar: DerivedStep;
    readonly baseLess: DerivedStep;
    readonly baseSoFar: DerivedStep;
    readonly firstBandTo: DerivedStep;
    readonly secondBandTo: DerivedStep;
    readonly firstBandToFromZero: DerivedStep;
    readonly secondBandToFromZero: DerivedStep;
    readonly firstBandOnly: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly firstBand: ToldStep<readonly [Node, Node, Node, Node, ...Node[]]>;
    readonly secondBand: ToldStep<readonly [Node, Node, Node, Node, ...Node[]]>;
    readonly thirdBand: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly firstBandPaid: DerivedStep;
    readonly secondBandPaid: DerivedStep;
    readonly thirdBandPaid: DerivedStep;
    readonly bandsExact: DerivedStep;
    readonly bandsPaid: DerivedStep;
    readonly own: DerivedStep;
    readonly ownBelow: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly ownNone: DerivedStep;
    readonly undecided: DerivedStep;
    readonly sum: DerivedStep;
    readonly totalCost: DerivedStep;
    readonly totalPool: DerivedStep;
    readonly totalSupplementary: DerivedStep;
    readonly totalSubsidy: DerivedStep;
    readonly totalLargeSum: DerivedStep;
    readonly totalOwn: DerivedStep;
    readonly totalUndecided: DerivedStep;
    readonly totalFunds: DerivedStep;
  };
  readonly value: {
    readonly capacity: {
      readonly inService: number;
      readonly retired: number;
    };
  };
  readonly amount: {
    readonly pool: AmountDefinition;
    readonly supplementary: AmountDefinition;
    readonly subsidy: AmountDefinition;
    readonly largeSum: AmountDefinition;
    readonly own: AmountDefinition;
    readonly undecided: AmountDefinition;
    readonly poolLeft: AmountDefinition;
  };
  readonly notice: {
    readonly estimate: NoticeFound;
    readonly thresholdUnverified: Says<NoticeFound, "large-sum-threshold">;
    readonly laterStaysUnverified: NoticeFound;
    readonly poolExhausted: NoticeFound;
  };
  readonly figure: {
    readonly poolLimit: Figure;
    readonly supplementaryLimit: Figure;
    readonly supplementaryRatio: Figure;
    readonly subsidyThreshold: Figure;
    readonly subsidyRatio: Figure;
    readonly largeSumThreshold: Figure;
    readonly largeSumBandFirst: Figure;
    readonly largeSumBandSecond: Figure;
    readonly largeSumRatioFirst: Figure;
    readonly largeSumRatioSecond: Figure;
    readonly largeSumRatioThird: Figure;
    readonly laterDeductibleGrassroots: Figure;
    readonly laterDeductibleSecond: Figure;
    readonly laterDeductibleThird: Figure;
    readonly laterDeductibleTop: Figure;
  };
  readonly table: Pick<City.Tables, "inpatientBasic" | "inpatientLayers" | "insuranceYear">;
  readonly reading: Pick<City.Readings, "inpatientDate" | "inpatientYear" | "inpatientRounding" | "limitSplit" | "burdenDeductible" | "burdenBeyondLimits" | "subsidyCap" | "largeSumBands" | "laterStays">;
  readonly conflict: {
    readonly supplementaryLayer: Conflict;
  };
  readonly headline: {
    readonly granted: Says<Template, "totalCost" | "totalFunds" | "totalOwn">;
    readonly figureMissing: Says<Template, "totalPool" | "totalUndecided">;
    readonly poolMissing: Template;
  };
  readonly place: {
    readonly hospital: Template;
  };
  readonly timeLimit: {
    readonly estimate: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly admittedInFuture: string;
    readonly noCost: string;
    readonly dischargedBefore: string;
    readonly otherYear: string;
    readonly poolOverLimit: string;
    readonly supplementaryOverLimit: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  capacity: "choice",
  birthDate: "date?",
  retiredFrom: "month?",
  stays: "list",
  earlierPool: "money",
  earlierSupplementary: "money?",
  earlierBurden: "money?",
  earlierSubsidy: "money?",
  earlierBase: "money?",
} as const;
const NEEDS = {
  fact: "capacity birthDate retiredFrom stays earlierPool earlierSupplementary earlierBurden earlierSubsidy earlierBase",
  leaf: "capacity",
  option: "capacity.inService capacity.retired stays.level.grassroots stays.level.second stays.level.third stays.level.top",
  field: "stays.admitted stays.discharged stays.level stays.cost",
  step: "stay discharged cost capacity age laterDeductible payable poolExact poolRounded poolRoom pool poolSoFar poolLeft rest deductiblePaid limitCost aboveLimit aboveLimitByPayment supplementaryExact supplementaryRounded supplementaryUsed supplementaryRoom supplementary supplementarySoFar layerCost beyondExact beyondLimits burden burdenLess burdenSoFar excess subsidyExact subsidyRounded subsidyRoom subsidyUsed subsidyCapped subsidySoFar baseLess baseSoFar firstBandTo secondBandTo firstBandToFromZero secondBandToFromZero firstBandOnly firstBand secondBand thirdBand firstBandPaid secondBandPaid thirdBandPaid bandsExact bandsPaid own ownBelow ownNone undecided sum totalCost totalPool totalSupplementary totalSubsidy totalLargeSum totalOwn totalUndecided totalFunds",
  value: "capacity.inService capacity.retired",
  amount: "pool supplementary subsidy largeSum own undecided poolLeft",
  notice: "estimate thresholdUnverified(large-sum-threshold) laterStaysUnverified poolExhausted",
  headline: "granted(totalCost,totalFunds,totalOwn) figureMissing(totalPool,totalUndecided) poolMissing",
  place: "hospital",
  timeLimit: "estimate",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps admittedInFuture noCost dischargedBefore otherYear poolOverLimit supplementaryOverLimit",
  figure: "poolLimit supplementaryLimit supplementaryRatio subsidyThreshold subsidyRatio largeSumThreshold largeSumBandFirst largeSumBandSecond largeSumRatioFirst largeSumRatioSecond largeSumRatioThird laterDeductibleGrassroots laterDeductibleSecond laterDeductibleThird laterDeductibleTop",
  table: "inpatientBasic.in.capacity.inService inpatientBasic.in.capacity.retired inpatientBasic.in.level.grassroots inpatientBasic.in.level.second inpatientBasic.in.level.third inpatientBasic.in.level.top inpatientBasic.out.deductible inpatientBasic.out.ratio inpatientLayers.out.layers inpatientLayers.is.layers.handbook inpatientLayers.is.layers.largeSum insuranceYear.out.answer insuranceYear.is.answer.previous insuranceYear.is.answer.own",
  reading: "inpatientDate.is.admission inpatientDate.is.discharge inpatientYear.is.calendar inpatientYear.is.insuranceYear inpatientRounding.is.halfUp inpatientRounding.is.down limitSplit.is.byCost limitSplit.is.byPayment burdenDeductible.is.counted burdenDeductible.is.notCounted burdenBeyondLimits.is.counted burdenBeyondLimits.is.notCounted subsidyCap.is.none subsidyCap.is.shared largeSumBands.is.aboveThreshold largeSumBands.is.fromZero laterStays.is.same laterStays.is.lower",
  conflict: "supplementaryLayer",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "handbookYear" | "largeSumYear" | "subsidyCapped">("dalian.inpatient", FACTS, NEEDS);
