/** TL-09 by hand. Step `keep`: 0 the relation here, 1 the other one. */
import type { GoldenCase } from "../golden.ts";

const HERE = 0;
const OTHER = 1;

type Case = Omit<GoldenCase, "rule" | "asOf">;
const tl09 = (golden: Case): GoldenCase => ({ rule: "TL-09", asOf: "2026-03-10", ...golden });

const both = (scheme: "employee" | "resident", otherArea: "same" | "elsewhere" = "elsewhere") => ({
  hereScheme: scheme,
  otherScheme: scheme,
  otherArea,
  wishesOther: false,
});
const cross = (hereScheme: "employee" | "resident", employeeMonths: number, partTime = false) => ({
  hereScheme,
  otherScheme: hereScheme === "employee" ? "resident" : "employee",
  otherArea: "same",
  employeeMonths,
  partTime,
  wishesOther: false,
});

export const DUPLICATE_CASES: readonly GoldenCase[] = [
  tl09({
    title: "twice in the employee scheme, works here",
    facts: { ...both("employee"), workPlace: "here" },
    expected: {
      outcome: "granted",
      steps: {
        principle: HERE,
        keep: HERE,
        suspend: OTHER,
        endsHere: 0,
        "tieling.duplicate.answer": 0,
        "tieling.duplicate-subsidy.answer": 0,
      },
      headline: "保留本市关系，暂停另一条关系",
      notices: ["payResumed"],
      withoutNotices: ["paySuspended", "refund", "subsidyNotCounted", "subsidyNotSaid"],
      sections: ["crossArea"],
      materials: ["identity-card", "other-record", "labour-contract"],
      failed: [],
      conditions: ["byWorkPlace"],
      notAsked: ["student", "employeeMonths", "partTime", "treatmentPlace", "applied"],
    },
  }),
  tl09({
    title: "twice in the employee scheme, works there",
    facts: { ...both("employee"), workPlace: "other" },
    expected: {
      steps: { keep: OTHER, endsHere: 0 },
      headline: "保留另一条关系，暂停本市关系",
      notices: ["paySuspended"],
      withoutNotices: ["payResumed", "refund"],
    },
  }),
  tl09({
    title: "both in the city: no payment is held back",
    facts: { ...both("employee", "same"), workPlace: "here" },
    expected: { withoutNotices: ["paySuspended", "payResumed"], sections: [] },
  }),
  tl09({
    title: "twice resident, lives here and paid here last",
    facts: { ...both("resident"), student: "none", residencePlace: "here", latestPayment: "here" },
    expected: {
      steps: { keep: HERE, endsHere: 0 },
      withoutReadings: ["tieling.resident-duplicate"],
      withoutNotices: ["refund"],
      notAsked: ["monitored", "schoolPlace", "recognitionPlace"],
    },
  }),
  tl09({
    title: "twice resident, lives and paid there last: the relation here ends and leaves the count",
    facts: { ...both("resident"), student: "none", residencePlace: "other", latestPayment: "other" },
    expected: {
      steps: { keep: OTHER, endsHere: 1 },
      notices: ["paySuspended", "subsidyNotCounted", "refund"],
      withoutReadings: ["tieling.resident-duplicate"],
    },
  }),
  tl09({
    title: "lives here, paid there last: the residence by default",
    facts: { ...both("resident"), student: "none", residencePlace: "here", latestPayment: "other" },
    expected: { steps: { keep: HERE }, readings: ["tieling.resident-duplicate"] },
  }),
  tl09({
    title: "lives here, paid there last, read by the latest payment",
    readings: { "tieling.resident-duplicate": "latest-payment" },
    facts: { ...both("resident"), student: "none", residencePlace: "here", latestPayment: "other" },
    expected: { steps: { keep: OTHER }, readings: ["tieling.resident-duplicate"] },
  }),
  tl09({
    title: "both resident relations in the city: the other one leaves the count",
    facts: { ...both("resident", "same"), student: "none", residencePlace: "here", latestPayment: "here" },
    expected: { steps: { keep: HERE, endsHere: 1 }, notices: ["subsidyNotCounted", "refund"] },
  }),
  tl09({
    title: "a student: the place of schooling",
    facts: { ...both("resident"), student: "school", monitored: false, schoolPlace: "other" },
    expected: { steps: { keep: OTHER }, notices: ["subsidyNotCounted"], notAsked: ["atRecognition", "residencePlace"] },
  }),
  tl09({
    title: "a student schooled here",
    facts: { ...both("resident"), student: "school", monitored: false, schoolPlace: "here" },
    expected: { steps: { keep: HERE } },
  }),
  tl09({
    title: "a monitored student who chooses the place of recognition",
    facts: { ...both("resident"), student: "school", monitored: true, atRecognition: true, recognitionPlace: "here" },
    expected: { steps: { keep: HERE, chosen: 1 }, notAsked: ["schoolPlace"] },
  }),
  tl09({
    title: "a monitored student recognised there",
    facts: { ...both("resident"), student: "school", monitored: true, atRecognition: true, recognitionPlace: "other" },
    expected: { steps: { keep: OTHER } },
  }),
  tl09({
    title: "a monitored student who does not choose it",
    facts: { ...both("resident"), student: "school", monitored: true, atRecognition: false, schoolPlace: "other" },
    expected: { steps: { keep: OTHER, chosen: 0 }, notAsked: ["recognitionPlace"] },
  }),
  tl09({
    title: "the year of entry is no duplicate",
    facts: { hereScheme: "resident", otherScheme: "resident", otherArea: "elsewhere", student: "entry-year" },
    expected: {
      outcome: "guidance",
      steps: { keep: null },
      notices: ["subsidyStays"],
      sections: [],
      notAsked: ["wishesOther", "residencePlace", "monitored"],
    },
  }),
  tl09({
    title: "12 months in the employee scheme: it stays, the resident relation here leaves the count",
    facts: cross("resident", 12),
    expected: {
      steps: { keep: OTHER, endsHere: 1 },
      notices: ["subsidyNotCounted", "refund"],
      notAsked: ["treatmentPlace", "workPlace", "student"],
      withoutReadings: ["tieling.short-duplicate", "tieling.part-time-duplicate"],
    },
  }),
  tl09({
    title: "12 months in the employee scheme here, resident elsewhere in the city",
    facts: cross("employee", 12),
    expected: { steps: { keep: HERE, endsHere: 1 }, notices: ["subsidyNotCounted"] },
  }),
  tl09({
    title: "employee here, resident in another area: its count is not ours",
    facts: { ...cross("employee", 12), otherArea: "elsewhere" },
    expected: { steps: { keep: HERE, endsHere: 0 }, notices: ["payResumed"], withoutNotices: ["subsidyNotCounted", "refund"] },
  }),
  tl09({
    title: "11 months: the notice does not say; by treatment as a reading",
    facts: { ...cross("resident", 11), treatmentPlace: "other" },
    expected: {
      steps: { keep: OTHER, endsHere: 1 },
      readings: ["tieling.short-duplicate"],
      notices: ["subsidyNotSaid"],
      withoutNotices: ["subsidyNotCounted"],
    },
  }),
  tl09({
    title: "11 months, treated here",
    facts: { ...cross("resident", 11), treatmentPlace: "here" },
    expected: { steps: { keep: HERE, endsHere: 0 } },
  }),
  tl09({
    title: "11 months: which one gives treatment is asked",
    facts: cross("resident", 11),
    expected: { unanswered: ["treatmentPlace"] },
  }),
  tl09({
    title: "which one gives treatment is not asked before the months are known",
    facts: { hereScheme: "resident", otherScheme: "employee", otherArea: "same", partTime: false, wishesOther: false },
    expected: { unanswered: ["employeeMonths"], notAsked: ["treatmentPlace"] },
  }),
  tl09({
    title: "nothing is compared before both schemes are known",
    facts: { hereScheme: "resident" },
    expected: {
      unanswered: ["otherScheme", "otherArea"],
      notAsked: ["workPlace", "student", "employeeMonths", "partTime"],
    },
  }),
  tl09({
    title: "why: 14 months as an employee, nobody asked otherwise yet",
    facts: {
      hereScheme: "resident",
      otherScheme: "employee",
      otherArea: "same",
      employeeMonths: 14,
      partTime: false,
    },
    expected: {
      outcome: "granted",
      conditions: ["byEmployee"],
      steps: { employeeTime: 14, principle: OTHER, keep: OTHER },
      assumed: ["wishesOther 否"],
      materials: ["identity-card", "other-record", "employee-record"],
      headline: "保留另一条关系，暂停本市关系",
    },
  }),
  tl09({
    title: "why: a student's place of schooling",
    facts: { ...both("resident"), student: "school", monitored: false, schoolPlace: "here" },
    expected: { conditions: ["bySchool"], materials: ["identity-card", "other-record", "school-proof"] },
  }),
  tl09({
    title: "why: the place of recognition a monitored student chose",
    facts: { ...both("resident"), student: "school", monitored: true, atRecognition: true, recognitionPlace: "here" },
    expected: {
      conditions: ["byRecognition"],
      materials: ["identity-card", "other-record", "school-proof", "recognition-proof"],
    },
  }),
  tl09({
    title: "why: the residence",
    facts: { ...both("resident"), student: "none", residencePlace: "here", latestPayment: "other" },
    expected: { conditions: ["byResidence"], materials: ["identity-card", "other-record", "residence-proof"] },
  }),
  tl09({
    title: "why: a year and part-time work",
    facts: cross("employee", 12, true),
    expected: { conditions: ["byLongPartTime"], steps: { keep: HERE } },
  }),
  tl09({
    title: "why: what gives treatment",
    facts: { ...cross("employee", 11, true), treatmentPlace: "other" },
    expected: { conditions: ["byTreatment"], steps: { keep: OTHER } },
  }),
  tl09({
    title: "why: under a year, and the notice is silent",
    facts: { ...cross("employee", 11), treatmentPlace: "other" },
    expected: { conditions: ["notSaid"], readings: ["tieling.short-duplicate"] },
  }),
  tl09({
    title: "11 months, read for the employee scheme",
    readings: { "tieling.short-duplicate": "employee" },
    facts: cross("resident", 11),
    expected: { steps: { keep: OTHER }, notAsked: ["treatmentPlace"], readings: ["tieling.short-duplicate"] },
  }),
  tl09({
    title: "11 months, read for the resident scheme",
    readings: { "tieling.short-duplicate": "resident" },
    facts: cross("resident", 11),
    expected: { steps: { keep: HERE }, readings: ["tieling.short-duplicate"] },
  }),
  tl09({
    title: "part-time, 11 months: the one that gives treatment",
    facts: { ...cross("employee", 11, true), treatmentPlace: "here" },
    expected: { steps: { keep: HERE }, withoutReadings: ["tieling.short-duplicate", "tieling.part-time-duplicate"] },
  }),
  tl09({
    title: "part-time, 11 months, treated there",
    facts: { ...cross("employee", 11, true), treatmentPlace: "other" },
    expected: { steps: { keep: OTHER } },
  }),
  tl09({
    title: "part-time for 12 months: the year comes first",
    facts: cross("resident", 12, true),
    expected: { steps: { keep: OTHER }, notAsked: ["treatmentPlace"], readings: ["tieling.part-time-duplicate"] },
  }),
  tl09({
    title: "part-time for 12 months, read by treatment",
    readings: { "tieling.part-time-duplicate": "part-time" },
    facts: { ...cross("resident", 12, true), treatmentPlace: "here" },
    expected: { steps: { keep: HERE }, readings: ["tieling.part-time-duplicate"] },
  }),
  tl09({
    title: "the person asks otherwise, the application is not in: not yet",
    facts: { ...both("employee"), workPlace: "here", wishesOther: true, applied: false },
    expected: {
      outcome: "not-yet",
      failed: ["applied"],
      remedies: ["action"],
      materials: ["identity-card", "other-record", "labour-contract", "application"],
      steps: { principle: HERE, keep: null },
      withoutNotices: ["payResumed", "paySuspended"],
      headline: "按原则保留本市关系；本人要求相反的，先交申请书",
    },
  }),
  tl09({
    title: "the person asks otherwise in writing: as asked",
    facts: { ...both("employee"), workPlace: "here", wishesOther: true, applied: true },
    expected: {
      outcome: "granted",
      failed: [],
      materials: ["identity-card", "other-record", "labour-contract", "application"],
      steps: { principle: HERE, keep: OTHER, suspend: HERE },
      notices: ["paySuspended"],
      headline: "按本人申请，保留另一条关系，暂停本市关系",
    },
  }),
  tl09({
    title: "asked otherwise, the resident relation here stays: nothing leaves the count",
    facts: { ...cross("resident", 24), wishesOther: true, applied: true },
    expected: { steps: { principle: OTHER, keep: HERE, endsHere: 0 }, withoutNotices: ["subsidyNotCounted", "refund"] },
  }),
];
