/** 长期护理保险费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, NextFound, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly tier: number;
  readonly capacity: number;
  readonly startMonth: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly tier: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly startMonth: NodeDefinition;
  };
  readonly leaf: {
    readonly tier: readonly Node[];
    readonly capacity: readonly Node[];
  };
  readonly option: {
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
    readonly capacity: {
      readonly inService: number;
      readonly retired: number;
    };
  };
  readonly amount: {
    readonly careByBank: AmountDefinition;
    readonly careByAccount: AmountDefinition;
    readonly careMonth: AmountDefinition;
    readonly careRest: AmountDefinition;
  };
  readonly section: {
    readonly accountStatement: SectionFound;
  };
  readonly headline: {
    readonly byBank: Says<Template, "care">;
    readonly equal: Says<Template, "careMonths" | "carePart" | "care">;
    readonly withRest: Says<Template, "careMonths" | "carePart" | "careRestMonth" | "careRest" | "care">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly bank: Template;
    readonly account: Template;
  };
  readonly timeLimit: {
    readonly bank: Template;
    readonly account: Template;
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
    readonly statement: NextFound;
  };
}

export type Words = OwnWords & City.Care & City.StartMonth;

const FACTS = {
  tier: "choice",
  capacity: "choice",
  startMonth: "month?",
} as const;
const NEEDS = {
  fact: "tier capacity startMonth",
  leaf: "tier capacity",
  option: "tier.first tier.second capacity.inService capacity.retired",
  step: "careMonths careWholeMonths careWhole careOnce carePart carePartOf careRest careRestMonth careByMonth careWithRest startMonth",
  amount: "careByBank careByAccount careMonth careRest",
  section: "accountStatement",
  headline: "byBank(care) equal(careMonths,carePart,care) withRest(careMonths,carePart,careRestMonth,careRest,care) figureMissing",
  place: "bank account",
  timeLimit: "bank account",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate",
  next: "statement",
  figure: "carePremium carePremiumRetired",
  table: "careSources.out.answer careSources.is.answer.same careSources.is.answer.outdated",
  reading: "careRest.is.lastMonth careRest.is.firstMonth carePartYear.is.byMonth carePartYear.is.wholeYear",
  conflict: "carePremium",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("chongqing.long-term-care", FACTS, NEEDS);
