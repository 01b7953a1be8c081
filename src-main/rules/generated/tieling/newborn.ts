/** 新生儿参保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly birthDate: number;
  readonly realName: number;
  readonly paidOn: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly birthDate: NodeDefinition;
    readonly realName: NodeDefinition;
    readonly paidOn: NodeDefinition;
  };
  readonly leaf: {
    readonly realName: readonly Node[];
  };
  readonly step: {
    readonly lastDay: DerivedStep;
    readonly dayAfterBirth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly yearsAfter: DerivedStep;
    readonly fromBirth: DerivedStep;
    readonly birthYearTreated: ToldStep<readonly [Node, ...Node[]]>;
    readonly lateWaitRead: DerivedStep;
    readonly lateWaitMonths: DerivedStep;
    readonly yearPremium: DerivedStep;
    readonly birthYearPremium: DerivedStep;
  };
  readonly condition: {
    readonly realName: ConditionDefinition;
  };
  readonly remedy: {
    readonly registerFirst: Says<RemedyDefinition, "lastDay">;
    readonly registerLate: RemedyDefinition;
  };
  readonly amount: {
    readonly yearPremium: AmountDefinition;
    readonly birthYearPremium: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly lastDay: DateDefinition;
  };
  readonly coverage: {
    readonly notCovered: string;
    readonly birthYear: string;
    readonly waiting: string;
    readonly covered: string;
  };
  readonly material: {
    readonly newbornIdentity: Material;
    readonly guardianIdentity: Material;
    readonly birthCertificate: Material;
  };
  readonly notice: {
    readonly guardian: NoticeFound;
    readonly bothYears: NoticeFound;
    readonly birthYearLost: NoticeFound;
    readonly nextYear: NoticeFound;
    readonly yearLost: NoticeFound;
    readonly notNewborn: NoticeFound;
    readonly twoYearsApart: NoticeFound;
    readonly assisted: NoticeFound;
  };
  readonly figure: {
    readonly newbornPremium: Figure;
  };
  readonly table: Pick<City.Tables, "newborn"> & Pick<National.Tables, "residentWaiting" | "residentRule">;
  readonly reading: Pick<City.Readings, "newbornDayCount" | "lateNewborn" | "lateNewbornBirthYear" | "materials">;
  readonly conflict: {
    readonly newbornNextYear: Conflict;
  };
  readonly headline: {
    readonly fromBirth: Says<Template, "birthDate">;
    readonly waits: Says<Template, "lastDay" | "treatmentFrom">;
    readonly realNameFirst: Template;
    readonly tooLate: Says<Template, "birthDate">;
    readonly yearLost: Says<Template, "lastDay">;
    readonly yearLostMissing: Says<Template, "lastDay">;
    readonly figureMissing: Says<Template, "treatmentFrom">;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly inTime: Says<Template, "lastDay">;
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
    readonly paidInFuture: string;
    readonly beforeRules: string;
  };
  readonly next: {
    readonly asResident: NextFound;
    readonly assisted: NextFound;
  };
}

export type Words = OwnWords & City.NewbornWaiting;

const FACTS = {
  birthDate: "date",
  realName: "flag",
  paidOn: "date?",
} as const;
const NEEDS = {
  fact: "birthDate realName paidOn",
  leaf: "realName",
  step: "lastDay dayAfterBirth yearsAfter fromBirth birthYearTreated lateWaitRead lateWaitMonths yearPremium birthYearPremium newbornDay newbornAtOnce newbornAfterWaiting newbornWaitingLast",
  condition: "realName",
  remedy: "registerFirst(lastDay) registerLate",
  amount: "yearPremium birthYearPremium",
  date: "treatmentFrom waitingLast lastDay",
  coverage: "notCovered birthYear waiting covered",
  material: "newbornIdentity guardianIdentity birthCertificate",
  notice: "guardian bothYears birthYearLost nextYear yearLost notNewborn twoYearsApart assisted",
  headline: "fromBirth(birthDate) waits(lastDay,treatmentFrom) realNameFirst tooLate(birthDate) yearLost(lastDay) yearLostMissing(lastDay) figureMissing(treatmentFrom)",
  place: "agency",
  timeLimit: "inTime(lastDay) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture beforeRules",
  next: "asResident assisted",
  figure: "newbornPremium",
  table: "newborn.out.answer newborn.out.birthYear newborn.out.days newborn.is.answer.fromBirth newborn.is.answer.waits newborn.is.answer.tooLate residentWaiting.out.fixed residentWaiting.out.perYear residentWaiting.out.perRepaired residentWaiting.out.least residentRule.out.answer residentRule.is.answer.city residentRule.is.answer.national notice.out.answer notice.is.answer.earlier notice.is.answer.notice",
  reading: "newbornDayCount.is.nextDay newbornDayCount.is.birthDay lateNewborn.is.ninetyDays lateNewborn.is.threeMonths lateNewborn.is.none lateNewbornBirthYear.is.granted lateNewbornBirthYear.is.withinNinetyDays materials.is.listed materials.is.none waitingDayCount.is.paymentDay waitingDayCount.is.nextDay",
  conflict: "newbornNextYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("tieling.newborn", FACTS, NEEDS);
