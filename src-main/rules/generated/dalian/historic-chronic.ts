/** 旧规定：门诊慢性病补助. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly statedShare: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly communityShare: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidyExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly subsidy: ToldStep<readonly [Node, ...Node[]]>;
    readonly withinLimit: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly own: ToldStep<readonly [Node, Node, ...Node[]]>;
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
    readonly limitRaised: NoticeFound;
    readonly cashFirst: NoticeFound;
    readonly atOnce: NoticeFound;
  };
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

export type Words = OwnWords;

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
  step: "known exampleUsed statedShare communityShare subsidyExact subsidy withinLimit own",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) known(chronic-subsidy.share)",
  remedy: "current askDistrict",
  amount: "subsidy own",
  notice: "standing current noLimit limitRaised cashFirst atOnce",
  headline: "subsidy(period,subsidy,own) unknown outside(period) figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.historic-chronic", FACTS, NEEDS);
