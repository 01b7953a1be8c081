/** Everything that the comparison of two relations looks up by name, once, when the pack is loaded. */
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindMaterials } from "../materials.ts";

export const spec = {
  hereScheme: "choice",
  otherScheme: "choice",
  otherArea: "choice",
  workPlace: "choice?",
  student: "choice?",
  residencePlace: "choice?",
  latestPayment: "choice?",
  monitored: "flag?",
  atRecognition: "flag?",
  schoolPlace: "choice?",
  recognitionPlace: "choice?",
  employeeMonths: "count?",
  partTime: "flag?",
  treatmentPlace: "choice?",
  wishesOther: "flag?",
  applied: "flag?",
} as const;
export type DuplicateFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

/** The two relations, as options of every question that compares them and as labels of the steps. */
export const HERE = 0;
export const OTHER = 1;

const REASONS = [
  ["work-place", "byWorkPlace"],
  ["residence", "byResidence"],
  ["school", "bySchool"],
  ["recognition-place", "byRecognition"],
  ["employee", "byEmployee"],
  ["long-part-time", "byLongPartTime"],
  ["treatment", "byTreatment"],
  ["not-said", "notSaid"],
] as const;

export function bindNames(names: Bindings) {
  const table = names.table("tieling.duplicate");
  const answer = table.output("answer");
  const subsidy = names.table("tieling.duplicate-subsidy");
  const subsidyAnswer = subsidy.output("answer");
  const resident = names.reading("tieling.resident-duplicate");
  const partTime = names.reading("tieling.part-time-duplicate");
  const short = names.reading("tieling.short-duplicate");
  return {
    table: { duplicate: table, answer },
    is: {
      workPlace: table.choice(answer, "work-place"),
      residence: table.choice(answer, "residence"),
      school: table.choice(answer, "school"),
      recognitionPlace: table.choice(answer, "recognition-place"),
      noDuplicate: table.choice(answer, "no-duplicate"),
      employee: table.choice(answer, "employee"),
      longPartTime: table.choice(answer, "long-part-time"),
      treatment: table.choice(answer, "treatment"),
    },
    subsidy: {
      table: subsidy,
      answer: subsidyAnswer,
      notCounted: subsidy.choice(subsidyAnswer, "not-counted"),
      notSaid: subsidy.choice(subsidyAnswer, "not-said"),
    },
    option: {
      resident: names.option("hereScheme", "resident"),
      employee: names.option("hereScheme", "employee"),
      elsewhere: names.option("otherArea", "elsewhere"),
      noStudent: names.option("student", "none"),
      entryYear: names.option("student", "entry-year"),
    },
    leaf: {
      hereScheme: names.leaves("hereScheme"),
      otherScheme: names.leaves("otherScheme"),
      otherArea: names.leaves("otherArea"),
      workPlace: names.leaves("workPlace"),
      student: names.leaves("student"),
      residencePlace: names.leaves("residencePlace"),
      latestPayment: names.leaves("latestPayment"),
      monitored: names.leaves("monitored"),
      atRecognition: names.leaves("atRecognition"),
      schoolPlace: names.leaves("schoolPlace"),
      recognitionPlace: names.leaves("recognitionPlace"),
      partTime: names.leaves("partTime"),
      treatmentPlace: names.leaves("treatmentPlace"),
      wishesOther: names.leaves("wishesOther"),
      applied: names.leaves("applied"),
    },
    reading: {
      resident: resident.node,
      residenceFirst: resident.is("residence"),
      partTime: partTime.node,
      oneYearFirst: partTime.is("one-year"),
      short: short.node,
      shortByTreatment: short.is("treatment"),
      shortEmployee: short.is("employee"),
    },
    step: {
      kind: names.step("kind"),
      chosen: names.step("chosen"),
      employeeTime: names.step("employeeTime"),
      principle: names.step("principle"),
      principleResidence: names.step("principleResidence"),
      principleScheme: names.step("principleScheme"),
      principleRead: names.step("principleRead"),
      keep: names.step("keep"),
      suspend: names.step("suspend"),
      endsHere: names.step("endsHere"),
    },
    /** Why one of them stays, by answer of the table; none where there is no duplicate. */
    reasons: new Map(REASONS.map(([value, id]) => [table.choice(answer, value), names.condition(id)])),
    condition: names.condition("applied"),
    remedy: names.remedy("apply"),
    materialsRule: bindMaterials(names),
    material: {
      application: names.material("application"),
      identityCard: names.material("identity-card"),
      otherRecord: names.material("other-record"),
      labourContract: names.material("labour-contract"),
      residence: names.material("residence-proof"),
      school: names.material("school-proof"),
      recognition: names.material("recognition-proof"),
      employeeRecord: names.material("employee-record"),
    },
    sections: [names.section("crossArea")],
    notice: {
      paySuspended: names.notice("paySuspended"),
      payResumed: names.notice("payResumed"),
      subsidyNotCounted: names.notice("subsidyNotCounted"),
      subsidyStays: names.notice("subsidyStays"),
      subsidyNotSaid: names.notice("subsidyNotSaid"),
      refund: names.notice("refund"),
    },
    headline: {
      byRule: names.headline("byRule"),
      byApplication: names.headline("byApplication"),
      applicationFirst: names.headline("applicationFirst"),
      noDuplicate: names.headline("noDuplicate"),
    },
    place: names.place("agency"),
    timeLimit: names.timeLimit("soon"),
  };
}
