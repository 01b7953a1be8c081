/** 居民医保退费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly reason: number;
  readonly causeDate: number | undefined;
  readonly deathDate: number | undefined;
  readonly treatmentFrom: number;
  readonly ownPaid: number;
  readonly assisted: number;
  readonly endsHere: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly reason: NodeDefinition;
    readonly causeDate: NodeDefinition;
    readonly deathDate: NodeDefinition;
    readonly treatmentFrom: NodeDefinition;
    readonly ownPaid: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly endsHere: NodeDefinition;
  };
  readonly leaf: {
    readonly reason: readonly Node[];
    readonly assisted: readonly Node[];
    readonly endsHere: readonly Node[];
  };
  readonly option: {
    readonly reason: {
      readonly duplicate: number;
      readonly joinedEmployee: number;
      readonly otherArea: number;
      readonly died: number;
    };
  };
  readonly step: {
    readonly applicationDay: NodeDefinition;
    readonly countedDay: DerivedStep;
  };
  readonly condition: {
    readonly beforeStart: Says<ConditionDefinition, "treatmentFrom">;
    readonly diedBeforeStart: Says<ConditionDefinition, "treatmentFrom">;
    readonly endsHere: ConditionDefinition;
  };
  readonly remedy: {
    readonly inPrincipleNot: RemedyDefinition;
    readonly applyThere: RemedyDefinition;
  };
  readonly amount: {
    readonly refund: AmountDefinition;
    readonly refundHeirs: AmountDefinition;
  };
  readonly material: {
    readonly application: Material;
    readonly applicationDied: Material;
    readonly identityCard: Material;
    readonly deathCertificate: Material;
    readonly kinship: Material;
    readonly otherEnrolment: Material;
  };
  readonly notice: {
    readonly afterStart: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "residentRefundDay" | "refundMaterials">;
  readonly headline: {
    readonly granted: Says<Template, "ownPaid">;
    readonly started: Says<Template, "treatmentFrom">;
    readonly elsewhere: Template;
  };
  readonly place: {
    readonly agency: Template;
    readonly there: Template;
  };
  readonly timeLimit: {
    readonly beforeStart: Says<Template, "treatmentFrom">;
    readonly byCause: Says<Template, "treatmentFrom">;
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
    readonly causeInFuture: string;
    readonly diedInFuture: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  reason: "choice",
  causeDate: "date?",
  deathDate: "date?",
  treatmentFrom: "date",
  ownPaid: "money",
  assisted: "flag",
  endsHere: "flag?",
} as const;
const NEEDS = {
  fact: "reason causeDate deathDate treatmentFrom ownPaid assisted endsHere",
  leaf: "reason assisted endsHere",
  option: "reason.duplicate reason.joinedEmployee reason.otherArea reason.died",
  step: "applicationDay countedDay",
  condition: "beforeStart(treatmentFrom) diedBeforeStart(treatmentFrom) endsHere",
  remedy: "inPrincipleNot applyThere",
  amount: "refund refundHeirs",
  material: "application applicationDied identityCard deathCertificate kinship otherEnrolment",
  notice: "afterStart",
  headline: "granted(ownPaid) started(treatmentFrom) elsewhere",
  place: "agency there",
  timeLimit: "beforeStart(treatmentFrom) byCause(treatmentFrom) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps causeInFuture diedInFuture",
  reading: "residentRefundDay.is.cause residentRefundDay.is.application refundMaterials.is.listed refundMaterials.is.application",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("tieling.resident-refund", FACTS, NEEDS);
