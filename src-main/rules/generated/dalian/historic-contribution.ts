/** 旧规定：单位和个人缴费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly area: number | undefined;
  readonly payer: number;
  readonly wage: number | undefined;
  readonly wagesKnown: number | undefined;
  readonly totalWages: number | undefined;
  readonly headcount: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly area: NodeDefinition;
    readonly payer: NodeDefinition;
    readonly wage: NodeDefinition;
    readonly wagesKnown: NodeDefinition;
    readonly totalWages: NodeDefinition;
    readonly headcount: NodeDefinition;
  };
  readonly leaf: {
    readonly area: readonly Node[];
    readonly payer: readonly Node[];
    readonly wagesKnown: readonly Node[];
  };
  readonly option: {
    readonly area: {
      readonly inner: number;
      readonly outer: number;
    };
    readonly payer: {
      readonly person: number;
      readonly unit: number;
    };
  };
  readonly step: {
    readonly lowestBase: DerivedStep;
    readonly highestBase: DerivedStep;
    readonly personBase: DerivedStep;
    readonly personExact: DerivedStep;
    readonly person: DerivedStep;
    readonly lowestTotal: DerivedStep;
    readonly unitBase: DerivedStep;
    readonly unitBaseUnknown: DerivedStep;
    readonly unitExact: DerivedStep;
    readonly unit: DerivedStep;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly pooled: Says<ConditionDefinition, "historic-pooling.month.lowest">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly askDistrict: RemedyDefinition;
  };
  readonly amount: {
    readonly person: AmountDefinition;
    readonly unit: AmountDefinition;
  };
  readonly notice: {
    readonly allUnits: NoticeFound;
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly figure: {
    readonly averageOnPostWage: Figure;
    readonly baseLowestShare: Figure;
    readonly baseHighestShare: Figure;
    readonly unitRate: Figure;
    readonly personRate: Figure;
  };
  readonly reading: Pick<City.Readings, "historicOuterRates">;
  readonly headline: {
    readonly person: Says<Template, "period" | "person" | "personBase">;
    readonly unit: Says<Template, "period" | "unit">;
    readonly outside: Says<Template, "period">;
    readonly unknownArea: Says<Template, "historic-pooling.month.lowest">;
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

export type Words = OwnWords & City.Historic & City.HistoricArea;

const FACTS = {
  period: "month",
  area: "choice?",
  payer: "choice",
  wage: "money?",
  wagesKnown: "flag?",
  totalWages: "money?",
  headcount: "count?",
} as const;
const NEEDS = {
  fact: "period area payer wage wagesKnown totalWages headcount",
  leaf: "area payer wagesKnown",
  option: "area.inner area.outer payer.person payer.unit",
  step: "lowestBase highestBase personBase personExact person lowestTotal unitBase unitBaseUnknown unitExact unit historicPeriod historicOuterAsCity",
  value: "historicOuterAsCity.local historicOuterAsCity.asCity",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) pooled(historic-pooling.month.lowest)",
  remedy: "current askDistrict",
  amount: "person unit",
  notice: "allUnits standing current",
  headline: "person(period,person,personBase) unit(period,unit) outside(period) unknownArea(historic-pooling.month.lowest) figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
  figure: "averageOnPostWage baseLowestShare baseHighestShare unitRate personRate",
  table: "historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to historicPooling.in.area.inner historicPooling.in.area.outer historicPooling.out.pooled historicPooling.is.pooled.local historicPooling.is.pooled.city",
  reading: "historicOuterRates.is.notKnown historicOuterRates.is.asCity historicUndated.is.nextRecord historicUndated.is.reportYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "areaMatters">("dalian.historic-contribution", FACTS, NEEDS);
