/** 居民医保参保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

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
    readonly repairPremium: DerivedStep;
    readonly yearPremium: DerivedStep;
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
  readonly figure: {
    readonly residentPremium: Figure;
  };
  readonly reading: Pick<City.Readings, "materials">;
  readonly conflict: {
    readonly residentWaiting: Conflict;
  };
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waitsDays: Says<Template, "days" | "treatmentFrom">;
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

export type Words = OwnWords & City.Residence & City.Resident & National.ResidentWaiting & National.ResidentYear;

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
  step: "repairPremium yearPremium residence residentDay residentAtOnce residentAfterWaiting residentWaitingLast isNextYear isNextYearByDay insuredYearNumber yearStart yearEnd inPeriodByQuarter inPeriodAnnounced ruleByYear exempt neverMissed lastInsuredYear lastInsuredYearRead repaired waitingStart lateStart notBeforeYear otherTreatmentFrom changeContinuous changeGap changeFrom missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed missedCountedOther variableWaitOther residentWaitOther residentWaitLeast residentWaitMost earliestTreatmentFrom latestTreatmentFrom firstYearAs earlierYearsAs partYearAs waitingStartAs firstDayAs",
  value: "residence.none residence.permit residence.household changeFrom.none changeFrom.twoYears changeFrom.twoYearsGap changeFrom.short",
  condition: "residence",
  remedy: "getPermit",
  amount: "yearPremium repairPremium",
  date: "treatmentFrom waitingLast treatmentUntil otherTreatmentFrom earliestTreatmentFrom latestTreatmentFrom",
  coverage: "waiting notBegun coveredYear",
  material: "identityCard householdRegister recognitionProof employeeRecord residencePermit",
  notice: "noBackPayment canRepair twoReadings(residentWait,treatmentFrom,residentWaitOther,otherTreatmentFrom) otherLost(residentWait,treatmentFrom,residentWaitOther) onlyOther(residentWait,residentWaitOther,otherTreatmentFrom) spanLost(earliestTreatmentFrom) span(earliestTreatmentFrom,latestTreatmentFrom) assistedPremium payInPeriod yearLost(waitingLast,insuredYearNumber) latePeriod sameYear fromEmployee",
  headline: "atOnce(treatmentFrom) waitsDays(days,treatmentFrom) waitsMonths(residentWait,treatmentFrom) yearLost yearLostMissing(insuredYearNumber) figureMissing(treatmentFrom,insuredYearNumber) noPaper",
  place: "agency",
  timeLimit: "any assisted",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps recognizedInFuture recognizedAfterYear alreadyInsured repairedTooMany paidInFuture beforeRules",
  next: "duplicate",
  figure: "residentPremium",
  table: "residentTreatment.in.assisted.none residentTreatment.in.assisted.subsistence residentTreatment.in.assisted.destitute residentTreatment.in.assisted.lifted residentTreatment.in.assisted.marginal residentTreatment.in.assisted.entitled residentTreatment.in.assisted.disabled residentTreatment.in.change.none residentTreatment.in.change.twoYears residentTreatment.in.change.twoYearsGap residentTreatment.in.change.short residentTreatment.out.answer residentTreatment.out.days residentTreatment.is.answer.inPeriod residentTreatment.is.answer.outside residentTreatment.is.answer.twoYears residentTreatment.is.answer.twoYearsGap residentTreatment.is.answer.short residentTreatment.is.answer.national residentTreatment.is.answer.recognised residentTreatment.is.answer.paid schemeChange.in.special.none schemeChange.in.special.graduate schemeChange.in.special.militarySpouse schemeChange.out.answer schemeChange.out.days schemeChange.is.answer.sameScheme schemeChange.is.answer.sameSchemeGap schemeChange.is.answer.assisted schemeChange.is.answer.twoYears schemeChange.is.answer.twoYearsGap schemeChange.is.answer.short schemeChange.is.answer.graduate schemeChange.is.answer.militarySpouse residentCalendar.out.answer residentCalendar.is.answer.thisYear residentCalendar.is.answer.nextYear notice.out.answer notice.is.answer.earlier notice.is.answer.notice residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "materials.is.listed materials.is.none waitingDayCount.is.paymentDay waitingDayCount.is.nextDay concentratedPeriod.is.fourthQuarter concentratedPeriod.is.announced firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored residentWaitingStart.is.payment residentWaitingStart.is.yearStart latePeriodStart.is.yearStart latePeriodStart.is.payment nationalRuleStart.is.payment nationalRuleStart.is.insuredYear partYearInsured.is.counts partYearInsured.is.missed changeInPeriod.is.residentRule changeInPeriod.is.changeRule",
  conflict: "residentWaiting changeToResident",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "asksPeriod" | "byRecognition" | "national" | "missed">("tieling.resident-enrolment", FACTS, NEEDS);
