/** 旧规定：企业职工个人补缴医保. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, SectionFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly period: number;
  readonly kind: number;
  readonly currentlyPaid: number | undefined;
  readonly owed: MonthsValue;
  readonly alreadyPaid: number | undefined;
  readonly byAgent: number;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly period: NodeDefinition;
    readonly kind: NodeDefinition;
    readonly currentlyPaid: NodeDefinition;
    readonly owed: NodeDefinition;
    readonly alreadyPaid: NodeDefinition;
    readonly byAgent: NodeDefinition;
  };
  readonly leaf: {
    readonly kind: readonly Node[];
    readonly currentlyPaid: readonly Node[];
    readonly byAgent: readonly Node[];
  };
  readonly option: {
    readonly kind: {
      readonly nonlocal: number;
      readonly ruralRate: number;
      readonly ruralMissed: number;
      readonly other: number;
    };
  };
  readonly step: {
    readonly fits: ToldStep<readonly [Node, ...Node[]]>;
    readonly runMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly base: DerivedStep;
    readonly monthExact: DerivedStep;
    readonly month: DerivedStep;
    readonly run: DerivedStep;
    readonly sum: DerivedStep;
    readonly total: DerivedStep;
    readonly totalLessPaid: DerivedStep;
  };
  readonly condition: {
    readonly withinPeriod: Says<ConditionDefinition, "historic-periods.from" | "historic-periods.to" | "period">;
    readonly fits: Says<ConditionDefinition, "kind">;
    readonly currentlyPaid: ConditionDefinition;
  };
  readonly remedy: {
    readonly current: RemedyDefinition;
    readonly otherWay: RemedyDefinition;
    readonly payCurrent: RemedyDefinition;
  };
  readonly amount: {
    readonly total: AmountDefinition;
    readonly month: AmountDefinition;
  };
  readonly coverage: {
    readonly owed: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly agentIdentityCard: Material;
    readonly applicationForm: Material;
  };
  readonly notice: {
    readonly standing: NoticeFound;
    readonly current: NoticeFound;
    readonly credited: NoticeFound;
  };
  readonly figure: {
    readonly averageWage: Figure;
    readonly nonlocalBaseShare: Figure;
    readonly nonlocalRate: Figure;
  };
  readonly reading: Pick<City.Readings, "historicRuralPaid">;
  readonly conflict: {
    readonly historicOldGap: Conflict;
    readonly historicBackPaymentCredit: Conflict;
    readonly historicBackPaymentEffect: Conflict;
  };
  readonly section: {
    readonly counters: SectionFound;
    readonly before: SectionFound;
  };
  readonly headline: {
    readonly payable: Says<Template, "owed" | "total">;
    readonly payCurrent: Template;
    readonly notOne: Template;
    readonly outside: Says<Template, "period">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly then: Template;
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
    readonly periodInFuture: string;
    readonly notPast: string;
  };
  readonly next: {
    readonly now: NextFound;
  };
}

export type Words = OwnWords & City.Historic;

const FACTS = {
  period: "month",
  kind: "choice",
  currentlyPaid: "flag?",
  owed: "months",
  alreadyPaid: "money?",
  byAgent: "flag",
} as const;
const NEEDS = {
  fact: "period kind currentlyPaid owed alreadyPaid byAgent",
  leaf: "kind currentlyPaid byAgent",
  option: "kind.nonlocal kind.ruralRate kind.ruralMissed kind.other",
  step: "fits runMonths base monthExact month run sum total totalLessPaid historicPeriod",
  condition: "withinPeriod(historic-periods.from,historic-periods.to,period) fits(kind) currentlyPaid",
  remedy: "current otherWay payCurrent",
  amount: "total month",
  coverage: "owed",
  material: "identityCard agentIdentityCard applicationForm",
  notice: "standing current credited",
  section: "counters before",
  headline: "payable(owed,total) payCurrent notOne outside(period) figureMissing",
  place: "then",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps periodInFuture notPast",
  next: "now",
  figure: "averageWage nonlocalBaseShare nonlocalRate",
  table: "historicPeriods.in.matter.contribution historicPeriods.in.matter.individual historicPeriods.in.matter.nonlocalBackPayment historicPeriods.in.matter.gapPayer historicPeriods.in.matter.cardLoss historicPeriods.in.matter.chronic historicPeriods.in.matter.referral historicPeriods.in.matter.onlineMove historicPeriods.in.matter.unemployment historicPeriods.in.undated.nextRecord historicPeriods.in.undated.reportYear historicPeriods.out.from historicPeriods.out.to",
  reading: "historicRuralPaid.is.full historicRuralPaid.is.lessPaid historicUndated.is.nextRecord historicUndated.is.reportYear",
  conflict: "historicOldGap historicBackPaymentCredit historicBackPaymentEffect",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "paidCounts">("dalian.historic-nonlocal-back-payment", FACTS, NEEDS);
