/** What the matters of chongqing share. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ReadingWord, TableWord } from "../../engine/words.ts";

export interface Tables {
  readonly arrears: TableWord<{
    readonly months: number;
    readonly paid: number;
  }, {
    readonly answer: "none" | "madeGood" | "credited" | "unpaid" | "longUnpaid";
  }>;
  readonly careSources: TableWord<{
    readonly month: number;
  }, {
    readonly answer: "same" | "outdated";
  }>;
  readonly deathRefund: TableWord<{
    readonly month: number;
    readonly tier: "first" | "second";
  }, {
    readonly answer: "whole" | "account" | "nothing";
  }>;
  readonly employeeWaiting: TableWord<{
    readonly way: "new" | "individual" | "unitToIndividual" | "residentToIndividual" | "residentToUnit" | "individualToUnit";
    readonly first: number;
    readonly retired: number;
    readonly continuous: number;
    readonly gap: number;
    readonly read: number;
  }, {
    readonly answer: "first" | "longGap" | "change" | "shortMembership" | "fromUnit" | "continuous" | "shortGap";
    readonly months: never;
    readonly after: never;
    readonly unpaid: never;
    readonly by: "none" | "firstIndividual" | "shortMembership" | "unitLongGap";
  }>;
  readonly individualAges: TableWord<{
    readonly household: number;
    readonly pension: number;
    readonly sex: "male" | "female";
  }, {
    readonly lowest: never;
    readonly limit: never;
  }>;
  readonly newborn: TableWord<{
    readonly day: number;
  }, {
    readonly answer: "newborn" | "resident";
  }>;
  readonly residentCalendar: TableWord<{
    readonly month: number;
  }, {
    readonly answer: "grace" | "open" | "coming";
  }>;
  readonly residentTreatment: TableWord<{
    readonly national: number;
    readonly group: "other" | "assisted" | "newborn";
    readonly change: "none" | "keeps" | "longGap" | "short";
    readonly phase: "announced" | "grace" | "other";
    readonly missed: number;
  }, {
    readonly answer: "born" | "exempt" | "keeps" | "announced" | "grace" | "national" | "atMost" | "unnamed";
    readonly months: never;
  }>;
}

export interface Readings {
  readonly arrearsWithin: ReadingWord<"resumeAndPay" | "resumeOnly">;
  readonly arrearsPaymentMonth: ReadingWord<"nextMonth" | "covered">;
  readonly arrearsUnpaid: ReadingWord<"afterResuming" | "afterArrears">;
  readonly arrearsFirstMonth: ReadingWord<"covered" | "notPaid">;
  readonly partYear: ReadingWord<"remaining" | "wholeYear">;
  readonly rounding: ReadingWord<"monthFirst" | "totalOnce">;
  readonly careRest: ReadingWord<"lastMonth" | "firstMonth">;
  readonly carePartYear: ReadingWord<"byMonth" | "wholeYear">;
  readonly refundLate: ReadingWord<"nextYearOnly" | "laterToo">;
  readonly counterMaterials: ReadingWord<"identityCard" | "none">;
  readonly firstMissedYear: ReadingWord<"counts" | "free">;
  readonly missedYearsBefore2025: ReadingWord<"count" | "ignored">;
  readonly residentFirstDay: ReadingWord<"paymentDay" | "nextDay">;
  readonly residentWaitingStart: ReadingWord<"payment" | "yearStart">;
  readonly latePeriodStart: ReadingWord<"yearStart" | "payment">;
  readonly nationalRuleStart: ReadingWord<"insuredYear" | "payment">;
  readonly partYearInsured: ReadingWord<"counts" | "missed">;
  readonly newbornDayCount: ReadingWord<"nextDay" | "birthDay">;
  readonly permitOffice: ReadingWord<"residence" | "online">;
  readonly retiredFrom: ReadingWord<"nextMonth" | "sameMonth">;
  readonly chengduEqual: ReadingWord<"lastPaid" | "here">;
  readonly individualTopUp: ReadingWord<"allowed" | "notAllowed">;
  readonly sameMonthTwice: ReadingWord<"once" | "twice">;
  readonly waitingStart: ReadingWord<"paymentMonth" | "nextMonth">;
  readonly firstIndividual: ReadingWord<"goesOn" | "firstTime">;
  readonly fundMonths: ReadingWord<"asUnit" | "notUnit">;
  readonly shortMembership: ReadingWord<"sixMonths" | "noWait">;
  readonly shortGap: ReadingWord<"gapStays" | "likeChange">;
  readonly changeUnpaid: ReadingWord<"sixMonths" | "noWait">;
  readonly unitLongGap: ReadingWord<"sixMonths" | "monthAfter">;
  readonly nonlocalPastAge: ReadingWord<"stops" | "goesOn">;
  readonly pastAgeGoOn: ReadingWord<"allowed" | "notAllowed">;
  readonly nonlocalIndividual: ReadingWord<"notRequired" | "permit">;
}

/** steps/care.yaml */
export interface Care {
  readonly step: {
    readonly careMonths: DerivedStep;
    readonly careWholeMonths: DerivedStep;
    readonly careWhole: ToldStep<readonly [Node, ...Node[]]>;
    readonly careOnce: DerivedStep;
    readonly carePart: DerivedStep;
    readonly carePartOf: DerivedStep;
    readonly careRest: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly careRestMonth: ToldStep<readonly [Node, ...Node[]]>;
    readonly careByMonth: DerivedStep;
    readonly careWithRest: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
  };
  readonly figure: {
    readonly carePremium: Figure;
    readonly carePremiumRetired: Figure;
  };
  readonly table: Pick<Tables, "careSources">;
  readonly reading: Pick<Readings, "careRest" | "carePartYear">;
  readonly conflict: {
    readonly carePremium: Conflict;
  };
}

/** steps/premium.yaml */
export interface Premium {
  readonly step: {
    readonly monthsLeft: DerivedStep;
    readonly wholeYearMonths: ToldStep<readonly [Node, ...Node[]]>;
    readonly premiumYearExact: DerivedStep;
    readonly premiumYear: DerivedStep;
    readonly premiumMonth: DerivedStep;
    readonly premium: DerivedStep;
  };
  readonly figure: {
    readonly individualBase: Figure;
    readonly firstTierRate: Figure;
    readonly secondTierRate: Figure;
  };
  readonly reading: Pick<Readings, "partYear" | "rounding">;
}

/** steps/resident.yaml */
export interface Resident {
  readonly step: {
    readonly paymentDay: NodeDefinition;
    readonly isNextYear: DerivedStep;
    readonly isNextYearByDay: DerivedStep;
    readonly isNextYearByPeriod: DerivedStep;
    readonly insuredYearNumber: DerivedStep;
    readonly yearStart: DerivedStep;
    readonly yearEnd: DerivedStep;
    readonly inPeriodTold: DerivedStep;
    readonly inPeriodByDates: DerivedStep;
    readonly inPeriodByYear: DerivedStep;
    readonly phase: ToldStep;
    readonly ruleByYear: DerivedStep;
    readonly isNational: DerivedStep;
    readonly residentGroup: ToldStep;
    readonly changeFrom: ToldStep;
    readonly hasMissed: DerivedStep;
    readonly neverMissed: ToldStep<readonly [Node, ...Node[]]>;
    readonly lastInsuredYear: DerivedStep;
    readonly lastInsuredYearRead: DerivedStep;
    readonly exempt: ToldStep<readonly [Node, ...Node[]]>;
    readonly repaired: NodeDefinition;
    readonly noWait: ToldStep<readonly [Node, ...Node[]]>;
    readonly waitingStart: DerivedStep;
    readonly lateStart: DerivedStep;
    readonly graceStart: DerivedStep;
    readonly residentAtOnce: DerivedStep;
    readonly residentAfterWaiting: DerivedStep;
    readonly residentWaitingLast: DerivedStep;
    readonly notBeforeYear: DerivedStep;
    readonly otherTreatmentFrom: DerivedStep;
    readonly treatmentWithoutDay: DerivedStep;
    readonly newbornLastDay: DerivedStep;
    readonly fromBirth: DerivedStep;
    readonly withinClosing: DerivedStep;
    readonly selfPaid: DerivedStep;
    readonly yearPremium: DerivedStep;
    readonly birthYearPremium: DerivedStep;
    readonly repairPremium: DerivedStep;
    readonly subsidyDue: DerivedStep;
  };
  readonly value: {
    readonly phase: {
      readonly announced: number;
      readonly grace: number;
      readonly other: number;
    };
    readonly residentGroup: {
      readonly other: number;
      readonly assisted: number;
      readonly newborn: number;
    };
    readonly changeFrom: {
      readonly none: number;
      readonly keeps: number;
      readonly longGap: number;
      readonly short: number;
    };
  };
  readonly figure: {
    readonly residentPeriodFrom: Figure;
    readonly residentPeriodTo: Figure;
    readonly residentGraceUntil: Figure;
    readonly residentFirstTier: Figure;
    readonly residentSecondTier: Figure;
    readonly residentSubsidy: Figure;
    readonly residentSubsidyMonth: Figure;
    readonly residentClosingDay: Figure;
  };
  readonly table: Pick<Tables, "residentTreatment" | "residentCalendar">;
  readonly reading: Pick<Readings, "firstMissedYear" | "missedYearsBefore2025" | "residentWaitingStart" | "residentFirstDay" | "latePeriodStart" | "partYearInsured" | "nationalRuleStart">;
}

/** steps/start-month.yaml */
export interface StartMonth {
  readonly step: {
    readonly startMonth: NodeDefinition;
  };
}

/** steps/waiting.yaml */
export interface Waiting {
  readonly step: {
    readonly paymentMonth: NodeDefinition;
    readonly gapMonths: DerivedStep;
    readonly treatmentAtOnce: DerivedStep;
    readonly treatmentAfterWaiting: DerivedStep;
    readonly treatmentAfterPaying: DerivedStep;
    readonly waitingLast: DerivedStep;
    readonly waitingUnpaid: DerivedStep;
    readonly treatmentWithout: DerivedStep;
  };
  readonly table: Pick<Tables, "employeeWaiting">;
  readonly reading: Pick<Readings, "waitingStart" | "changeUnpaid" | "arrearsPaymentMonth" | "firstIndividual" | "shortMembership" | "unitLongGap" | "shortGap">;
  readonly conflict: {
    readonly fromUnit: Conflict;
  };
}
