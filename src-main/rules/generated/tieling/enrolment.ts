/** 参保登记. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import { matterFormula } from "../../engine/formula.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import type { Some } from "../../engine/formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../../engine/node.ts";
import type { ConditionDefinition, DateDefinition, NextFound, NoticeFound, RemedyDefinition, Template } from "../../engine/result.ts";
import type { Says } from "../../engine/words.ts";
import type * as City from "./data.ts";
import type * as National from "../national/data.ts";

export interface Facts {
  readonly sex: number;
  readonly birthDate: number;
  readonly capacity: number;
  readonly household: number;
  readonly permit: number | undefined;
  readonly work: number;
  readonly unitArrears: number | undefined;
  readonly correction: number | undefined;
  readonly special: number | undefined;
  readonly relationMoved: number | undefined;
  readonly paidOn: number | undefined;
  readonly firstTime: number | undefined;
  readonly fromResident: number | undefined;
  readonly fromElsewhere: number | undefined;
  readonly lastPaid: number | undefined;
  readonly lastYear: number | undefined;
  readonly firstPaidOn: number | undefined;
  readonly yearsMet: number | undefined;
}

export type SomeFacts = Some<Facts>;

export interface OwnWords {
  readonly fact: {
    readonly sex: NodeDefinition;
    readonly birthDate: NodeDefinition;
    readonly capacity: NodeDefinition;
    readonly household: NodeDefinition;
    readonly permit: NodeDefinition;
    readonly work: NodeDefinition;
    readonly unitArrears: NodeDefinition;
    readonly correction: NodeDefinition;
    readonly special: NodeDefinition;
    readonly relationMoved: NodeDefinition;
    readonly paidOn: NodeDefinition;
    readonly firstTime: NodeDefinition;
    readonly fromResident: NodeDefinition;
    readonly fromElsewhere: NodeDefinition;
    readonly lastPaid: NodeDefinition;
    readonly lastYear: NodeDefinition;
    readonly firstPaidOn: NodeDefinition;
    readonly yearsMet: NodeDefinition;
  };
  readonly leaf: {
    readonly sex: readonly Node[];
    readonly capacity: readonly Node[];
    readonly household: readonly Node[];
    readonly permit: readonly Node[];
    readonly work: readonly Node[];
    readonly unitArrears: readonly Node[];
    readonly correction: readonly Node[];
    readonly special: readonly Node[];
    readonly relationMoved: readonly Node[];
    readonly firstTime: readonly Node[];
    readonly fromResident: readonly Node[];
    readonly fromElsewhere: readonly Node[];
    readonly lastYear: readonly Node[];
    readonly yearsMet: readonly Node[];
  };
  readonly option: {
    readonly sex: {
      readonly male: number;
      readonly female: number;
    };
    readonly capacity: {
      readonly unit: number;
      readonly flexible: number;
      readonly resident: number;
    };
    readonly work: {
      readonly employee: number;
      readonly freelancer: number;
      readonly none: number;
    };
    readonly special: {
      readonly none: number;
      readonly graduate: number;
      readonly militarySpouse: number;
      readonly insuredSpouse: number;
    };
    readonly lastYear: {
      readonly inTime: number;
      readonly backPaid: number;
      readonly notFull: number;
    };
  };
  readonly step: {
    readonly employed: DerivedStep;
    readonly lowestAgeDay: DerivedStep;
    readonly limitDay: ToldStep<readonly [Node, ...Node[]]>;
    readonly limitDayRead: ToldStep<readonly [Node, ...Node[]]>;
    readonly gapMonths: DerivedStep;
    readonly history: ToldStep<readonly [Node, ...Node[]]>;
    readonly historyRead: ToldStep<readonly [Node, ...Node[]]>;
    readonly historyFromResident: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly spouse: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly insuredSpouse: ToldStep<readonly [Node, ...Node[]]>;
    readonly goOn: ToldStep<readonly [Node, Node, ...Node[]]>;
  };
  readonly value: {
    readonly history: {
      readonly first: number;
      readonly local: number;
      readonly elsewhere: number;
    };
    readonly historyRead: {
      readonly first: number;
      readonly local: number;
    };
    readonly historyFromResident: {
      readonly first: number;
    };
    readonly spouse: {
      readonly general: number;
      readonly spouse: number;
    };
    readonly insuredSpouse: {
      readonly general: number;
    };
    readonly goOn: {
      readonly retire: number;
      readonly goOn: number;
    };
  };
  readonly condition: {
    readonly residence: ConditionDefinition;
    readonly work: ConditionDefinition;
    readonly lowestAge: ConditionDefinition;
    readonly lowestAgeUnit: ConditionDefinition;
    readonly goOn: ConditionDefinition;
    readonly upperAge: ConditionDefinition;
  };
  readonly remedy: {
    readonly getPermit: RemedyDefinition;
    readonly byUnit: RemedyDefinition;
    readonly asFlexible: RemedyDefinition;
    readonly waitForAge: Says<RemedyDefinition, "lowestAgeDay">;
    readonly asResidentInstead: RemedyDefinition;
    readonly retire: RemedyDefinition;
  };
  readonly date: {
    readonly treatmentFrom: DateDefinition;
    readonly waitingLast: DateDefinition;
  };
  readonly coverage: {
    readonly gapCanBePaid: string;
    readonly gap: string;
    readonly waiting: string;
    readonly covered: string;
  };
  readonly material: {
    readonly identityCard: Material;
    readonly householdRegister: Material;
    readonly residencePermit: Material;
    readonly labourContract: Material;
    readonly diploma: Material;
    readonly spouseProof: Material;
    readonly transferProof: Material;
    readonly arrearsProof: Material;
    readonly correctionProof: Material;
  };
  readonly notice: {
    readonly countsFromArrival: NoticeFound;
    readonly gapCanBePaid: Says<NoticeFound, "gapMonths">;
    readonly gapLost: Says<NoticeFound, "gapMonths">;
    readonly payEachYear: NoticeFound;
    readonly waitsAgain: NoticeFound;
    readonly firstWait: NoticeFound;
    readonly insuredSpouse: NoticeFound;
    readonly unitDuty: NoticeFound;
    readonly nearAge: Says<NoticeFound, "limitDay">;
    readonly beyondAge: Says<NoticeFound, "limitDay">;
    readonly goOn: Says<NoticeFound, "limitDay">;
    readonly moveRelation: NoticeFound;
    readonly correction: NoticeFound;
    readonly diedWaiting: NoticeFound;
  };
  readonly table: Pick<City.Tables, "capacity" | "workingAge">;
  readonly reading: Pick<City.Readings, "flexibleWomanAge" | "firstFlexible" | "firstFromResident" | "localFlexibleAge" | "materials">;
  readonly headline: {
    readonly atOnce: Says<Template, "treatmentFrom">;
    readonly waits: Says<Template, "employee-waiting.days" | "treatmentFrom">;
    readonly byChange: Template;
    readonly asResident: Template;
    readonly tooYoung: Says<Template, "lowestAgeDay">;
    readonly noPaper: Template;
    readonly yearsMet: Template;
    readonly refused: Template;
  };
  readonly place: {
    readonly agency: Template;
    readonly unit: Template;
  };
  readonly timeLimit: {
    readonly none: Template;
    readonly fromAge: Says<Template, "lowestAgeDay">;
    readonly refused: Template;
  };
  readonly fault: {
    readonly bornAfter: string;
    readonly tooYoung: string;
    readonly beforeWorkingAge: string;
    readonly tooManyMonths: string;
    readonly tooManyOverlaps: string;
    readonly tooMuchService: string;
    readonly tooFewOverlaps: string;
    readonly firstPaidElsewhen: string;
    readonly lastPaidTooLate: string;
    readonly lastPaidBeforeBirth: string;
    readonly paidInFuture: string;
    readonly beforeRules: string;
  };
  readonly next: {
    readonly resident: NextFound;
    readonly backPayment: NextFound;
    readonly retirement: NextFound;
    readonly schemeChange: NextFound;
  };
}

export type Words = OwnWords & National.RetirementAge & City.Residence & City.Waiting & City.EmployeeWaiting;

const FACTS = {
  sex: "choice",
  birthDate: "date",
  capacity: "choice",
  household: "flag",
  permit: "flag?",
  work: "choice",
  unitArrears: "flag?",
  correction: "flag?",
  special: "choice?",
  relationMoved: "flag?",
  paidOn: "date?",
  firstTime: "flag?",
  fromResident: "flag?",
  fromElsewhere: "flag?",
  lastPaid: "month?",
  lastYear: "choice?",
  firstPaidOn: "date?",
  yearsMet: "flag?",
} as const;
const NEEDS = {
  fact: "sex birthDate capacity household permit work unitArrears correction special relationMoved paidOn firstTime fromResident fromElsewhere lastPaid lastYear firstPaidOn yearsMet",
  leaf: "sex capacity household permit work unitArrears correction special relationMoved firstTime fromResident fromElsewhere lastYear yearsMet",
  option: "sex.male sex.female capacity.unit capacity.flexible capacity.resident work.employee work.freelancer work.none special.none special.graduate special.militarySpouse special.insuredSpouse lastYear.inTime lastYear.backPaid lastYear.notFull",
  step: "employed lowestAgeDay limitDay limitDayRead gapMonths history historyRead historyFromResident spouse insuredSpouse goOn retirementDelay statutoryMonth earliestMonth residence paymentDay employeeAtOnce employeeAfterWaiting employeeWaitingLast paidThisYear longGapWait lastYearPaid lastYearBackPaid firstPaidLongAgo",
  value: "history.first history.local history.elsewhere historyRead.first historyRead.local historyFromResident.first spouse.general spouse.spouse insuredSpouse.general goOn.retire goOn.goOn residence.none residence.permit residence.household firstPaidLongAgo.longAgo",
  condition: "residence work lowestAge lowestAgeUnit goOn upperAge",
  remedy: "getPermit byUnit asFlexible waitForAge(lowestAgeDay) asResidentInstead retire",
  date: "treatmentFrom waitingLast",
  coverage: "gapCanBePaid gap waiting covered",
  material: "identityCard householdRegister residencePermit labourContract diploma spouseProof transferProof arrearsProof correctionProof",
  notice: "countsFromArrival gapCanBePaid(gapMonths) gapLost(gapMonths) payEachYear waitsAgain firstWait insuredSpouse unitDuty nearAge(limitDay) beyondAge(limitDay) goOn(limitDay) moveRelation correction diedWaiting",
  headline: "atOnce(treatmentFrom) waits(employee-waiting.days,treatmentFrom) byChange asResident tooYoung(lowestAgeDay) noPaper yearsMet refused",
  place: "agency unit",
  timeLimit: "none fromAge(lowestAgeDay) refused",
  fault: "bornAfter tooYoung beforeWorkingAge tooManyMonths tooManyOverlaps tooMuchService tooFewOverlaps firstPaidElsewhen lastPaidTooLate lastPaidBeforeBirth paidInFuture beforeRules",
  next: "resident backPayment retirement schemeChange",
  table: "capacity.in.capacity.unit capacity.in.capacity.flexible capacity.in.capacity.resident capacity.out.answer capacity.is.answer.fits capacity.is.answer.arrears capacity.is.answer.correction capacity.is.answer.hasUnit capacity.is.answer.noUnit workingAge.in.capacity.unit workingAge.in.capacity.flexible workingAge.in.capacity.resident workingAge.out.lowest retirementAge.in.kind.man retirementAge.in.kind.woman55 retirementAge.in.kind.woman50 retirementAge.out.originalAge retirementAge.out.firstMonth retirementAge.out.step retirementAge.out.cap flexibleRetirement.out.mostEarly notice.out.answer notice.is.answer.earlier notice.is.answer.notice employeeWaiting.in.capacity.unit employeeWaiting.in.capacity.flexible employeeWaiting.in.history.first employeeWaiting.in.history.local employeeWaiting.in.history.elsewhere employeeWaiting.in.special.none employeeWaiting.in.special.graduate employeeWaiting.in.special.militarySpouse employeeWaiting.out.answer employeeWaiting.out.days employeeWaiting.is.answer.first employeeWaiting.is.answer.graduate employeeWaiting.is.answer.militarySpouse employeeWaiting.is.answer.continuous employeeWaiting.is.answer.shortGap employeeWaiting.is.answer.longGap employeeWaiting.is.answer.lastYearPaid employeeWaiting.is.answer.lastYearUnpaid employeeWaiting.is.answer.yearShortGap employeeWaiting.is.answer.yearLongGap",
  reading: "flexibleWomanAge.is.woman55 flexibleWomanAge.is.woman50 firstFlexible.is.firstEnrolment firstFlexible.is.flexibleRule firstFromResident.is.schemeChange firstFromResident.is.firstEnrolment localFlexibleAge.is.same localFlexibleAge.is.free materials.is.listed materials.is.none waitingDayCount.is.paymentDay waitingDayCount.is.nextDay crossYearBackPayment.is.notFull crossYearBackPayment.is.full flexibleGapInYear.is.asEmployee flexibleGapInYear.is.notCovered flexibleLongGapInYear.is.thirtyDays flexibleLongGapInYear.is.none",
  conflict: "flexibleLongGap",
};
/** Defines the matter's formula, which is for packs that have these facts and words. */
export const define = matterFormula<Words, Facts, "nonLocalJoins" | "asksFromResident" | "wasEmployee" | "beyondAge" | "asksFirstPaid">("tieling.enrolment", FACTS, NEEDS);
