/** Everything that Tieling's enrolment looks up by name, once, when the pack is loaded. */
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindRetirementAge, WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { bindEmployeeWaiting } from "../employee-waiting.ts";
import { bindResidence } from "../residence.ts";
import { bindWaiting, paymentFaults, waitingDates } from "../waiting.ts";

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
  paidOn: "date?",
} as const;
export type EnrolmentFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

const womenOf = (at55: boolean): { readonly womanKind: PersonKind; readonly womanOther: PersonKind } =>
  at55 ? { womanKind: WOMAN_55, womanOther: WOMAN_50 } : { womanKind: WOMAN_50, womanOther: WOMAN_55 };

export function bindNames(names: Bindings) {
  const capacityTable = names.table("tieling.capacity");
  const capacityAnswer = capacityTable.output("answer");
  const firstFlexible = names.reading("tieling.first-flexible");
  const fromResident = names.reading("tieling.first-from-resident");
  const localAge = names.reading("tieling.local-flexible-age");
  const womanAge = names.reading("tieling.flexible-woman-age");
  return {
    age: bindRetirementAge(names),
    waiting: bindWaiting(names, "employee"),
    residence: bindResidence(names),
    capacity: {
      table: capacityTable,
      answer: capacityAnswer,
      hasUnit: capacityTable.choice(capacityAnswer, "has-unit"),
      noUnit: capacityTable.choice(capacityAnswer, "no-unit"),
    },
    table: bindEmployeeWaiting(names),
    option: {
      female: names.option("sex", "female"),
      unit: names.option("capacity", "unit"),
      flexible: names.option("capacity", "flexible"),
      resident: names.option("capacity", "resident"),
      employee: names.option("work", "employee"),
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
    },
    reading: {
      firstFlexible: firstFlexible.node,
      flexibleRule: firstFlexible.is("flexible-rule"),
      fromResident: fromResident.node,
      byChange: fromResident.is("scheme-change"),
      localAge: localAge.node,
      sameAge: localAge.is("same"),
      womanAge: womanAge.node,
      ...womenOf(womanAge.is("woman-55")),
    },
    step: {
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
    },
    condition: {
      work: names.condition("work"),
      lowestAge: names.condition("lowestAge"),
      upperAge: names.condition("upperAge"),
    },
    remedy: {
      byUnit: names.remedy("byUnit"),
      asFlexible: names.remedy("asFlexible"),
      waitForAge: names.remedy("waitForAge"),
      asResidentInstead: names.remedy("asResidentInstead"),
    },
    dates: waitingDates(names),
    coverage: {
      gapCanBePaid: names.coverage("gapCanBePaid"),
      gap: names.coverage("gap"),
      strip: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    },
    materials: [names.material("residence-permit")],
    notice: {
      countsFromArrival: names.notice("countsFromArrival"),
      gapCanBePaid: names.notice("gapCanBePaid"),
      gapLost: names.notice("gapLost"),
      payEachYear: names.notice("payEachYear"),
      moveRelation: names.notice("moveRelation"),
      correction: names.notice("correction"),
      diedWaiting: names.notice("diedWaiting"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      byChange: names.headline("byChange"),
      asResident: names.headline("asResident"),
      tooYoung: names.headline("tooYoung"),
      refused: names.headline("refused"),
    },
    next: { resident: [names.next("resident")], schemeChange: [names.next("schemeChange")] },
    place: names.place("agency"),
    timeLimit: names.timeLimit("none"),
    fault: {
      bornAfter: names.fault("bornAfter"),
      lastPaidTooLate: names.fault("lastPaidTooLate"),
      lastPaidBeforeBirth: names.fault("lastPaidBeforeBirth"),
      payment: paymentFaults(names),
    },
  };
}
