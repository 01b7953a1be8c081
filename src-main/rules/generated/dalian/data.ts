/** What the matters of dalian share. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ReadingWord, TableWord } from "../../engine/words.ts";

export interface Tables {
  readonly deemedCutOff: TableWord<{
    readonly capacity: "unit" | "flexible";
  }, {
    readonly month: never;
  }>;
  readonly enrolmentAges: TableWord<{
    readonly sex: "male" | "female";
  }, {
    readonly lowest: never;
    readonly limit: never;
  }>;
  readonly flexibleAccount: TableWord<{
    readonly month: number;
  }, {
    readonly account: never;
  }>;
  readonly flexiblePremiumParts: TableWord<{
    readonly month: number;
  }, {
    readonly largeSumRate: never;
    readonly largeSumFixed: never;
  }>;
  readonly fullAge: TableWord<{
    readonly age: number;
  }, {
    readonly answer: "minor" | "adult";
  }>;
  readonly gap: TableWord<{
    readonly months: number;
    readonly thisMonth: number;
  }, {
    readonly answer: "noGap" | "allowed" | "tooLate" | "tooLong";
  }>;
  readonly accountCreditAge: TableWord<{
    readonly age: number;
  }, {
    readonly class: "to45" | "over45";
  }>;
  readonly accountCreditWay: TableWord<{
    readonly month: number;
    readonly capacity: "unit" | "flexible" | "retired";
  }, {
    readonly way: "wage" | "pension" | "base" | "fixed" | "none";
  }>;
  readonly chronicPayment: TableWord<{
    readonly month: number;
  }, {
    readonly way: "cashFirst" | "atOnce";
  }>;
  readonly chronicSubsidy: TableWord<{
    readonly month: number;
    readonly area: "inner" | "zhuanghe" | "other";
    readonly community: number;
  }, {
    readonly share: "unknown" | "stated" | "example" | "community" | "communityExample";
  }>;
  readonly gapPayer: TableWord<{
    readonly situation: "unit" | "unitNoMedical" | "noUnit" | "never";
    readonly household: "urban" | "rural";
  }, {
    readonly payer: "unit" | "unitFrom2004" | "individual" | "optional" | "serviceFirst";
  }>;
  readonly historicPayDay: TableWord<{
    readonly eighth: "included" | "excluded";
    readonly day: number;
  }, {
    readonly inTime: never;
  }>;
  readonly historicPeriods: TableWord<{
    readonly matter: "contribution" | "individual" | "nonlocalBackPayment" | "gapPayer" | "cardLoss" | "chronic" | "referral" | "onlineMove" | "unemployment";
    readonly undated: "nextRecord" | "reportYear";
  }, {
    readonly from: never;
    readonly to: never;
  }>;
  readonly historicPooling: TableWord<{
    readonly month: number;
    readonly area: "inner" | "outer";
  }, {
    readonly pooled: "local" | "city";
  }>;
  readonly unitGap: TableWord<{
    readonly month: number;
  }, {
    readonly payable: never;
  }>;
  readonly historicUnlockDay: TableWord<{
    readonly day: number;
  }, {
    readonly open: never;
  }>;
  readonly inpatientBasic: TableWord<{
    readonly capacity: "inService" | "retired";
    readonly age: number;
    readonly level: "grassroots" | "second" | "third" | "top";
  }, {
    readonly deductible: never;
    readonly ratio: never;
  }>;
  readonly inpatientLayers: TableWord<{
    readonly month: number;
  }, {
    readonly layers: "handbook" | "largeSum";
  }>;
  readonly insuranceYear: TableWord<{
    readonly month: number;
  }, {
    readonly answer: "previous" | "own";
  }>;
  readonly newCard: TableWord<{
    readonly period: number;
  }, {
    readonly days: never;
  }>;
  readonly residentStanding: TableWord<{
    readonly day: number;
    readonly change: number;
    readonly continuous: number;
    readonly gap: number;
    readonly keeps: number;
  }, {
    readonly standing: "ordinary" | "newborn" | "keeps";
  }>;
  readonly residentTreatment: TableWord<{
    readonly paid: number;
    readonly standing: "ordinary" | "newborn" | "keeps";
    readonly nextYear: number;
    readonly inPeriod: number;
    readonly month: number;
  }, {
    readonly answer: "fromBirth" | "keeps" | "atOnce" | "fullMonths" | "notOpen" | "national";
    readonly months: never;
  }>;
  readonly retirementTerms: TableWord<{
    readonly processingMonth: number;
  }, {
    readonly fixedCreditFrom: never;
  }>;
  readonly retirementYears: TableWord<{
    readonly sex: "male" | "female";
  }, {
    readonly cumulative: never;
    readonly local: never;
    readonly fixedAge: never;
    readonly earlyAge: never;
  }>;
  readonly topUpBase: TableWord<{
    readonly processingMonth: number;
    readonly ownBaseKnown: number;
  }, {
    readonly base: "assessed" | "own";
  }>;
  readonly unitPremium: TableWord<{
    readonly month: number;
    readonly wageYear: "baseYear" | "calendarYear";
  }, {
    readonly current: never;
    readonly year: never;
    readonly lastYear: never;
    readonly largeSum: never;
  }>;
}

export interface Readings {
  readonly gapMonthStandard: ReadingWord<"ownMonth" | "atPayment">;
  readonly resumedMonth: ReadingWord<"covered" | "nextMonth">;
  readonly backPaymentMaterials: ReadingWord<"identityCard" | "none">;
  readonly residentFillsGap: ReadingWord<"doesNotFill" | "fills">;
  readonly elsewhereStopsGap: ReadingWord<"goesOn" | "stops">;
  readonly premiumRounding: ReadingWord<"eachPart" | "together">;
  readonly enrolmentUpperAge: ReadingWord<"birthdayTooLate" | "birthdayIncluded">;
  readonly historicUndated: ReadingWord<"nextRecord" | "reportYear">;
  readonly historicOuterRates: ReadingWord<"notKnown" | "asCity">;
  readonly historicOuterCredit: ReadingWord<"asCity" | "notKnown">;
  readonly historicAgeDay: ReadingWord<"firstDay" | "lastDay">;
  readonly historicFlexibleCredit: ReadingWord<"asEmployee" | "notKnown">;
  readonly historicAveragePension: ReadingWord<"ownPension" | "stop">;
  readonly historicLeastOnRelief: ReadingWord<"ownBaseOnly" | "applies">;
  readonly historicEighth: ReadingWord<"included" | "excluded">;
  readonly historicRuralPaid: ReadingWord<"full" | "lessPaid">;
  readonly historicChronicExample: ReadingWord<"allDistricts" | "zhuangheOnly">;
  readonly historicChronicCommunity: ReadingWord<"onOld" | "onNew">;
  readonly inpatientDate: ReadingWord<"admission" | "discharge">;
  readonly inpatientYear: ReadingWord<"calendar" | "insuranceYear">;
  readonly inpatientRounding: ReadingWord<"halfUp" | "down">;
  readonly limitSplit: ReadingWord<"byCost" | "byPayment">;
  readonly burdenDeductible: ReadingWord<"counted" | "notCounted">;
  readonly burdenBeyondLimits: ReadingWord<"counted" | "notCounted">;
  readonly subsidyCap: ReadingWord<"none" | "shared">;
  readonly largeSumBands: ReadingWord<"aboveThreshold" | "fromZero">;
  readonly laterStays: ReadingWord<"same" | "lower">;
  readonly unnamedForm: ReadingWord<"original" | "copy">;
  readonly transferOutPublicStatus: ReadingWord<"required" | "notRequired">;
  readonly resignationEndMonth: ReadingWord<"turningMonth" | "monthBefore">;
  readonly resignationLate: ReadingWord<"fromProcessing" | "fromApprovalMonth">;
  readonly resignationShortfall: ReadingWord<"monthsOnly" | "topUp">;
  readonly resignationUnit: ReadingWord<"asFlexible" | "ask">;
  readonly unemploymentCoverEnd: ReadingWord<"monthAfterGap" | "withBenefit">;
  readonly sameYearChange: ReadingWord<"decemberOnly" | "anyMonth">;
  readonly schemeChangeMaterials: ReadingWord<"identityCard" | "none">;
  readonly residentPermit: ReadingWord<"mayEnrol" | "not">;
  readonly unitLeaver: ReadingWord<"atOnce" | "december">;
  readonly changeAfterTwoYears: ReadingWord<"noWait" | "asOthers">;
  readonly missedInPeriod: ReadingWord<"national" | "noWait">;
  readonly firstMissedYear: ReadingWord<"counts" | "free">;
  readonly missedYearsBefore2025: ReadingWord<"count" | "ignored">;
  readonly partYearInsured: ReadingWord<"counts" | "missed">;
  readonly residentWaitingStart: ReadingWord<"payment" | "yearStart">;
  readonly waitingDayCount: ReadingWord<"paymentDay" | "nextDay">;
  readonly latePeriodStart: ReadingWord<"yearStart" | "payment">;
  readonly nationalRuleStart: ReadingWord<"payment" | "insuredYear">;
  readonly newbornDayCount: ReadingWord<"nextDay" | "birthDay">;
  readonly residentMaterials: ReadingWord<"proofs" | "none">;
  readonly residentPlace: ReadingWord<"district" | "street">;
  readonly lateApplication: ReadingWord<"fromProcessing" | "fromPensionMonth">;
  readonly noShortfallStart: ReadingWord<"nextMonth" | "sameMonth">;
  readonly deemedCapacity: ReadingWord<"atEnrolment" | "atProcessing">;
  readonly sameMonthTwice: ReadingWord<"once" | "twice">;
  readonly monthsAfterRetirement: ReadingWord<"notCounted" | "counted">;
  readonly topUpRate: ReadingWord<"handbook" | "flexibleRate">;
  readonly rounding: ReadingWord<"monthFirst" | "once">;
  readonly earlyEndMonth: ReadingWord<"turningMonth" | "monthBefore">;
  readonly earlyMonthsCount: ReadingWord<"counted" | "notCounted">;
  readonly earlyStatutoryAge: ReadingWord<"fiftyFortyFive" | "statutory">;
  readonly earlyFlexible: ReadingWord<"monthly" | "likeUnit">;
  readonly wayBMaterials: ReadingWord<"identityCard" | "none">;
  readonly retirementPlace: ReadingWord<"district" | "window">;
  readonly fixedAge: ReadingWord<"fixed" | "statutory">;
  readonly earlyShortfallBase: ReadingWord<"assessed" | "retirementMonth">;
  readonly militaryWayB: ReadingWord<"doesNotCount" | "counts">;
  readonly militaryMaterials: ReadingWord<"dischargePaper" | "none">;
  readonly fundMonthsLocal: ReadingWord<"count" | "doNotCount">;
  readonly unitPremiumBase: ReadingWord<"sumOfBases" | "totalWages">;
  readonly unitPremiumYear: ReadingWord<"baseYear" | "calendarYear">;
  readonly unitPremiumMaterials: ReadingWord<"proofs" | "none">;
  readonly unitPremiumPlace: ReadingWord<"agency" | "online">;
}

/** steps/base-limits.yaml */
export interface BaseLimits {
  readonly step: {
    readonly heldBase: DerivedStep;
  };
  readonly figure: {
    readonly baseLowerLimit: Figure;
    readonly baseUpperLimit: Figure;
  };
}

/** steps/december.yaml */
export interface December {
  readonly step: {
    readonly processingDay: NodeDefinition;
    readonly changeFrom: DerivedStep;
    readonly changeUntil: DerivedStep;
    readonly inTime: DerivedStep;
    readonly unpaidYear: ToldStep<readonly [Node, Node, Node, ...Node[]]>;
    readonly leaverInTime: DerivedStep;
  };
  readonly reading: Pick<Readings, "sameYearChange">;
}

/** steps/gap-price.yaml */
export interface GapPrice {
  readonly step: {
    readonly backPayment: DerivedStep;
  };
  readonly reading: Pick<Readings, "gapMonthStandard">;
}

/** steps/gap.yaml */
export interface Gap {
  readonly step: {
    readonly gapMonths: DerivedStep;
    readonly gapUnpaid: DerivedStep;
    readonly filledMonths: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly table: Pick<Tables, "gap">;
  readonly reading: Pick<Readings, "residentFillsGap" | "elsewhereStopsGap">;
}

/** steps/historic-area.yaml */
export interface HistoricArea {
  readonly step: {
    readonly historicOuterAsCity: ToldStep<readonly [Node, ...Node[]]>;
  };
  readonly value: {
    readonly historicOuterAsCity: {
      readonly local: number;
      readonly asCity: number;
    };
  };
  readonly table: Pick<Tables, "historicPooling">;
}

/** steps/historic.yaml */
export interface Historic {
  readonly step: {
    readonly historicPeriod: DerivedStep;
  };
  readonly table: Pick<Tables, "historicPeriods">;
  readonly reading: Pick<Readings, "historicUndated">;
}

/** steps/pay-on.yaml */
export interface PayOn {
  readonly step: {
    readonly monthsToPay: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly localProjected: DerivedStep;
  };
}

/** steps/premium.yaml */
export interface Premium {
  readonly step: {
    readonly premiumMonth: NodeDefinition;
    readonly flexibleBaseExact: DerivedStep;
    readonly flexibleBase: DerivedStep;
    readonly basicPremiumExact: DerivedStep;
    readonly basicPremium: DerivedStep;
    readonly largeSumShareExact: DerivedStep;
    readonly largeSumExact: DerivedStep;
    readonly largeSum: DerivedStep;
    readonly monthlyPremium: DerivedStep;
    readonly monthlyPremiumTogether: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly largeSumRest: DerivedStep;
  };
  readonly figure: {
    readonly assessedBase: Figure;
    readonly flexibleBaseShare: Figure;
    readonly flexibleBasicRate: Figure;
    readonly flexibleLargeSumRate: Figure;
    readonly flexibleLargeSumFixed: Figure;
  };
  readonly table: Pick<Tables, "flexiblePremiumParts">;
  readonly reading: Pick<Readings, "premiumRounding">;
  readonly conflict: {
    readonly flexibleRate: Conflict;
    readonly baseYear: Conflict;
  };
}

/** steps/resident.yaml */
export interface Resident {
  readonly step: {
    readonly residentDay: NodeDefinition;
    readonly isNextYear: DerivedStep;
    readonly isNextYearByDay: ToldStep<readonly [Node, ...Node[]]>;
    readonly insuredYearNumber: DerivedStep;
    readonly yearStart: DerivedStep;
    readonly yearEnd: DerivedStep;
    readonly periodFrom: DerivedStep;
    readonly periodTo: DerivedStep;
    readonly inPeriodByDates: DerivedStep;
    readonly inPeriodByPayDay: ToldStep<readonly [Node, Node, Node, Node, Node, ...Node[]]>;
    readonly inPeriodTold: DerivedStep;
    readonly inPeriodByYear: DerivedStep;
    readonly changeGap: DerivedStep;
    readonly ruleByYear: DerivedStep;
    readonly exempt: DerivedStep;
    readonly exemptInPeriod: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly repaired: NodeDefinition;
    readonly lastInsuredYear: DerivedStep;
    readonly lastInsuredYearRead: DerivedStep;
    readonly waitingStart: DerivedStep;
    readonly lateStart: DerivedStep;
    readonly residentAtOnce: DerivedStep;
    readonly residentAfterWaiting: DerivedStep;
    readonly residentWaitingLast: DerivedStep;
    readonly notBeforeYear: DerivedStep;
    readonly afterFullMonths: DerivedStep;
    readonly fullMonthsLast: DerivedStep;
    readonly fromBirth: DerivedStep;
    readonly newbornUntil: DerivedStep;
  };
  readonly figure: {
    readonly residentPeriodFromAdult: Figure;
    readonly residentPeriodFromMinor: Figure;
    readonly residentPeriodFromPupil: Figure;
    readonly residentPeriodFromStudent: Figure;
    readonly residentPeriodToAdult: Figure;
    readonly residentPeriodToMinor: Figure;
    readonly residentPeriodToPupil: Figure;
    readonly residentPeriodToStudent: Figure;
    readonly residentPayBy: Figure;
  };
  readonly table: Pick<Tables, "residentStanding" | "residentTreatment">;
  readonly reading: Pick<Readings, "changeAfterTwoYears" | "missedInPeriod" | "firstMissedYear" | "missedYearsBefore2025" | "partYearInsured" | "residentWaitingStart" | "waitingDayCount" | "latePeriodStart" | "nationalRuleStart" | "newbornDayCount">;
}

/** steps/top-up.yaml */
export interface TopUp {
  readonly step: {
    readonly topUpBase: DerivedStep;
    readonly topUpRate: DerivedStep;
    readonly topUpMonthExact: DerivedStep;
    readonly topUpMonth: DerivedStep;
    readonly topUpExact: DerivedStep;
    readonly topUp: DerivedStep;
    readonly processingMonth: NodeDefinition;
  };
  readonly figure: {
    readonly assessedBase: Figure;
    readonly topUpRate: Figure;
    readonly flexibleBasicRate: Figure;
  };
  readonly table: Pick<Tables, "topUpBase">;
  readonly reading: Pick<Readings, "topUpRate" | "rounding">;
  readonly conflict: {
    readonly topUpRate: Conflict;
  };
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
  readonly table: Pick<Tables, "retirementYears" | "deemedCutOff">;
  readonly reading: Pick<Readings, "sameMonthTwice" | "deemedCapacity" | "militaryMaterials">;
}
