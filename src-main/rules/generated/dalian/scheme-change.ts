/** 险种转换. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { ChecklistWord, Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly direction: number;
  readonly paidThisYear: number | undefined;
  readonly group: number | undefined;
  readonly assisted: number | undefined;
  readonly paidOn: number | undefined;
  readonly insuredYear: number | undefined;
  readonly inAnnouncedPeriod: number | undefined;
  readonly registeredInTime: number | undefined;
  readonly lastPaid: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly direction: NodeDefinition;
    readonly paidThisYear: NodeDefinition;
    readonly group: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly registeredInTime: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly direction: readonly Node[];
    readonly paidThisYear: readonly Node[];
    readonly group: readonly Node[];
    readonly assisted: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
    readonly registeredInTime: readonly Node[];
  };
  readonly option: {
    readonly direction: {
      readonly flexibleToUnit: number;
      readonly flexibleToResident: number;
      readonly residentToFlexible: number;
      readonly unitToResident: number;
    };
    readonly group: {
      readonly adult: number;
      readonly minor: number;
      readonly pupil: number;
      readonly student: number;
    };
    readonly assisted: {
      readonly none: number;
      readonly subsistence: number;
      readonly destitute: number;
      readonly orphan: number;
      readonly marginal: number;
    };
    readonly insuredYear: {
      readonly nextYear: number;
      readonly thisYear: number;
    };
  };
  readonly condition: {
    readonly inTime: Says<ConditionDefinition, "processingDay">;
    readonly yearOpen: ConditionDefinition;
  };
  readonly remedy: {
    readonly waitForDecember: Says<RemedyDefinition, "changeFrom" | "changeUntil">;
    readonly waitForPeriod: Says<RemedyDefinition, "periodFrom">;
    readonly payNextYear: RemedyDefinition;
    readonly payNextYearFrom: Says<RemedyDefinition, "periodFrom">;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentUntil: DateDefinition;
    readonly changeFrom: DateDefinition;
    readonly changeUntil: DateDefinition;
  };
  readonly coverage: {
    readonly waiting: string;
    readonly notBegun: string;
    readonly coveredYear: string;
  };
  readonly material: {
    readonly identityCard: Material;
  };
  readonly notice: {
    readonly forTheYear: Says<NoticeFound, "insuredYearNumber">;
    readonly canRepair: NoticeFound;
    readonly localNotice: NoticeFound;
    readonly yearLost: Says<NoticeFound, "treatmentFrom" | "insuredYearNumber">;
    readonly periodUnknown: Says<NoticeFound, "insuredYearNumber">;
    readonly periodUnverified: NoticeFound;
    readonly bothSteps: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "unitLeaver">;
  readonly section: {
    readonly suspendFlexible: SectionFound;
    readonly unitRegisters: SectionFound;
    readonly residentRegisters: SectionFound;
    readonly unitSuspends: SectionFound;
    readonly suspendResident: SectionFound;
    readonly flexibleRegisters: SectionFound;
  };
  readonly headline: {
    readonly toUnit: Template;
    readonly toResident: Says<Template, "treatmentFrom" | "yearEnd">;
    readonly yearLost: Template;
    readonly toFlexible: Template;
    readonly notYet: Says<Template, "changeFrom">;
    readonly notYetPeriod: Says<Template, "insuredYearNumber" | "periodFrom">;
    readonly notYetYear: Says<Template, "insuredYearNumber">;
  };
  readonly place: {
    readonly selfAndUnit: Template;
    readonly unitAndSelf: Template;
    readonly onlineOrCounter: Template;
  };
  readonly timeLimit: {
    readonly anyMonth: Template;
    readonly december: Says<Template, "changeFrom" | "changeUntil">;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly tooEarly: string;
    readonly paidInFuture: string;
    readonly beforeRules: string;
    readonly lastPaidTooLate: string;
    readonly repairedTooMany: string;
  };
  readonly next: {
    readonly resident: NextFound;
    readonly enrol: NextFound;
  };
  readonly checklist: ChecklistWord<"treatmentFrom" | "yearEnd" | "insuredYearNumber" | "periodFrom" | "changeFrom" | "changeUntil">;
}

export type Words = OwnWords & City.Resident & City.December & National.ResidentWaiting;

const FACTS = {
  direction: "choice",
  paidThisYear: "flag?",
  group: "choice?",
  assisted: "choice?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  registeredInTime: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "direction paidThisYear group assisted paidOn insuredYear inAnnouncedPeriod registeredInTime lastPaid continuousMonths repairedYears",
  leaf: "direction paidThisYear group assisted insuredYear inAnnouncedPeriod registeredInTime",
  option: "direction.flexibleToUnit direction.flexibleToResident direction.residentToFlexible direction.unitToResident group.adult group.minor group.pupil group.student assisted.none assisted.subsistence assisted.destitute assisted.orphan assisted.marginal insuredYear.nextYear insuredYear.thisYear",
  step: "residentDay isNextYear isNextYearByDay insuredYearNumber yearStart yearEnd periodFrom periodTo inPeriodByDates inPeriodByPayDay inPeriodTold inPeriodByYear changeGap ruleByYear exempt exemptInPeriod repaired lastInsuredYear lastInsuredYearRead waitingStart lateStart residentAtOnce residentAfterWaiting residentWaitingLast notBeforeYear afterFullMonths fullMonthsLast fromBirth newbornUntil processingDay changeFrom changeUntil inTime unpaidYear leaverInTime missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed",
  condition: "inTime(processingDay) yearOpen",
  remedy: "waitForDecember(changeFrom,changeUntil) waitForPeriod(periodFrom) payNextYear payNextYearFrom(periodFrom)",
  date: "treatmentFrom waitingLast treatmentUntil changeFrom changeUntil",
  coverage: "waiting notBegun coveredYear",
  material: "identityCard",
  notice: "forTheYear(insuredYearNumber) canRepair localNotice yearLost(treatmentFrom,insuredYearNumber) periodUnknown(insuredYearNumber) periodUnverified bothSteps",
  section: "suspendFlexible unitRegisters residentRegisters unitSuspends suspendResident flexibleRegisters",
  headline: "toUnit toResident(treatmentFrom,yearEnd) yearLost toFlexible notYet(changeFrom) notYetPeriod(insuredYearNumber,periodFrom) notYetYear(insuredYearNumber)",
  place: "selfAndUnit unitAndSelf onlineOrCounter",
  timeLimit: "anyMonth december(changeFrom,changeUntil)",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps tooEarly paidInFuture beforeRules lastPaidTooLate repairedTooMany",
  next: "resident enrol",
  figure: "residentPeriodFromAdult residentPeriodFromMinor residentPeriodFromPupil residentPeriodFromStudent residentPeriodToAdult residentPeriodToMinor residentPeriodToPupil residentPeriodToStudent residentPayBy",
  table: "residentStanding.out.standing residentStanding.is.standing.ordinary residentStanding.is.standing.newborn residentStanding.is.standing.keeps residentTreatment.in.standing.ordinary residentTreatment.in.standing.newborn residentTreatment.in.standing.keeps residentTreatment.out.answer residentTreatment.out.months residentTreatment.is.answer.fromBirth residentTreatment.is.answer.keeps residentTreatment.is.answer.atOnce residentTreatment.is.answer.fullMonths residentTreatment.is.answer.notOpen residentTreatment.is.answer.national residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "unitLeaver.is.atOnce unitLeaver.is.december changeAfterTwoYears.is.noWait changeAfterTwoYears.is.asOthers missedInPeriod.is.national missedInPeriod.is.noWait firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored partYearInsured.is.counts partYearInsured.is.missed residentWaitingStart.is.payment residentWaitingStart.is.yearStart waitingDayCount.is.paymentDay waitingDayCount.is.nextDay latePeriodStart.is.yearStart latePeriodStart.is.payment nationalRuleStart.is.payment nationalRuleStart.is.insuredYear newbornDayCount.is.nextDay newbornDayCount.is.birthDay sameYearChange.is.decemberOnly sameYearChange.is.anyMonth",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "outsideDecember" | "anyMonth" | "joins" | "periodUnknown" | "afterPeriod" | "missed" | "early" | "closed" | "lost">("dalian.scheme-change", FACTS, NEEDS);
