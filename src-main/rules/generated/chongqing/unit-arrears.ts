/** 单位欠费与补缴. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, DateDefinition, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly lastPaid: number;
  readonly resumedMonth: number | undefined;
  readonly arrearsPaid: number;
  readonly paidOffMonth: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly lastPaid: NodeDefinition;
    readonly resumedMonth: NodeDefinition;
    readonly arrearsPaid: NodeDefinition;
    readonly paidOffMonth: NodeDefinition;
  };
  readonly leaf: {
    readonly arrearsPaid: readonly Node[];
  };
  readonly step: {
    readonly resumed: NodeDefinition;
    readonly paidOff: NodeDefinition;
    readonly arrearsMonths: DerivedStep;
    readonly monthsToPaidOff: DerivedStep;
    readonly monthsToResumed: DerivedStep;
    readonly stoppedFrom: DerivedStep;
    readonly stoppedFromRead: DerivedStep;
    readonly stoppedAtOnce: DerivedStep;
    readonly payBy: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly benefitsFrom: DerivedStep;
    readonly benefitsRead: DerivedStep;
    readonly paidUntil: ToldStep<readonly [Node, ...Node[]]>;
    readonly paidUntilPayment: DerivedStep;
    readonly resumedFrom: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly longFrom: ToldStep<readonly [Node, Node, ...Node[]]>;
  };
  readonly condition: {
    readonly arrearsPaid: ConditionDefinition;
  };
  readonly remedy: {
    readonly payInTime: Says<RemedyDefinition, "payBy">;
    readonly payWhenever: RemedyDefinition;
    readonly payAnyway: RemedyDefinition;
  };
  readonly date: {
    readonly stoppedFrom: DateDefinition;
    readonly payBy: DateDefinition;
    readonly paidUntil: DateDefinition;
    readonly benefitsFrom: DateDefinition;
    readonly resumedFrom: DateDefinition;
  };
  readonly coverage: {
    readonly paid: string;
    readonly grace: string;
    readonly stopped: string;
    readonly resumed: string;
    readonly madeGood: string;
    readonly covered: string;
  };
  readonly material: {
    readonly handlerCard: Material;
  };
  readonly notice: {
    readonly accountCredited: Says<NoticeFound, "arrearsMonths">;
    readonly gapNotPaid: Says<NoticeFound, "longest" | "stoppedFrom">;
  };
  readonly table: Pick<City.Tables, "arrears">;
  readonly reading: Pick<City.Readings, "arrearsWithin" | "arrearsPaymentMonth" | "arrearsUnpaid" | "arrearsFirstMonth" | "counterMaterials">;
  readonly headline: {
    readonly none: Template;
    readonly madeGood: Says<Template, "arrearsMonths" | "benefitsFrom">;
    readonly credited: Says<Template, "arrearsMonths" | "benefitsFrom" | "stoppedFrom">;
    readonly chooseShort: Says<Template, "arrearsMonths" | "payBy">;
    readonly chooseOpen: Says<Template, "arrearsMonths">;
    readonly chooseLong: Says<Template, "longest" | "stoppedFrom">;
    readonly pay: Template;
    readonly payText: Says<Template, "benefitsFrom">;
    readonly payLongText: Says<Template, "benefitsFrom" | "stoppedFrom">;
    readonly leave: Template;
    readonly leaveStopped: Template;
    readonly leaveResumed: Says<Template, "resumedFrom" | "stoppedFrom">;
  };
  readonly place: {
    readonly agency: Template;
  };
  readonly timeLimit: {
    readonly payBy: Says<Template, "payBy">;
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
    readonly lastPaidTooLate: string;
    readonly resumedInFuture: string;
    readonly resumedTooEarly: string;
    readonly paidOffInFuture: string;
    readonly paidOffTooEarly: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  lastPaid: "month",
  resumedMonth: "month?",
  arrearsPaid: "flag",
  paidOffMonth: "month?",
} as const;
const NEEDS = {
  fact: "lastPaid resumedMonth arrearsPaid paidOffMonth",
  leaf: "arrearsPaid",
  step: "resumed paidOff arrearsMonths monthsToPaidOff monthsToResumed stoppedFrom stoppedFromRead stoppedAtOnce payBy benefitsFrom benefitsRead paidUntil paidUntilPayment resumedFrom longFrom",
  condition: "arrearsPaid",
  remedy: "payInTime(payBy) payWhenever payAnyway",
  date: "stoppedFrom payBy paidUntil benefitsFrom resumedFrom",
  coverage: "paid grace stopped resumed madeGood covered",
  material: "handlerCard",
  notice: "accountCredited(arrearsMonths) gapNotPaid(longest,stoppedFrom)",
  headline: "none madeGood(arrearsMonths,benefitsFrom) credited(arrearsMonths,benefitsFrom,stoppedFrom) chooseShort(arrearsMonths,payBy) chooseOpen(arrearsMonths) chooseLong(longest,stoppedFrom) pay payText(benefitsFrom) payLongText(benefitsFrom,stoppedFrom) leave leaveStopped leaveResumed(resumedFrom,stoppedFrom)",
  place: "agency",
  timeLimit: "payBy(payBy) none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps paidInFuture lastPaidTooLate resumedInFuture resumedTooEarly paidOffInFuture paidOffTooEarly",
  table: "arrears.out.answer arrears.is.answer.none arrears.is.answer.madeGood arrears.is.answer.credited arrears.is.answer.unpaid arrears.is.answer.longUnpaid",
  reading: "arrearsWithin.is.resumeAndPay arrearsWithin.is.resumeOnly arrearsPaymentMonth.is.nextMonth arrearsPaymentMonth.is.covered arrearsUnpaid.is.afterResuming arrearsUnpaid.is.afterArrears arrearsFirstMonth.is.covered arrearsFirstMonth.is.notPaid counterMaterials.is.identityCard counterMaterials.is.none",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("chongqing.unit-arrears", FACTS, NEEDS);
