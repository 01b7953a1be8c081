/** 个人身份参保登记. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly sex: number | undefined;
  readonly birthDate: number | undefined;
  readonly household: number;
  readonly permit: number | undefined;
  readonly otherRelation: number;
  readonly chongqingPension: number | undefined;
  readonly forMissingYears: number | undefined;
  readonly paidOn: number | undefined;
  readonly firstTime: number;
  readonly fromResident: number;
  readonly fromUnit: number | undefined;
  readonly lastPaid: number | undefined;
  readonly continuousMonths: number | undefined;
  readonly retired: number | undefined;
  readonly tier: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly otherRelation: NodeDefinition;
    readonly chongqingPension: NodeDefinition;
    readonly forMissingYears: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly firstTime: NodeDefinition;
    readonly fromResident: NodeDefinition;
    readonly fromUnit: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly continuousMonths: NodeDefinition;
    readonly retired: NodeDefinition;
    readonly tier: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly otherRelation: readonly Node[];
    readonly chongqingPension: readonly Node[];
    readonly forMissingYears: readonly Node[];
    readonly firstTime: readonly Node[];
    readonly fromResident: readonly Node[];
    readonly fromUnit: readonly Node[];
    readonly retired: readonly Node[];
    readonly tier: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly tier: {
      readonly first: number;
      readonly second: number;
    };
  };
  readonly step: {
    readonly residence: ToldStep;
    readonly lowestAgeDay: DerivedStep;
    readonly limitDay: DerivedStep;
    readonly mayGoOn: ToldStep<readonly [Node, ...Node[]]>;
    readonly coveredUntil: DerivedStep;
  };
  readonly value: {
    readonly residence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
    };
    readonly mayGoOn: {
      readonly no: number;
      readonly yes: number;
    };
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
    readonly noDuplicate: ConditionDefinition;
    readonly lowestAge: Says<ConditionDefinition, "individual-ages.lowest">;
    readonly upperAge: ConditionDefinition;
  };
  readonly remedy: {
    readonly waitForAge: Says<RemedyDefinition, "lowestAgeDay">;
    readonly getPermit: RemedyDefinition;
    readonly endOther: RemedyDefinition;
  };
  readonly amount: {
    readonly premium: AmountDefinition;
    readonly premiumMonth: AmountDefinition;
    readonly careByBank: AmountDefinition;
    readonly careByAccount: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
    readonly treatmentWithout: DateDefinition;
    readonly limitDay: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly gap: string;
    readonly madeGood: string;
    readonly paying: string;
    readonly waiting: string;
    readonly covered: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly householdRegister: Material;
    readonly residencePermit: Material;
    readonly pensionProof: Material;
  };
  readonly notice: {
    readonly gapAmount: NoticeFound;
    readonly twoYears: NoticeFound;
    readonly nearLimit: Says<NoticeFound, "limitDay">;
    readonly pastAgeBefore: Says<NoticeFound, "treatmentFrom" | "limitDay">;
    readonly paidToDecember: Says<NoticeFound, "coveredUntil">;
  };
  readonly table: Pick<City.Tables, "individualAges">;
  readonly reading: Pick<City.Readings, "nonlocalIndividual" | "counterMaterials" | "nonlocalPastAge" | "pastAgeGoOn">;
  readonly section: {
    readonly individualCounter: SectionFound;
    readonly individualOnline: SectionFound;
    readonly individualPayment: SectionFound;
  };
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waits: Says<Template, "employee-waiting.months" | "treatmentFrom">;
    readonly backPay: Says<Template, "gapMonths">;
    readonly pastAge: Says<Template, "limitDay">;
    readonly notYet: Template;
    readonly refused: Template;
    readonly figureMissing: Template;
    readonly payGap: Template;
    readonly payGapText: Says<Template, "treatmentFrom">;
    readonly leaveGap: Template;
    readonly leaveGapText: Says<Template, "treatmentWithout">;
    readonly optionPastAge: Template;
  };
  readonly place: {
    readonly registered: Template;
    readonly near: Template;
  };
  readonly timeLimit: {
    readonly none: Template;
    readonly fromAge: Says<Template, "lowestAgeDay">;
    readonly refused: Template;
    readonly gap: Template;
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
    readonly beforeBirth: string;
    readonly longerThanLife: string;
  };
  readonly next: {
    readonly premium: NextFound;
    readonly resident: NextFound;
  };
}

export type Words = OwnWords & City.Care & City.Premium & City.StartMonth & City.Waiting;

const FACTS = {
  sex: "choice?",
  birthDate: "date?",
  household: "flag",
  permit: "flag?",
  otherRelation: "flag",
  chongqingPension: "flag?",
  forMissingYears: "flag?",
  paidOn: "date?",
  firstTime: "flag",
  fromResident: "flag",
  fromUnit: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  retired: "flag?",
  tier: "choice",
} as const;
const NEEDS = {
  fact: "sex birthDate household permit otherRelation chongqingPension forMissingYears paidOn firstTime fromResident fromUnit lastPaid continuousMonths retired tier",
  leaf: "sex household permit otherRelation chongqingPension forMissingYears firstTime fromResident fromUnit retired tier",
  option: "sex.male sex.female tier.first tier.second",
  step: "residence lowestAgeDay limitDay mayGoOn coveredUntil careMonths careWholeMonths careWhole careOnce carePart carePartOf careRest careRestMonth careByMonth careWithRest monthsLeft wholeYearMonths premiumYearExact premiumYear premiumMonth premium startMonth paymentMonth gapMonths treatmentAtOnce treatmentAfterWaiting treatmentAfterPaying waitingLast waitingUnpaid treatmentWithout",
  value: "residence.none residence.permit residence.household mayGoOn.no mayGoOn.yes",
  condition: "residence noDuplicate lowestAge(individual-ages.lowest) upperAge",
  remedy: "waitForAge(lowestAgeDay) getPermit endOther",
  amount: "premium premiumMonth careByBank careByAccount",
  date: "treatmentFrom waitingLast treatmentWithout limitDay",
  coverage: "paid gap madeGood paying waiting covered",
  material: "identityCard householdRegister residencePermit pensionProof",
  notice: "gapAmount twoYears nearLimit(limitDay) pastAgeBefore(treatmentFrom,limitDay) paidToDecember(coveredUntil)",
  section: "individualCounter individualOnline individualPayment",
  headline: "atOnce(treatmentFrom) waits(employee-waiting.months,treatmentFrom) backPay(gapMonths) pastAge(limitDay) notYet refused figureMissing payGap payGapText(treatmentFrom) leaveGap leaveGapText(treatmentWithout) optionPastAge",
  place: "registered near",
  timeLimit: "none fromAge(lowestAgeDay) refused gap",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate beforeBirth longerThanLife",
  next: "premium resident",
  figure: "carePremium carePremiumRetired individualBase firstTierRate secondTierRate",
  table: "individualAges.in.sex.male individualAges.in.sex.female individualAges.out.lowest individualAges.out.limit careSources.out.answer careSources.is.answer.same careSources.is.answer.outdated employeeWaiting.in.way.new employeeWaiting.in.way.individual employeeWaiting.in.way.unitToIndividual employeeWaiting.in.way.residentToIndividual employeeWaiting.in.way.residentToUnit employeeWaiting.in.way.individualToUnit employeeWaiting.out.answer employeeWaiting.out.months employeeWaiting.out.after employeeWaiting.out.unpaid employeeWaiting.out.by employeeWaiting.is.answer.first employeeWaiting.is.answer.longGap employeeWaiting.is.answer.change employeeWaiting.is.answer.shortMembership employeeWaiting.is.answer.fromUnit employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.by.none employeeWaiting.is.by.firstIndividual employeeWaiting.is.by.shortMembership employeeWaiting.is.by.unitLongGap",
  reading: "nonlocalIndividual.is.notRequired nonlocalIndividual.is.permit counterMaterials.is.identityCard counterMaterials.is.none nonlocalPastAge.is.stops nonlocalPastAge.is.goesOn pastAgeGoOn.is.allowed pastAgeGoOn.is.notAllowed careRest.is.lastMonth careRest.is.firstMonth carePartYear.is.byMonth carePartYear.is.wholeYear partYear.is.remaining partYear.is.wholeYear rounding.is.monthFirst rounding.is.totalOnce waitingStart.is.paymentMonth waitingStart.is.nextMonth changeUnpaid.is.sixMonths changeUnpaid.is.noWait arrearsPaymentMonth.is.nextMonth arrearsPaymentMonth.is.covered firstIndividual.is.goesOn firstIndividual.is.firstTime shortMembership.is.sixMonths shortMembership.is.noWait unitLongGap.is.sixMonths unitLongGap.is.monthAfter shortGap.is.gapStays shortGap.is.likeChange",
  conflict: "carePremium fromUnit",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "pastAge">("chongqing.enrolment", FACTS, NEEDS);
