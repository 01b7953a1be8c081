/** 旧规定：领取失业金期间的医保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly optsIn: number;
  readonly benefitFrom: number | undefined;
  readonly interrupted: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly optsIn: NodeDefinition;
    readonly benefitFrom: NodeDefinition;
    readonly interrupted: NodeDefinition;
  };
  readonly leaf: {
    readonly optsIn: readonly Node[];
    readonly interrupted: readonly Node[];
  };
  readonly step: {
    readonly firstMonth: DerivedStep;
    readonly goesOn: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly firstMonth: Says<ConditionDefinition, "benefitFrom" | "period">;
    readonly goesOn: Says<ConditionDefinition, "interrupted">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly tooLate: RemedyDefinition;
    readonly noReturn: RemedyDefinition;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly conflict: {
    readonly historicUnemployment: Conflict;
  };
  readonly section: {
    readonly joined: SectionFound;
    readonly notJoined: SectionFound;
  };
  readonly headline: {
    readonly joined: Says<Template, "period">;
    readonly notJoined: Template;
    readonly tooLate: Template;
    readonly interrupted: Template;
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
    readonly beforeBenefit: string;
  };
  readonly next: {
    readonly now: NextFound;
  };
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  optsIn: "flag",
  benefitFrom: "month?",
  interrupted: "flag?",
} as const;
const NEEDS = {
  fact: "period optsIn benefitFrom interrupted",
  leaf: "optsIn interrupted",
  step: "firstMonth goesOn historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) firstMonth(benefitFrom,period) goesOn(interrupted)",
  remedy: "current tooLate noReturn",
  notice: "standing current",
  section: "joined notJoined",
  headline: "joined(period) notJoined tooLate interrupted outside(period)",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture beforeBenefit",
  next: "now",
  table: "historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicUndated.is.nextRecord historicUndated.is.reportYear",
  conflict: "historicUnemployment",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("dalian.historic-unemployment", FACTS, NEEDS);
