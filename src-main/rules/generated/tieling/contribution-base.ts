/** 缴费基数核定. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, NoticeFound, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";

export interface Facts {
  readonly capacity: number;
  readonly unitKind: number | undefined;
  readonly payer: number | undefined;
  readonly lastYearKnown: number | undefined;
  readonly thisMonthKnown: number | undefined;
  readonly wage: number | undefined;
  readonly lastYearWages: number | undefined;
  readonly wageMonths: number | undefined;
  readonly totalWages: number | undefined;
  readonly headcount: number | undefined;
  readonly sumOfBases: number | undefined;
  readonly onlyChildFee: number | undefined;
  readonly heatingFee: number | undefined;
  readonly housingFund: number | undefined;
  readonly annuity: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly capacity: NodeDefinition;
    readonly unitKind: NodeDefinition;
    readonly payer: NodeDefinition;
    readonly lastYearKnown: NodeDefinition;
    readonly thisMonthKnown: NodeDefinition;
    readonly wage: NodeDefinition;
    readonly lastYearWages: NodeDefinition;
    readonly wageMonths: NodeDefinition;
    readonly totalWages: NodeDefinition;
    readonly headcount: NodeDefinition;
    readonly sumOfBases: NodeDefinition;
    readonly onlyChildFee: NodeDefinition;
    readonly heatingFee: NodeDefinition;
    readonly housingFund: NodeDefinition;
    readonly annuity: NodeDefinition;
  };
  readonly leaf: {
    readonly capacity: readonly Node[];
    readonly unitKind: readonly Node[];
    readonly payer: readonly Node[];
    readonly lastYearKnown: readonly Node[];
    readonly thisMonthKnown: readonly Node[];
  };
  readonly option: {
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
    };
    readonly unitKind: {
      readonly enterprise: number;
      readonly public: number;
      readonly hardship: number;
    };
    readonly payer: {
      readonly person: number;
      readonly unit: number;
    };
  };
  readonly step: {
    readonly lessOnlyChildFee: DerivedStep;
    readonly lessHeatingFee: DerivedStep;
    readonly lessHousingFund: DerivedStep;
    readonly lessAnnuity: DerivedStep;
    readonly averageWage: DerivedStep;
    readonly lowestBase: DerivedStep;
    readonly highestBase: DerivedStep;
    readonly heldWage: DerivedStep;
    readonly monthWage: DerivedStep;
    readonly personBase: DerivedStep;
    readonly personBaseAverage: DerivedStep;
    readonly averageTotal: DerivedStep;
    readonly unitBase: DerivedStep;
    readonly unitBaseLarger: DerivedStep;
    readonly flexibleBase: DerivedStep;
  };
  readonly amount: {
    readonly personBase: AmountDefinition;
    readonly unitBase: AmountDefinition;
    readonly flexibleBase: AmountDefinition;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly payroll: Material;
    readonly roster: Material;
    readonly noWages: Material;
    readonly hardshipProof: Material;
  };
  readonly notice: {
    readonly baseOnly: NoticeFound;
  };
  readonly figure: {
    readonly averageWageMonth: Figure;
    readonly averageWageYear: Figure;
    readonly baseLowestShare: Figure;
    readonly baseHighestShare: Figure;
  };
  readonly reading: Pick<City.Readings, "fallbackLimits" | "materials">;
  readonly headline: {
    readonly person: Says<Template, "personBase">;
    readonly unit: Says<Template, "unitBase">;
    readonly flexible: Says<Template, "flexibleBase">;
    readonly figureMissing: Template;
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
    readonly tooMuchExcluded: string;
  };
}

export type Words = OwnWords;

const FACTS = {
  capacity: "choice",
  unitKind: "choice?",
  payer: "choice?",
  lastYearKnown: "flag?",
  thisMonthKnown: "flag?",
  wage: "money?",
  lastYearWages: "money?",
  wageMonths: "count?",
  totalWages: "money?",
  headcount: "count?",
  sumOfBases: "money?",
  onlyChildFee: "money?",
  heatingFee: "money?",
  housingFund: "money?",
  annuity: "money?",
} as const;
const NEEDS = {
  fact: "capacity unitKind payer lastYearKnown thisMonthKnown wage lastYearWages wageMonths totalWages headcount sumOfBases onlyChildFee heatingFee housingFund annuity",
  leaf: "capacity unitKind payer lastYearKnown thisMonthKnown",
  option: "capacity.unit capacity.flexible unitKind.enterprise unitKind.public unitKind.hardship payer.person payer.unit",
  step: "lessOnlyChildFee lessHeatingFee lessHousingFund lessAnnuity averageWage lowestBase highestBase heldWage monthWage personBase personBaseAverage averageTotal unitBase unitBaseLarger flexibleBase",
  amount: "personBase unitBase flexibleBase",
  material: "identityCard payroll roster noWages hardshipProof",
  notice: "baseOnly",
  headline: "person(personBase) unit(unitBase) flexible(flexibleBase) figureMissing",
  place: "agency",
  timeLimit: "none",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps tooMuchExcluded",
  figure: "averageWageMonth averageWageYear baseLowestShare baseHighestShare",
  reading: "fallbackLimits.is.held fallbackLimits.is.free materials.is.listed materials.is.none",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, never>("tieling.contribution-base", FACTS, NEEDS);
