/** What the matters of national share. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { DerivedStep, Node, ToldStep } from "../../engine/node.ts";
import type { TableWord } from "../../engine/words.ts";

export interface Tables {
  readonly flexibleRetirement: TableWord<{
    readonly month: number;
  }, {
    readonly mostEarly: never;
  }>;
  readonly pensionYears: TableWord<{
    readonly retirementMonth: number;
  }, {
    readonly least: never;
    readonly lastMonth: never;
    readonly perYear: never;
    readonly most: never;
  }>;
  readonly residentRule: TableWord<{
    readonly paid: number;
  }, {
    readonly answer: "city" | "national";
  }>;
  readonly residentWaiting: TableWord<{
    readonly exempt: number;
    readonly inPeriod: number;
    readonly missed: number;
  }, {
    readonly fixed: never;
    readonly perYear: never;
    readonly perRepaired: never;
    readonly least: never;
  }>;
  readonly retirementAge: TableWord<{
    readonly kind: "man" | "woman55" | "woman50";
    readonly birthMonth: number;
  }, {
    readonly originalAge: never;
    readonly firstMonth: never;
    readonly step: never;
    readonly cap: never;
  }>;
}

export type Readings = object;

/** steps/pension-years.yaml */
export interface PensionYears {
  readonly step: {
    readonly leastPension: DerivedStep;
    readonly statutoryWithPension: DerivedStep;
  };
  readonly table: Pick<Tables, "pensionYears">;
}

/** steps/resident-waiting.yaml */
export interface ResidentWaiting {
  readonly step: {
    readonly missedYears: DerivedStep;
    readonly missedYearsSince: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly missedCounted: DerivedStep;
    readonly variableWait: DerivedStep;
    readonly residentWait: DerivedStep;
    readonly residentWaitFixed: DerivedStep;
  };
  readonly table: Pick<Tables, "residentWaiting" | "residentRule">;
}

/** steps/resident-year.yaml */
export interface ResidentYear {
  readonly step: {
    readonly missedCountedOther: DerivedStep;
    readonly variableWaitOther: DerivedStep;
    readonly residentWaitOther: DerivedStep;
    readonly residentWaitLeast: ToldStep<readonly [Node, ...Node[]]>;
    readonly residentWaitMost: ToldStep<readonly [Node, ...Node[]]>;
    readonly earliestTreatmentFrom: ToldStep;
    readonly latestTreatmentFrom: ToldStep;
    readonly firstYearAs: DerivedStep;
    readonly earlierYearsAs: DerivedStep;
    readonly partYearAs: DerivedStep;
    readonly waitingStartAs: DerivedStep;
    readonly firstDayAs: DerivedStep;
  };
}

/** steps/retirement-age.yaml */
export interface RetirementAge {
  readonly step: {
    readonly retirementDelay: DerivedStep;
    readonly statutoryMonth: DerivedStep;
    readonly earliestMonth: ToldStep<readonly [Node, Node, Node, Node, ...Node[]]>;
  };
  readonly table: Pick<Tables, "retirementAge" | "flexibleRetirement">;
}
