/** 旧规定：市内与区市县之间转关系. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly movedFrom: number;
  readonly movedTo: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly movedFrom: NodeDefinition;
    readonly movedTo: NodeDefinition;
  };
  readonly leaf: {
    readonly movedFrom: readonly Node[];
    readonly movedTo: readonly Node[];
  };
  readonly option: {
    readonly movedFrom: {
      readonly city: number;
      readonly district: number;
      readonly zone: number;
      readonly elsewhere: number;
    };
    readonly movedTo: {
      readonly city: number;
      readonly district: number;
      readonly zone: number;
      readonly elsewhere: number;
    };
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly section: {
    readonly online: SectionFound;
    readonly closer: SectionFound;
    readonly onPaper: SectionFound;
  };
  readonly headline: {
    readonly online: Template;
    readonly onPaper: Template;
    readonly transfer: Template;
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
  readonly next: {
    readonly now: NextFound;
    readonly in: NextFound;
    readonly out: NextFound;
  };
  readonly checklist: ChecklistWord<"period">;
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  movedFrom: "choice",
  movedTo: "choice",
} as const;
const NEEDS = {
  fact: "period movedFrom movedTo",
  leaf: "movedFrom movedTo",
  option: "movedFrom.city movedFrom.district movedFrom.zone movedFrom.elsewhere movedTo.city movedTo.district movedTo.zone movedTo.elsewhere",
  step: "historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period)",
  remedy: "current",
  notice: "standing current",
  section: "online closer onPaper",
  headline: "online onPaper transfer outside(period)",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture",
  next: "now in out",
  table: "historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicUndated.is.nextRecord historicUndated.is.reportYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "within">("dalian.historic-online-move", FACTS, NEEDS);
