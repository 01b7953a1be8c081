/** What the matters of tieling share. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ReadingWord, TableWord } from "../../engine/words.ts";

export interface Tables {
  readonly capacity: TableWord<{
    readonly capacity: "unit" | "flexible" | "resident";
    readonly employed: number;
    readonly arrears: number;
    readonly correction: number;
  }, {
    readonly answer: "fits" | "arrears" | "correction" | "hasUnit" | "noUnit";
  }>;
  readonly duplicateSubsidy: TableWord<{
    readonly endsHere: number;
    readonly kind: "employee" | "resident" | "cross";
    readonly employeeMonths: number;
  }, {
    readonly answer: "notConcerned" | "notCounted" | "notSaid";
  }>;
  readonly duplicate: TableWord<{
    readonly kind: "employee" | "resident" | "cross";
    readonly student: "none" | "school" | "entryYear";
    readonly chooses: number;
    readonly employeeMonths: number;
    readonly partTime: number;
  }, {
    readonly answer: "workPlace" | "residence" | "school" | "recognitionPlace" | "noDuplicate" | "employee" | "longPartTime" | "treatment" | "notSaid";
  }>;
  readonly employeeWaiting: TableWord<{
    readonly capacity: "unit" | "flexible";
    readonly history: "first" | "local" | "elsewhere";
    readonly special: "none" | "graduate" | "militarySpouse";
    readonly gap: number;
    readonly lastYear: number;
    readonly thisYear: number;
  }, {
    readonly answer: "first" | "graduate" | "militarySpouse" | "continuous" | "shortGap" | "longGap" | "lastYearPaid" | "lastYearUnpaid" | "yearShortGap" | "yearLongGap";
    readonly days: never;
  }>;
  readonly newborn: TableWord<{
    readonly day: number;
    readonly years: number;
  }, {
    readonly answer: "fromBirth" | "waits" | "tooLate";
    readonly birthYear: never;
    readonly days: never;
  }>;
  readonly notice: TableWord<{
    readonly paid: number;
  }, {
    readonly answer: "earlier" | "notice";
  }>;
  readonly residentCalendar: TableWord<{
    readonly month: number;
  }, {
    readonly answer: "thisYear" | "nextYear";
  }>;
  readonly residentTreatment: TableWord<{
    readonly paid: number;
    readonly assisted: "none" | "subsistence" | "destitute" | "lifted" | "marginal" | "entitled" | "disabled";
    readonly inPeriod: number;
    readonly change: "none" | "twoYears" | "twoYearsGap" | "short";
  }, {
    readonly answer: "inPeriod" | "outside" | "twoYears" | "twoYearsGap" | "short" | "national" | "recognised" | "paid";
    readonly days: never;
  }>;
  readonly retirementYears: TableWord<{
    readonly sex: "male" | "female";
    readonly closedGroup: number;
  }, {
    readonly cumulative: never;
    readonly local: never;
  }>;
  readonly schemeChange: TableWord<{
    readonly cross: number;
    readonly assisted: number;
    readonly continuous: number;
    readonly gap: number;
    readonly special: "none" | "graduate" | "militarySpouse";
  }, {
    readonly answer: "sameScheme" | "sameSchemeGap" | "assisted" | "twoYears" | "twoYearsGap" | "short" | "graduate" | "militarySpouse";
    readonly days: never;
  }>;
  readonly workingAge: TableWord<{
    readonly capacity: "unit" | "flexible" | "resident";
  }, {
    readonly lowest: never;
  }>;
  readonly yearsLimits: TableWord<{
    readonly processingMonth: number;
  }, {
    readonly appliesFrom: never;
    readonly deemedUntil: never;
    readonly soldiersBefore: never;
  }>;
}

export interface Readings {
  readonly fallbackLimits: ReadingWord<"held" | "free">;
  readonly residentDuplicate: ReadingWord<"residence" | "latestPayment">;
  readonly partTimeDuplicate: ReadingWord<"oneYear" | "partTime">;
  readonly shortDuplicate: ReadingWord<"treatment" | "employee" | "resident">;
  readonly materials: ReadingWord<"listed" | "none">;
  readonly accountRecovery: ReadingWord<"always" | "sentenceOnly">;
  readonly joinedMonth: ReadingWord<"included" | "fromNext">;
  readonly refundRounding: ReadingWord<"byMonthShare" | "monthFirst">;
  readonly refundMaterials: ReadingWord<"listed" | "application">;
  readonly residentRefundDay: ReadingWord<"cause" | "application">;
  readonly concentratedPeriod: ReadingWord<"fourthQuarter" | "announced">;
  readonly firstMissedYear: ReadingWord<"counts" | "free">;
  readonly missedYearsBefore2025: ReadingWord<"count" | "ignored">;
  readonly residentWaitingStart: ReadingWord<"payment" | "yearStart">;
  readonly latePeriodStart: ReadingWord<"yearStart" | "payment">;
  readonly nationalRuleStart: ReadingWord<"payment" | "insuredYear">;
  readonly partYearInsured: ReadingWord<"counts" | "missed">;
  readonly changeInPeriod: ReadingWord<"residentRule" | "changeRule">;
  readonly newbornDayCount: ReadingWord<"nextDay" | "birthDay">;
  readonly lateNewborn: ReadingWord<"ninetyDays" | "threeMonths" | "none">;
  readonly lateNewbornBirthYear: ReadingWord<"granted" | "withinNinetyDays">;
  readonly waitingDayCount: ReadingWord<"paymentDay" | "nextDay">;
  readonly firstFlexible: ReadingWord<"firstEnrolment" | "flexibleRule">;
  readonly firstFromResident: ReadingWord<"schemeChange" | "firstEnrolment">;
  readonly crossYearBackPayment: ReadingWord<"notFull" | "full">;
  readonly localFlexibleAge: ReadingWord<"same" | "free">;
  readonly flexibleWomanAge: ReadingWord<"woman55" | "woman50">;
  readonly gapLeft: ReadingWord<"none" | "thirtyDays">;
  readonly oldCoverInWait: ReadingWord<"ends" | "goesOn">;
  readonly changeShortGap: ReadingWord<"notCovered" | "backPaid">;
  readonly flexibleGapInYear: ReadingWord<"asEmployee" | "notCovered">;
  readonly flexibleLongGapInYear: ReadingWord<"thirtyDays" | "none">;
  readonly sameMonthTwice: ReadingWord<"once" | "twice">;
  readonly earlyPension: ReadingWord<"pensionCounts" | "statutoryAge">;
  readonly laterSoldiers: ReadingWord<"counted" | "notCounted">;
  readonly closedGroupLocal: ReadingWord<"notRequired" | "required">;
  readonly closedGroupReach: ReadingWord<"reachable" | "closed">;
  readonly noShortfallStart: ReadingWord<"processingMonth" | "retirementMonth">;
  readonly goOnStart: ReadingWord<"nextMonth" | "sameMonth">;
  readonly shortfallRate: ReadingWord<"arrearsRate" | "flexibleRate">;
  readonly averageWage: ReadingWord<"monthly" | "annualTwelfth">;
  readonly rounding: ReadingWord<"monthFirst" | "once">;
  readonly retirementMaterials: ReadingWord<"listed" | "none">;
}

/** steps/arrears-price.yaml */
export interface ArrearsPrice {
  readonly step: {
    readonly arrearsBase: DerivedStep;
    readonly arrearsRate: DerivedStep;
    readonly topUpMonthExact: DerivedStep;
    readonly topUpMonth: DerivedStep;
    readonly topUp: DerivedStep;
    readonly topUpExact: DerivedStep;
  };
  readonly figure: {
    readonly averageWageMonth: Figure;
    readonly averageWageYear: Figure;
    readonly arrearsRatePoolOnly: Figure;
    readonly arrearsRateCombined: Figure;
  };
  readonly reading: Pick<Readings, "averageWage" | "rounding">;
}

/** steps/change-waiting.yaml */
export interface ChangeWaiting {
  readonly step: {
    readonly changeDay: NodeDefinition;
    readonly changeAtOnce: DerivedStep;
    readonly changeAfterWaiting: DerivedStep;
    readonly changeWaitingLast: DerivedStep;
  };
  readonly table: Pick<Tables, "notice">;
  readonly reading: Pick<Readings, "waitingDayCount">;
}

/** steps/employee-waiting.yaml */
export interface EmployeeWaiting {
  readonly step: {
    readonly paidThisYear: DerivedStep;
    readonly longGapWait: ToldStep<readonly [Node, ...Node[]]>;
    readonly lastYearPaid: DerivedStep;
    readonly lastYearBackPaid: ToldStep<readonly [Node, ...Node[]]>;
    readonly firstPaidLongAgo: NodeDefinition;
  };
  readonly value: {
    readonly firstPaidLongAgo: {
      readonly longAgo: number;
    };
  };
  readonly table: Pick<Tables, "employeeWaiting">;
  readonly reading: Pick<Readings, "crossYearBackPayment" | "flexibleGapInYear" | "flexibleLongGapInYear">;
  readonly conflict: {
    readonly flexibleLongGap: Conflict;
  };
}

/** steps/newborn-waiting.yaml */
export interface NewbornWaiting {
  readonly step: {
    readonly newbornDay: NodeDefinition;
    readonly newbornAtOnce: DerivedStep;
    readonly newbornAfterWaiting: DerivedStep;
    readonly newbornWaitingLast: DerivedStep;
  };
  readonly table: Pick<Tables, "notice">;
  readonly reading: Pick<Readings, "waitingDayCount">;
}

/** steps/residence.yaml */
export interface Residence {
  readonly step: {
    readonly residence: ToldStep;
  };
  readonly value: {
    readonly residence: {
      readonly none: number;
      readonly permit: number;
      readonly household: number;
    };
  };
}

/** steps/resident.yaml */
export interface Resident {
  readonly step: {
    readonly residentDay: NodeDefinition;
    readonly residentAtOnce: DerivedStep;
    readonly residentAfterWaiting: DerivedStep;
    readonly residentWaitingLast: DerivedStep;
    readonly isNextYear: DerivedStep;
    readonly isNextYearByDay: DerivedStep;
    readonly insuredYearNumber: DerivedStep;
    readonly yearStart: DerivedStep;
    readonly yearEnd: DerivedStep;
    readonly inPeriodByQuarter: DerivedStep;
    readonly inPeriodAnnounced: DerivedStep;
    readonly ruleByYear: DerivedStep;
    readonly exempt: ToldStep<readonly [Node, ...Node[]]>;
    readonly neverMissed: ToldStep<readonly [Node, ...Node[]]>;
    readonly lastInsuredYear: DerivedStep;
    readonly lastInsuredYearRead: DerivedStep;
    readonly repaired: NodeDefinition;
    readonly waitingStart: DerivedStep;
    readonly lateStart: DerivedStep;
    readonly notBeforeYear: DerivedStep;
    readonly otherTreatmentFrom: DerivedStep;
    readonly changeContinuous: NodeDefinition;
    readonly changeGap: DerivedStep;
    readonly changeFrom: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly value: {
    readonly changeFrom: {
      readonly none: number;
      readonly twoYears: number;
      readonly twoYearsGap: number;
      readonly short: number;
    };
  };
  readonly table: Pick<Tables, "residentTreatment" | "schemeChange" | "residentCalendar" | "notice">;
  readonly reading: Pick<Readings, "waitingDayCount" | "concentratedPeriod" | "firstMissedYear" | "missedYearsBefore2025" | "residentWaitingStart" | "latePeriodStart" | "nationalRuleStart" | "partYearInsured" | "changeInPeriod">;
  readonly conflict: {
    readonly changeToResident: Conflict;
  };
}

/** steps/waiting.yaml */
export interface Waiting {
  readonly step: {
    readonly paymentDay: NodeDefinition;
    readonly employeeAtOnce: DerivedStep;
    readonly employeeAfterWaiting: DerivedStep;
    readonly employeeWaitingLast: DerivedStep;
  };
  readonly table: Pick<Tables, "notice">;
  readonly reading: Pick<Readings, "waitingDayCount">;
}

/** steps/years.yaml */
export interface Years {
  readonly step: {
    readonly sameMonthTwice: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly transferredCounted: DerivedStep;
    readonly serviceBefore: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly deemedTogether: DerivedStep;
    readonly serviceOverlap: ToldStep<readonly [Node, ...Node[]]>;
    readonly deemed: DerivedStep;
    readonly cumulative: DerivedStep;
    readonly cumulativeShortfall: DerivedStep;
    readonly localShortfall: DerivedStep;
    readonly shortfall: DerivedStep;
  };
}
