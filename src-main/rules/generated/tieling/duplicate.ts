/** 重复参保清理. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

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
    readonly principle: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly principleResidence: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly principleScheme: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly principleRead: ToldStep;
    readonly keep: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly suspend: ToldStep<readonly [Node, ...Node[]]>;
    readonly endsHere: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
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
  condition: "byWorkPlace(workPlace) byResidence(residencePlace,latestPayment) bySchool(schoolPlace) byRecognition(recognitionPlace) byEmployee(employeeTime) byLongPartTime(employeeTime) byTreatment(treatmentPlace) notSaid(employeeTime) applied",
  remedy: "apply",
  material: "application identityCard otherRecord labourContract residenceProof schoolProof recognitionProof employeeRecord",
  notice: "paySuspended payResumed subsidyNotCounted subsidyStays subsidyNotSaid refund",
  section: "crossArea",
  headline: "byRule(keep,suspend) byApplication(keep,suspend) applicationFirst(principle) noDuplicate",
  place: "agency",
  timeLimit: "soon",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "bothEmployee" | "bothResident" | "cross" | "asksTreatment" | "isDuplicate" | "chooses">("tieling.duplicate", FACTS, NEEDS);
