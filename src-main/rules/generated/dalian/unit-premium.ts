/** 单位职工缴费金额. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts.ts";
import type { Some } from "../../engine/formula.ts";
import type { Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";

export interface Facts {
  readonly who: number;
  readonly months: MonthsValue;
  readonly newStaff: number | undefined;
  readonly firstWage: number | undefined;
  readonly wage: number | undefined;
  readonly wages: readonly {
    readonly year: number;
    readonly wage: number;
  }[] | undefined;
  readonly sumOfBases: number | undefined;
  readonly totalWages: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly who: NodeDefinition;
    readonly months: NodeDefinition;
    readonly newStaff: NodeDefinition;
    readonly firstWage: NodeDefinition;
    readonly wage: NodeDefinition;
    readonly wages: NodeDefinition;
    readonly sumOfBases: NodeDefinition;
    readonly totalWages: NodeDefinition;
  };
  readonly leaf: {
    readonly who: readonly Node[];
    readonly newStaff: readonly Node[];
  };
  readonly option: {
    readonly who: {
      readonly person: number;
      readonly unit: number;
    };
  };
  readonly field: {
    readonly wages: {
      readonly year: NodeDefinition;
      readonly wage: NodeDefinition;
    };
  };
  readonly step: {
    readonly segmentFrom: NodeDefinition;
    readonly segmentTo: NodeDefinition;
    readonly segmentMonths: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly lastYear: ToldStep<readonly [Node, ...Node[]]>;
    readonly usedWage: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitBase: ToldStep<readonly [Node, ...Node[]]>;
    readonly personBasicExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly personBasic: ToldStep<readonly [Node, ...Node[]]>;
    readonly personLargeSumExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly personLargeSum: ToldStep<readonly [Node, ...Node[]]>;
    readonly personMonth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly personSegment: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly personPart: ToldStep;
    readonly personPartOfBasic: ToldStep<readonly [Node, ...Node[]]>;
    readonly personPartOfMonth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly personPartOfMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitBasicExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitBasic: ToldStep<readonly [Node, ...Node[]]>;
    readonly unitLargeSumExact: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitLargeSum: ToldStep<readonly [Node, ...Node[]]>;
    readonly unitMonth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitSegment: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitPart: ToldStep;
    readonly unitPartOfBasic: ToldStep<readonly [Node, ...Node[]]>;
    readonly unitPartOfMonth: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly unitPartOfMonths: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly total: ToldStep;
  };
  readonly amount: {
    readonly personPart: AmountDefinition;
    readonly unitPart: AmountDefinition;
    readonly base: AmountDefinition;
    readonly personMonth: AmountDefinition;
    readonly unitMonth: AmountDefinition;
    readonly personBasic: AmountDefinition;
    readonly personLargeSum: AmountDefinition;
    readonly unitBasic: AmountDefinition;
    readonly unitLargeSum: AmountDefinition;
    readonly personSegment: AmountDefinition;
    readonly unitSegment: AmountDefinition;
  };
  readonly material: {
    readonly payroll: Material;
    readonly firstPayroll: Material;
    readonly labourContract: Material;
    readonly baseList: Material;
    readonly totalPayroll: Material;
  };
  readonly notice: {
    readonly press: NoticeFound;
    readonly largeSumUnverified: NoticeFound;
    readonly largeSumUnknown: NoticeFound;
    readonly baseOutsideLimits: NoticeFound;
    readonly limitsUnverified: NoticeFound;
  };
  readonly headline: {
    readonly personMonth: Says<Template, "segmentFrom" | "personPart" | "unitPart" | "total">;
    readonly personMonths: Says<Template, "months" | "personPart" | "unitPart" | "total">;
    readonly unitMonth: Says<Template, "segmentFrom" | "unitPart">;
    readonly unitMonths: Says<Template, "months" | "unitPart">;
    readonly figureMissing: Template;
  };
  readonly place: {
    readonly agency: Template;
    readonly online: Template;
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
    readonly oldRules: string;
    readonly yearLacking: string;
    readonly yearTwice: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  who: "choice",
  months: "months",
  newStaff: "flag?",
  firstWage: "money?",
  wage: "money?",
  wages: "list?",
  sumOfBases: "money?",
  totalWages: "money?",
} as const;
const NEEDS = {
  fact: "who months newStaff firstWage wage wages sumOfBases totalWages",
  leaf: "who newStaff",
  option: "who.person who.unit",
  field: "wages.year wages.wage",
  step: "segmentFrom segmentTo segmentMonths lastYear usedWage unitBase personBasicExact personBasic personLargeSumExact personLargeSum personMonth personSegment personPart personPartOfBasic personPartOfMonth personPartOfMonths unitBasicExact unitBasic unitLargeSumExact unitLargeSum unitMonth unitSegment unitPart unitPartOfBasic unitPartOfMonth unitPartOfMonths total",
  amount: "personPart unitPart base personMonth unitMonth personBasic personLargeSum unitBasic unitLargeSum personSegment unitSegment",
  material: "payroll firstPayroll labourContract baseList totalPayroll",
  notice: "press largeSumUnverified largeSumUnknown baseOutsideLimits limitsUnverified",
  headline: "personMonth(segmentFrom,personPart,unitPart,total) personMonths(months,personPart,unitPart,total) unitMonth(segmentFrom,unitPart) unitMonths(months,unitPart) figureMissing",
  place: "agency online",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps oldRules yearLacking yearTwice",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "severalYears" | "bySum">("dalian.unit-premium", FACTS, NEEDS);
