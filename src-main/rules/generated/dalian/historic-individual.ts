/** 旧规定：个体劳动者缴费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly paidInTime: ToldStep<readonly [Node, ...Node[]]>;
    readonly paidInTimeAsRead: ToldStep<readonly [Node, ...Node[]]>;
    readonly counterOpen: ToldStep<readonly [Node, ...Node[]]>;
    readonly nextMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly base: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly baseOnRelief: ToldStep<readonly [Node, ...Node[]]>;
    readonly contributionExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly reckoned: ToldStep<readonly [Node, ...Node[]]>;
    readonly reckonedAsRead: ToldStep<readonly [Node, ...Node[]]>;
    readonly contribution: ToldStep<readonly [Node, Node, ...Node[]]>;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly pooled: ConditionDefinition;
    readonly inTime: Says<ConditionDefinition, "day">;
    readonly counterOpen: Says<ConditionDefinition, "day">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly askDistrict: RemedyDefinition;
    readonly unlockArrears: RemedyDefinition;
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
  readonly section: {
    readonly pay: SectionFound;
    readonly places: SectionFound;
    readonly hospital: SectionFound;
  };
  readonly headline: {
    readonly pay: Says<Template, "period" | "contribution">;
    readonly late: Says<Template, "period" | "contribution">;
    readonly unlock: Says<Template, "period" | "contribution">;
    readonly closed: Says<Template, "nextMonth">;
    readonly outside: Says<Template, "period">;
    readonly unknownArea: Template;
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

export type Words = OwnWords;

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
  step: "paidInTime paidInTimeAsRead counterOpen nextMonth base baseOnRelief contributionExact reckoned reckonedAsRead contribution",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) pooled inTime(day) counterOpen(day)",
  remedy: "current askDistrict unlockArrears nextMonth(nextMonth)",
  amount: "contribution",
  material: "unemploymentCertificate identityCard householdRegister",
  notice: "leastPublished(individual-least) standing current",
  section: "pay places hospital",
  headline: "pay(period,contribution) late(period,contribution) unlock(period,contribution) closed(nextMonth) outside(period) unknownArea figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture dayTooLate",
  next: "now",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "areaMatters">("dalian.historic-individual", FACTS, NEEDS);
