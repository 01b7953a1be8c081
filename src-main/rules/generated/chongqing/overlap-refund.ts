/** 重复缴费、死亡退费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly reason: number;
  readonly tier: number;
  readonly deathDate: number | undefined;
  readonly individualPaid: MonthsValue | undefined;
  readonly unitPaid: MonthsValue | undefined;
  readonly usedTreatment: number | undefined;
  readonly accountCredited: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly reason: NodeDefinition;
    readonly tier: NodeDefinition;
    readonly deathDate: NodeDefinition;
    readonly individualPaid: NodeDefinition;
    readonly unitPaid: NodeDefinition;
    readonly usedTreatment: NodeDefinition;
    readonly accountCredited: NodeDefinition;
  };
  readonly leaf: {
    readonly reason: readonly Node[];
    readonly tier: readonly Node[];
    readonly usedTreatment: readonly Node[];
  };
  readonly option: {
    readonly reason: {
      readonly overlap: number;
      readonly died: number;
    };
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
  };
  readonly step: {
    readonly overlapMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly processingDay: NodeDefinition;
    readonly overlapFirst: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly refundFrom: DerivedStep;
    readonly refundUntil: DerivedStep;
    readonly inTime: DerivedStep;
    readonly inTimeLate: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly overlapYes: DerivedStep;
    readonly refund: DerivedStep;
    readonly deathMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly diedInJanuary: ToldStep<readonly [Node, ...Node[]]>;
    readonly deathRefund: DerivedStep;
  };
  readonly condition: {
    readonly refundable: Says<ConditionDefinition, "deathDate">;
    readonly overlap: Says<ConditionDefinition, "overlapMonths">;
    readonly unused: ConditionDefinition;
    readonly inTime: Says<ConditionDefinition, "refundFrom" | "processingDay">;
    readonly left: Says<ConditionDefinition, "accountCredited" | "premium">;
  };
  readonly remedy: {
    readonly waitForYear: Says<RemedyDefinition, "refundFrom">;
  };
  readonly amount: {
    readonly refund: AmountDefinition;
    readonly overlapPremium: AmountDefinition;
    readonly credited: AmountDefinition;
    readonly deathRefund: AmountDefinition;
  };
  readonly date: {
    readonly refundFrom: DateDefinition;
    readonly refundUntil: DateDefinition;
  };
  readonly coverage: {
    readonly individual: string;
    readonly unit: string;
    readonly overlap: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly heirCard: Material;
    readonly deathCertificate: Material;
    readonly kinshipProof: Material;
  };
  readonly notice: {
    readonly old: NoticeFound;
    readonly creditedAfterDeath: NoticeFound;
    readonly severalYears: Says<NoticeFound, "overlapFirst" | "overlapMonths">;
    readonly careNotNamed: NoticeFound;
    readonly overCredited: NoticeFound;
  };
  readonly table: Pick<City.Tables, "deathRefund">;
  readonly reading: Pick<City.Readings, "refundLate" | "counterMaterials">;
  readonly headline: {
    readonly granted: Says<Template, "overlapMonths" | "refund">;
    readonly notYet: Says<Template, "refundFrom">;
    readonly noOverlap: Template;
    readonly used: Template;
    readonly late: Template;
    readonly nothingLeft: Template;
    readonly figureMissing: Template;
    readonly diedWhole: Says<Template, "deathRefund">;
    readonly diedAccount: Template;
    readonly diedNothing: Template;
    readonly diedFigureMissing: Template;
  };
  readonly place: {
    readonly current: Template;
    readonly paid: Template;
  };
  readonly timeLimit: {
    readonly nextYear: Says<Template, "refundFrom" | "refundUntil">;
    readonly fromNextYear: Says<Template, "refundFrom">;
    readonly none: Template;
    readonly notNamed: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly paidInFuture: string;
    readonly lastPaidTooLate: string;
    readonly diedInFuture: string;
  };
  readonly next: {
    readonly statement: NextFound;
  };
}

export type Words = OwnWords & City.Premium;

const FACTS = {
  reason: "choice",
  tier: "choice",
  deathDate: "date?",
  individualPaid: "months?",
  unitPaid: "months?",
  usedTreatment: "flag?",
  accountCredited: "money?",
} as const;
const NEEDS = {
  fact: "reason tier deathDate individualPaid unitPaid usedTreatment accountCredited",
  leaf: "reason tier usedTreatment",
  option: "reason.overlap reason.died tier.first tier.second",
  step: "overlapMonths processingDay overlapFirst refundFrom refundUntil inTime inTimeLate overlapYes refund deathMonth diedInJanuary deathRefund monthsLeft wholeYearMonths premiumYearExact premiumYear premiumMonth premium",
  condition: "refundable(deathDate) overlap(overlapMonths) unused inTime(refundFrom,processingDay) left(accountCredited,premium)",
  remedy: "waitForYear(refundFrom)",
  amount: "refund overlapPremium credited deathRefund",
  date: "refundFrom refundUntil",
  coverage: "individual unit overlap",
  material: "identityCard heirCard deathCertificate kinshipProof",
  notice: "old creditedAfterDeath severalYears(overlapFirst,overlapMonths) careNotNamed overCredited",
  headline: "granted(overlapMonths,refund) notYet(refundFrom) noOverlap used late nothingLeft figureMissing diedWhole(deathRefund) diedAccount diedNothing diedFigureMissing",
  place: "current paid",
  timeLimit: "nextYear(refundFrom,refundUntil) fromNextYear(refundFrom) none notNamed",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate diedInFuture",
  next: "statement",
  figure: "individualBase firstTierRate secondTierRate",
  table: "deathRefund.in.tier.first deathRefund.in.tier.second deathRefund.out.answer deathRefund.is.answer.whole deathRefund.is.answer.account deathRefund.is.answer.nothing",
  reading: "refundLate.is.nextYearOnly refundLate.is.laterToo counterMaterials.is.identityCard counterMaterials.is.none partYear.is.remaining partYear.is.wholeYear rounding.is.monthFirst rounding.is.totalOnce",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("chongqing.overlap-refund", FACTS, NEEDS);
