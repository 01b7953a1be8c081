/** Everything that Tieling's enrolment looks up by name, once, when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindRetirementAge, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { bindEmployeeWaiting } from "../employee-waiting.ts";
import { bindMaterials } from "../materials.ts";
import { bindResidence } from "../residence.ts";
import { bindWaiting, chosenReading, paymentFaults, waitingDates } from "../waiting.ts";

export const spec = {
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
  firstTime: "flag?",
  fromResident: "flag?",
  fromElsewhere: "flag?",
  lastPaid: "month?",
  lastYear: "choice?",
  yearsMet: "flag?",
  paidOn: "date?",
  firstPaidOn: "date?",
} as const;
export type EnrolmentFacts = Facts<typeof spec>;
export type SomeEnrolmentFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

const womenOf = (at55: boolean): { readonly womanKind: PersonKind; readonly womanOther: PersonKind } =>
  at55 ? { womanKind: WOMAN_55, womanOther: WOMAN_50 } : { womanKind: WOMAN_50, womanOther: WOMAN_55 };

export function bindNames(names: Bindings) {
  const capacityTable = names.table("tieling.capacity");
  const capacityAnswer = capacityTable.output("answer");
  const womanAge = names.reading("tieling.flexible-woman-age");
  return {
    waiting: bindWaiting(names, "employee"),
    table: bindEmployeeWaiting(names),
    residence: bindResidence(names),
    age: bindRetirementAge(names),
    materialsRule: bindMaterials(names),
    capacity: {
      table: capacityTable,
      answer: capacityAnswer,
      hasUnit: capacityTable.choice(capacityAnswer, "has-unit"),
      noUnit: capacityTable.choice(capacityAnswer, "no-unit"),
      correction: capacityTable.choice(capacityAnswer, "correction"),
      arrears: capacityTable.choice(capacityAnswer, "arrears"),
    },
    option: {
      female: names.option("sex", "female"),
      unit: names.option("capacity", "unit"),
      flexible: names.option("capacity", "flexible"),
      resident: names.option("capacity", "resident"),
      employee: names.option("work", "employee"),
      graduate: names.option("special", "graduate"),
      spouse: names.option("special", "military-spouse"),
      insuredSpouse: names.option("special", "insured-spouse"),
    },
    leaf: {
      capacity: names.leaves("capacity"),
      work: names.leaves("work"),
      unitArrears: names.leaves("unitArrears"),
      correction: names.leaves("correction"),
      special: names.leaves("special"),
      relationMoved: names.leaves("relationMoved"),
      firstTime: names.leaves("firstTime"),
      fromResident: names.leaves("fromResident"),
      fromElsewhere: names.leaves("fromElsewhere"),
      yearsMet: names.leaves("yearsMet"),
    },
    reading: {
      /** A first-time flexible worker waits under the flexible rule. */
      firstFlexible: chosenReading(names, "tieling.first-flexible", "flexible-rule"),
      byChange: chosenReading(names, "tieling.first-from-resident", "scheme-change"),
      /** The working age binds locals, too. */
      localAge: chosenReading(names, "tieling.local-flexible-age", "same"),
      womanAge: womanAge.node,
      ...womenOf(womanAge.is("woman-55")),
    },
    step: bindSteps(names),
    ...bindWords(names),
  };
}

const bindSteps = (names: Bindings) => ({
  birthDate: names.fact("birthDate"),
  sex: names.leaves("sex"),
  lastPaid: names.fact("lastPaid"),
  employed: names.step("employed"),
  lowestAgeDay: names.step("lowestAgeDay"),
  limitDay: names.step("limitDay"),
  limitDayRead: names.step("limitDayRead"),
  gapMonths: names.step("gapMonths"),
  history: names.step("history"),
  historyRead: names.step("historyRead"),
  historyFromResident: names.step("historyFromResident"),
  spouse: names.step("spouse"),
  insuredSpouse: names.step("insuredSpouse"),
  goOn: names.step("goOn"),
});

const bindWords = (names: Bindings) => ({
  condition: {
    work: names.condition("work"),
    lowestAge: names.condition("lowestAge"),
    lowestAgeUnit: names.condition("lowestAgeUnit"),
    upperAge: names.condition("upperAge"),
    goOn: names.condition("goOn"),
  },
  remedy: {
    byUnit: names.remedy("byUnit"),
    asFlexible: names.remedy("asFlexible"),
    waitForAge: names.remedy("waitForAge"),
    asResidentInstead: names.remedy("asResidentInstead"),
    retire: names.remedy("retire"),
  },
  dates: waitingDates(names),
  coverage: {
    gapCanBePaid: names.coverage("gapCanBePaid"),
    gap: names.coverage("gap"),
    strip: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
  },
  material: {
    identityCard: names.material("identity-card"),
    householdRegister: names.material("household-register"),
    residencePermit: names.material("residence-permit"),
    labourContract: names.material("labour-contract"),
    diploma: names.material("diploma"),
    spouseProof: names.material("spouse-proof"),
    transferProof: names.material("transfer-proof"),
    arrearsProof: names.material("arrears-proof"),
    correctionProof: names.material("correction-proof"),
  },
  notice: {
    countsFromArrival: names.notice("countsFromArrival"),
    gapCanBePaid: names.notice("gapCanBePaid"),
    gapLost: names.notice("gapLost"),
    payEachYear: names.notice("payEachYear"),
    waitsAgain: names.notice("waitsAgain"),
    firstWait: names.notice("firstWait"),
    moveRelation: names.notice("moveRelation"),
    insuredSpouse: names.notice("insuredSpouse"),
    correction: names.notice("correction"),
    diedWaiting: names.notice("diedWaiting"),
    unitDuty: names.notice("unitDuty"),
    nearAge: names.notice("nearAge"),
    beyondAge: names.notice("beyondAge"),
    goOn: names.notice("goOn"),
  },
  headline: {
    atOnce: names.headline("atOnce"),
    waits: names.headline("waits"),
    byChange: names.headline("byChange"),
    asResident: names.headline("asResident"),
    tooYoung: names.headline("tooYoung"),
    noPaper: names.headline("noPaper"),
    yearsMet: names.headline("yearsMet"),
    refused: names.headline("refused"),
  },
  next: {
    resident: [names.next("resident")],
    schemeChange: [names.next("schemeChange")],
    backPayment: names.next("backPayment"),
    retirement: names.next("retirement"),
  },
  place: { agency: names.place("agency"), unit: names.place("unit") },
  timeLimit: { none: names.timeLimit("none"), fromAge: names.timeLimit("fromAge"), refused: names.timeLimit("refused") },
  fault: {
    bornAfter: names.fault("bornAfter"),
    lastPaidTooLate: names.fault("lastPaidTooLate"),
    lastPaidBeforeBirth: names.fault("lastPaidBeforeBirth"),
    payment: paymentFaults(names),
  },
});
