/** 个人身份缴费金额. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, NextFound, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly tier: number;
  readonly startMonth: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly tier: NodeDefinition;
    readonly startMonth: NodeDefinition;
  };
  readonly leaf: {
    readonly tier: readonly Node[];
  };
  readonly option: {
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
  };
  readonly amount: {
    readonly premium: AmountDefinition;
    readonly premiumMonth: AmountDefinition;
    readonly premiumYear: AmountDefinition;
    readonly careByBank: AmountDefinition;
    readonly careByAccount: AmountDefinition;
  };
  readonly section: {
    readonly individualPayment: SectionFound;
  };
  readonly headline: {
    readonly whole: Says<Template, "premium" | "care">;
    readonly part: Says<Template, "startMonth" | "monthsLeft" | "premium" | "care">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly tax: Template;
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
  };
  readonly next: {
    readonly enrolment: NextFound;
    readonly care: NextFound;
  };
}

export type Words = OwnWords & City.Care & City.Premium & City.StartMonth;

const FACTS = {
  tier: "choice",
  startMonth: "month?",
} as const;
const NEEDS = {
  fact: "tier startMonth",
  leaf: "tier",
  option: "tier.first tier.second",
  step: "careMonths careWholeMonths careWhole careOnce carePart carePartOf careRest careRestMonth careByMonth careWithRest monthsLeft wholeYearMonths premiumYearExact premiumYear premiumMonth premium startMonth",
  amount: "premium premiumMonth premiumYear careByBank careByAccount",
  section: "individualPayment",
  headline: "whole(premium,care) part(startMonth,monthsLeft,premium,care) figureMissing",
  place: "tax",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate",
  next: "enrolment care",
  figure: "carePremium carePremiumRetired individualBase firstTierRate secondTierRate",
  table: "careSources.out.answer careSources.is.answer.same careSources.is.answer.outdated",
  reading: "careRest.is.lastMonth careRest.is.firstMonth carePartYear.is.byMonth carePartYear.is.wholeYear partYear.is.remaining partYear.is.wholeYear rounding.is.monthFirst rounding.is.totalOnce",
  conflict: "carePremium",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("chongqing.premium", FACTS, NEEDS);
