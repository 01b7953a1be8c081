/** 居民医保参保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly birthDate: number;
  readonly group: number;
  readonly household: number | undefined;
  readonly permit: number | undefined;
  readonly assisted: number;
  readonly paidOn: number | undefined;
  readonly insuredYear: number | undefined;
  readonly inAnnouncedPeriod: number | undefined;
  readonly registeredInTime: number | undefined;
  readonly former: number;
  readonly stillInsured: number | undefined;
  readonly lastPaid: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly lastYear: number | undefined;
  readonly repairedYears: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly birthDate: NodeDefinition;
    readonly group: NodeDefinition;
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly assisted: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly insuredYear: NodeDefinition;
    readonly inAnnouncedPeriod: NodeDefinition;
    readonly registeredInTime: NodeDefinition;
    readonly former: NodeDefinition;
    readonly stillInsured: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly lastYear: NodeDefinition;
    readonly repairedYears: NodeDefinition;
  };
  readonly leaf: {
    readonly group: readonly Node[];
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly assisted: readonly Node[];
    readonly insuredYear: readonly Node[];
    readonly inAnnouncedPeriod: readonly Node[];
    readonly registeredInTime: readonly Node[];
    readonly former: readonly Node[];
    readonly stillInsured: readonly Node[];
  };
  readonly option: {
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
    readonly former: {
      readonly never: number;
      readonly resident: number;
      readonly unit: number;
      readonly flexible: number;
    };
  };
  readonly step: {
    readonly residence: ToldStep;
    readonly permitResidence: ToldStep<readonly [Node, ...Node[]]>;
    readonly studentResidence: DerivedStep;
    readonly paidThisYearByMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly yearPremium: DerivedStep;
    readonly subsidyExact: DerivedStep;
    readonly subsidy: DerivedStep;
    readonly ownPremium: DerivedStep;
    readonly repairPremium: DerivedStep;
  };
  readonly value: {
    readonly residence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
      readonly school: number;
    };
    readonly permitResidence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
      readonly school: number;
    };
    readonly studentResidence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
      readonly school: number;
    };
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
    readonly notEmployee: ConditionDefinition;
    readonly inTime: Says<ConditionDefinition, "processingDay">;
    readonly yearOpen: ConditionDefinition;
  };
  readonly remedy: {
    readonly getPermit: RemedyDefinition;
    readonly moveHousehold: RemedyDefinition;
    readonly suspend: RemedyDefinition;
    readonly waitForDecember: Says<RemedyDefinition, "changeFrom" | "changeUntil">;
    readonly waitForPeriod: Says<RemedyDefinition, "periodFrom">;
    readonly payNextYear: RemedyDefinition;
    readonly payNextYearFrom: Says<RemedyDefinition, "periodFrom">;
  };
  readonly amount: {
    readonly yearPremium: AmountDefinition;
    readonly ownPremium: AmountDefinition;
    readonly subsidy: AmountDefinition;
    readonly repairPremium: AmountDefinition;
    readonly fiscalSubsidy: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentUntil: DateDefinition;
    readonly newbornUntil: DateDefinition;
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
    readonly guardianCard: Material;
    readonly birthCertificate: Material;
    readonly householdRegister: Material;
    readonly residencePermit: Material;
    readonly studentProof: Material;
    readonly assistanceProof: Material;
  };
  readonly notice: {
    readonly forTheYear: Says<NoticeFound, "insuredYearNumber">;
    readonly canRepair: NoticeFound;
    readonly localNotice: NoticeFound;
    readonly yearLost: Says<NoticeFound, "treatmentFrom" | "insuredYearNumber">;
    readonly periodUnknown: Says<NoticeFound, "insuredYearNumber">;
    readonly periodUnverified: NoticeFound;
    readonly newbornNextYear: Says<NoticeFound, "longest">;
    readonly newbornOtherYear: NoticeFound;
    readonly premiumUnverified: NoticeFound;
  };
  readonly figure: {
    readonly residentPremiumAdult: Figure;
    readonly residentPremiumMinor: Figure;
    readonly residentSubsidyFull: Figure;
    readonly residentSubsidyMarginal: Figure;
    readonly residentFiscalSubsidy: Figure;
  };
  readonly table: Pick<City.Tables, "fullAge">;
  readonly reading: Pick<City.Readings, "residentPermit" | "unitLeaver" | "residentMaterials" | "residentPlace">;
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom" | "yearEnd">;
    readonly newborn: Says<Template, "longest" | "treatmentFrom" | "yearEnd">;
    readonly waits: Says<Template, "residentWait" | "treatmentFrom" | "yearEnd">;
    readonly fullMonths: Says<Template, "resident-treatment.months" | "treatmentFrom" | "yearEnd">;
    readonly yearLost: Template;
    readonly figureMissing: Says<Template, "treatmentFrom" | "insuredYearNumber">;
    readonly yearLostMissing: Says<Template, "insuredYearNumber">;
    readonly notYetResidence: Template;
    readonly notYetHousehold: Template;
    readonly notYetEmployee: Template;
    readonly notYetDecember: Says<Template, "changeFrom">;
    readonly notYetPeriod: Says<Template, "insuredYearNumber" | "periodFrom">;
    readonly notYetYear: Says<Template, "insuredYearNumber">;
  };
  readonly place: {
    readonly district: Template;
    readonly street: Template;
    readonly school: Template;
  };
  readonly timeLimit: {
    readonly period: Template;
    readonly announced: Says<Template, "periodFrom" | "periodTo" | "insuredYearNumber">;
    readonly payBy: Says<Template, "resident-pay-by" | "insuredYearNumber">;
    readonly newborn: Says<Template, "longest" | "newbornUntil">;
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
    readonly newbornGroup: string;
    readonly minorOfAge: string;
    readonly adultUnderAge: string;
    readonly tooEarly: string;
    readonly paidInFuture: string;
    readonly paidBeforeBirth: string;
    readonly beforeRules: string;
    readonly alreadyInsured: string;
    readonly lastPaidTooLate: string;
    readonly repairedTooMany: string;
  };
  readonly next: {
    readonly schemeChange: NextFound;
  };
}

export type Words = OwnWords & City.Resident & City.December & National.ResidentWaiting;

const FACTS = {
  birthDate: "date",
  group: "choice",
  household: "flag?",
  permit: "flag?",
  assisted: "choice",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  registeredInTime: "flag?",
  former: "choice",
  stillInsured: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  lastYear: "count?",
  repairedYears: "count?",
} as const;
const NEEDS = {
  fact: "birthDate group household permit assisted paidOn insuredYear inAnnouncedPeriod registeredInTime former stillInsured lastPaid continuousMonths lastYear repairedYears",
  leaf: "group household permit assisted insuredYear inAnnouncedPeriod registeredInTime former stillInsured",
  option: "group.adult group.minor group.pupil group.student assisted.none assisted.subsistence assisted.destitute assisted.orphan assisted.marginal insuredYear.nextYear insuredYear.thisYear former.never former.resident former.unit former.flexible",
  step: "residence permitResidence studentResidence paidThisYearByMonth yearPremium subsidyExact subsidy ownPremium repairPremium residentDay isNextYear isNextYearByDay insuredYearNumber yearStart yearEnd periodFrom periodTo inPeriodByDates inPeriodByPayDay inPeriodTold inPeriodByYear changeGap ruleByYear exempt exemptInPeriod repaired lastInsuredYear lastInsuredYearRead waitingStart lateStart residentAtOnce residentAfterWaiting residentWaitingLast notBeforeYear afterFullMonths fullMonthsLast fromBirth newbornUntil processingDay changeFrom changeUntil inTime unpaidYear leaverInTime missedYears missedYearsSince missedCounted variableWait residentWait residentWaitFixed",
  value: "residence.none residence.permit residence.household residence.school permitResidence.none permitResidence.permit permitResidence.household permitResidence.school studentResidence.none studentResidence.permit studentResidence.household studentResidence.school",
  condition: "residence notEmployee inTime(processingDay) yearOpen",
  remedy: "getPermit moveHousehold suspend waitForDecember(changeFrom,changeUntil) waitForPeriod(periodFrom) payNextYear payNextYearFrom(periodFrom)",
  amount: "yearPremium ownPremium subsidy repairPremium fiscalSubsidy",
  date: "treatmentFrom waitingLast treatmentUntil newbornUntil changeFrom changeUntil",
  coverage: "waiting notBegun coveredYear",
  material: "identityCard guardianCard birthCertificate householdRegister residencePermit studentProof assistanceProof",
  notice: "forTheYear(insuredYearNumber) canRepair localNotice yearLost(treatmentFrom,insuredYearNumber) periodUnknown(insuredYearNumber) periodUnverified newbornNextYear(longest) newbornOtherYear premiumUnverified",
  headline: "atOnce(treatmentFrom,yearEnd) newborn(longest,treatmentFrom,yearEnd) waits(residentWait,treatmentFrom,yearEnd) fullMonths(resident-treatment.months,treatmentFrom,yearEnd) yearLost figureMissing(treatmentFrom,insuredYearNumber) yearLostMissing(insuredYearNumber) notYetResidence notYetHousehold notYetEmployee notYetDecember(changeFrom) notYetPeriod(insuredYearNumber,periodFrom) notYetYear(insuredYearNumber)",
  place: "district street school",
  timeLimit: "period announced(periodFrom,periodTo,insuredYearNumber) payBy(resident-pay-by,insuredYearNumber) newborn(longest,newbornUntil) december(changeFrom,changeUntil)",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps newbornGroup minorOfAge adultUnderAge tooEarly paidInFuture paidBeforeBirth beforeRules alreadyInsured lastPaidTooLate repairedTooMany",
  next: "schemeChange",
  figure: "residentPremiumAdult residentPremiumMinor residentSubsidyFull residentSubsidyMarginal residentFiscalSubsidy residentPeriodFromAdult residentPeriodFromMinor residentPeriodFromPupil residentPeriodFromStudent residentPeriodToAdult residentPeriodToMinor residentPeriodToPupil residentPeriodToStudent residentPayBy",
  table: "fullAge.out.answer fullAge.is.answer.minor fullAge.is.answer.adult residentStanding.out.standing residentStanding.is.standing.ordinary residentStanding.is.standing.newborn residentStanding.is.standing.keeps residentTreatment.in.standing.ordinary residentTreatment.in.standing.newborn residentTreatment.in.standing.keeps residentTreatment.out.answer residentTreatment.out.months residentTreatment.is.answer.fromBirth residentTreatment.is.answer.keeps residentTreatment.is.answer.atOnce residentTreatment.is.answer.fullMonths residentTreatment.is.answer.notOpen residentTreatment.is.answer.national residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national",
  reading: "residentPermit.is.mayEnrol residentPermit.is.not unitLeaver.is.atOnce unitLeaver.is.december residentMaterials.is.proofs residentMaterials.is.none residentPlace.is.district residentPlace.is.street changeAfterTwoYears.is.noWait changeAfterTwoYears.is.asOthers missedInPeriod.is.national missedInPeriod.is.noWait firstMissedYear.is.counts firstMissedYear.is.free missedYearsBefore2025.is.count missedYearsBefore2025.is.ignored partYearInsured.is.counts partYearInsured.is.missed residentWaitingStart.is.payment residentWaitingStart.is.yearStart waitingDayCount.is.paymentDay waitingDayCount.is.nextDay latePeriodStart.is.yearStart latePeriodStart.is.payment nationalRuleStart.is.payment nationalRuleStart.is.insuredYear newbornDayCount.is.nextDay newbornDayCount.is.birthDay sameYearChange.is.decemberOnly sameYearChange.is.anyMonth",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "periodUnknown" | "afterPeriod" | "missed">("dalian.resident-enrolment", FACTS, NEEDS);
