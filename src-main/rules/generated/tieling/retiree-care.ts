/** 退休人员待遇与社会化移交. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord } from "../../engine/words.ts";

export interface Facts {
  readonly retired: number;
  readonly unitArrears: number | undefined;
  readonly staffLeft: number | undefined;
  readonly yearsMet: number | undefined;
  readonly fundMode: number | undefined;
  readonly basicPension: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly retired: NodeDefinition;
    readonly unitArrears: NodeDefinition;
    readonly staffLeft: NodeDefinition;
    readonly yearsMet: NodeDefinition;
    readonly fundMode: NodeDefinition;
    readonly basicPension: NodeDefinition;
  };
  readonly leaf: {
    readonly retired: readonly Node[];
    readonly unitArrears: readonly Node[];
    readonly staffLeft: readonly Node[];
    readonly yearsMet: readonly Node[];
    readonly fundMode: readonly Node[];
  };
  readonly option: {
    readonly fundMode: {
      readonly poolOnly: number;
      readonly combined: number;
    };
  };
  readonly step: {
    readonly creditExact: DerivedStep;
    readonly accountCredit: DerivedStep;
  };
  readonly condition: {
    readonly retired: ConditionDefinition;
    readonly yearsMet: ConditionDefinition;
  };
  readonly remedy: {
    readonly retireFirst: RemedyDefinition;
    readonly fillYears: RemedyDefinition;
  };
  readonly amount: {
    readonly accountCredit: AmountDefinition;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly unitClosed: Material;
    readonly yearsProof: Material;
    readonly pensionProof: Material;
  };
  readonly notice: {
    readonly unitDuty: NoticeFound;
  };
  readonly figure: {
    readonly retiredAccountShare: Figure;
  };
  readonly section: {
    readonly arrears: SectionFound;
    readonly poolOnly: SectionFound;
    readonly combined: SectionFound;
    readonly unitOver: SectionFound;
  };
  readonly headline: {
    readonly kept: Template;
    readonly handedOver: Template;
    readonly notRetired: Template;
    readonly yearsShort: Template;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly none: Template;
    readonly agency: Template;
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
  };
  readonly next: {
    readonly retire: NextFound;
    readonly fillYears: NextFound;
  };
  readonly checklist: ChecklistWord<never>;
}

export type Words = OwnWords;

const FACTS = {
  retired: "flag",
  unitArrears: "flag?",
  staffLeft: "flag?",
  yearsMet: "flag?",
  fundMode: "choice?",
  basicPension: "money?",
} as const;
const NEEDS = {
  fact: "retired unitArrears staffLeft yearsMet fundMode basicPension",
  leaf: "retired unitArrears staffLeft yearsMet fundMode",
  option: "fundMode.poolOnly fundMode.combined",
  step: "creditExact accountCredit",
  condition: "retired yearsMet",
  remedy: "retireFirst fillYears",
  amount: "accountCredit",
  material: "identityCard unitClosed yearsProof pensionProof",
  notice: "unitDuty",
  section: "arrears poolOnly combined unitOver",
  headline: "kept handedOver notRetired yearsShort figureMissing",
  place: "none agency",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps",
  next: "retire fillYears",
  figure: "retiredAccountShare",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "handedOver">("tieling.retiree-care", FACTS, NEEDS);
