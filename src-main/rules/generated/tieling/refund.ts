/** 职工医保退费. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly reason: number;
  readonly capacity: number | undefined;
  readonly special: number | undefined;
  readonly paidOn: number | undefined;
  readonly deathDate: number | undefined;
  readonly pensionMonth: number | undefined;
  readonly yearsMet: number | undefined;
  readonly joinedMonth: number | undefined;
  readonly benefitFrom: number | undefined;
  readonly benefitTo: number | undefined;
  readonly sentenceFrom: number | undefined;
  readonly sentenceTo: number | undefined;
  readonly payments: readonly {
    readonly from: number;
    readonly to: number;
    readonly amount: number;
    readonly payer: number;
  }[];
  readonly credited: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly reason: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly special: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly deathDate: NodeDefinition;
    readonly pensionMonth: NodeDefinition;
    readonly yearsMet: NodeDefinition;
    readonly joinedMonth: NodeDefinition;
    readonly benefitFrom: NodeDefinition;
    readonly benefitTo: NodeDefinition;
    readonly sentenceFrom: NodeDefinition;
    readonly sentenceTo: NodeDefinition;
    readonly payments: NodeDefinition;
    readonly credited: NodeDefinition;
  };
  readonly leaf: {
    readonly reason: readonly Node[];
    readonly capacity: readonly Node[];
    readonly special: readonly Node[];
    readonly yearsMet: readonly Node[];
  };
  readonly option: {
    readonly reason: {
      readonly diedWaiting: number;
      readonly overpaidRetired: number;
      readonly joinedUnit: number;
      readonly unemployment: number;
      readonly sentence: number;
    };
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly special: {
      readonly none: number;
      readonly graduate: number;
      readonly militarySpouse: number;
    };
    readonly payments: {
      readonly payer: {
        readonly person: number;
        readonly unit: number;
      };
    };
  };
  readonly field: {
    readonly payments: {
      readonly from: NodeDefinition;
      readonly to: NodeDefinition;
      readonly amount: NodeDefinition;
      readonly payer: NodeDefinition;
    };
  };
  readonly step: {
    readonly lastMonthOfYear: DerivedStep;
    readonly joinedFrom: DerivedStep;
    readonly paymentMonths: DerivedStep;
    readonly refundMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly partWhole: DerivedStep;
    readonly partShare: DerivedStep;
    readonly partMonth: DerivedStep;
    readonly partMonths: DerivedStep;
    readonly monthsRefunded: ToldStep;
    readonly noMonths: ToldStep<readonly [Node, ...Node[]]>;
    readonly personParts: DerivedStep;
    readonly refundPerson: DerivedStep;
    readonly refundUnit: DerivedStep;
    readonly refundTotal: DerivedStep;
    readonly recover: DerivedStep;
    readonly recoverAll: DerivedStep;
  };
  readonly condition: {
    readonly diedInWaiting: Says<ConditionDefinition, "deathDate" | "waitingLast">;
    readonly hasWaiting: Says<ConditionDefinition, "employee-waiting.days">;
    readonly yearsMet: ConditionDefinition;
    readonly hasJoined: ConditionDefinition;
    readonly hasMonthsDied: ConditionDefinition;
    readonly hasMonthsRetired: ConditionDefinition;
    readonly hasMonthsJoined: ConditionDefinition;
    readonly hasMonthsUnemployment: ConditionDefinition;
    readonly hasMonthsSentence: ConditionDefinition;
  };
  readonly remedy: {
    readonly afterJoining: Says<RemedyDefinition, "joinedMonth">;
    readonly checkRecord: RemedyDefinition;
  };
  readonly amount: {
    readonly refundPerson: AmountDefinition;
    readonly refundHeirs: AmountDefinition;
    readonly refundUnit: AmountDefinition;
    readonly recover: AmountDefinition;
    readonly recoverHeirs: AmountDefinition;
    readonly credited: AmountDefinition;
  };
  readonly coverage: {
    readonly kept: string;
    readonly refundedDied: string;
    readonly refundedRetired: string;
    readonly refundedJoined: string;
    readonly refundedUnemployment: string;
    readonly refundedSentence: string;
  };
  readonly material: {
    readonly applicationDied: Material;
    readonly applicationRetired: Material;
    readonly applicationJoined: Material;
    readonly applicationUnemployment: Material;
    readonly applicationSentence: Material;
    readonly identityCard: Material;
    readonly deathCertificate: Material;
    readonly kinship: Material;
    readonly pensionApproval: Material;
    readonly unitEnrolment: Material;
    readonly benefitProof: Material;
    readonly judgment: Material;
  };
  readonly notice: {
    readonly accountRecovered: NoticeFound;
    readonly correction: NoticeFound;
  };
  readonly table: Pick<City.Tables, "employeeWaiting">;
  readonly reading: Pick<City.Readings, "firstFlexible" | "accountRecovery" | "joinedMonth" | "refundRounding" | "refundMaterials">;
  readonly headline: {
    readonly granted: Says<Template, "monthsRefunded" | "refundTotal">;
    readonly recoverOnly: Says<Template, "refundTotal" | "recover">;
    readonly diedAfter: Template;
    readonly noWaiting: Template;
    readonly yearsShort: Template;
    readonly joinsLater: Says<Template, "joinedMonth">;
    readonly noMonths: Template;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
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
    readonly notYet: string;
    readonly diedInFuture: string;
    readonly diedBeforePaid: string;
    readonly endsBeforeStart: string;
  };
}

export type Words = OwnWords & City.Waiting;

const FACTS = {
  reason: "choice",
  capacity: "choice?",
  special: "choice?",
  paidOn: "date?",
  deathDate: "date?",
  pensionMonth: "month?",
  yearsMet: "flag?",
  joinedMonth: "month?",
  benefitFrom: "month?",
  benefitTo: "month?",
  sentenceFrom: "month?",
  sentenceTo: "month?",
  payments: "list",
  credited: "money",
} as const;
const NEEDS = {
  fact: "reason capacity special paidOn deathDate pensionMonth yearsMet joinedMonth benefitFrom benefitTo sentenceFrom sentenceTo payments credited",
  leaf: "reason capacity special yearsMet",
  option: "reason.diedWaiting reason.overpaidRetired reason.joinedUnit reason.unemployment reason.sentence capacity.unit capacity.flexible special.none special.graduate special.militarySpouse payments.payer.person payments.payer.unit",
  field: "payments.from payments.to payments.amount payments.payer",
  step: "lastMonthOfYear joinedFrom paymentMonths refundMonths partWhole partShare partMonth partMonths monthsRefunded noMonths personParts refundPerson refundUnit refundTotal recover recoverAll paymentDay employeeAtOnce employeeAfterWaiting employeeWaitingLast",
  condition: "diedInWaiting(deathDate,waitingLast) hasWaiting(employee-waiting.days) yearsMet hasJoined hasMonthsDied hasMonthsRetired hasMonthsJoined hasMonthsUnemployment hasMonthsSentence",
  remedy: "afterJoining(joinedMonth) checkRecord",
  amount: "refundPerson refundHeirs refundUnit recover recoverHeirs credited",
  coverage: "kept refundedDied refundedRetired refundedJoined refundedUnemployment refundedSentence",
  material: "applicationDied applicationRetired applicationJoined applicationUnemployment applicationSentence identityCard deathCertificate kinship pensionApproval unitEnrolment benefitProof judgment",
  notice: "accountRecovered correction",
  headline: "granted(monthsRefunded,refundTotal) recoverOnly(refundTotal,recover) diedAfter noWaiting yearsShort joinsLater(joinedMonth) noMonths",
  place: "agency",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture beforeRules notYet diedInFuture diedBeforePaid endsBeforeStart",
  table: "employeeWaiting.in.capacity.unit employeeWaiting.in.capacity.flexible employeeWaiting.in.history.first employeeWaiting.in.history.local employeeWaiting.in.history.elsewhere employeeWaiting.in.special.none employeeWaiting.in.special.graduate employeeWaiting.in.special.militarySpouse employeeWaiting.out.answer employeeWaiting.out.days employeeWaiting.is.answer.first employeeWaiting.is.answer.graduate employeeWaiting.is.answer.militarySpouse employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.answer.longGap employeeWaiting.is.answer.lastYearPaid employeeWaiting.is.answer.lastYearUnpaid employeeWaiting.is.answer.yearShortGap employeeWaiting.is.answer.yearLongGap notice.out.answer notice.is.answer.earlier notice.is.answer.notice",
  reading: "firstFlexible.is.firstEnrolment firstFlexible.is.flexibleRule accountRecovery.is.always accountRecovery.is.sentenceOnly joinedMonth.is.included joinedMonth.is.fromNext refundRounding.is.byMonthShare refundRounding.is.monthFirst refundMaterials.is.listed refundMaterials.is.application waitingDayCount.is.paymentDay waitingDayCount.is.nextDay",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("tieling.refund", FACTS, NEEDS);
