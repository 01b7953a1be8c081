/** 旧规定：门诊慢性病补助. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly area: number;
  readonly community: number;
  readonly cost: number;
  readonly limitLeft: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly area: NodeDefinition;
    readonly community: NodeDefinition;
    readonly cost: NodeDefinition;
    readonly limitLeft: NodeDefinition;
  };
  readonly leaf: {
    readonly area: readonly Node[];
    readonly community: readonly Node[];
  };
  readonly option: {
    readonly area: {
      readonly inner: number;
      readonly zhuanghe: number;
      readonly other: number;
    };
  };
  readonly step: {
    readonly known: ToldStep<readonly [Node, ...Node[]]>;
    readonly exampleUsed: ToldStep<readonly [Node, ...Node[]]>;
    readonly statedShare: DerivedStep;
    readonly communityShare: DerivedStep;
    readonly subsidyExact: DerivedStep;
    readonly subsidy: DerivedStep;
    readonly withinLimit: DerivedStep;
    readonly own: DerivedStep;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly known: Says<ConditionDefinition, "chronic-subsidy.share">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly askDistrict: RemedyDefinition;
  };
  readonly amount: {
    readonly subsidy: AmountDefinition;
    readonly own: AmountDefinition;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
    readonly noLimit: NoticeFound;
    readonly limitRaised: Says<NoticeFound, "chronic-limit-raise">;
    readonly cashFirst: Says<NoticeFound, "chronic-payment.month.lowest">;
    readonly atOnce: Says<NoticeFound, "chronic-payment.month.lowest">;
  };
  readonly figure: {
    readonly chronicShare: Figure;
    readonly chronicCommunityPoints: Figure;
    readonly chronicLimitRaise: Figure;
  };
  readonly table: Pick<City.Tables, "chronicSubsidy" | "chronicPayment">;
  readonly reading: Pick<City.Readings, "historicChronicExample" | "historicChronicCommunity">;
  readonly headline: {
    readonly subsidy: Says<Template, "period" | "subsidy" | "own">;
    readonly unknown: Template;
    readonly outside: Says<Template, "period">;
    readonly figureMissing: Template;
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
  };
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  area: "choice",
  community: "flag",
  cost: "money",
  limitLeft: "money?",
} as const;
const NEEDS = {
  fact: "period area community cost limitLeft",
  leaf: "area community",
  option: "area.inner area.zhuanghe area.other",
  step: "known exampleUsed statedShare communityShare subsidyExact subsidy withinLimit own historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) known(chronic-subsidy.share)",
  remedy: "current askDistrict",
  amount: "subsidy own",
  notice: "standing current noLimit limitRaised(chronic-limit-raise) cashFirst(chronic-payment.month.lowest) atOnce(chronic-payment.month.lowest)",
  headline: "subsidy(period,subsidy,own) unknown outside(period) figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
  figure: "chronicShare chronicCommunityPoints chronicLimitRaise",
  table: "chronicSubsidy.in.area.inner chronicSubsidy.in.area.zhuanghe chronicSubsidy.in.area.other chronicSubsidy.out.share chronicSubsidy.is.share.unknown chronicSubsidy.is.share.stated chronicSubsidy.is.share.example chronicSubsidy.is.share.community chronicSubsidy.is.share.communityExample chronicPayment.out.way chronicPayment.is.way.cashFirst chronicPayment.is.way.atOnce historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicChronicExample.is.allDistricts historicChronicExample.is.zhuangheOnly historicChronicCommunity.is.onOld historicChronicCommunity.is.onNew historicUndated.is.nextRecord historicUndated.is.reportYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.historic-chronic", FACTS, NEEDS);
