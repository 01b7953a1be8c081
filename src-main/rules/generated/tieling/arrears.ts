/** 补缴以往欠费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly owed: MonthsValue;
  readonly contributed: MonthsValue;
  readonly fundMode: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly owed: NodeDefinition;
    readonly contributed: NodeDefinition;
    readonly fundMode: NodeDefinition;
  };
  readonly leaf: {
    readonly fundMode: readonly Node[];
  };
  readonly option: {
    readonly fundMode: {
      readonly poolOnly: number;
      readonly combined: number;
    };
  };
  readonly step: {
    readonly owedMonths: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly condition: {
    readonly owes: Says<ConditionDefinition, "owedMonths">;
  };
  readonly remedy: {
    readonly checkRecord: RemedyDefinition;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpMonth: AmountDefinition;
  };
  readonly coverage: {
    readonly contributed: string;
    readonly owed: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly paymentRecord: Material;
  };
  readonly notice: {
    readonly baseMoves: NoticeFound;
    readonly notCredited: NoticeFound;
    readonly treatment: NoticeFound;
  };
  readonly table: Pick<City.Tables, "yearsLimits">;
  readonly reading: Pick<City.Readings, "materials">;
  readonly headline: {
    readonly granted: Says<Template, "owedMonths" | "topUp">;
    readonly nothingOwed: Template;
    readonly figureMissing: Says<Template, "owedMonths">;
  };
  readonly place: {
    readonly agency: Template;
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
    readonly notPast: string;
    readonly deemed: string;
  };
}

export type Words = OwnWords & City.ArrearsPrice;

const FACTS = {
  owed: "months",
  contributed: "months",
  fundMode: "choice",
} as const;
const NEEDS = {
  fact: "owed contributed fundMode",
  leaf: "fundMode",
  option: "fundMode.poolOnly fundMode.combined",
  step: "owedMonths arrearsBase arrearsRate topUpMonthExact topUpMonth topUp topUpExact",
  condition: "owes(owedMonths)",
  remedy: "checkRecord",
  amount: "topUp topUpMonth",
  coverage: "contributed owed",
  material: "identityCard paymentRecord",
  notice: "baseMoves notCredited treatment",
  headline: "granted(owedMonths,topUp) nothingOwed figureMissing(owedMonths)",
  place: "agency",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps notPast deemed",
  figure: "averageWageMonth averageWageYear arrearsRatePoolOnly arrearsRateCombined",
  table: "yearsLimits.out.appliesFrom yearsLimits.out.deemedUntil yearsLimits.out.soldiersBefore",
  reading: "materials.is.listed materials.is.none averageWage.is.monthly averageWage.is.annualTwelfth rounding.is.monthFirst rounding.is.once",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("tieling.arrears", FACTS, NEEDS);
