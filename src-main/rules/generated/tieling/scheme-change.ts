/** 险种转换. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { DateDefinition, NextFound, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly direction: number;
  readonly assisted: number | undefined;
  readonly special: number | undefined;
  readonly recognizedOn: number | undefined;
  readonly paidOn: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly lastPaid: number;
  readonly insuredYear: number | undefined;
  readonly inAnnouncedPeriod: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly direction: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly special: NodeDefinition;
    readonly recognizedOn: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly direction: readonly Node[];
    readonly assisted: readonly Node[];
    readonly special: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
  };
  readonly option: {
    readonly direction: {
      readonly residentToUnit: number;
      readonly residentToFlexible: number;
      readonly unitToResident: number;
      readonly flexibleToResident: number;
      readonly flexibleToUnit: number;
    };
    readonly assisted: {
      readonly none: number;
      readonly subsistence: number;
      readonly destitute: number;
      readonly lifted: number;
      readonly marginal: number;
      readonly entitled: number;
      readonly disabled: number;
    };
    readonly special: {
      readonly none: number;
      readonly graduate: number;
      readonly militarySpouse: number;
    };
    readonly insuredYear: {
      readonly nextYear: number;
      readonly thisYear: number;
    };
  };
  readonly step: {
    readonly gapMonths: DerivedStep;
    readonly cross: DerivedStep;
    readonly sameScheme: NodeDefinition;
    readonly lastPaidSameScheme: NodeDefinition;
    readonly specialPerson: DerivedStep;
    readonly isAssisted: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly value: {
    readonly specialPerson: {
      readonly none: number;
      readonly graduate: number;
      readonly militarySpouse: number;
    };
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
    readonly before: string;
    readonly gap: string;
    readonly gapCanBePaid: string;
    readonly waiting: string;
    readonly notBegun: string;
    readonly covered: string;
    readonly coveredYear: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly formerRecord: Material;
    readonly employeeRecord: Material;
    readonly labourContract: Material;
    readonly diploma: Material;
    readonly spouseProof: Material;
    readonly recognitionProof: Material;
  };
  readonly notice: {
    readonly stopTheOther: NoticeFound;
    readonly forTheYear: Says<NoticeFound, "insuredYearNumber">;
    readonly waitTwoYears: NoticeFound;
    readonly gapLost: Says<NoticeFound, "gapMonths">;
    readonly gapLostSameScheme: Says<NoticeFound, "gapMonths">;
    readonly gapCanBePaid: Says<NoticeFound, "gapMonths">;
    readonly shortGapPaid: Says<NoticeFound, "gapMonths">;
    readonly noBackPayment: NoticeFound;
    readonly canRepair: NoticeFound;
    readonly twoReadings: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly otherLost: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther">;
    readonly onlyOther: Says<NoticeFound, "residentWait" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly spanLost: Says<NoticeFound, "earliestTreatmentFrom">;
    readonly span: Says<NoticeFound, "earliestTreatmentFrom" | "latestTreatmentFrom">;
    readonly payInPeriod: NoticeFound;
    readonly yearLost: Says<NoticeFound, "waitingLast" | "insuredYearNumber">;
    readonly latePeriod: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "oldCoverInWait" | "changeShortGap" | "materials">;
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waits: Says<Template, "days" | "treatmentFrom">;
    readonly residentAtOnce: Says<Template, "treatmentFrom" | "yearEnd">;
    readonly residentWaitsDays: Says<Template, "days" | "treatmentFrom" | "yearEnd">;
    readonly residentWaitsMonths: Says<Template, "residentWait" | "treatmentFrom" | "yearEnd">;
    readonly yearLost: Says<Template, "insuredYearNumber">;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly any: Template;
    readonly assisted: Template;
    readonly resident: Template;
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
    readonly beforeRules: string;
    readonly recognizedInFuture: string;
    readonly recognizedAfterYear: string;
    readonly lastPaidTooLate: string;
    readonly repairedTooMany: string;
  };
  readonly next: {
    readonly duplicate: NextFound;
    readonly backPayment: NextFound;
    readonly premium: NextFound;
  };
}

export type Words = OwnWords & City.Resident & National.ResidentWaiting & National.ResidentYear & City.ChangeWaiting & City.Waiting;

const FACTS = {
  direction: "choice",
  assisted: "choice?",
  special: "choice?",
  recognizedOn: "date?",
  paidOn: "date?",
  continuousMonths: "count?",
  lastPaid: "month",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "direction assisted special recognizedOn paidOn continuousMonths lastPaid insuredYear inAnnouncedPeriod repairedYears",
  leaf: "direction assisted special insuredYear inAnnouncedPeriod",
  option: "direction.residentToUnit direction.residentToFlexible direction.unitToResident direction.flexibleToResident direction.flexibleToUnit assisted.none assisted.subsistence assisted.destitute assisted.lifted assisted.marginal assisted.entitled assisted.disabled special.none special.graduate special.militarySpouse insuredYear.nextYear insuredYear.thisYear",
  step: "gapMonths cross sameScheme lastPaidSameScheme specialPerson isAssisted residentDay residentAtOnce residentAfterWaiting residentWaitingLast isNextYear isNextYearByDay insuredYearNumber yearStart yearEnd inPeriodByQuarter inPeriodAnnounced ruleByYear exempt neverMissed lastInsuredYear lastInsuredYearRead repaired waitingStart lateStart notBeforeYear otherTreatmentFrom changeContinuous changeGap changeFrom missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed missedCountedOther variableWaitOther residentWaitOther residentWaitLeast residentWaitMost earliestTreatmentFrom latestTreatmentFrom firstYearAs earlierYearsAs partYearAs waitingStartAs firstDayAs changeDay changeAtOnce changeAfterWaiting changeWaitingLast paymentDay employeeAtOnce employeeAfterWaiting employeeWaitingLast",
  value: "specialPerson.none specialPerson.graduate specialPerson.militarySpouse changeFrom.none changeFrom.twoYears changeFrom.twoYearsGap changeFrom.short",
  date: "treatmentFrom waitingLast treatmentUntil otherTreatmentFrom earliestTreatmentFrom latestTreatmentFrom",
  coverage: "before gap gapCanBePaid waiting notBegun covered coveredYear",
  material: "identityCard formerRecord employeeRecord labourContract diploma spouseProof recognitionProof",
  notice: "stopTheOther forTheYear(insuredYearNumber) waitTwoYears gapLost(gapMonths) gapLostSameScheme(gapMonths) gapCanBePaid(gapMonths) shortGapPaid(gapMonths) noBackPayment canRepair twoReadings(residentWait,treatmentFrom,residentWaitOther,otherTreatmentFrom) otherLost(residentWait,treatmentFrom,residentWaitOther) onlyOther(residentWait,residentWaitOther,otherTreatmentFrom) spanLost(earliestTreatmentFrom) span(earliestTreatmentFrom,latestTreatmentFrom) payInPeriod yearLost(waitingLast,insuredYearNumber) latePeriod",
  headline: "atOnce(treatmentFrom) waits(days,treatmentFrom) residentAtOnce(treatmentFrom,yearEnd) residentWaitsDays(days,treatmentFrom,yearEnd) residentWaitsMonths(residentWait,treatmentFrom,yearEnd) yearLost(insuredYearNumber)",
  place: "agency",
  timeLimit: "any assisted resident",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture beforeRules recognizedInFuture recognizedAfterYear lastPaidTooLate repairedTooMany",
  next: "duplicate backPayment premium",
  table: "residentTreatment.in.assisted.none residentTreatment.in.assisted.subsistence residentTreatment.in.assisted.destitute residentTreatment.in.assisted.lifted residentTreatment.in.assisted.marginal residentTreatment.in.assisted.entitled residentTreatment.in.assisted.disabled residentTreatment.in.change.none residentTreatment.in.change.twoYears residentTreatment.in.change.twoYearsGap residentTreatment.in.change.short residentTreatment.out.answer residentTreatment.out.days residentTreatment.is.answer.inPeriod residentTreatment.is.answer.outside residentTreatment.is.answer.twoYears residentTreatment.is.answer.twoYearsGap residentTreatment.is.answer.short residentTreatment.is.answer.national residentTreatment.is.answer.recognised residentTreatment.is.answer.paid schemeChange.in.special.none schemeChange.in.special.graduate schemeChange.in.special.militarySpouse schemeChange.out.answer schemeChange.out.days schemeChange.is.answer.sameScheme schemeChange.is.answer.sameSchemeGap schemeChange.is.answer.assisted schemeChange.is.answer.twoYears schemeChange.is.answer.twoYearsGap schemeChange.is.answer.short schemeChange.is.answer.graduate schemeChange.is.answer.militarySpouse residentCalendar.out.answer residentCalendar.is.answer.thisYear residentCalendar.is.answer.nextYear notice.out.answer notice.is.answer.earlier notice.is.answer.notice residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "oldCoverInWait.is.ends oldCoverInWait.is.goesOn changeShortGap.is.notCovered changeShortGap.is.backPaid materials.is.listed materials.is.none waitingDayCount.is.paymentDay waitingDayCount.is.nextDay concentratedPeriod.is.fourthQuarter concentratedPeriod.is.announced firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored residentWaitingStart.is.payment residentWaitingStart.is.yearStart latePeriodStart.is.yearStart latePeriodStart.is.payment nationalRuleStart.is.payment nationalRuleStart.is.insuredYear partYearInsured.is.counts partYearInsured.is.missed changeInPeriod.is.residentRule changeInPeriod.is.changeRule",
  conflict: "changeToResident",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "cross" | "notAssisted" | "toResident" | "byRecognition" | "asksPeriod" | "missed">("tieling.scheme-change", FACTS, NEEDS);
