/** 重复参保清理. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly hereScheme: number;
  readonly otherScheme: number;
  readonly otherArea: number;
  readonly workPlace: number | undefined;
  readonly student: number | undefined;
  readonly residencePlace: number | undefined;
  readonly latestPayment: number | undefined;
  readonly monitored: number | undefined;
  readonly atRecognition: number | undefined;
  readonly schoolPlace: number | undefined;
  readonly recognitionPlace: number | undefined;
  readonly employeeMonths: number | undefined;
  readonly partTime: number | undefined;
  readonly treatmentPlace: number | undefined;
  readonly wishesOther: number | undefined;
  readonly applied: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly hereScheme: NodeDefinition;
    readonly otherScheme: NodeDefinition;
    readonly otherArea: NodeDefinition;
    readonly workPlace: NodeDefinition;
    readonly student: NodeDefinition;
    readonly residencePlace: NodeDefinition;
    readonly latestPayment: NodeDefinition;
    readonly monitored: NodeDefinition;
    readonly atRecognition: NodeDefinition;
    readonly schoolPlace: NodeDefinition;
    readonly recognitionPlace: NodeDefinition;
    readonly employeeMonths: NodeDefinition;
    readonly partTime: NodeDefinition;
    readonly treatmentPlace: NodeDefinition;
    readonly wishesOther: NodeDefinition;
    readonly applied: NodeDefinition;
  };
  readonly leaf: {
    readonly hereScheme: readonly Node[];
    readonly otherScheme: readonly Node[];
    readonly otherArea: readonly Node[];
    readonly workPlace: readonly Node[];
    readonly student: readonly Node[];
    readonly residencePlace: readonly Node[];
    readonly latestPayment: readonly Node[];
    readonly monitored: readonly Node[];
    readonly atRecognition: readonly Node[];
    readonly schoolPlace: readonly Node[];
    readonly recognitionPlace: readonly Node[];
    readonly partTime: readonly Node[];
    readonly treatmentPlace: readonly Node[];
    readonly wishesOther: readonly Node[];
    readonly applied: readonly Node[];
  };
  readonly option: {
    readonly hereScheme: {
      readonly employee: number;
      readonly resident: number;
    };
    readonly otherScheme: {
      readonly employee: number;
      readonly resident: number;
    };
    readonly otherArea: {
      readonly same: number;
      readonly elsewhere: number;
    };
    readonly workPlace: {
      readonly here: number;
      readonly other: number;
    };
    readonly student: {
      readonly none: number;
      readonly school: number;
      readonly entryYear: number;
    };
    readonly residencePlace: {
      readonly here: number;
      readonly other: number;
    };
    readonly latestPayment: {
      readonly here: number;
      readonly other: number;
    };
    readonly schoolPlace: {
      readonly here: number;
      readonly other: number;
    };
    readonly recognitionPlace: {
      readonly here: number;
      readonly other: number;
    };
    readonly treatmentPlace: {
      readonly here: number;
      readonly other: number;
    };
  };
  readonly step: {
    readonly kind: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly chosen: ToldStep;
    readonly employeeTime: NodeDefinition;
    readonly principle: DerivedStep;
    readonly principleResidence: DerivedStep;
    readonly principleScheme: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly principleRead: ToldStep;
    readonly keep: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly suspend: ToldStep<readonly [Node, ...Node[]]>;
    readonly endsHere: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
  };
  readonly value: {
    readonly kind: {
      readonly employee: number;
      readonly resident: number;
      readonly cross: number;
    };
    readonly principle: {
      readonly here: number;
      readonly other: number;
    };
    readonly principleResidence: {
      readonly here: number;
      readonly other: number;
    };
    readonly principleScheme: {
      readonly here: number;
      readonly other: number;
    };
    readonly principleRead: {
      readonly here: number;
      readonly other: number;
    };
    readonly keep: {
      readonly here: number;
      readonly other: number;
    };
    readonly suspend: {
      readonly here: number;
      readonly other: number;
    };
  };
  readonly condition: {
    readonly byWorkPlace: Says<ConditionDefinition, "workPlace">;
    readonly byResidence: Says<ConditionDefinition, "residencePlace" | "latestPayment">;
    readonly bySchool: Says<ConditionDefinition, "schoolPlace">;
    readonly byRecognition: Says<ConditionDefinition, "recognitionPlace">;
    readonly byEmployee: Says<ConditionDefinition, "employeeTime">;
    readonly byLongPartTime: Says<ConditionDefinition, "employeeTime">;
    readonly byTreatment: Says<ConditionDefinition, "treatmentPlace">;
    readonly notSaid: Says<ConditionDefinition, "employeeTime">;
    readonly applied: ConditionDefinition;
  };
  readonly remedy: {
    readonly apply: RemedyDefinition;
  };
  readonly material: {
    readonly application: Material;
    readonly identityCard: Material;
    readonly otherRecord: Material;
    readonly labourContract: Material;
    readonly residenceProof: Material;
    readonly schoolProof: Material;
    readonly recognitionProof: Material;
    readonly employeeRecord: Material;
  };
  readonly notice: {
    readonly paySuspended: NoticeFound;
    readonly payResumed: NoticeFound;
    readonly subsidyNotCounted: NoticeFound;
    readonly subsidyStays: NoticeFound;
    readonly subsidyNotSaid: NoticeFound;
    readonly refund: NoticeFound;
  };
  readonly table: Pick<City.Tables, "duplicate" | "duplicateSubsidy">;
  readonly reading: Pick<City.Readings, "residentDuplicate" | "partTimeDuplicate" | "shortDuplicate" | "materials">;
  readonly section: {
    readonly crossArea: SectionFound;
  };
  readonly headline: {
    readonly byRule: Says<Template, "keep" | "suspend">;
    readonly byApplication: Says<Template, "keep" | "suspend">;
    readonly applicationFirst: Says<Template, "principle">;
    readonly noDuplicate: Template;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly soon: Template;
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
}

export type Words = OwnWords;

const FACTS = {
  hereScheme: "choice",
  otherScheme: "choice",
  otherArea: "choice",
  workPlace: "choice?",
  student: "choice?",
  residencePlace: "choice?",
  latestPayment: "choice?",
  monitored: "flag?",
  atRecognition: "flag?",
  schoolPlace: "choice?",
  recognitionPlace: "choice?",
  employeeMonths: "count?",
  partTime: "flag?",
  treatmentPlace: "choice?",
  wishesOther: "flag?",
  applied: "flag?",
} as const;
const NEEDS = {
  fact: "hereScheme otherScheme otherArea workPlace student residencePlace latestPayment monitored atRecognition schoolPlace recognitionPlace employeeMonths partTime treatmentPlace wishesOther applied",
  leaf: "hereScheme otherScheme otherArea workPlace student residencePlace latestPayment monitored atRecognition schoolPlace recognitionPlace partTime treatmentPlace wishesOther applied",
  option: "hereScheme.employee hereScheme.resident otherScheme.employee otherScheme.resident otherArea.same otherArea.elsewhere workPlace.here workPlace.other student.none student.school student.entryYear residencePlace.here residencePlace.other latestPayment.here latestPayment.other schoolPlace.here schoolPlace.other recognitionPlace.here recognitionPlace.other treatmentPlace.here treatmentPlace.other",
  step: "kind chosen employeeTime principle principleResidence principleScheme principleRead keep suspend endsHere",
  value: "kind.employee kind.resident kind.cross principle.here principle.other principleResidence.here principleResidence.other principleScheme.here principleScheme.other principleRead.here principleRead.other keep.here keep.other suspend.here suspend.other",
  condition: "byWorkPlace(workPlace) byResidence(residencePlace,latestPayment) bySchool(schoolPlace) byRecognition(recognitionPlace) byEmployee(employeeTime) byLongPartTime(employeeTime) byTreatment(treatmentPlace) notSaid(employeeTime) applied",
  remedy: "apply",
  material: "application identityCard otherRecord labourContract residenceProof schoolProof recognitionProof employeeRecord",
  notice: "paySuspended payResumed subsidyNotCounted subsidyStays subsidyNotSaid refund",
  section: "crossArea",
  headline: "byRule(keep,suspend) byApplication(keep,suspend) applicationFirst(principle) noDuplicate",
  place: "agency",
  timeLimit: "soon",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps",
  table: "duplicate.in.kind.employee duplicate.in.kind.resident duplicate.in.kind.cross duplicate.in.student.none duplicate.in.student.school duplicate.in.student.entryYear duplicate.out.answer duplicate.is.answer.workPlace duplicate.is.answer.residence duplicate.is.answer.school duplicate.is.answer.recognitionPlace duplicate.is.answer.noDuplicate duplicate.is.answer.employee duplicate.is.answer.longPartTime duplicate.is.answer.treatment duplicate.is.answer.notSaid duplicateSubsidy.in.kind.employee duplicateSubsidy.in.kind.resident duplicateSubsidy.in.kind.cross duplicateSubsidy.out.answer duplicateSubsidy.is.answer.notConcerned duplicateSubsidy.is.answer.notCounted duplicateSubsidy.is.answer.notSaid",
  reading: "residentDuplicate.is.residence residentDuplicate.is.latestPayment partTimeDuplicate.is.oneYear partTimeDuplicate.is.partTime shortDuplicate.is.treatment shortDuplicate.is.employee shortDuplicate.is.resident materials.is.listed materials.is.none",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "bothEmployee" | "bothResident" | "cross" | "asksTreatment" | "isDuplicate" | "chooses">("tieling.duplicate", FACTS, NEEDS);
