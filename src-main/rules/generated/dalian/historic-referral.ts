/** 旧规定：转诊到外地住院. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { ConditionDefinition, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly cannotTreatHere: number;
  readonly seenAtTopLevel: number;
  readonly hospital: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly cannotTreatHere: NodeDefinition;
    readonly seenAtTopLevel: NodeDefinition;
    readonly hospital: NodeDefinition;
  };
  readonly leaf: {
    readonly cannotTreatHere: readonly Node[];
    readonly seenAtTopLevel: readonly Node[];
    readonly hospital: readonly Node[];
  };
  readonly option: {
    readonly hospital: {
      readonly topGeneral: number;
      readonly other: number;
    };
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly cannotTreatHere: ConditionDefinition;
    readonly seenAtTopLevel: ConditionDefinition;
    readonly hospital: ConditionDefinition;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly treatHere: RemedyDefinition;
    readonly seeTopLevel: RemedyDefinition;
    readonly chooseHospital: RemedyDefinition;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly section: {
    readonly online: SectionFound;
    readonly before: SectionFound;
  };
  readonly headline: {
    readonly online: Template;
    readonly refused: Template;
    readonly notYet: Template;
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
  };
  readonly checklist: ChecklistWord<"period">;
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  cannotTreatHere: "flag",
  seenAtTopLevel: "flag",
  hospital: "choice",
} as const;
const NEEDS = {
  fact: "period cannotTreatHere seenAtTopLevel hospital",
  leaf: "cannotTreatHere seenAtTopLevel hospital",
  option: "hospital.topGeneral hospital.other",
  step: "historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) cannotTreatHere seenAtTopLevel hospital",
  remedy: "current treatHere seeTopLevel chooseHospital",
  notice: "standing current",
  section: "online before",
  headline: "online refused notYet outside(period)",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
  table: "historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicUndated.is.nextRecord historicUndated.is.reportYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "within">("dalian.historic-referral", FACTS, NEEDS);
