/** 断缴补缴核定. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

export interface Facts {
  readonly paid: MonthsValue;
  readonly resumedMonth: number | undefined;
  readonly currentPaid: number;
  readonly residentMonths: MonthsValue | undefined;
  readonly elsewhereMonths: MonthsValue | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly paid: NodeDefinition;
    readonly resumedMonth: NodeDefinition;
    readonly currentPaid: NodeDefinition;
    readonly residentMonths: NodeDefinition;
    readonly elsewhereMonths: NodeDefinition;
  };
  readonly leaf: {
    readonly currentPaid: readonly Node[];
  };
  readonly step: {
    readonly resumed: NodeDefinition;
    readonly lastPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly thisMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly lastDay: ToldStep<readonly [Node, ...Node[]]>;
    readonly benefitsFrom: ToldStep<readonly [Node, ...Node[]]>;
    readonly continuousFrom: ToldStep<readonly [Node, ...Node[]]>;
    readonly stoppedFrom: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly condition: {
    readonly atMostThree: ConditionDefinition;
    readonly sameMonth: Says<ConditionDefinition, "resumed">;
    readonly currentFirst: ConditionDefinition;
  };
  readonly remedy: {
    readonly payCurrent: Says<RemedyDefinition, "lastDay">;
  };
  readonly amount: {
    readonly backPayment: AmountDefinition;
    readonly gapMonth: AmountDefinition;
  };
  readonly date: {
    readonly lastDay: DateDefinition;
    readonly stoppedFrom: DateDefinition;
    readonly benefitsFrom: DateDefinition;
    readonly continuousFrom: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly grace: string;
    readonly notCovered: string;
    readonly resumedWaiting: string;
    readonly madeGood: string;
    readonly covered: string;
  };
  readonly material: {
    readonly identityCard: Material;
  };
  readonly notice: {
    readonly never: NoticeFound;
    readonly stopsNextMonth: NoticeFound;
  };
  readonly headline: {
    readonly noGap: Template;
    readonly allowed: Says<Template, "gapMonths" | "backPayment" | "lastDay">;
    readonly payCurrentFirst: Says<Template, "gapMonths">;
    readonly tooLate: Says<Template, "gapMonths">;
    readonly tooLong: Says<Template, "gapMonths">;
    readonly figureMissing: Template;
    readonly backPay: Template;
    readonly leave: Template;
    readonly backPayText: Template;
    readonly leaveText: Says<Template, "benefitsFrom">;
  };
  readonly place: {
    readonly district: Template;
  };
  readonly timeLimit: {
    readonly thisMonth: Says<Template, "lastDay">;
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
    readonly paidAfterResumed: string;
    readonly resumedUnpaid: string;
    readonly resumedInFuture: string;
    readonly nothingBefore: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  paid: "months",
  resumedMonth: "month?",
  currentPaid: "flag",
  residentMonths: "months?",
  elsewhereMonths: "months?",
} as const;
const NEEDS = {
  fact: "paid resumedMonth currentPaid residentMonths elsewhereMonths",
  leaf: "currentPaid",
  step: "resumed lastPaid thisMonth lastDay benefitsFrom continuousFrom stoppedFrom",
  condition: "atMostThree sameMonth(resumed) currentFirst",
  remedy: "payCurrent(lastDay)",
  amount: "backPayment gapMonth",
  date: "lastDay stoppedFrom benefitsFrom continuousFrom",
  coverage: "paid grace notCovered resumedWaiting madeGood covered",
  material: "identityCard",
  notice: "never stopsNextMonth",
  headline: "noGap allowed(gapMonths,backPayment,lastDay) payCurrentFirst(gapMonths) tooLate(gapMonths) tooLong(gapMonths) figureMissing backPay leave backPayText leaveText(benefitsFrom)",
  place: "district",
  timeLimit: "thisMonth(lastDay) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidAfterResumed resumedUnpaid resumedInFuture nothingBefore",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.back-payment", FACTS, NEEDS);
