/** 断缴接续. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, DateDefinition, NextFound, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly capacity: number;
  readonly paidOn: number | undefined;
  readonly fromElsewhere: number | undefined;
  readonly paid: MonthsValue;
  readonly lastYear: number | undefined;
  readonly firstPaidOn: number | undefined;
  readonly fundMode: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly capacity: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly fromElsewhere: NodeDefinition;
    readonly paid: NodeDefinition;
    readonly lastYear: NodeDefinition;
    readonly firstPaidOn: NodeDefinition;
    readonly fundMode: NodeDefinition;
  };
  readonly leaf: {
    readonly capacity: readonly Node[];
    readonly fromElsewhere: readonly Node[];
    readonly lastYear: readonly Node[];
    readonly fundMode: readonly Node[];
  };
  readonly option: {
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly lastYear: {
      readonly inTime: number;
      readonly backPaid: number;
      readonly notFull: number;
    };
    readonly fundMode: {
      readonly poolOnly: number;
      readonly combined: number;
    };
  };
  readonly step: {
    readonly lastPaid: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly gapMonths: DerivedStep;
    readonly history: ToldStep<readonly [Node, ...Node[]]>;
    readonly topUpPoolOnly: DerivedStep;
    readonly topUpCombined: DerivedStep;
    readonly leftWait: DerivedStep;
  };
  readonly value: {
    readonly history: {
      readonly local: number;
      readonly elsewhere: number;
    };
  };
  readonly condition: {
    readonly atMostThree: ConditionDefinition;
  };
  readonly amount: {
    readonly topUp: AmountDefinition;
    readonly topUpOwn: AmountDefinition;
    readonly topUpMonth: AmountDefinition;
    readonly topUpMonthOwn: AmountDefinition;
    readonly topUpPoolOnly: AmountDefinition;
    readonly topUpPoolOnlyOwn: AmountDefinition;
    readonly topUpCombined: AmountDefinition;
    readonly topUpCombinedOwn: AmountDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly madeGood: string;
    readonly gap: string;
    readonly waiting: string;
    readonly waitingMonth: string;
    readonly covered: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly paymentRecord: Material;
    readonly transferProof: Material;
  };
  readonly notice: {
    readonly gapLost: NoticeFound;
    readonly yearsOnly: NoticeFound;
    readonly notCredited: NoticeFound;
    readonly waitsAgain: NoticeFound;
    readonly firstWait: NoticeFound;
  };
  readonly reading: Pick<City.Readings, "gapLeft" | "materials">;
  readonly headline: {
    readonly noGap: Template;
    readonly payable: Says<Template, "gapMonths" | "topUp">;
    readonly yearWait: Says<Template, "treatmentFrom">;
    readonly payableEither: Says<Template, "gapMonths" | "topUpPoolOnly" | "topUpCombined">;
    readonly tooLong: Says<Template, "gapMonths" | "employee-waiting.days" | "treatmentFrom">;
    readonly gapLost: Says<Template, "gapMonths" | "treatmentFrom">;
    readonly lastYearPaid: Says<Template, "treatmentFrom">;
    readonly lastYearUnpaid: Says<Template, "employee-waiting.days" | "treatmentFrom">;
    readonly figureMissing: Says<Template, "gapMonths">;
    readonly backPay: Template;
    readonly leave: Template;
    readonly backPayText: Template;
    readonly leaveText: Says<Template, "treatmentFrom">;
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
    readonly nothingBefore: string;
    readonly monthsAfter: string;
    readonly firstPaidElsewhen: string;
    readonly paidInFuture: string;
    readonly beforeRules: string;
  };
  readonly next: {
    readonly arrears: NextFound;
  };
}

export type Words = OwnWords & City.ArrearsPrice & City.Waiting & City.EmployeeWaiting;

const FACTS = {
  capacity: "choice",
  paidOn: "date?",
  fromElsewhere: "flag?",
  paid: "months",
  lastYear: "choice?",
  firstPaidOn: "date?",
  fundMode: "choice?",
} as const;
const NEEDS = {
  fact: "capacity paidOn fromElsewhere paid lastYear firstPaidOn fundMode",
  leaf: "capacity fromElsewhere lastYear fundMode",
  option: "capacity.unit capacity.flexible lastYear.inTime lastYear.backPaid lastYear.notFull fundMode.poolOnly fundMode.combined",
  step: "lastPaid gapMonths history topUpPoolOnly topUpCombined leftWait arrearsBase arrearsRate topUpMonthExact topUpMonth topUp topUpExact paymentDay employeeAtOnce employeeAfterWaiting employeeWaitingLast paidThisYear longGapWait lastYearPaid lastYearBackPaid firstPaidLongAgo",
  value: "history.local history.elsewhere firstPaidLongAgo.longAgo",
  condition: "atMostThree",
  amount: "topUp topUpOwn topUpMonth topUpMonthOwn topUpPoolOnly topUpPoolOnlyOwn topUpCombined topUpCombinedOwn",
  date: "treatmentFrom waitingLast",
  coverage: "paid madeGood gap waiting waitingMonth covered",
  material: "identityCard paymentRecord transferProof",
  notice: "gapLost yearsOnly notCredited waitsAgain firstWait",
  headline: "noGap payable(gapMonths,topUp) yearWait(treatmentFrom) payableEither(gapMonths,topUpPoolOnly,topUpCombined) tooLong(gapMonths,employee-waiting.days,treatmentFrom) gapLost(gapMonths,treatmentFrom) lastYearPaid(treatmentFrom) lastYearUnpaid(employee-waiting.days,treatmentFrom) figureMissing(gapMonths) backPay leave backPayText leaveText(treatmentFrom)",
  place: "agency",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps nothingBefore monthsAfter firstPaidElsewhen paidInFuture beforeRules",
  next: "arrears",
  figure: "averageWageMonth averageWageYear arrearsRatePoolOnly arrearsRateCombined",
  table: "notice.out.answer notice.is.answer.earlier notice.is.answer.notice employeeWaiting.in.capacity.unit employeeWaiting.in.capacity.flexible employeeWaiting.in.history.first employeeWaiting.in.history.local employeeWaiting.in.history.elsewhere employeeWaiting.in.special.none employeeWaiting.in.special.graduate employeeWaiting.in.special.militarySpouse employeeWaiting.out.answer employeeWaiting.out.days employeeWaiting.is.answer.first employeeWaiting.is.answer.graduate employeeWaiting.is.answer.militarySpouse employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.answer.longGap employeeWaiting.is.answer.lastYearPaid employeeWaiting.is.answer.lastYearUnpaid employeeWaiting.is.answer.yearShortGap employeeWaiting.is.answer.yearLongGap",
  reading: "gapLeft.is.none gapLeft.is.thirtyDays materials.is.listed materials.is.none averageWage.is.monthly averageWage.is.annualTwelfth rounding.is.monthFirst rounding.is.once waitingDayCount.is.paymentDay waitingDayCount.is.nextDay crossYearBackPayment.is.notFull crossYearBackPayment.is.full flexibleGapInYear.is.asEmployee flexibleGapInYear.is.notCovered flexibleLongGapInYear.is.thirtyDays flexibleLongGapInYear.is.none",
  conflict: "flexibleLongGap",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "payable" | "asksFirstPaid">("tieling.back-payment", FACTS, NEEDS);
