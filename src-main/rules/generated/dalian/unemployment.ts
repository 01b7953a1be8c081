/** 领取失业金期间的医保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { DateDefinition, NextFound, NoticeFound, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly benefitFrom: number;
  readonly benefitTo: number;
  readonly resumedMonth: number | undefined;
  readonly resumedAs: number | undefined;
  readonly residentMonths: MonthsValue | undefined;
  readonly elsewhereMonths: MonthsValue | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly benefitFrom: NodeDefinition;
    readonly benefitTo: NodeDefinition;
    readonly resumedMonth: NodeDefinition;
    readonly resumedAs: NodeDefinition;
    readonly residentMonths: NodeDefinition;
    readonly elsewhereMonths: NodeDefinition;
  };
  readonly leaf: {
    readonly resumedAs: readonly Node[];
  };
  readonly option: {
    readonly resumedAs: {
      readonly flexible: number;
      readonly unit: number;
    };
  };
  readonly step: {
    readonly enrolFrom: DerivedStep;
    readonly enrolBy: DerivedStep;
    readonly stopsFrom: DerivedStep;
    readonly stopsAtOnce: DerivedStep;
    readonly mendBy: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly payingMonth: NodeDefinition;
    readonly benefitMonths: DerivedStep;
    readonly thisMonth: NodeDefinition;
    readonly coveredAgain: DerivedStep;
  };
  readonly date: {
    readonly enrolFrom: DateDefinition;
    readonly enrolBy: DateDefinition;
    readonly stopsFrom: DateDefinition;
    readonly mendBy: DateDefinition;
    readonly coveredAgain: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly grace: string;
    readonly notCovered: string;
    readonly resumedWaiting: string;
    readonly madeGood: string;
    readonly covered: string;
  };
  readonly notice: {
    readonly unitGapSilent: NoticeFound;
    readonly neverAgain: NoticeFound;
  };
  readonly table: Pick<City.Tables, "flexiblePremiumParts" | "flexibleAccount">;
  readonly reading: Pick<City.Readings, "unemploymentCoverEnd">;
  readonly section: {
    readonly whileDrawing: Says<SectionFound, "benefitMonths">;
    readonly afterwards: Says<SectionFound, "enrolFrom" | "noAccountFrom" | "enrolBy" | "stopsFrom" | "longest">;
  };
  readonly headline: {
    readonly drawing: Says<Template, "enrolFrom">;
    readonly enrolNow: Says<Template, "enrolBy">;
    readonly mend: Says<Template, "gapMonths">;
    readonly tooLongOpen: Says<Template, "gapMonths">;
    readonly goesOn: Template;
    readonly mendNow: Says<Template, "gapMonths">;
    readonly unitGap: Says<Template, "gapMonths">;
    readonly tooLate: Says<Template, "gapMonths">;
    readonly tooLong: Says<Template, "gapMonths">;
  };
  readonly place: {
    readonly none: Template;
    readonly ownDistrict: Template;
  };
  readonly timeLimit: {
    readonly enrolBy: Says<Template, "enrolBy">;
    readonly mendBy: Says<Template, "mendBy">;
    readonly thisMonth: Template;
    readonly soon: Says<Template, "enrolFrom">;
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
    readonly endsBeforeStart: string;
    readonly resumedInFuture: string;
    readonly resumedWhileDrawing: string;
  };
  readonly next: {
    readonly enrol: Says<NextFound, "enrolFrom">;
    readonly mend: Says<NextFound, "gapMonths">;
  };
  readonly checklist: ChecklistWord<"enrolFrom" | "gapMonths" | "enrolBy" | "mendBy" | "benefitMonths" | "noAccountFrom" | "stopsFrom" | "longest">;
}

export type Words = OwnWords & City.Gap;

const FACTS = {
  benefitFrom: "month",
  benefitTo: "month",
  resumedMonth: "month?",
  resumedAs: "choice?",
  residentMonths: "months?",
  elsewhereMonths: "months?",
} as const;
const NEEDS = {
  fact: "benefitFrom benefitTo resumedMonth resumedAs residentMonths elsewhereMonths",
  leaf: "resumedAs",
  option: "resumedAs.flexible resumedAs.unit",
  step: "enrolFrom enrolBy stopsFrom stopsAtOnce mendBy payingMonth benefitMonths thisMonth coveredAgain gapMonths gapUnpaid filledMonths",
  date: "enrolFrom enrolBy stopsFrom mendBy coveredAgain",
  coverage: "paid grace notCovered resumedWaiting madeGood covered",
  notice: "unitGapSilent neverAgain",
  section: "whileDrawing(benefitMonths) afterwards(enrolFrom,noAccountFrom,enrolBy,stopsFrom,longest)",
  headline: "drawing(enrolFrom) enrolNow(enrolBy) mend(gapMonths) tooLongOpen(gapMonths) goesOn mendNow(gapMonths) unitGap(gapMonths) tooLate(gapMonths) tooLong(gapMonths)",
  place: "none ownDistrict",
  timeLimit: "enrolBy(enrolBy) mendBy(mendBy) thisMonth soon(enrolFrom) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps endsBeforeStart resumedInFuture resumedWhileDrawing",
  next: "enrol(enrolFrom) mend(gapMonths)",
  table: "flexiblePremiumParts.out.largeSumRate flexiblePremiumParts.out.largeSumFixed flexibleAccount.out.account gap.out.answer gap.is.answer.noGap gap.is.answer.allowed gap.is.answer.tooLate gap.is.answer.tooLong",
  reading: "unemploymentCoverEnd.is.monthAfterGap unemploymentCoverEnd.is.withBenefit residentFillsGap.is.doesNotFill residentFillsGap.is.fills elsewhereStopsGap.is.goesOn elsewhereStopsGap.is.stops",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "ended" | "largeSum" | "resumed" | "noGap" | "mendable" | "byUnit" | "tooLate" | "tooLong">("dalian.unemployment", FACTS, NEEDS);
