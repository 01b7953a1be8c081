/** 单位职工缴费金额. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import type { MonthsValue } from "../../engine/facts/facts.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { AmountDefinition, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

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
    readonly unitBase: DerivedStep;
    readonly personBasicExact: DerivedStep;
    readonly personBasic: DerivedStep;
    readonly personLargeSumExact: DerivedStep;
    readonly personLargeSum: DerivedStep;
    readonly personMonth: DerivedStep;
    readonly personSegment: DerivedStep;
    readonly personPart: DerivedStep;
    readonly personPartOfMonth: DerivedStep;
    readonly unitBasicExact: DerivedStep;
    readonly unitBasic: DerivedStep;
    readonly unitLargeSumExact: DerivedStep;
    readonly unitLargeSum: DerivedStep;
    readonly unitMonth: DerivedStep;
    readonly unitSegment: DerivedStep;
    readonly unitPart: DerivedStep;
    readonly unitPartOfMonth: DerivedStep;
    readonly total: DerivedStep;
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
  readonly figure: {
    readonly personRate: Figure;
    readonly personLargeSumRate: Figure;
    readonly unitRate: Figure;
    readonly unitLargeSumRate: Figure;
  };
  readonly table: Pick<City.Tables, "unitPremium">;
  readonly reading: Pick<City.Readings, "unitPremiumBase" | "unitPremiumYear" | "unitPremiumMaterials" | "unitPremiumPlace">;
  readonly conflict: {
    readonly baseYear: Conflict;
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

export type Words = OwnWords & City.BaseLimits;

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
  step: "segmentFrom segmentTo segmentMonths lastYear usedWage unitBase personBasicExact personBasic personLargeSumExact personLargeSum personMonth personSegment personPart personPartOfMonth unitBasicExact unitBasic unitLargeSumExact unitLargeSum unitMonth unitSegment unitPart unitPartOfMonth total heldBase",
  amount: "personPart unitPart base personMonth unitMonth personBasic personLargeSum unitBasic unitLargeSum personSegment unitSegment",
  material: "payroll firstPayroll labourContract baseList totalPayroll",
  notice: "press largeSumUnverified largeSumUnknown baseOutsideLimits limitsUnverified",
  headline: "personMonth(segmentFrom,personPart,unitPart,total) personMonths(months,personPart,unitPart,total) unitMonth(segmentFrom,unitPart) unitMonths(months,unitPart) figureMissing",
  place: "agency online",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps oldRules yearLacking yearTwice",
  figure: "personRate personLargeSumRate unitRate unitLargeSumRate baseLowerLimit baseUpperLimit",
  table: "unitPremium.in.wageYear.baseYear unitPremium.in.wageYear.calendarYear unitPremium.out.current unitPremium.out.year unitPremium.out.lastYear unitPremium.out.largeSum",
  reading: "unitPremiumBase.is.sumOfBases unitPremiumBase.is.totalWages unitPremiumYear.is.baseYear unitPremiumYear.is.calendarYear unitPremiumMaterials.is.proofs unitPremiumMaterials.is.none unitPremiumPlace.is.agency unitPremiumPlace.is.online",
  conflict: "baseYear",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "severalYears" | "bySum">("dalian.unit-premium", FACTS, NEEDS);
