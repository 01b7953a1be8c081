/** 险种转换. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly direction: number;
  readonly otherRelation: number;
  readonly assisted: number | undefined;
  readonly paidOn: number | undefined;
  readonly firstTime: number | undefined;
  readonly lastPaid: number;
  readonly continuousMonths: number | undefined;
  readonly retired: number | undefined;
  readonly insuredYear: number | undefined;
  readonly inAnnouncedPeriod: number | undefined;
  readonly tier: number | undefined;
  readonly subsidy: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly direction: NodeDefinition;
    readonly otherRelation: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly firstTime: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly retired: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly tier: NodeDefinition;
    readonly subsidy: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly direction: readonly Node[];
    readonly otherRelation: readonly Node[];
    readonly assisted: readonly Node[];
    readonly firstTime: readonly Node[];
    readonly retired: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
    readonly tier: readonly Node[];
  };
  readonly option: {
    readonly direction: {
      readonly residentToUnit: number;
      readonly residentToFlexible: number;
      readonly unitToResident: number;
      readonly flexibleToResident: number;
      readonly flexibleToUnit: number;
      readonly unitToFlexible: number;
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
    readonly insuredYear: {
      readonly nextYear: number;
      readonly thisYear: number;
    };
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
  };
  readonly step: {
    readonly waitMonths: DerivedStep;
  };
  readonly condition: {
    readonly noDuplicate: ConditionDefinition;
    readonly open: Says<ConditionDefinition, "resident-closing-day" | "paymentDay">;
  };
  readonly remedy: {
    readonly endOther: RemedyDefinition;
    readonly payNextYear: RemedyDefinition;
  };
  readonly amount: {
    readonly yearPremium: AmountDefinition;
    readonly firstTier: AmountDefinition;
    readonly secondTier: AmountDefinition;
    readonly repairPremium: AmountDefinition;
    readonly subsidy: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentUntil: DateDefinition;
    readonly treatmentWithout: DateDefinition;
    readonly otherTreatmentFrom: DateDefinition;
    readonly earliestTreatmentFrom: DateDefinition;
    readonly latestTreatmentFrom: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly gap: string;
    readonly madeGood: string;
    readonly paying: string;
    readonly waiting: string;
    readonly covered: string;
    readonly residentWaiting: string;
    readonly notBegun: string;
    readonly coveredYear: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly identityPaper: Material;
    readonly assistanceProof: Material;
  };
  readonly notice: {
    readonly gapAmount: NoticeFound;
    readonly twoYears: NoticeFound;
    readonly canRepair: NoticeFound;
    readonly twoReadings: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly otherLost: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther">;
    readonly onlyOther: Says<NoticeFound, "residentWait" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly spanLost: Says<NoticeFound, "earliestTreatmentFrom">;
    readonly span: Says<NoticeFound, "earliestTreatmentFrom" | "latestTreatmentFrom">;
    readonly payInPeriod: NoticeFound;
    readonly yearLost: Says<NoticeFound, "waitingLast" | "insuredYearNumber">;
    readonly latePeriod: NoticeFound;
    readonly unverified: NoticeFound;
    readonly graceUnknown: NoticeFound;
    readonly closingUnknown: NoticeFound;
    readonly selfPaid: NoticeFound;
    readonly pressPremium: NoticeFound;
    readonly assistedPremium: NoticeFound;
    readonly forTheYear: Says<NoticeFound, "insuredYearNumber">;
    readonly thisYearToo: Says<NoticeFound, "insuredYearNumber">;
  };
  readonly reading: Pick<City.Readings, "counterMaterials">;
  readonly section: {
    readonly residentOnline: SectionFound;
    readonly residentCounter: SectionFound;
  };
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waits: Says<Template, "waitMonths" | "treatmentFrom">;
    readonly residentAtOnce: Says<Template, "treatmentFrom" | "yearEnd">;
    readonly residentWaits: Says<Template, "residentWait" | "treatmentFrom" | "yearEnd">;
    readonly atMost: Says<Template, "waitingLast">;
    readonly atMostLost: Says<Template, "waitingLast" | "insuredYearNumber">;
    readonly notNamed: Template;
    readonly yearLost: Says<Template, "insuredYearNumber">;
    readonly backPay: Says<Template, "gapMonths">;
    readonly figureMissing: Says<Template, "insuredYearNumber">;
    readonly subsidyMissing: Template;
    readonly notYet: Template;
    readonly closed: Says<Template, "insuredYearNumber">;
    readonly payGap: Template;
    readonly payGapText: Says<Template, "treatmentFrom">;
    readonly leaveGap: Template;
    readonly leaveGapText: Says<Template, "treatmentWithout">;
    readonly leaveGapOpen: Template;
    readonly leaveGapLost: Says<Template, "insuredYearNumber">;
  };
  readonly place: {
    readonly unit: Template;
    readonly registered: Template;
    readonly street: Template;
  };
  readonly timeLimit: {
    readonly none: Template;
    readonly gap: Template;
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
    readonly lastPaidTooLate: string;
    readonly repairedTooMany: string;
  };
  readonly next: {
    readonly individual: NextFound;
    readonly records: NextFound;
    readonly refund: NextFound;
  };
}

export type Words = OwnWords & City.Waiting & City.Resident & National.ResidentWaiting & National.ResidentYear;

const FACTS = {
  direction: "choice",
  otherRelation: "flag",
  assisted: "choice?",
  paidOn: "date?",
  firstTime: "flag?",
  lastPaid: "month",
  continuousMonths: "count?",
  retired: "flag?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  tier: "choice?",
  subsidy: "money?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "direction otherRelation assisted paidOn firstTime lastPaid continuousMonths retired insuredYear inAnnouncedPeriod tier subsidy repairedYears",
  leaf: "direction otherRelation assisted firstTime retired insuredYear inAnnouncedPeriod tier",
  option: "direction.residentToUnit direction.residentToFlexible direction.unitToResident direction.flexibleToResident direction.flexibleToUnit direction.unitToFlexible assisted.none assisted.subsistence assisted.destitute assisted.lifted assisted.marginal assisted.entitled assisted.disabled insuredYear.nextYear insuredYear.thisYear tier.first tier.second",
  step: "waitMonths paymentMonth gapMonths treatmentAtOnce treatmentAfterWaiting treatmentAfterPaying waitingLast waitingUnpaid treatmentWithout paymentDay isNextYear isNextYearByDay isNextYearByPeriod insuredYearNumber yearStart yearEnd inPeriodTold inPeriodByDates inPeriodByYear phase ruleByYear isNational residentGroup changeFrom hasMissed neverMissed lastInsuredYear lastInsuredYearRead exempt repaired noWait waitingStart lateStart graceStart residentAtOnce residentAfterWaiting residentWaitingLast notBeforeYear otherTreatmentFrom treatmentWithoutDay newbornLastDay fromBirth withinClosing selfPaid yearPremium birthYearPremium repairPremium subsidyDue missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed missedCountedOther variableWaitOther residentWaitOther residentWaitLeast residentWaitMost earliestTreatmentFrom latestTreatmentFrom firstYearAs earlierYearsAs partYearAs waitingStartAs firstDayAs",
  value: "phase.announced phase.grace phase.other residentGroup.other residentGroup.assisted residentGroup.newborn changeFrom.none changeFrom.keeps changeFrom.longGap changeFrom.short",
  condition: "noDuplicate open(resident-closing-day,paymentDay)",
  remedy: "endOther payNextYear",
  amount: "yearPremium firstTier secondTier repairPremium subsidy",
  date: "treatmentFrom waitingLast treatmentUntil treatmentWithout otherTreatmentFrom earliestTreatmentFrom latestTreatmentFrom",
  coverage: "paid gap madeGood paying waiting covered residentWaiting notBegun coveredYear",
  material: "identityCard identityPaper assistanceProof",
  notice: "gapAmount twoYears canRepair twoReadings(residentWait,treatmentFrom,residentWaitOther,otherTreatmentFrom) otherLost(residentWait,treatmentFrom,residentWaitOther) onlyOther(residentWait,residentWaitOther,otherTreatmentFrom) spanLost(earliestTreatmentFrom) span(earliestTreatmentFrom,latestTreatmentFrom) payInPeriod yearLost(waitingLast,insuredYearNumber) latePeriod unverified graceUnknown closingUnknown selfPaid pressPremium assistedPremium forTheYear(insuredYearNumber) thisYearToo(insuredYearNumber)",
  section: "residentOnline residentCounter",
  headline: "atOnce(treatmentFrom) waits(waitMonths,treatmentFrom) residentAtOnce(treatmentFrom,yearEnd) residentWaits(residentWait,treatmentFrom,yearEnd) atMost(waitingLast) atMostLost(waitingLast,insuredYearNumber) notNamed yearLost(insuredYearNumber) backPay(gapMonths) figureMissing(insuredYearNumber) subsidyMissing notYet closed(insuredYearNumber) payGap payGapText(treatmentFrom) leaveGap leaveGapText(treatmentWithout) leaveGapOpen leaveGapLost(insuredYearNumber)",
  place: "unit registered street",
  timeLimit: "none gap resident",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate repairedTooMany",
  next: "individual records refund",
  figure: "residentPeriodFrom residentPeriodTo residentGraceUntil residentFirstTier residentSecondTier residentSubsidy residentSubsidyMonth residentClosingDay",
  table: "employeeWaiting.in.way.new employeeWaiting.in.way.individual employeeWaiting.in.way.unitToIndividual employeeWaiting.in.way.residentToIndividual employeeWaiting.in.way.residentToUnit employeeWaiting.in.way.individualToUnit employeeWaiting.out.answer employeeWaiting.out.months employeeWaiting.out.after employeeWaiting.out.unpaid employeeWaiting.out.by employeeWaiting.is.answer.first employeeWaiting.is.answer.longGap employeeWaiting.is.answer.change employeeWaiting.is.answer.shortMembership employeeWaiting.is.answer.fromUnit employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.by.none employeeWaiting.is.by.firstIndividual employeeWaiting.is.by.shortMembership employeeWaiting.is.by.unitLongGap residentTreatment.in.group.other residentTreatment.in.group.assisted residentTreatment.in.group.newborn residentTreatment.in.change.none residentTreatment.in.change.keeps residentTreatment.in.change.longGap residentTreatment.in.change.short residentTreatment.in.phase.announced residentTreatment.in.phase.grace residentTreatment.in.phase.other residentTreatment.out.answer residentTreatment.out.months residentTreatment.is.answer.born residentTreatment.is.answer.exempt residentTreatment.is.answer.keeps residentTreatment.is.answer.announced residentTreatment.is.answer.grace residentTreatment.is.answer.national residentTreatment.is.answer.atMost residentTreatment.is.answer.unnamed residentCalendar.out.answer residentCalendar.is.answer.grace residentCalendar.is.answer.open residentCalendar.is.answer.coming residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "counterMaterials.is.identityCard counterMaterials.is.none waitingStart.is.paymentMonth waitingStart.is.nextMonth changeUnpaid.is.sixMonths changeUnpaid.is.noWait arrearsPaymentMonth.is.nextMonth arrearsPaymentMonth.is.covered firstIndividual.is.goesOn firstIndividual.is.firstTime shortMembership.is.sixMonths shortMembership.is.noWait unitLongGap.is.sixMonths unitLongGap.is.monthAfter shortGap.is.gapStays shortGap.is.likeChange firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored residentWaitingStart.is.payment residentWaitingStart.is.yearStart residentFirstDay.is.paymentDay residentFirstDay.is.nextDay latePeriodStart.is.yearStart latePeriodStart.is.payment partYearInsured.is.counts partYearInsured.is.missed nationalRuleStart.is.insuredYear nationalRuleStart.is.payment",
  conflict: "fromUnit",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "cross" | "toIndividual" | "toResident" | "missed" | "selfPaid">("chongqing.scheme-change", FACTS, NEEDS);
