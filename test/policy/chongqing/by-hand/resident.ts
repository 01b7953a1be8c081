import { about } from "../../../journeys/by-hand/case.ts";

// Residents pay for a calendar year: 400 or 775 yuan for 2025. Announced 2024-09-13…12-31, grace in January and February (from the first
// of the next month), then 国办发〔2024〕38号 (three months, one more a missed year, one fewer a repaired one, six at least after four),
// closed after 30 September except for newborns, assisted persons and changes of scheme. Figures; S4 居民01…05.

const chongqing = { city: "chongqing" } as const;
const common = { ...chongqing, rule: "CQ-16", matter: "chongqing.resident-enrolment" } as const;
const person = { household: true, otherRelation: false, fromEmployee: false, tier: "first" };
const anybody = { ...person, assisted: "none", newborn: false };
const nextYear = { insuredYear: "next-year", inAnnouncedPeriod: true };
const thisYear = { insuredYear: "this-year", inAnnouncedPeriod: false };
const left = { insuredYear: "this-year", paidOn: "2025-01-17", lastPaid: "2024-12", continuousMonths: 1, retired: false };
/** Paid on a day for the year that runs, insured last in a year before. */
const late = (paidOn: string, lastYear: number, repairedYears?: number) => ({
  asOf: paidOn,
  facts: { ...thisYear, paidOn, insuredBefore: true, lastYear, ...(repairedYears === undefined ? {} : { repairedYears }) },
});

const announced = ["2024-09-13", "2024-10-31", "2024-12-31"].flatMap((paidOn) =>
  ["first", "second"].flatMap((tier) =>
    about({ ...common, asOf: paidOn, facts: { ...anybody, ...nextYear, paidOn, tier } }, [
      {
        title: `announced, ${paidOn}, ${tier} tier`,
        expected: {
          outcome: "granted",
          firstDay: "2025-01-01",
          lastDay: "2025-12-31",
          due: tier === "first" ? "400.00" : "775.00",
        },
      },
    ]),
  ),
);

// Paid on 17 January 2025 by somebody who left the employee scheme in December, one month continuous: in a period that ran on from
// 1 January, whichever matter is asked; otherwise it is the grace of January, from 1 February.
const january = ([true, false] as const).flatMap((inAnnouncedPeriod) =>
  about({ ...chongqing, rule: "CQ-16", matter: "chongqing.resident-enrolment", asOf: "2025-01-17", facts: {} }, [
    {
      title: `left the employee scheme in December, January ${inAnnouncedPeriod ? "in" : "after"} the period: enrolment`,
      facts: { ...anybody, ...left, fromEmployee: true, inAnnouncedPeriod },
      expected: { firstDay: inAnnouncedPeriod ? "2025-01-01" : "2025-02-01", lastDay: "2025-12-31" },
    },
    {
      title: `left the employee scheme in December, January ${inAnnouncedPeriod ? "in" : "after"} the period: change`,
      matter: "chongqing.scheme-change",
      facts: { ...left, direction: "unit-to-resident", otherRelation: false, assisted: "none", inAnnouncedPeriod },
      expected: { firstDay: inAnnouncedPeriod ? "2025-01-01" : "2025-02-01", lastDay: "2025-12-31" },
    },
  ]),
);

const throughTheYear = about({ ...common, asOf: "2025-04-10", facts: anybody }, [
  {
    title: "grace, 31 January",
    ...late("2025-01-31", 2024),
    expected: { firstDay: "2025-02-01", lastDay: "2025-12-31" },
  },
  {
    title: "grace, 1 February",
    ...late("2025-02-01", 2024),
    expected: { firstDay: "2025-03-01", lastDay: "2025-12-31" },
  },
  // Missed: 2024 (one or none), 2022…2024 (three: 5 or 6), 2021…2024 (four: 6 or 7), 2020…2024 (five: 7 or 8).
  { title: "one year missed", ...late("2025-04-10", 2023, 0), expected: { wait: { months: [3, 4] }, lastDay: "2025-12-31" } },
  { title: "three years missed", ...late("2025-04-10", 2021, 0), expected: { wait: { months: [5, 6] } } },
  { title: "four years missed", ...late("2025-04-10", 2020, 0), expected: { wait: { months: [6, 7] } } },
  { title: "five years missed", ...late("2025-04-10", 2019, 0), expected: { wait: { months: [7, 8] } } },
  {
    title: "one year missed and repaired",
    ...late("2025-04-10", 2023, 1),
    expected: { wait: { months: 3 }, firstDay: "2025-07-10" },
  },
  { title: "five years missed, one repaired", ...late("2025-04-10", 2019, 1), expected: { wait: { months: [6, 7] } } },
  {
    title: "five years missed, four repaired",
    ...late("2025-04-10", 2019, 4),
    expected: { wait: { months: 6 }, firstDay: "2025-10-10" },
  },
  {
    title: "five years missed, five repaired",
    ...late("2025-04-10", 2019, 5),
    expected: { wait: { months: 6 }, firstDay: "2025-10-10" },
  },
  { title: "more repaired than missed", ...late("2025-04-10", 2023, 2), expected: { errors: ["repairedYears"] } },
  { title: "insured this year already", ...late("2025-04-10", 2026), expected: { errors: ["lastYear"] } },
  // A wait of eight months from June runs beyond the year: nothing of 2025 is left.
  {
    title: "a wait beyond the year",
    ...late("2025-06-30", 2018, 0),
    expected: { wait: { months: [8, 9] }, firstDay: null },
  },
  { title: "30 June, nothing missed", ...late("2025-06-30", 2024), expected: { wait: { months: 3 }, firstDay: "2025-09-30" } },
  { title: "1 July, nothing missed", ...late("2025-07-01", 2024), expected: { wait: { months: 3 }, firstDay: "2025-10-01" } },
  // 31 May + 3 months: 31 August; 30 November has no counterpart in February.
  { title: "31 May, nothing missed", ...late("2025-05-31", 2024), expected: { wait: { months: 3 }, firstDay: "2025-08-31" } },
  // Whoever changes over from employee insurance waits by 职工03, which asks for two years that nobody asks here. (Once April.)
  {
    title: "from employee insurance in April",
    facts: { ...thisYear, fromEmployee: true, paidOn: "2025-04-10", insuredBefore: true, lastYear: 2025 },
    expected: { outcome: "granted" },
  },
  { title: "a payment ahead of the day", facts: { ...late("2025-04-11", 2024).facts }, expected: { errors: ["paidOn"] } },
  {
    title: "insured elsewhere at the same time",
    ...late("2025-04-10", 2024),
    facts: { ...late("2025-04-10", 2024).facts, otherRelation: true },
    expected: { outcome: "not-yet" },
  },
]);

const KINDS = ["subsistence", "destitute", "lifted", "marginal", "entitled", "disabled"];
const assisted = KINDS.flatMap((kind) =>
  about(
    {
      ...common,
      asOf: "2025-04-10",
      facts: { ...person, assisted: kind, ...thisYear, paidOn: "2025-04-10", insuredBefore: false },
    },
    [{ title: `assisted: ${kind}`, expected: { outcome: "granted", firstDay: "2025-04-10", lastDay: "2025-12-31" } }],
  ),
);

// A newborn paid for within 90 days is covered from birth to the end of the year of birth, after the closing day too; later as anybody.
const born = (birthDate: string, paidOn: string) => ({
  asOf: paidOn,
  facts: { ...person, assisted: "none", newborn: true, birthDate, paidOn, insuredYear: "this-year" },
});
const newborns = [
  // 1 May + 90 days = 30 July
  ...about({ ...common, ...born("2025-05-01", "2025-07-30") }, [
    { title: "a newborn on the ninetieth day", expected: { outcome: "granted", firstDay: "2025-05-01", lastDay: "2025-12-31" } },
  ]),
  ...about({ ...common, ...born("2025-05-01", "2025-05-01") }, [
    { title: "a newborn on the day of birth", expected: { outcome: "granted", firstDay: "2025-05-01", lastDay: "2025-12-31" } },
  ]),
  ...about({ ...common, ...born("2025-10-01", "2025-11-15") }, [
    { title: "a newborn after the closing day", expected: { outcome: "granted", firstDay: "2025-10-01", lastDay: "2025-12-31" } },
  ]),
  ...about({ ...common, ...born("2025-05-01", "2025-04-30") }, [
    { title: "a newborn paid for before birth", expected: { errors: ["birthDate"] } },
  ]),
];

export const residentEnrolment = [...announced, ...january, ...throughTheYear, ...assisted, ...newborns];

// S4 居民03: nothing back once treatment has begun; before, through the tax office.
const REASONS = ["duplicate", "employee", "elsewhere", "died"];
export const residentRefund = REASONS.flatMap((reason) =>
  about(
    {
      ...chongqing,
      rule: "CQ-12",
      matter: "chongqing.resident-refund",
      asOf: "2024-12-31",
      facts: { treatmentFrom: "2025-01-01", reason },
    },
    [
      { title: `${reason}, the day before treatment begins`, expected: { outcome: ["granted", "guidance"] } },
      { title: `${reason}, on the first day of treatment`, asOf: "2025-01-01", expected: { outcome: "refused" } },
      { title: `${reason}, half a year later`, asOf: "2025-07-10", expected: { outcome: "refused" } },
    ],
  ),
);

const BOTH = [true, false];
// S4 职工06…09, 居民02, 05: told only.
const told = { ...chongqing, asOf: "2025-07-10" } as const;
export const guidance = [
  ...BOTH.flatMap((endedThere) =>
    BOTH.flatMap((enrolledHere) =>
      BOTH.flatMap((validationError) =>
        about({ ...told, rule: "CQ-06", matter: "chongqing.transfer-in", facts: { endedThere, enrolledHere, validationError } }, [
          {
            title: `transfer in: ${[endedThere, enrolledHere, validationError].join(", ")}`,
            expected: { outcome: endedThere && enrolledHere ? ["granted", "guidance"] : "not-yet" },
          },
        ]),
      ),
    ),
  ),
  ...["suspended", "active"].flatMap((status) =>
    BOTH.flatMap((enrolledThere) =>
      about({ ...told, rule: "CQ-06", matter: "chongqing.transfer-out", facts: { status, enrolledThere } }, [
        {
          title: `transfer out: ${status}, ${enrolledThere}`,
          expected: { outcome: status === "suspended" && enrolledThere ? ["granted", "guidance"] : "not-yet" },
        },
      ]),
    ),
  ),
  ...["statement", "transferred", "refund"].flatMap((purpose) =>
    about({ ...told, rule: "CQ-08", matter: "chongqing.account-statement", facts: { purpose } }, [
      { title: purpose, expected: { outcome: "guidance" } },
    ]),
  ),
  ...["check", "record"].flatMap((purpose) =>
    about({ ...told, rule: "CQ-11", matter: "chongqing.payment-records", facts: { purpose } }, [
      { title: purpose, expected: { outcome: "guidance" } },
    ]),
  ),
];
