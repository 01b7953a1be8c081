import { about, spans } from "../../../journeys/by-hand/case.ts";

// Top-up a month: 437.46 in 2022-07…2023-12, 469.62 in 2024, 491.40 in 2025 (assessed base × 6 %). S0 四(三)(四), figures.

const common = { rule: "DL-05", city: "dalian", matter: "dalian.retirement" } as const;
const none = { months: 0 };
// Pension from 2025-04: a man born in March 1965, a woman (55) born in March 1970, a woman (50) born in February 1975 from 2025-03.
const pension = { way: "pension-here", pensionMonth: "2025-04", capacity: "unit", service: none };
const man = { sex: "male", birthDate: "1965-03-01" };
const woman = { sex: "female", birthDate: "1970-03-10", kind: "woman-55" };

const withPension = about({ ...common, asOf: "2025-04-20", facts: pension }, [
  // 250 paid, 100 of service by number, of which 30 were paid: 250 + 70 = 320, 40 short: 19656.00. 七(六)
  {
    title: "service as a number less what was paid in it",
    facts: { ...man, contributed: { months: 250 }, service: { months: 100 }, enrolledAs: "unit", overlapMonths: 30 },
    expected: { shortfallMonths: 40, due: "19656.00", firstDay: "2025-05" },
  },
  // 250 + 110 − 0 = 360. 七(六)
  {
    title: "service as a number, nothing of it paid",
    facts: { ...man, contributed: { months: 250 }, service: { months: 110 }, enrolledAs: "unit", overlapMonths: 0 },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // More of the service paid than there is of it.
  {
    title: "more overlap than service",
    facts: { ...man, contributed: { months: 250 }, service: { months: 100 }, enrolledAs: "unit", overlapMonths: 101 },
    expected: { errors: ["overlapMonths"] },
  },
  // Born in March 1965: sixteen in March 1981, to December 2003 are 274 months; 275 do not fit. Corrections, DL-05.
  {
    title: "more service than fits between the sixteenth birthday and the cut-off",
    facts: { ...man, contributed: { months: 100 }, service: { months: 275 }, enrolledAs: "unit", overlapMonths: 0 },
    expected: { errors: ["service"] },
  },
  // The same as far as it fits: 100 + 260 = 360.
  {
    title: "as much service as is needed and fits",
    facts: { ...man, contributed: { months: 120 }, service: { months: 240 }, enrolledAs: "unit", overlapMonths: 0 },
    expected: { outcome: "granted", shortfallMonths: 0 },
  },
  // The cut-off of flexible workers is 21 months earlier: 253 fit, 254 do not. Corrections, DL-05.
  {
    title: "more service than fits before the flexible cut-off",
    facts: {
      ...man,
      capacity: "flexible",
      contributed: { months: 120 },
      service: { months: 254 },
      enrolledAs: "flexible",
      overlapMonths: 0,
    },
    expected: { errors: ["service"] },
  },
  // Insured before the sixteenth birthday (March 1981) nobody is.
  {
    title: "months paid before the sixteenth birthday",
    facts: { ...man, contributed: spans("1980-01/2025-04") },
    expected: { errors: ["contributed"] },
  },
  // May 2025 lies ahead of 20 April.
  {
    title: "months paid that lie ahead",
    facts: { ...man, contributed: spans("2000-01/2025-05") },
    expected: { errors: ["contributed"] },
  },
  // 2005-01…2025-04 is 244 here; the 24 months of 2005 and 2006 elsewhere are the same calendar months and count once: 116 short.
  {
    title: "the same months here and elsewhere count once",
    facts: { ...man, contributed: spans("2005-01/2025-04"), transferred: spans("2005-01/2006-12") },
    expected: { shortfallMonths: 116, due: "57002.40" },
  },
  // Service 1990-01…2003-12 (168) with 36 of them paid elsewhere in 2001…2003: 132 deemed + 36 moved + 192 paid here = 360. 七(六)
  {
    title: "service in months paid elsewhere",
    facts: {
      ...man,
      contributed: spans("2009-05/2025-04"),
      transferred: spans("2001-01/2003-12"),
      service: spans("1990-01/2003-12"),
      enrolledAs: "unit",
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // Service wholly after the cut-off is none: 244 of 360.
  {
    title: "service after the cut-off only",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("2004-01/2004-12"), enrolledAs: "unit" },
    expected: { shortfallMonths: 116, due: "57002.40" },
  },
  // December 2003 is the last month that counts: 1, 244 + 1 = 245.
  {
    title: "one month of service, the last before the cut-off",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("2003-12/2004-12"), enrolledAs: "unit" },
    expected: { shortfallMonths: 115, due: "56511.00" },
  },
  // Flexible: March 2002 is the last month.
  {
    title: "one month of service, the last before the flexible cut-off",
    facts: {
      ...man,
      capacity: "flexible",
      contributed: spans("2005-01/2025-04"),
      service: spans("2002-03/2003-12"),
      enrolledAs: "flexible",
    },
    expected: { shortfallMonths: 115, due: "56511.00" },
  },
  // Flexible today, enrolled by a unit: the capacity at enrolment decides, 116 of service: 360. 七(六), open.
  {
    title: "flexible today, enrolled by a unit",
    facts: {
      ...man,
      capacity: "flexible",
      contributed: spans("2005-01/2025-04"),
      service: spans("1994-05/2003-12"),
      enrolledAs: "unit",
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // In a unit today, enrolled as flexible: 95, 21 short.
  {
    title: "in a unit today, enrolled as flexible",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("1994-05/2003-12"), enrolledAs: "flexible" },
    expected: { shortfallMonths: 21, due: "10319.40" },
  },
  // No month here, 400 elsewhere: 120 short here. 七(七)
  {
    title: "all years elsewhere",
    facts: { ...woman, contributed: none, transferred: { months: 400 } },
    expected: { shortfallMonths: 120, due: "58968.00" },
  },
  // 100 here and 180 elsewhere: both are 20 short, 20 in all.
  {
    title: "both short by the same",
    facts: { ...woman, contributed: { months: 100 }, transferred: { months: 180 } },
    expected: { shortfallMonths: 20, due: "9828.00" },
  },
  // 119 here and 180 elsewhere: 299 of 300 and 119 of 120, one in all.
  {
    title: "both short by one",
    facts: { ...woman, contributed: { months: 119 }, transferred: { months: 180 } },
    expected: { shortfallMonths: 1, due: "491.40" },
  },
  // A woman with 300 is enough; a man with 300 is 60 short.
  {
    title: "a woman with 300",
    facts: { ...woman, contributed: { months: 300 } },
    expected: { outcome: "granted", shortfallMonths: 0 },
  },
  {
    title: "a woman with 299",
    facts: { ...woman, contributed: { months: 299 } },
    expected: { shortfallMonths: 1, due: "491.40" },
  },
  {
    title: "a man with 300",
    facts: { ...man, contributed: { months: 300 } },
    expected: { shortfallMonths: 60, due: "29484.00" },
  },
  // Years elsewhere count as cumulative: 120 + 240.
  {
    title: "a man with 120 here and 240 elsewhere",
    facts: { ...man, contributed: { months: 120 }, transferred: { months: 240 } },
    expected: { outcome: "granted", shortfallMonths: 0 },
  },
  // Deemed months are not months paid here: 119 local, one short although 400 are there.
  {
    title: "deemed months do not make up for months here",
    facts: {
      ...man,
      contributed: spans("2015-06/2025-04"),
      transferred: { months: 200 },
      service: spans("1990-01/1999-12"),
      enrolledAs: "unit",
      overlapMonths: 0,
    },
    expected: { shortfallMonths: 1, due: "491.40" },
  },
  // The formalities ended in April, the counter opens in April: 《退休人员审批表》, the district agency. 四(一)
  {
    title: "the form of clause 四",
    facts: { ...man, contributed: { months: 360 } },
    expected: { outcome: "granted", materials: ["退休人员审批表"], place: "区（市）县医保经办机构" },
  },
]);

const dates = about({ ...common, asOf: "2025-03-31", facts: { ...pension, capacity: "flexible" } }, [
  // Pension at 50 is the statutory age of her kind (one month of delay): nothing is bought, from April. 四(一), 五
  {
    title: "a woman worker at fifty",
    facts: { sex: "female", birthDate: "1975-02-10", kind: "woman-50", pensionMonth: "2025-03", contributed: { months: 300 } },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-04" },
  },
  // Seven short on the first and the last day of the base of 2022-07: 7 × 437.46 = 3062.22.
  {
    title: "the first day of the base of 2022-07",
    asOf: "2022-07-01",
    facts: { sex: "male", birthDate: "1962-07-01", pensionMonth: "2022-07", contributed: { months: 353 } },
    expected: { shortfallMonths: 7, due: "3062.22", firstDay: "2022-08" },
  },
  // The base was kept after 30 June 2023.
  {
    title: "1 July 2023, nothing changed",
    asOf: "2023-07-01",
    facts: { sex: "male", birthDate: "1963-07-01", pensionMonth: "2023-07", contributed: { months: 353 } },
    expected: { shortfallMonths: 7, due: "3062.22", firstDay: "2023-08" },
  },
  {
    title: "31 December 2023",
    asOf: "2023-12-31",
    facts: { sex: "male", birthDate: "1963-07-01", pensionMonth: "2023-07", contributed: { months: 353 } },
    expected: { shortfallMonths: 7, due: "3062.22", firstDay: "2024-01" },
  },
  // 7 × 469.62 = 3287.34.
  {
    title: "1 January 2024",
    asOf: "2024-01-01",
    facts: { sex: "male", birthDate: "1963-07-01", pensionMonth: "2023-07", contributed: { months: 353 } },
    expected: { shortfallMonths: 7, due: "3287.34", firstDay: "2024-02" },
  },
  // No base for 2026: no sum.
  {
    title: "seven short in 2026",
    asOf: "2026-01-05",
    facts: { sex: "male", birthDate: "1965-11-01", pensionMonth: "2026-01", contributed: { months: 353 } },
    expected: { outcome: "figure-missing" },
  },
  // Nothing is short in 2026, so no base is needed.
  {
    title: "nothing short in 2026",
    asOf: "2026-01-05",
    facts: { sex: "male", birthDate: "1965-11-01", pensionMonth: "2026-01", contributed: { months: 360 } },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2026-02" },
  },
  // The month in which the formalities ended still counts: 1995-05…2025-04 is 360, May and June do not come on top.
  {
    title: "the month of the formalities counts",
    asOf: "2025-06-30",
    facts: { ...man, contributed: spans("1995-05/2025-06") },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-07" },
  },
  // One month fewer before it: 359, however much came after.
  {
    title: "months after the formalities do not fill up",
    asOf: "2025-06-30",
    facts: { ...man, contributed: spans("1995-06/2025-06") },
    expected: { shortfallMonths: 1, due: "491.40", firstDay: "2025-07" },
  },
]);

const withoutPension = about(
  { ...common, asOf: "2025-07-10", facts: { way: "no-pension-here", capacity: "flexible", treatmentElsewhere: false } },
  [
    // 55 today. 四(二)
    {
      title: "a woman on her fifty-fifth birthday",
      facts: { sex: "female", birthDate: "1970-07-10", contributed: { months: 300 } },
      expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
    },
    // 55 tomorrow.
    {
      title: "a woman on the day before",
      facts: { sex: "female", birthDate: "1970-07-11", contributed: { months: 300 } },
      expected: { outcome: "not-yet", opens: "2025-07-11" },
    },
    // A public institution is no exception: 250 paid, 50 short whatever the service. 七(六)
    {
      title: "a public institution, service does not count",
      facts: { sex: "female", birthDate: "1970-07-10", capacity: "unit", unitKind: "public", contributed: { months: 250 } },
      expected: { shortfallMonths: 50, due: "24570.00", firstDay: "2025-08" },
    },
    // An industry unit: 250 + 100 = 350 of 360. 七(六)
    {
      title: "an industry unit, service counts",
      facts: {
        sex: "male",
        birthDate: "1965-07-10",
        capacity: "unit",
        unitKind: "central",
        contributed: { months: 250 },
        service: { months: 100 },
        enrolledAs: "unit",
        overlapMonths: 0,
      },
      expected: { shortfallMonths: 10, due: "4914.00", firstDay: "2025-08" },
    },
    // Too young and served elsewhere: the second cannot be cured by waiting.
    {
      title: "too young and treated elsewhere",
      facts: { sex: "male", birthDate: "1970-07-10", treatmentElsewhere: true, contributed: { months: 360 } },
      expected: { outcome: "refused" },
    },
    // Sixty on 29 February 2024 (born 1964-02-29): open from that day.
    {
      title: "born on 29 February, a day too early",
      asOf: "2024-02-28",
      facts: { sex: "male", birthDate: "1964-02-29", contributed: { months: 360 } },
      expected: { outcome: "not-yet", opens: "2024-02-29" },
    },
    // The local ten years: 120 elsewhere do not help, 60 here of 120.
    {
      title: "five years here",
      facts: { sex: "female", birthDate: "1970-07-10", contributed: { months: 60 }, transferred: { months: 300 } },
      expected: { shortfallMonths: 60, due: "29484.00", firstDay: "2025-08" },
    },
  ],
);

const early = about({ ...common, rule: "DL-06", asOf: "2024-06-20", facts: { ...pension, pensionMonth: "2024-06" } }, [
  // Fifty on the last of June: the month of turning fifty is the month of retiring: nothing to buy. 五
  {
    title: "fifty at the end of the month of retiring",
    facts: { sex: "male", birthDate: "1974-06-30", contributed: { months: 360 } },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2024-07" },
  },
  // Fifty on 1 July: one month, 9000 × 10 % = 900.00; from August. 五
  {
    title: "fifty on the first day of the next month",
    facts: { sex: "male", birthDate: "1974-07-01", contributed: { months: 360 }, retirementBase: "9000" },
    expected: { shortfallMonths: 0, due: "900.00", firstDay: "2024-08" },
  },
  // The bought months count as paid here: 99 + 21 = 120 local. 五, open
  {
    title: "bought months count as paid here",
    facts: {
      sex: "male",
      birthDate: "1976-03-10",
      contributed: { months: 99 },
      transferred: { months: 240 },
      retirementBase: "6000",
    },
    expected: { shortfallMonths: 0, due: "12600.00", firstDay: "2026-04" },
  },
  // 98 + 21 = 119: one short, 12600.00 + 469.62 = 13069.62.
  {
    title: "bought months leave one short here",
    facts: {
      sex: "male",
      birthDate: "1976-03-10",
      contributed: { months: 98 },
      transferred: { months: 260 },
      retirementBase: "6000",
    },
    expected: { shortfallMonths: 1, due: "13069.62", firstDay: "2026-04" },
  },
  // A woman of 45 in the month: nothing; a woman of 44: to February 2025, 8 months × 500.00 = 4000.00.
  {
    title: "a woman of forty-five",
    facts: { sex: "female", birthDate: "1979-06-20", kind: "woman-50", contributed: { months: 300 } },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2024-07" },
  },
  {
    title: "a woman of forty-four",
    facts: { sex: "female", birthDate: "1980-02-29", kind: "woman-50", contributed: { months: 300 }, retirementBase: "5000" },
    expected: { shortfallMonths: 0, due: "4000.00", firstDay: "2025-03" },
  },
  // Below the 60 % of 2024, 4696.20: 8 × (375.70 + 93.92) = 3756.96. (Once 3600.00, without the limit.)
  {
    title: "a base below the lower limit of its day",
    facts: { sex: "female", birthDate: "1980-02-29", kind: "woman-50", contributed: { months: 300 }, retirementBase: "4500" },
    expected: { shortfallMonths: 0, due: "3756.96", firstDay: "2025-03" },
  },
  // Above the 300 %, 23481: 8 × (1878.48 + 469.62) = 18784.80.
  {
    title: "a base above the upper limit of its day",
    facts: { sex: "female", birthDate: "1980-02-29", kind: "woman-50", contributed: { months: 300 }, retirementBase: "30000" },
    expected: { shortfallMonths: 0, due: "18784.80", firstDay: "2025-03" },
  },
  // 55, a special trade, ten short: 10 × 469.62. Straight to retiree treatment. 五
  {
    title: "fifty-five from a special trade, ten short",
    facts: { sex: "male", birthDate: "1969-03-10", contributed: { months: 350 } },
    expected: { shortfallMonths: 10, due: "4696.20", firstDay: "2024-07" },
  },
  // Flexible, 44: no unit to buy anything; March 2025 is the last of nine coming months, 291 + 9 = 300. From April 2025. 五, 七(八)
  {
    title: "a flexible woman of forty-four keeps paying",
    facts: { sex: "female", birthDate: "1980-03-10", kind: "woman-50", capacity: "flexible", contributed: { months: 291 } },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-04" },
  },
  // One fewer: 290 + 9 = 299. (Once retired from April 2025 too: that hangs on the month in which the last one is topped up, 四(四).)
  {
    title: "a flexible woman of forty-four will be one short",
    facts: { sex: "female", birthDate: "1980-03-10", kind: "woman-50", capacity: "flexible", contributed: { months: 290 } },
    expected: { outcome: "not-yet", shortfallMonths: 1 },
  },
]);

export const retirement = [...withPension, ...dates, ...withoutPension, ...early];
