/** 个人账户每月划入（各时期）. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly rate: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly hasAccount: ToldStep<readonly [Node, ...Node[]]>;
    readonly flexibleKnown: ToldStep<readonly [Node, ...Node[]]>;
    readonly higherPension: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly ownPension: ToldStep<readonly [Node, ...Node[]]>;
    readonly creditExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly credit: ToldStep<readonly [Node, ...Node[]]>;
    readonly fixedCredit: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly beforeExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly before: ToldStep<readonly [Node, ...Node[]]>;
    readonly increase: ToldStep<readonly [Node, Node, ...Node[]]>;
  };
  readonly condition: {
    readonly pooled: ConditionDefinition;
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

export type Words = OwnWords;

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
  step: "age ageAsRead rate hasAccount flexibleKnown higherPension ownPension creditExact credit fixedCredit beforeExact before increase",
  condition: "pooled flexibleKnown hasAccount(account-credit-way.way)",
  remedy: "askDistrict askOffice afterRetirement",
  amount: "credit before increase",
  notice: "standing current since2023 atLeast",
  headline: "credit(period,credit) more(period,credit,before,increase) none unknown figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "areaMatters" | "ageMatters" | "wageMatters" | "pensionMatters">("dalian.historic-account-credit", FACTS, NEEDS);
