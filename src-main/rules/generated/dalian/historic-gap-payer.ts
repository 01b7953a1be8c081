/** 旧规定：以前的中断由谁补缴. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly situation: number;
  readonly household: number | undefined;
  readonly gap: MonthsValue;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly situation: NodeDefinition;
    readonly household: NodeDefinition;
    readonly gap: NodeDefinition;
  };
  readonly leaf: {
    readonly situation: readonly Node[];
    readonly household: readonly Node[];
  };
  readonly option: {
    readonly situation: {
      readonly unit: number;
      readonly unitNoMedical: number;
      readonly noUnit: number;
      readonly never: number;
    };
    readonly household: {
      readonly urban: number;
      readonly rural: number;
    };
  };
  readonly step: {
    readonly payable: DerivedStep;
    readonly payableFrom2004: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly payable: Says<ConditionDefinition, "gap-payer.payer">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly since2004: Says<RemedyDefinition, "unit-gap.month.lowest">;
  };
  readonly coverage: {
    readonly payable: string;
    readonly notPayable: string;
  };
  readonly notice: {
    readonly registered: NoticeFound;
    readonly together: NoticeFound;
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly table: Pick<City.Tables, "gapPayer" | "unitGap">;
  readonly conflict: {
    readonly historicOldGap: Conflict;
    readonly historicRuralGap: Conflict;
    readonly historicGapFirst: Conflict;
  };
  readonly section: {
    readonly unit: SectionFound;
    readonly unitFrom2004: Says<SectionFound, "unit-gap.month.lowest">;
    readonly individual: SectionFound;
    readonly optional: SectionFound;
    readonly serviceFirst: SectionFound;
  };
  readonly headline: {
    readonly unit: Says<Template, "payable">;
    readonly unitFrom2004: Says<Template, "unit-gap.month.lowest" | "payable">;
    readonly individual: Says<Template, "payable">;
    readonly optional: Says<Template, "payable">;
    readonly serviceFirst: Says<Template, "payable">;
    readonly nothingSince2004: Says<Template, "unit-gap.month.lowest">;
    readonly outside: Says<Template, "period">;
  };
  readonly place: {
    readonly then: Template;
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
    readonly periodInFuture: string;
    readonly notPast: string;
  };
  readonly next: {
    readonly now: NextFound;
  };
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  situation: "choice",
  household: "choice?",
  gap: "months",
} as const;
const NEEDS = {
  fact: "period situation household gap",
  leaf: "situation household",
  option: "situation.unit situation.unitNoMedical situation.noUnit situation.never household.urban household.rural",
  step: "payable payableFrom2004 historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) payable(gap-payer.payer)",
  remedy: "current since2004(unit-gap.month.lowest)",
  coverage: "payable notPayable",
  notice: "registered together standing current",
  section: "unit unitFrom2004(unit-gap.month.lowest) individual optional serviceFirst",
  headline: "unit(payable) unitFrom2004(unit-gap.month.lowest,payable) individual(payable) optional(payable) serviceFirst(payable) nothingSince2004(unit-gap.month.lowest) outside(period)",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture notPast",
  next: "now",
  table: "gapPayer.in.situation.unit gapPayer.in.situation.unitNoMedical gapPayer.in.situation.noUnit gapPayer.in.situation.never gapPayer.in.household.urban gapPayer.in.household.rural gapPayer.out.payer gapPayer.is.payer.unit gapPayer.is.payer.unitFrom2004 gapPayer.is.payer.individual gapPayer.is.payer.optional gapPayer.is.payer.serviceFirst unitGap.out.payable historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicUndated.is.nextRecord historicUndated.is.reportYear",
  conflict: "historicOldGap historicRuralGap historicGapFirst",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.historic-gap-payer", FACTS, NEEDS);
