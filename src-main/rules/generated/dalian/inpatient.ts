/** 住院待遇试算. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly laterDeductible: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly payable: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly poolExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly poolRounded: ToldStep<readonly [Node, ...Node[]]>;
    readonly poolRoom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly pool: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly poolSoFar: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly poolLeft: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly rest: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly deductiblePaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly limitCost: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly aboveLimit: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly aboveLimitByPayment: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly supplementaryExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly supplementaryRounded: ToldStep<readonly [Node, ...Node[]]>;
    readonly supplementaryUsed: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly supplementaryRoom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly supplementary: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly supplementarySoFar: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly layerCost: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly beyondExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly beyondLimits: ToldStep<readonly [Node, ...Node[]]>;
    readonly burden: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly burdenLess: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly burdenSoFar: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly excess: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly subsidyExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidyRounded: ToldStep<readonly [Node, ...Node[]]>;
    readonly subsidyRoom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidyUsed: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidyCapped: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidySoFar: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly baseLess: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly baseSoFar: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly firstBandTo: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly secondBandTo: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly firstBandToFromZero: ToldStep<readonly [Node, ...Node[]]>;
    readonly secondBandToFromZero: ToldStep<readonly [Node, ...Node[]]>;
    readonly firstBandOnly: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly firstBand: ToldStep<readonly [Node, Node, Node, Node, ...Node[]]>;
    readonly secondBand: ToldStep<readonly [Node, Node, Node, Node, ...Node[]]>;
    readonly thirdBand: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly firstBandPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly secondBandPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly thirdBandPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly bandsExact: ToldStep;
    readonly bandsPaid: ToldStep<readonly [Node, ...Node[]]>;
    readonly own: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly ownBelow: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly ownNone: ToldStep<readonly [Node, ...Node[]]>;
    readonly undecided: ToldStep<readonly [Node, ...Node[]]>;
    readonly sum: ToldStep;
    readonly totalCost: ToldStep;
    readonly totalPool: ToldStep;
    readonly totalSupplementary: ToldStep;
    readonly totalSubsidy: ToldStep;
    readonly totalLargeSum: ToldStep;
    readonly totalOwn: ToldStep;
    readonly totalUndecided: ToldStep;
    readonly totalFunds: ToldStep;
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
  amount: "pool supplementary subsidy largeSum own undecided poolLeft",
  notice: "estimate thresholdUnverified(large-sum-threshold) laterStaysUnverified poolExhausted",
  headline: "granted(totalCost,totalFunds,totalOwn) figureMissing(totalPool,totalUndecided) poolMissing",
  place: "hospital",
  timeLimit: "estimate",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps admittedInFuture noCost dischargedBefore otherYear poolOverLimit supplementaryOverLimit",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "handbookYear" | "largeSumYear" | "subsidyCapped">("dalian.inpatient", FACTS, NEEDS);
