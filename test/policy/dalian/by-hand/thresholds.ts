import { about, spans } from "../../../journeys/by-hand/case.ts";

// Thresholds, year ends and leap days of every matter that counts. Top-up a month: 437.46 (2022-07…2023-12), 469.62 (2024), 491.40 (2025).
// Premium of a flexible worker: 323.58 (2020-07), 382.50 (2021-07), 437.46 (2022-07), 439.46 (2023), 473.54 (2024), 499.59 (2025).

const city = "dalian";
const may1965 = { sex: "male", birthDate: "1965-05-20" };
const wayA = { way: "pension-here", capacity: "unit" };
const wayB = { way: "no-pension-here", capacity: "flexible", treatmentElsewhere: false };
const retirement = { rule: "DL-05", city, matter: "dalian.retirement" } as const;

export const retirements = [
  ...about({ ...retirement, asOf: "2025-06-15", facts: { ...may1965, ...wayA, pensionMonth: "2025-06" } }, [
    // 306 + 1984-07…1999-12 (186) = 492
    {
      title: "service before the first month paid",
      facts: { contributed: spans("2000-01/2025-06"), service: spans("1984-07/1999-12"), enrolledAs: "unit" },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-07" },
    },
    // 54 here, 312 brought along: 366 in all, of 120 here 66 short × 491.40. 七(七)
    {
      title: "thirty years in all, most of them elsewhere",
      facts: { contributed: spans("2021-01/2025-06"), transferred: spans("1995-01/2020-12") },
      expected: { shortfallMonths: 66, due: "32432.40" },
    },
    // the greater of 20 and 20, of 10 and 20, of 20 and 10
    ...(
      [
        [100, 240],
        [100, 250],
        [110, 230],
      ] as const
    ).map(([here, there]) => ({
      title: `${here} here and ${there} brought along`,
      facts: { contributed: { months: here }, transferred: { months: there } },
      expected: { shortfallMonths: 20, due: "9828.00" },
    })),
    // 120 and 360, 119 and 359
    {
      title: "ten and thirty years to the month",
      facts: { contributed: spans("2015-07/2025-06"), transferred: spans("1990-01/2009-12") },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-07" },
    },
    {
      title: "a month less of both",
      facts: { contributed: spans("2015-08/2025-06"), transferred: spans("1990-01/2009-12") },
      expected: { shortfallMonths: 1, due: "491.40" },
    },
    // service 1995-01…2002-03 (87) or …2003-12 (108) + 186: 273 or 294
    {
      title: "service over both cut-offs, first insured as flexible",
      facts: { contributed: spans("2010-01/2025-06"), service: spans("1995-01/2004-06"), enrolledAs: "flexible" },
      expected: { shortfallMonths: 87, due: "42751.80" },
    },
    {
      title: "service over both cut-offs, first insured by a unit",
      facts: { contributed: spans("2010-01/2025-06"), service: spans("1995-01/2004-06"), enrolledAs: "unit" },
      expected: { shortfallMonths: 66, due: "32432.40" },
    },
    // 294 paid, 2002 not: 1999 and 2002 are service, 2000, 2001 and 2003 are paid: 318
    {
      title: "service around a year that was not paid",
      facts: { contributed: spans("2000-01/2001-12", "2003-01/2025-06"), service: spans("1999-01/2003-12"), enrolledAs: "unit" },
      expected: { shortfallMonths: 42, due: "20638.80" },
    },
    // 258 + 84, the soldier's years among them
    {
      title: "military inside the service",
      facts: {
        contributed: spans("2004-01/2025-06"),
        service: spans("1984-01/1990-12"),
        military: spans("1984-10/1988-10"),
        enrolledAs: "unit",
      },
      expected: { shortfallMonths: 18, due: "8845.20" },
    },
    // 162 + 60 after every cut-off: law on servicemen's insurance, art. 23
    {
      title: "military after the cut-offs",
      facts: { contributed: spans("2012-01/2025-06"), military: spans("2006-12/2011-11") },
      expected: { shortfallMonths: 138, due: "67813.20" },
    },
    // 16 in May 1981: 530 months to June 2025
    {
      title: "more months than since sixteen",
      facts: { contributed: { months: 600 } },
      expected: { errors: ["contributed"] },
    },
  ]),
  ...about({ ...retirement, asOf: "2025-07-31", facts: { ...wayA, pensionMonth: "2025-07", sex: "female", kind: "woman-55" } }, [
    {
      title: "a woman with 25 years to the month",
      facts: { birthDate: "1970-06-30", contributed: spans("2000-08/2025-07") },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    {
      title: "a woman a month short",
      facts: { birthDate: "1970-06-30", contributed: spans("2000-09/2025-07") },
      expected: { shortfallMonths: 1, due: "491.40", firstDay: "2025-08" },
    },
  ]),
  // The base is that of the month of processing: 60 × 469.62 on the last day of 2024, 60 × 491.40 two days later, 72 of 2023 and of 2024.
  ...about({ ...retirement, asOf: "2024-12-31", facts: { ...wayA, sex: "male" } }, [
    {
      title: "on New Year's Eve",
      facts: { birthDate: "1964-12-31", pensionMonth: "2024-12", contributed: spans("2000-01/2024-12") },
      expected: { due: "28177.20", firstDay: "2025-01" },
    },
    {
      title: "late, in the new year",
      asOf: "2025-01-02",
      facts: { birthDate: "1964-12-20", pensionMonth: "2024-12", contributed: spans("2000-01/2024-12") },
      expected: { due: "29484.00", firstDay: "2025-02" },
    },
    {
      title: "the last day of 2023",
      asOf: "2023-12-31",
      facts: { birthDate: "1963-12-31", pensionMonth: "2023-12", contributed: spans("2000-01/2023-12") },
      expected: { due: "31497.12", firstDay: "2024-01" },
    },
    {
      title: "the first day of 2024",
      asOf: "2024-01-01",
      facts: { birthDate: "1963-12-31", pensionMonth: "2024-01", contributed: spans("2000-01/2023-12") },
      expected: { due: "33812.64", firstDay: "2024-02" },
    },
    {
      title: "2026, whose base nobody has",
      asOf: "2026-01-05",
      facts: { birthDate: "1965-12-20", pensionMonth: "2026-01", contributed: spans("2000-01/2025-12") },
      expected: { outcome: "figure-missing", shortfallMonths: 48 },
    },
    {
      title: "2026, nothing short: no base is needed",
      asOf: "2026-01-05",
      facts: { birthDate: "1965-12-20", pensionMonth: "2026-01", contributed: spans("1995-01/2025-12") },
      expected: { outcome: "granted", firstDay: "2026-02" },
    },
  ]),
  ...about({ ...retirement, asOf: "2024-02-29", facts: wayB }, [
    // 288 paid, 72 × 469.62
    {
      title: "sixty on a leap day",
      facts: { sex: "male", birthDate: "1964-02-29", contributed: spans("2000-03/2024-02") },
      expected: { shortfallMonths: 72, due: "33812.64", firstDay: "2024-03" },
    },
    // 55 at the end of February 2023: 276 paid, 24 × 437.46
    {
      title: "a woman born on a leap day, on 1 March",
      asOf: "2023-03-01",
      facts: { sex: "female", birthDate: "1968-02-29", contributed: spans("2000-03/2023-02") },
      expected: { shortfallMonths: 24, due: "10499.04", firstDay: "2023-04" },
    },
    // paid to 60 in 2024-01: 313; the thirteen later months do not count
    {
      title: "months paid after sixty",
      asOf: "2025-03-10",
      facts: { sex: "male", birthDate: "1964-01-15", contributed: spans("1998-01/2025-02") },
      expected: { shortfallMonths: 47, due: "23095.80" },
    },
    {
      title: "a woman of fifty without a pension waits for fifty-five",
      asOf: "2025-09-05",
      facts: { sex: "female", birthDate: "1975-06-10", contributed: spans("2000-10/2025-08") },
      expected: { outcome: "not-yet", opens: "2030-06-10" },
    },
    // 187 + 168 = 355
    {
      title: "a central unit's service counts without a pension here",
      asOf: "2025-07-10",
      facts: {
        sex: "male",
        birthDate: "1965-07-10",
        capacity: "unit",
        unitKind: "central",
        contributed: spans("2010-01/2025-07"),
        service: spans("1990-01/2003-12"),
        enrolledAs: "unit",
      },
      expected: { shortfallMonths: 5, due: "2457.00" },
    },
  ]),
  ...about(
    {
      rule: "DL-06",
      city,
      matter: "dalian.retirement",
      asOf: "2025-06-15",
      facts: { ...wayA, sex: "male", pensionMonth: "2025-06", retirementBase: "9000" },
    },
    [
      {
        title: "fifty on the last day of the month",
        facts: { birthDate: "1975-06-30", contributed: { months: 360 } },
        expected: { outcome: "granted", firstDay: "2025-07" },
      },
      // July is bought: 720.00 + 180.00, and makes 360
      {
        title: "fifty on the first day of the next",
        facts: { birthDate: "1975-07-01", contributed: { months: 359 } },
        expected: { outcome: "granted", due: "900.00", shortfallMonths: 0, firstDay: "2025-08" },
      },
      // 2025-07…2026-02: 8 × 1000.00; 352 + 8 = 360
      {
        title: "fifty at the end of February, born on a leap day",
        facts: { birthDate: "1976-02-29", contributed: { months: 352 }, retirementBase: "10000" },
        expected: { due: "8000.00", shortfallMonths: 0, firstDay: "2026-03" },
      },
      // 12 × 491.40 of the least base 4914, 300 + 12 = 312: 48 × 491.40
      {
        title: "a base below the least",
        facts: { birthDate: "1976-06-15", contributed: { months: 300 }, retirementBase: "4913" },
        expected: { due: "29484.00", shortfallMonths: 48, firstDay: "2026-07" },
      },
    ],
  ),
];

export const gaps = [
  ...about({ rule: "DL-02", city, matter: "dalian.back-payment", asOf: "2025-06-30", facts: { currentPaid: true } }, [
    {
      title: "three months, on the last day of the month",
      facts: { paid: spans("2024-01/2025-02") },
      expected: { outcome: "granted", gapMonths: 3, due: "1498.77" },
    },
    {
      title: "the day after it is a fourth one",
      asOf: "2025-07-01",
      facts: { paid: spans("2024-01/2025-02") },
      expected: { outcome: "refused", gapMonths: 4, firstDay: "2025-08" },
    },
    // 323.58 + 323.58 + 382.50
    {
      title: "over 30 June 2021",
      asOf: "2021-08-31",
      facts: { paid: spans("2020-01/2021-04") },
      expected: { due: "1029.66" },
    },
    // 382.50 + 437.46
    { title: "over 30 June 2022", asOf: "2022-08-15", facts: { paid: spans("2020-01/2022-05") }, expected: { due: "819.96" } },
    // 2 × 437.46 + 439.46
    { title: "over New Year 2023", asOf: "2023-02-15", facts: { paid: spans("2020-01/2022-10") }, expected: { due: "1314.38" } },
    // the base of 2022 was kept: one month of 439.46
    { title: "over 30 June 2023", asOf: "2023-07-31", facts: { paid: spans("2022-01/2023-05") }, expected: { due: "439.46" } },
    // 439.46 + 2 × 473.54
    { title: "over New Year 2024", asOf: "2024-03-31", facts: { paid: spans("2023-01/2023-11") }, expected: { due: "1386.54" } },
    // 473.54 + 499.59
    { title: "over New Year 2025", asOf: "2025-02-28", facts: { paid: spans("2024-01/2024-11") }, expected: { due: "973.13" } },
    {
      title: "made good in January 2026: the months are of 2025",
      asOf: "2026-01-20",
      facts: { paid: spans("2020-01/2025-09") },
      expected: { outcome: "granted", due: "1498.77" },
    },
    {
      title: "January 2026 itself",
      asOf: "2026-02-20",
      facts: { paid: spans("2020-01/2025-11") },
      expected: { outcome: "figure-missing", gapMonths: 2 },
    },
  ]),
];

const inpatient = { rule: "DL-12", city, matter: "dalian.inpatient", facts: { capacity: "in-service" } } as const;
const stay = (admitted: string, level: string, cost: string) => ({ stays: { items: [{ admitted, level, cost }] } });

export const stays = about({ ...inpatient, asOf: "2022-07-01" }, [
  // 0.01 × 85 % = 0.0085
  {
    title: "a fen above the deductible",
    facts: stay("2022-06-11", "top", "1200.01"),
    expected: { pays: { pool: "0.01", own: "1200.00" } },
  },
  // 734.57 × 88 % = 646.4216
  {
    title: "a fraction of a fen",
    facts: stay("2022-06-11", "second", "1234.57"),
    expected: { pays: { pool: "646.42", own: "588.15" } },
  },
  // 58647.06 × 85 % = 49850.001; own 9997.06 is not above 10000
  {
    title: "just under the burden of 10000",
    facts: stay("2022-06-11", "top", "59847.06"),
    expected: { pays: { pool: "49850.00", own: "9997.06" } },
  },
  // the deductible halved at seventy, for a leap-day birth at the end of February: (10000 − 250) × 94 %
  {
    title: "seventy at the end of February",
    asOf: "2022-03-01",
    facts: { ...stay("2022-02-28", "second", "10000"), capacity: "retired", birthDate: "1952-02-29" },
    expected: { pays: { pool: "9165.00", own: "835.00" } },
  },
  // 16020 of one's own: 16020 + 9000 − 10000 = 15020 × 40 %
  {
    title: "a burden carried over",
    facts: { ...stay("2022-06-11", "top", "100000"), earlierBurden: "9000" },
    expected: { pays: { pool: "83980.00", subsidy: "6008.00", own: "10012.00" } },
  },
  // 8520 + 61000 of before: all of it in the second band
  {
    title: "the second band of 2023",
    asOf: "2023-06-01",
    facts: { ...stay("2023-05-01", "top", "50000"), earlierBase: "61000" },
    expected: { pays: { pool: "41480.00", largeSum: "6816.00", own: "1704.00" } },
  },
  // pool 250000; 45317.65 + 104682.35 − 11000 = 139000: 37500 + 40000 + 33150
  {
    title: "all three bands of 2023",
    asOf: "2023-06-01",
    facts: stay("2023-05-01", "top", "400000"),
    expected: { pays: { pool: "250000.00", largeSum: "110650.00", own: "39350.00" } },
  },
]);

const enrolResident = { rule: "DL-15", city, matter: "dalian.resident-enrolment" } as const;
const adult = { birthDate: "1980-01-01", group: "adult", household: true };

export const residents = [
  ...about({ ...enrolResident, asOf: "2025-06-10", facts: { ...adult, former: "unit" } }, [
    {
      title: "from a unit, 24 months and a gap of three",
      facts: { lastPaid: "2025-02", continuousMonths: 24 },
      expected: { outcome: "granted", firstDay: "2025-06-10", lastDay: "2025-12-31", due: "460.00" },
    },
    {
      title: "from a unit, 24 months and a gap of four",
      facts: { lastPaid: "2025-01", continuousMonths: 24 },
      expected: { wait: { months: 3 }, firstDay: "2025-09-10" },
    },
    {
      title: "from a unit, 23 months",
      facts: { lastPaid: "2025-05", continuousMonths: 23 },
      expected: { wait: { months: 3 }, firstDay: "2025-09-10" },
    },
  ]),
  ...about({ ...enrolResident, asOf: "2025-03-31", facts: { ...adult, former: "resident", lastYear: 2024 } }, [
    { title: "three months from 31 March end before 30 June", facts: {}, expected: { firstDay: "2025-06-30" } },
    { title: "the day after the pay-by day", asOf: "2025-01-20", facts: {}, expected: { firstDay: "2025-04-20" } },
    // 460 and three missed years at the standard of the year
    {
      title: "three missed years, all repaired",
      asOf: "2025-03-10",
      facts: { lastYear: 2021, repairedYears: 3 },
      expected: { wait: { months: 3 }, firstDay: "2025-06-10", due: "1840.00" },
    },
    {
      title: "four missed years, all repaired: six months at the least",
      asOf: "2025-03-10",
      facts: { lastYear: 2020, repairedYears: 4 },
      expected: { wait: { months: 6 }, firstDay: "2025-09-10", due: "2300.00" },
    },
    {
      title: "2024, in the last days of January: February and March are full",
      asOf: "2024-01-31",
      facts: { former: "never", lastYear: undefined },
      expected: { firstDay: "2024-04-01", due: "440.00" },
    },
    {
      title: "2022, on 30 September: December is left",
      asOf: "2022-09-30",
      facts: { former: "never", lastYear: undefined },
      expected: { firstDay: "2022-12-01", due: "410.00" },
    },
  ]),
  // Ninety days from the day after birth: 2025-05-10 to 2025-08-08, 2023-12-01 to 2024-02-29.
  ...about({ ...enrolResident, asOf: "2025-08-08", facts: { group: "minor", household: true, former: "never" } }, [
    {
      title: "a newborn on the ninetieth day",
      facts: { birthDate: "2025-05-10" },
      expected: { firstDay: "2025-05-10", lastDay: "2025-12-31", due: "400.00" },
    },
    {
      title: "a newborn on the ninety-first",
      asOf: "2025-08-09",
      facts: { birthDate: "2025-05-10" },
      expected: { wait: { months: 3 }, firstDay: "2025-11-09" },
    },
    {
      title: "the ninety-first day after a leap day: two full months of the old rule",
      asOf: "2024-03-01",
      facts: { birthDate: "2023-12-01" },
      expected: { firstDay: "2024-06-01", due: "380.00" },
    },
  ]),
];

export const premiums = about(
  { rule: "DL-16", city, matter: "dalian.unit-premium", asOf: "2025-06-10", facts: { who: "person", newStaff: false } },
  [
    // 8190.25 × 2 % = 163.805, 0.1 % = 8.19; 8 % = 655.22, 0.2 % = 16.38
    {
      title: "half a fen is rounded up",
      facts: { months: spans("2025-06"), wage: "8190.25" },
      expected: { due: "843.60", pays: { personPart: "172.00", unitPart: "671.60" } },
    },
    // 2024: 23481 × 2 % = 469.62 × 12 = 5635.44; 2025: (98.28 + 4.91) × 6 = 619.14
    {
      title: "the most of 2024 and the least of 2025",
      facts: {
        months: spans("2024-01/2025-06"),
        wages: {
          items: [
            { year: 2023, wage: "23481.01" },
            { year: 2024, wage: "1" },
          ],
        },
      },
      expected: { pays: { personPart: "6254.58" } },
    },
    // 71.90 + 76.50, 287.60 + 306.00
    {
      title: "the least of two base years over 30 June 2021",
      facts: {
        months: spans("2021-06/2021-07"),
        wages: {
          items: [
            { year: 2019, wage: "3000" },
            { year: 2020, wage: "3000" },
          ],
        },
      },
      expected: { due: "742.00", pays: { personPart: "148.40", unitPart: "593.60" } },
    },
  ],
);
