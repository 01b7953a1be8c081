/** 居民医保参保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly household: number;
  readonly permit: number | undefined;
  readonly assisted: number;
  readonly recognizedOn: number | undefined;
  readonly paidOn: number | undefined;
  readonly insuredYear: number | undefined;
  readonly inAnnouncedPeriod: number | undefined;
  readonly fromEmployee: number | undefined;
  readonly lastPaid: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly insuredBefore: number | undefined;
  readonly lastYear: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly recognizedOn: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly fromEmployee: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly insuredBefore: NodeDefinition;
    readonly lastYear: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly assisted: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
    readonly fromEmployee: readonly Node[];
    readonly insuredBefore: readonly Node[];
  };
  readonly option: {
    readonly assisted: {
      readonly none: number;
      readonly subsistence: number;
      readonly destitute: number;
      readonly lifted: number;
      readonly marginal: number;
      readonly entitled: number;
      readonly disabled: number;
    };
    readonly insuredYear: {
      readonly nextYear: number;
      readonly thisYear: number;
    };
  };
  readonly step: {
    readonly repairPremium: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly yearPremium: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
  };
  readonly remedy: {
    readonly getPermit: RemedyDefinition;
  };
  readonly amount: {
    readonly yearPremium: AmountDefinition;
    readonly repairPremium: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentUntil: DateDefinition;
    readonly otherTreatmentFrom: DateDefinition;
    readonly earliestTreatmentFrom: DateDefinition;
    readonly latestTreatmentFrom: DateDefinition;
  };
  readonly coverage: {
    readonly waiting: string;
    readonly notBegun: string;
    readonly coveredYear: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly householdRegister: Material;
    readonly recognitionProof: Material;
    readonly employeeRecord: Material;
    readonly residencePermit: Material;
  };
  readonly notice: {
    readonly noBackPayment: NoticeFound;
    readonly canRepair: NoticeFound;
    readonly twoReadings: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly otherLost: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther">;
    readonly onlyOther: Says<NoticeFound, "residentWait" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly spanLost: Says<NoticeFound, "earliestTreatmentFrom">;
    readonly span: Says<NoticeFound, "earliestTreatmentFrom" | "latestTreatmentFrom">;
    readonly assistedPremium: NoticeFound;
    readonly payInPeriod: NoticeFound;
    readonly yearLost: Says<NoticeFound, "waitingLast" | "insuredYearNumber">;
    readonly latePeriod: NoticeFound;
    readonly sameYear: NoticeFound;
    readonly fromEmployee: NoticeFound;
  };
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waitsDays: Says<Template, "resident-treatment.days" | "treatmentFrom">;
    readonly waitsMonths: Says<Template, "residentWait" | "treatmentFrom">;
    readonly yearLost: Template;
    readonly yearLostMissing: Says<Template, "insuredYearNumber">;
    readonly figureMissing: Says<Template, "treatmentFrom" | "insuredYearNumber">;
    readonly noPaper: Template;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly any: Template;
    readonly assisted: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly recognizedInFuture: string;
    readonly recognizedAfterYear: string;
    readonly alreadyInsured: string;
    readonly repairedTooMany: string;
    readonly paidInFuture: string;
    readonly beforeRules: string;
  };
  readonly next: {
    readonly duplicate: NextFound;
  };
}

export type Words = OwnWords & City.Residence;

const FACTS = {
  household: "flag",
  permit: "flag?",
  assisted: "choice",
  recognizedOn: "date?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  fromEmployee: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "household permit assisted recognizedOn paidOn insuredYear inAnnouncedPeriod fromEmployee lastPaid continuousMonths insuredBefore lastYear repairedYears",
  leaf: "household permit assisted insuredYear inAnnouncedPeriod fromEmployee insuredBefore",
  option: "assisted.none assisted.subsistence assisted.destitute assisted.lifted assisted.marginal assisted.entitled assisted.disabled insuredYear.nextYear insuredYear.thisYear",
  step: "repairPremium yearPremium residence",
  value: "residence.none residence.permit residence.household",
  condition: "residence",
  remedy: "getPermit",
  amount: "yearPremium repairPremium",
  date: "treatmentFrom waitingLast treatmentUntil otherTreatmentFrom earliestTreatmentFrom latestTreatmentFrom",
  coverage: "waiting notBegun coveredYear",
  material: "identityCard householdRegister recognitionProof employeeRecord residencePermit",
  notice: "noBackPayment canRepair twoReadings(residentWait,treatmentFrom,residentWaitOther,otherTreatmentFrom) otherLost(residentWait,treatmentFrom,residentWaitOther) onlyOther(residentWait,residentWaitOther,otherTreatmentFrom) spanLost(earliestTreatmentFrom) span(earliestTreatmentFrom,latestTreatmentFrom) assistedPremium payInPeriod yearLost(waitingLast,insuredYearNumber) latePeriod sameYear fromEmployee",
  headline: "atOnce(treatmentFrom) waitsDays(resident-treatment.days,treatmentFrom) waitsMonths(residentWait,treatmentFrom) yearLost yearLostMissing(insuredYearNumber) figureMissing(treatmentFrom,insuredYearNumber) noPaper",
  place: "agency",
  timeLimit: "any assisted",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps recognizedInFuture recognizedAfterYear alreadyInsured repairedTooMany paidInFuture beforeRules",
  next: "duplicate",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "asksPeriod" | "byRecognition" | "national" | "missed">("tieling.resident-enrolment", FACTS, NEEDS);
