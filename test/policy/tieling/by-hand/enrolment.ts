import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const man = { sex: "male", birthDate: "1990-05-20" };
const woman = { sex: "female", birthDate: "1992-08-11" };
const local = { household: true, correction: false };
const unit = { ...local, capacity: "unit", work: "employee", special: "none" };
const flexible = { ...local, capacity: "flexible", work: "freelancer" };
const again = { firstTime: false, fromElsewhere: false };
const nonLocal = {
  household: false,
  permit: true,
  capacity: "flexible",
  work: "freelancer",
  firstTime: true,
  fromResident: false,
};

export const enrolment = about(of("enrolment"), [
  // Woman of June 1970: n = 5, delay 2: 55 years and two months on 20 August 2025. The day before she is inside.
  {
    title: "non-local woman on the day before the end of working age",
    rule: "TL-01",
    asOf: "2025-08-19",
    history: "0",
    facts: { sex: "female", birthDate: "1970-06-20", ...nonLocal, paidOn: "2025-08-19" },
    expected: { outcome: "granted" },
  },
  {
    title: "non-local woman on the day the working age ends",
    rule: "TL-01",
    asOf: "2025-08-20",
    history: "0",
    facts: { sex: "female", birthDate: "1970-06-20", ...nonLocal, paidOn: "2025-08-20" },
    expected: { outcome: "refused" },
  },
  // 六(二) lets a man short of years go on contributing beyond the age: he must be enrolable. 2024 in full, no gap.
  {
    title: "local man of 61 goes on contributing",
    rule: "TL-12",
    asOf: "2025-06-10",
    history: "l201001-202505",
    facts: {
      sex: "male",
      birthDate: "1964-03-01",
      ...flexible,
      ...again,
      lastPaid: "2025-05",
      lastYear: "in-time",
      paidOn: "2025-06-10",
    },
    expected: { outcome: "granted", gapMonths: 0 },
  },
  {
    title: "non-local man of 61 goes on contributing",
    rule: "TL-12",
    asOf: "2025-06-10",
    history: "l201001-202505",
    facts: {
      sex: "male",
      birthDate: "1964-03-01",
      household: false,
      permit: true,
      capacity: "flexible",
      work: "freelancer",
      ...again,
      lastPaid: "2025-05",
      lastYear: "in-time",
      paidOn: "2025-06-10",
    },
    expected: { outcome: "granted", gapMonths: 0 },
  },
  // 一(二) asks a permit only of those without a labour contract.
  {
    title: "non-local employee of a unit needs no permit",
    rule: "TL-01",
    asOf: "2025-03-05",
    history: "0",
    facts: {
      ...man,
      household: false,
      capacity: "unit",
      work: "employee",
      special: "none",
      firstTime: true,
      fromResident: false,
      paidOn: "2025-03-05",
    },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2025-06-03" },
  },
  // A unit's employee needs a unit.
  {
    title: "as a unit's employee without a unit",
    rule: "TL-01",
    asOf: "2025-03-05",
    history: "0",
    facts: { ...man, ...unit, work: "freelancer", firstTime: true, fromResident: false, paidOn: "2025-03-05" },
    expected: { outcome: ["refused", "not-yet"] },
  },
  // 一(一), (二): who has a labour contract joins through the unit.
  {
    title: "as flexible with a labour contract",
    rule: "TL-01",
    asOf: "2025-03-05",
    history: "0",
    facts: { ...man, ...flexible, work: "employee", firstTime: true, fromResident: false, paidOn: "2025-03-05" },
    expected: { outcome: ["refused", "not-yet"] },
  },
  // 二(二)1 exempts who is new in a job and in the scheme; this graduate was insured before: January to June = 6; 30 days:
  // 1 July + 30 = 31 July.
  {
    title: "graduate who was insured before",
    rule: "TL-04",
    asOf: "2025-07-01",
    history: "d202301-202412",
    facts: { ...woman, ...unit, special: "graduate", ...again, lastPaid: "2024-12", paidOn: "2025-07-01" },
    expected: { gapMonths: 6, wait: { days: 30 }, firstDay: "2025-07-31" },
  },
  // First time in the employee scheme, but from the resident scheme: he may join, and the wait is that of a change of scheme (三), so
  // no first day is told here (first expected as mere guidance).
  {
    title: "first time, from the resident scheme",
    rule: "TL-08",
    asOf: "2025-03-05",
    history: "j2023-2024",
    facts: { ...man, ...unit, firstTime: true, fromResident: true, paidOn: "2025-03-05" },
    expected: { outcome: "granted", firstDay: null },
  },
  // 29 February 2024 + 90 = 29 May.
  {
    title: "first time, arrived on a leap day",
    rule: "TL-04",
    asOf: "2024-02-29",
    history: "0",
    facts: { ...man, ...unit, firstTime: true, fromResident: false, paidOn: "2024-02-29" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2024-05-29" },
  },
  // 15 December 2024 + 90 = 15 March 2025.
  {
    title: "first time, the wait runs over New Year",
    rule: "TL-04",
    asOf: "2024-12-15",
    history: "0",
    facts: { ...man, ...unit, firstTime: true, fromResident: false, paidOn: "2024-12-15" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2025-03-15" },
  },
  // The document's first day: 1 April 2022 + 90 = 30 June.
  {
    title: "first time on the document's first day",
    rule: "TL-04",
    asOf: "2022-04-01",
    history: "0",
    facts: { ...man, ...unit, firstTime: true, fromResident: false, paidOn: "2022-04-01" },
    expected: { outcome: "granted", wait: { days: 90 }, firstDay: "2022-06-30" },
  },
  // 二(二)3: last year in full, the year's first payment in June: on arrival.
  {
    title: "flexible, last year in full, first payment of the year in June",
    rule: "TL-05",
    asOf: "2025-06-10",
    history: "l202401-202412",
    facts: { ...man, ...flexible, ...again, lastPaid: "2024-12", lastYear: "in-time", paidOn: "2025-06-10" },
    expected: { outcome: "granted", gapMonths: 5, wait: { days: 0 }, firstDay: "2025-06-10" },
  },
  // Three months missing inside the year: no wait.
  {
    title: "flexible, three months missing inside the year",
    rule: "TL-05",
    asOf: "2025-07-10",
    history: "l202401-202503",
    facts: { ...man, ...flexible, ...again, lastPaid: "2025-03", lastYear: "in-time", paidOn: "2025-07-10" },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, firstDay: "2025-07-10" },
  },
  // Four: 30 days by 二(二)2.
  {
    title: "flexible, four months missing inside the year",
    rule: "TL-05",
    asOf: "2025-07-10",
    history: "l202401-202502",
    facts: { ...man, ...flexible, ...again, lastPaid: "2025-02", lastYear: "in-time", paidOn: "2025-07-10" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2025-08-09" },
  },
  // Last year not in full, but paid this year already: the 30 days ran from that payment; two months missing.
  {
    title: "flexible, last year not in full, two months missing inside the year",
    rule: "TL-05",
    asOf: "2025-07-10",
    history: "l202403-202411 202501-202504",
    facts: { ...man, ...flexible, ...again, lastPaid: "2025-04", lastYear: "not-full", paidOn: "2025-07-10" },
    expected: { outcome: "granted", gapMonths: 2, wait: { days: 0 }, firstDay: "2025-07-10" },
  },
  // Eighteen months away: 30 days, not the 90 of a first enrolment: July 2023 to December 2024; 2 January + 30 = 1 February.
  {
    title: "flexible, back after eighteen months",
    rule: "TL-05",
    asOf: "2025-01-02",
    history: "l202001-202306",
    facts: { ...man, ...flexible, ...again, lastPaid: "2023-06", lastYear: "not-full", paidOn: "2025-01-02" },
    expected: { outcome: "granted", gapMonths: 18, wait: { days: 30 }, firstDay: "2025-02-01" },
  },
  // Last paid in November 2023: 2024 cannot have been paid in full.
  {
    title: "last year in full against the last paid month",
    rule: "TL-05",
    asOf: "2025-01-10",
    history: "l202001-202311",
    facts: { ...man, ...flexible, ...again, lastPaid: "2023-11", lastYear: "in-time", paidOn: "2025-01-10" },
    expected: { errors: ["lastYear"] },
  },
  // Moved in from elsewhere as flexible: 二(二)2 alone: three months, no wait.
  {
    title: "flexible from elsewhere after three months",
    rule: "TL-04",
    asOf: "2025-04-10",
    history: "w202001-202412",
    facts: { ...man, ...flexible, firstTime: false, fromElsewhere: true, lastPaid: "2024-12", paidOn: "2025-04-10" },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, firstDay: "2025-04-10" },
  },
  {
    title: "last paid month after the payment",
    rule: "TL-04",
    asOf: "2025-07-10",
    history: "d202001-202506",
    facts: { ...man, ...unit, ...again, lastPaid: "2025-08", paidOn: "2025-07-10" },
    expected: { errors: ["lastPaid"] },
  },
  {
    title: "payment in the future",
    rule: "TL-04",
    asOf: "2025-07-10",
    history: "0",
    facts: { ...man, ...unit, firstTime: true, fromResident: false, paidOn: "2025-07-11" },
    expected: { errors: ["paidOn"] },
  },
  {
    title: "born in the future",
    rule: "TL-01",
    asOf: "2025-07-10",
    history: "0",
    facts: { sex: "male", birthDate: "2025-07-11", ...local, capacity: "resident", work: "none" },
    expected: { errors: ["birthDate"] },
  },
  // 一(一): children are residents.
  {
    title: "local child of five as resident",
    rule: "TL-01",
    asOf: "2025-07-10",
    history: "j202002-202412",
    facts: { sex: "male", birthDate: "2020-02-01", ...local, capacity: "resident", work: "none" },
    expected: { outcome: "granted" },
  },
  // 一(二): curable with a permit.
  {
    title: "non-local without permit as resident",
    rule: "TL-01",
    asOf: "2025-07-10",
    history: "0",
    facts: { ...woman, household: false, permit: false, capacity: "resident", work: "none" },
    expected: { outcome: "not-yet" },
  },
  // Left the unit this year: may be entered as a resident.
  {
    title: "left the unit in May, resident scheme",
    rule: "TL-01",
    asOf: "2025-07-10",
    history: "d202001-202505",
    facts: { ...woman, ...local, capacity: "resident", work: "none" },
    expected: { outcome: "granted" },
  },
  // 二(三) asks that the relation be moved; that can be done.
  {
    title: "spouse of a discharged serviceman, relation not moved",
    rule: "TL-07",
    asOf: "2025-05-12",
    history: "w201901-202412",
    facts: {
      ...woman,
      ...unit,
      special: "military-spouse",
      relationMoved: false,
      firstTime: false,
      fromElsewhere: true,
      lastPaid: "2024-12",
      paidOn: "2025-05-12",
    },
    expected: { outcome: ["not-yet", "granted"] },
  },
]);
