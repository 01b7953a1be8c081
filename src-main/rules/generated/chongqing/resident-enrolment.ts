/** 居民医保参保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly birthDate: number | undefined;
  readonly household: number;
  readonly permit: number | undefined;
  readonly otherRelation: number;
  readonly assisted: number;
  readonly newborn: number | undefined;
  readonly fromEmployee: number;
  readonly tier: number;
  readonly paidOn: number | undefined;
  readonly insuredYear: number;
  readonly inAnnouncedPeriod: number | undefined;
  readonly subsidy: number | undefined;
  readonly lastPaid: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly retired: number | undefined;
  readonly insuredBefore: number | undefined;
  readonly lastYear: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly birthDate: NodeDefinition;
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly otherRelation: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly newborn: NodeDefinition;
    readonly fromEmployee: NodeDefinition;
    readonly tier: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly subsidy: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly retired: NodeDefinition;
    readonly insuredBefore: NodeDefinition;
    readonly lastYear: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly otherRelation: readonly Node[];
    readonly assisted: readonly Node[];
    readonly newborn: readonly Node[];
    readonly fromEmployee: readonly Node[];
    readonly tier: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
    readonly retired: readonly Node[];
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
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
    readonly insuredYear: {
      readonly nextYear: number;
      readonly thisYear: number;
    };
  };
  readonly step: {
    readonly residence: ToldStep;
  };
  readonly value: {
    readonly residence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
    };
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
    readonly noDuplicate: ConditionDefinition;
    readonly open: Says<ConditionDefinition, "resident-closing-day" | "paymentDay">;
  };
  readonly remedy: {
    readonly getPermit: RemedyDefinition;
    readonly endOther: RemedyDefinition;
    readonly payNextYear: RemedyDefinition;
  };
  readonly amount: {
    readonly yearPremium: AmountDefinition;
    readonly firstTier: AmountDefinition;
    readonly secondTier: AmountDefinition;
    readonly repairPremium: AmountDefinition;
    readonly subsidy: AmountDefinition;
    readonly birthYearPremium: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentUntil: DateDefinition;
    readonly treatmentWithout: DateDefinition;
    readonly otherTreatmentFrom: DateDefinition;
    readonly earliestTreatmentFrom: DateDefinition;
    readonly latestTreatmentFrom: DateDefinition;
    readonly newbornLastDay: Says<DateDefinition, "newbornDays">;
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
    readonly identityPaper: Material;
    readonly residencePermit: Material;
    readonly assistanceProof: Material;
    readonly guardianCard: Material;
    readonly birthPaper: Material;
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
    readonly sameYear: NoticeFound;
    readonly birthUnknown: Says<NoticeFound, "newbornDays">;
    readonly nextYearOwn: Says<NoticeFound, "insuredYearNumber">;
    readonly bothYears: Says<NoticeFound, "newbornDays">;
    readonly lateNewborn: Says<NoticeFound, "newbornDays">;
    readonly noRefund: NoticeFound;
  };
  readonly table: Pick<City.Tables, "newborn">;
  readonly reading: Pick<City.Readings, "permitOffice" | "counterMaterials" | "newbornDayCount">;
  readonly section: {
    readonly residentOnline: SectionFound;
    readonly residentCounter: SectionFound;
  };
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom" | "yearEnd">;
    readonly waits: Says<Template, "residentWait" | "treatmentFrom" | "yearEnd">;
    readonly yearLost: Template;
    readonly fromBirth: Says<Template, "treatmentFrom">;
    readonly backPay: Says<Template, "gapMonths">;
    readonly byChange: Template;
    readonly notNamed: Template;
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
    readonly anywhere: Template;
    readonly residence: Template;
    readonly online: Template;
  };
  readonly timeLimit: {
    readonly any: Template;
    readonly exempt: Template;
    readonly newborn: Says<Template, "newbornDays" | "newbornLastDay">;
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
    readonly alreadyInsured: string;
    readonly repairedTooMany: string;
    readonly beforeBirth: string;
    readonly gapTooLong: string;
  };
  readonly next: {
    readonly change: NextFound;
    readonly records: NextFound;
    readonly refund: NextFound;
  };
}

export type Words = OwnWords & City.Waiting & City.Resident & National.ResidentWaiting & National.ResidentYear;

const FACTS = {
  birthDate: "date?",
  household: "flag",
  permit: "flag?",
  otherRelation: "flag",
  assisted: "choice",
  newborn: "flag?",
  fromEmployee: "flag",
  tier: "choice",
  paidOn: "date?",
  insuredYear: "choice",
  inAnnouncedPeriod: "flag?",
  subsidy: "money?",
  lastPaid: "month?",
  continuousMonths: "count?",
  retired: "flag?",
  insuredBefore: "flag?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "birthDate household permit otherRelation assisted newborn fromEmployee tier paidOn insuredYear inAnnouncedPeriod subsidy lastPaid continuousMonths retired insuredBefore lastYear repairedYears",
  leaf: "household permit otherRelation assisted newborn fromEmployee tier insuredYear inAnnouncedPeriod retired insuredBefore",
  option: "assisted.none assisted.subsistence assisted.destitute assisted.lifted assisted.marginal assisted.entitled assisted.disabled tier.first tier.second insuredYear.nextYear insuredYear.thisYear",
  step: "residence paymentMonth gapMonths treatmentAtOnce treatmentAfterWaiting treatmentAfterPaying waitingLast waitingUnpaid treatmentWithout paymentDay isNextYear isNextYearByDay isNextYearByPeriod insuredYearNumber yearStart yearEnd inPeriodTold inPeriodByDates inPeriodByYear phase ruleByYear isNational residentGroup changeFrom hasMissed neverMissed lastInsuredYear lastInsuredYearRead exempt repaired noWait waitingStart lateStart graceStart residentAtOnce residentAfterWaiting residentWaitingLast notBeforeYear otherTreatmentFrom treatmentWithoutDay newbornLastDay fromBirth withinClosing selfPaid yearPremium birthYearPremium repairPremium subsidyDue missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed missedCountedOther variableWaitOther residentWaitOther residentWaitLeast residentWaitMost earliestTreatmentFrom latestTreatmentFrom firstYearAs earlierYearsAs partYearAs waitingStartAs firstDayAs",
  value: "residence.none residence.permit residence.household phase.announced phase.grace phase.other residentGroup.other residentGroup.assisted residentGroup.newborn changeFrom.none changeFrom.keeps changeFrom.longGap changeFrom.short",
  condition: "residence noDuplicate open(resident-closing-day,paymentDay)",
  remedy: "getPermit endOther payNextYear",
  amount: "yearPremium firstTier secondTier repairPremium subsidy birthYearPremium",
  date: "treatmentFrom waitingLast treatmentUntil treatmentWithout otherTreatmentFrom earliestTreatmentFrom latestTreatmentFrom newbornLastDay(newbornDays)",
  coverage: "paid gap madeGood paying waiting covered residentWaiting notBegun coveredYear",
  material: "identityPaper residencePermit assistanceProof guardianCard birthPaper",
  notice: "gapAmount twoYears canRepair twoReadings(residentWait,treatmentFrom,residentWaitOther,otherTreatmentFrom) otherLost(residentWait,treatmentFrom,residentWaitOther) onlyOther(residentWait,residentWaitOther,otherTreatmentFrom) spanLost(earliestTreatmentFrom) span(earliestTreatmentFrom,latestTreatmentFrom) payInPeriod yearLost(waitingLast,insuredYearNumber) latePeriod unverified graceUnknown closingUnknown selfPaid pressPremium assistedPremium sameYear birthUnknown(newbornDays) nextYearOwn(insuredYearNumber) bothYears(newbornDays) lateNewborn(newbornDays) noRefund",
  section: "residentOnline residentCounter",
  headline: "atOnce(treatmentFrom,yearEnd) waits(residentWait,treatmentFrom,yearEnd) yearLost fromBirth(treatmentFrom) backPay(gapMonths) byChange notNamed figureMissing(insuredYearNumber) subsidyMissing notYet closed(insuredYearNumber) payGap payGapText(treatmentFrom) leaveGap leaveGapText(treatmentWithout) leaveGapOpen leaveGapLost(insuredYearNumber)",
  place: "anywhere residence online",
  timeLimit: "any exempt newborn(newbornDays,newbornLastDay)",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate alreadyInsured repairedTooMany beforeBirth gapTooLong",
  next: "change records refund",
  figure: "residentPeriodFrom residentPeriodTo residentGraceUntil residentFirstTier residentSecondTier residentSubsidy residentSubsidyMonth residentClosingDay",
  table: "newborn.out.answer newborn.is.answer.newborn newborn.is.answer.resident employeeWaiting.in.way.new employeeWaiting.in.way.individual employeeWaiting.in.way.unitToIndividual employeeWaiting.in.way.residentToIndividual employeeWaiting.in.way.residentToUnit employeeWaiting.in.way.individualToUnit employeeWaiting.out.answer employeeWaiting.out.months employeeWaiting.out.after employeeWaiting.out.unpaid employeeWaiting.out.by employeeWaiting.is.answer.first employeeWaiting.is.answer.longGap employeeWaiting.is.answer.change employeeWaiting.is.answer.shortMembership employeeWaiting.is.answer.fromUnit employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.by.none employeeWaiting.is.by.firstIndividual employeeWaiting.is.by.shortMembership employeeWaiting.is.by.unitLongGap residentTreatment.in.group.other residentTreatment.in.group.assisted residentTreatment.in.group.newborn residentTreatment.in.change.none residentTreatment.in.change.keeps residentTreatment.in.change.longGap residentTreatment.in.change.short residentTreatment.in.phase.announced residentTreatment.in.phase.grace residentTreatment.in.phase.other residentTreatment.out.answer residentTreatment.out.months residentTreatment.is.answer.born residentTreatment.is.answer.exempt residentTreatment.is.answer.keeps residentTreatment.is.answer.announced residentTreatment.is.answer.grace residentTreatment.is.answer.national residentTreatment.is.answer.atMost residentTreatment.is.answer.unnamed residentCalendar.out.answer residentCalendar.is.answer.grace residentCalendar.is.answer.open residentCalendar.is.answer.coming residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "permitOffice.is.residence permitOffice.is.online counterMaterials.is.identityCard counterMaterials.is.none newbornDayCount.is.nextDay newbornDayCount.is.birthDay waitingStart.is.paymentMonth waitingStart.is.nextMonth changeUnpaid.is.sixMonths changeUnpaid.is.noWait arrearsPaymentMonth.is.nextMonth arrearsPaymentMonth.is.covered firstIndividual.is.goesOn firstIndividual.is.firstTime shortMembership.is.sixMonths shortMembership.is.noWait unitLongGap.is.sixMonths unitLongGap.is.monthAfter shortGap.is.gapStays shortGap.is.likeChange firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored residentWaitingStart.is.payment residentWaitingStart.is.yearStart residentFirstDay.is.paymentDay residentFirstDay.is.nextDay latePeriodStart.is.yearStart latePeriodStart.is.payment partYearInsured.is.counts partYearInsured.is.missed nationalRuleStart.is.insuredYear nationalRuleStart.is.payment",
  conflict: "fromUnit",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "birthUnknown" | "national" | "missed" | "selfPaid">("chongqing.resident-enrolment", FACTS, NEEDS);
