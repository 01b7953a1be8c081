/** 旧规定：个体劳动者缴费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly area: number | undefined;
  readonly purpose: number;
  readonly day: number;
  readonly relief: number;
  readonly pensionBase: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly area: NodeDefinition;
    readonly purpose: NodeDefinition;
    readonly day: NodeDefinition;
    readonly relief: NodeDefinition;
    readonly pensionBase: NodeDefinition;
  };
  readonly leaf: {
    readonly area: readonly Node[];
    readonly purpose: readonly Node[];
    readonly relief: readonly Node[];
  };
  readonly option: {
    readonly area: {
      readonly inner: number;
      readonly outer: number;
    };
    readonly purpose: {
      readonly pay: number;
      readonly unlock: number;
    };
  };
  readonly step: {
    readonly paidInTime: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly paidInTimeAsRead: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly counterOpen: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly nextMonth: DerivedStep;
    readonly base: DerivedStep;
    readonly baseOnRelief: DerivedStep;
    readonly contributionExact: DerivedStep;
    readonly reckoned: DerivedStep;
    readonly reckonedAsRead: DerivedStep;
    readonly contribution: DerivedStep;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly pooled: Says<ConditionDefinition, "historic-pooling.month.lowest">;
    readonly inTime: Says<ConditionDefinition, "historic-pay-day.day.highest" | "day">;
    readonly counterOpen: Says<ConditionDefinition, "historic-unlock-day.day.highest" | "day">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly askDistrict: RemedyDefinition;
    readonly unlockArrears: Says<RemedyDefinition, "historic-unlock-day.day.highest">;
    readonly nextMonth: Says<RemedyDefinition, "nextMonth">;
  };
  readonly amount: {
    readonly contribution: AmountDefinition;
  };
  readonly material: {
    readonly unemploymentCertificate: Material;
    readonly identityCard: Material;
    readonly householdRegister: Material;
  };
  readonly notice: {
    readonly leastPublished: Says<NoticeFound, "individual-least">;
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly figure: {
    readonly averageWage: Figure;
    readonly individualRate: Figure;
    readonly individualLeast: Figure;
  };
  readonly table: Pick<City.Tables, "historicPayDay" | "historicUnlockDay">;
  readonly reading: Pick<City.Readings, "historicOuterRates" | "historicLeastOnRelief" | "historicEighth">;
  readonly conflict: {
    readonly historicIndividualPremium: Conflict;
  };
  readonly section: {
    readonly pay: Says<SectionFound, "historic-pay-day.day.highest">;
    readonly places: SectionFound;
    readonly hospital: Says<SectionFound, "historic-unlock-day.day.lowest">;
  };
  readonly headline: {
    readonly pay: Says<Template, "period" | "contribution">;
    readonly late: Says<Template, "period" | "contribution">;
    readonly unlock: Says<Template, "period" | "contribution">;
    readonly closed: Says<Template, "historic-unlock-day.day.lowest" | "nextMonth">;
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
    readonly dayTooLate: string;
  };
  readonly next: {
    readonly now: NextFound;
  };
}

export type Words = OwnWords & City.Historic & City.HistoricArea;

const FACTS = {
  period: "month",
  area: "choice?",
  purpose: "choice",
  day: "count",
  relief: "flag",
  pensionBase: "money",
} as const;
const NEEDS = {
  fact: "period area purpose day relief pensionBase",
  leaf: "area purpose relief",
  option: "area.inner area.outer purpose.pay purpose.unlock",
  step: "paidInTime paidInTimeAsRead counterOpen nextMonth base baseOnRelief contributionExact reckoned reckonedAsRead contribution historicPeriod historicOuterAsCity",
  value: "historicOuterAsCity.local historicOuterAsCity.asCity",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) pooled(historic-pooling.month.lowest) inTime(historic-pay-day.day.highest,day) counterOpen(historic-unlock-day.day.highest,day)",
  remedy: "current askDistrict unlockArrears(historic-unlock-day.day.highest) nextMonth(nextMonth)",
  amount: "contribution",
  material: "unemploymentCertificate identityCard householdRegister",
  notice: "leastPublished(individual-least) standing current",
  section: "pay(historic-pay-day.day.highest) places hospital(historic-unlock-day.day.lowest)",
  headline: "pay(period,contribution) late(period,contribution) unlock(period,contribution) closed(historic-unlock-day.day.lowest,nextMonth) outside(period) unknownArea(historic-pooling.month.lowest) figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture dayTooLate",
  next: "now",
  figure: "averageWage individualRate individualLeast",
  table: "historicPayDay.in.eighth.included historicPayDay.in.eighth.excluded historicPayDay.out.inTime historicUnlockDay.out.open historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to historicPooling.in.area.inner historicPooling.in.area.outer historicPooling.out.pooled historicPooling.is.pooled.local historicPooling.is.pooled.city",
  reading: "historicOuterRates.is.notKnown historicOuterRates.is.asCity historicLeastOnRelief.is.ownBaseOnly historicLeastOnRelief.is.applies historicEighth.is.included historicEighth.is.excluded historicUndated.is.nextRecord historicUndated.is.reportYear",
  conflict: "historicIndividualPremium",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "areaMatters">("dalian.historic-individual", FACTS, NEEDS);
