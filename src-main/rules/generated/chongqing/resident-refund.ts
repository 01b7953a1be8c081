/** 居民医保退费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { ConditionDefinition, NoticeFound, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";

export interface Facts {
  readonly reason: number;
  readonly treatmentFrom: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly reason: NodeDefinition;
    readonly treatmentFrom: NodeDefinition;
  };
  readonly leaf: {
    readonly reason: readonly Node[];
  };
  readonly option: {
    readonly reason: {
      readonly duplicate: number;
      readonly employee: number;
      readonly elsewhere: number;
      readonly died: number;
      readonly other: number;
      readonly mistake: number;
      readonly afterClosing: number;
    };
  };
  readonly step: {
    readonly processingDay: NodeDefinition;
    readonly notStarted: DerivedStep;
  };
  readonly condition: {
    readonly notStarted: Says<ConditionDefinition, "treatmentFrom" | "processingDay">;
  };
  readonly notice: {
    readonly taxDecides: NoticeFound;
    readonly suspendFirst: NoticeFound;
    readonly closingReport: NoticeFound;
  };
  readonly section: {
    readonly bring: SectionFound;
    readonly bringAfterDeath: SectionFound;
  };
  readonly headline: {
    readonly afterClosing: Template;
    readonly guidance: Template;
    readonly refused: Template;
  };
  readonly place: {
    readonly tax: Template;
  };
  readonly timeLimit: {
    readonly before: Says<Template, "treatmentFrom">;
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
  };
  readonly checklist: ChecklistWord<"treatmentFrom">;
}

export type Words = OwnWords;

const FACTS = {
  reason: "choice",
  treatmentFrom: "date?",
} as const;
const NEEDS = {
  fact: "reason treatmentFrom",
  leaf: "reason",
  option: "reason.duplicate reason.employee reason.elsewhere reason.died reason.other reason.mistake reason.afterClosing",
  step: "processingDay notStarted",
  condition: "notStarted(treatmentFrom,processingDay)",
  notice: "taxDecides suspendFirst closingReport",
  section: "bring bringAfterDeath",
  headline: "afterClosing guidance refused",
  place: "tax",
  timeLimit: "before(treatmentFrom) none notNamed",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "started">("chongqing.resident-refund", FACTS, NEEDS);
