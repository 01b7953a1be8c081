/** 个人账户每月划入（各时期）. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly capacity: number;
  readonly area: number | undefined;
  readonly birthDate: number | undefined;
  readonly wage: number | undefined;
  readonly pension: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly area: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly wage: NodeDefinition;
    readonly pension: NodeDefinition;
  };
  readonly leaf: {
    readonly capacity: readonly Node[];
    readonly area: readonly Node[];
  };
  readonly option: {
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
      readonly retired: number;
    };
    readonly area: {
      readonly inner: number;
      readonly outer: number;
    };
  };
  readonly step: {
    readonly age: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly ageAsRead: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly rate: DerivedStep;
    readonly hasAccount: ToldStep<readonly [Node, ...Node[]]>;
    readonly flexibleKnown: ToldStep<readonly [Node, ...Node[]]>;
    readonly higherPension: DerivedStep;
    readonly ownPension: DerivedStep;
    readonly creditExact: DerivedStep;
    readonly credit: DerivedStep;
    readonly fixedCredit: DerivedStep;
    readonly beforeExact: DerivedStep;
    readonly before: DerivedStep;
    readonly increase: DerivedStep;
  };
  readonly condition: {
    readonly pooled: Says<ConditionDefinition, "historic-pooling.month.lowest">;
    readonly flexibleKnown: ConditionDefinition;
    readonly hasAccount: Says<ConditionDefinition, "account-credit-way.way">;
  };
  readonly remedy: {
    readonly askDistrict: RemedyDefinition;
    readonly askOffice: RemedyDefinition;
    readonly afterRetirement: RemedyDefinition;
  };
  readonly amount: {
    readonly credit: AmountDefinition;
    readonly before: AmountDefinition;
    readonly increase: AmountDefinition;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
    readonly since2023: NoticeFound;
    readonly atLeast: NoticeFound;
  };
  readonly figure: {
    readonly accountCreditTo45: Figure;
    readonly accountCreditOver45: Figure;
    readonly accountCreditPensionInner: Figure;
    readonly accountCreditPensionOuter: Figure;
    readonly averagePension: Figure;
    readonly accountCreditInService: Figure;
    readonly accountCreditRetired: Figure;
  };
  readonly table: Pick<City.Tables, "accountCreditWay" | "accountCreditAge">;
  readonly reading: Pick<City.Readings, "historicOuterCredit" | "historicFlexibleCredit" | "historicAgeDay" | "historicAveragePension">;
  readonly conflict: {
    readonly historicAccountCredit: Conflict;
    readonly historicCreditExample: Conflict;
    readonly historicUnitDebt: Conflict;
  };
  readonly headline: {
    readonly credit: Says<Template, "period" | "credit">;
    readonly more: Says<Template, "period" | "credit" | "before" | "increase">;
    readonly none: Template;
    readonly unknown: Template;
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

export type Words = OwnWords & City.HistoricArea;

const FACTS = {
  period: "month",
  capacity: "choice",
  area: "choice?",
  birthDate: "date?",
  wage: "money?",
  pension: "money?",
} as const;
const NEEDS = {
  fact: "period capacity area birthDate wage pension",
  leaf: "capacity area",
  option: "capacity.unit capacity.flexible capacity.retired area.inner area.outer",
  step: "age ageAsRead rate hasAccount flexibleKnown higherPension ownPension creditExact credit fixedCredit beforeExact before increase historicOuterAsCity",
  value: "historicOuterAsCity.local historicOuterAsCity.asCity",
  condition: "pooled(historic-pooling.month.lowest) flexibleKnown hasAccount(account-credit-way.way)",
  remedy: "askDistrict askOffice afterRetirement",
  amount: "credit before increase",
  notice: "standing current since2023 atLeast",
  headline: "credit(period,credit) more(period,credit,before,increase) none unknown figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
  figure: "accountCreditTo45 accountCreditOver45 accountCreditPensionInner accountCreditPensionOuter averagePension accountCreditInService accountCreditRetired",
  table: "accountCreditWay.in.capacity.unit accountCreditWay.in.capacity.flexible accountCreditWay.in.capacity.retired accountCreditWay.out.way accountCreditWay.is.way.wage accountCreditWay.is.way.pension accountCreditWay.is.way.base accountCreditWay.is.way.fixed accountCreditWay.is.way.none accountCreditAge.out.class accountCreditAge.is.class.to45 accountCreditAge.is.class.over45 historicPooling.in.area.inner historicPooling.in.area.outer historicPooling.out.pooled historicPooling.is.pooled.local historicPooling.is.pooled.city",
  reading: "historicOuterCredit.is.asCity historicOuterCredit.is.notKnown historicFlexibleCredit.is.asEmployee historicFlexibleCredit.is.notKnown historicAgeDay.is.firstDay historicAgeDay.is.lastDay historicAveragePension.is.ownPension historicAveragePension.is.stop",
  conflict: "historicAccountCredit historicCreditExample historicUnitDebt",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "areaMatters" | "ageMatters" | "wageMatters" | "pensionMatters">("dalian.historic-account-credit", FACTS, NEEDS);
