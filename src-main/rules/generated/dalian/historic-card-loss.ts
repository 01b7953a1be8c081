/** 旧规定：医保卡丢失补办. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly insuredInCity: number;
  readonly paper: number;
  readonly appliedOn: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly insuredInCity: NodeDefinition;
    readonly paper: NodeDefinition;
    readonly appliedOn: NodeDefinition;
  };
  readonly leaf: {
    readonly insuredInCity: readonly Node[];
    readonly paper: readonly Node[];
  };
  readonly option: {
    readonly paper: {
      readonly identityCard: number;
      readonly temporary: number;
      readonly none: number;
    };
  };
  readonly step: {
    readonly newCard: DerivedStep;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly insuredInCity: ConditionDefinition;
    readonly paper: ConditionDefinition;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly ownDistrict: RemedyDefinition;
    readonly temporaryCard: RemedyDefinition;
  };
  readonly date: {
    readonly newCard: DateDefinition;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly temporaryIdentityCard: Material;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
  };
  readonly table: Pick<City.Tables, "newCard">;
  readonly section: {
    readonly places: SectionFound;
  };
  readonly headline: {
    readonly week: Says<Template, "new-card.days">;
    readonly onDay: Says<Template, "newCard">;
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
    readonly otherMonth: string;
  };
  readonly next: {
    readonly now: NextFound;
  };
  readonly checklist: ChecklistWord<"newCard" | "new-card.days" | "period">;
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  insuredInCity: "flag",
  paper: "choice",
  appliedOn: "date?",
} as const;
const NEEDS = {
  fact: "period insuredInCity paper appliedOn",
  leaf: "insuredInCity paper",
  option: "paper.identityCard paper.temporary paper.none",
  step: "newCard historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) insuredInCity paper",
  remedy: "current ownDistrict temporaryCard",
  date: "newCard",
  material: "identityCard temporaryIdentityCard",
  notice: "standing current",
  section: "places",
  headline: "week(new-card.days) onDay(newCard) refused notYet outside(period)",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture otherMonth",
  next: "now",
  table: "newCard.out.days historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicUndated.is.nextRecord historicUndated.is.reportYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "within" | "dated">("dalian.historic-card-loss", FACTS, NEEDS);
