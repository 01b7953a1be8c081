import { type ByHand, spans } from "./case.ts";

// The base of a one-off top-up × 6 % a month (S0 四(四), figures): 2022-07…2023-12 437.46; 2024 469.62; 2025 491.40.
// A man born in March 1965 may draw his pension from 2025-04 (one month of delay), a woman of the 55 kind born in March 1970 too.

const retirement = { rule: "DL-05", city: "dalian", matter: "dalian.retirement", asOf: "2025-04-20" } as const;
const early = { rule: "DL-06", city: "dalian", matter: "dalian.retirement", asOf: "2024-06-20" } as const;
const resignation = { rule: "DL-07", city: "dalian", matter: "dalian.resignation", asOf: "2025-07-10" } as const;
const man = { sex: "male", birthDate: "1965-03-01", way: "pension-here", pensionMonth: "2025-04", capacity: "unit" };
const woman = {
  sex: "female",
  birthDate: "1970-03-10",
  way: "pension-here",
  pensionMonth: "2025-04",
  kind: "woman-55",
  capacity: "unit",
};
const none = { months: 0 };
const noPension = { way: "no-pension-here", capacity: "unit", unitKind: "enterprise", treatmentElsewhere: false };

export const dalianRetirement: readonly ByHand[] = [
  // Way A. Service 1994-05…2003-12 is 116, paid 2005-01…2025-04 is 244: 360 of 360. From the month after. S0 四(一)(三), 七(六).
  {
    ...retirement,
    title: "a man with 360 months exactly",
    history: "g199405-200312 d200501-202504",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("1994-05/2003-12"), enrolledAs: "unit" },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // A month of service less: 359. 1 × 491.40, from the month after it is paid. S0 四(三)(四).
  {
    ...retirement,
    title: "a man with 359 months",
    history: "g199406-200312 d200501-202504",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("1994-06/2003-12"), enrolledAs: "unit" },
    expected: { shortfallMonths: 1, due: "491.40", firstDay: "2025-05" },
  },
  // Service up to 2004-06 was written down; only what lies before 2004-01 counts: 116, 360 in all. S0 七(六).
  {
    ...retirement,
    title: "service beyond the cut-off of unit employees",
    history: "g199405-200406 d200501-202504",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("1994-05/2004-06"), enrolledAs: "unit" },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // The same service of a flexible worker ends before 2002-04: 95. 244 + 95 = 339, 21 short, 21 × 491.40 = 10319.40. S0 七(六).
  {
    ...retirement,
    title: "the earlier cut-off of flexible workers",
    history: "g199405-200312 l200501-202504",
    facts: {
      ...man,
      capacity: "flexible",
      contributed: spans("2005-01/2025-04"),
      service: spans("1994-05/2003-12"),
      enrolledAs: "flexible",
    },
    expected: { shortfallMonths: 21, due: "10319.40", firstDay: "2025-05" },
  },
  // 119 months here and 216 from elsewhere: 335 are enough, 119 are one short of 120: 491.40. S0 四(三), 七(七).
  {
    ...retirement,
    title: "a woman with 119 months here",
    history: "w199501-201212 d201506-202504",
    facts: { ...woman, contributed: spans("2015-06/2025-04"), transferred: spans("1995-01/2012-12"), service: none },
    expected: { shortfallMonths: 1, due: "491.40", firstDay: "2025-05" },
  },
  // 120 here. S0 四(三).
  {
    ...retirement,
    title: "a woman with 120 months here",
    history: "w199501-201212 d201505-202504",
    facts: { ...woman, contributed: spans("2015-05/2025-04"), transferred: spans("1995-01/2012-12"), service: none },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // Moved here last year with more than 25 years: 12 + 312 are enough, only the 108 months here are short: 53071.20. S0 七(七).
  {
    ...retirement,
    title: "more than 25 years brought along, one year here",
    history: "w199701-202212 d202405-202504",
    facts: { ...woman, contributed: spans("2024-05/2025-04"), transferred: spans("1997-01/2022-12"), service: none },
    expected: { shortfallMonths: 108, due: "53071.20", firstDay: "2025-05" },
  },
  // 60 here, 200 in all: max(300 − 200, 120 − 60) = 100, not 160: 49140.00. S0 四(三)(四).
  {
    ...retirement,
    title: "both short: the larger of the two, not their sum",
    history: "w200601-201708 d202005-202504",
    facts: { ...woman, contributed: spans("2020-05/2025-04"), transferred: { months: 140 }, service: none },
    expected: { shortfallMonths: 100, due: "49140.00", firstDay: "2025-05" },
  },
  // Fifteen years: 360 − 180 = 180 × 491.40 = 88452.00. S0 七(四).
  {
    ...retirement,
    title: "a man with fifteen years",
    history: "d201005-202504",
    facts: { ...man, contributed: spans("2010-05/2025-04"), service: none },
    expected: { shortfallMonths: 180, due: "88452.00", firstDay: "2025-05" },
  },
  // At work since July 1989, medical insurance since 2002: service 1989-07…2001-12 is 150, paid 280. S0 七(六).
  {
    ...retirement,
    title: "a woman at work since 1989, insured since 2002",
    history: "g198907-200312 d200201-202504",
    facts: { ...woman, contributed: spans("2002-01/2025-04"), service: spans("1989-07/2003-12"), enrolledAs: "unit" },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-05" },
  },
  // Comes three months late: accepted, from the month after processing. S0 四(一) 当月, the late case is open.
  {
    ...retirement,
    title: "three months after the formalities",
    asOf: "2025-07-10",
    history: "g199405-200312 d200501-202504",
    facts: { ...man, contributed: spans("2005-01/2025-04"), service: spans("1994-05/2003-12"), enrolledAs: "unit" },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
  },
  // Paid on to July: what came after the formalities does not count. To April 237 + 116 = 353, 7 × 491.40 = 3439.80. S0 四(一).
  {
    ...retirement,
    title: "months paid after the formalities",
    asOf: "2025-07-10",
    history: "g199405-200312 d200508-202507",
    facts: { ...man, contributed: spans("2005-08/2025-07"), service: spans("1994-05/2003-12"), enrolledAs: "unit" },
    expected: { shortfallMonths: 7, due: "3439.80", firstDay: "2025-08" },
  },
  // Born in November 1964, no delay. Ten short: 10 × 469.62 = 4696.20 on the last day of 2024. S0 四(四) 当月执行的核定标准.
  {
    ...retirement,
    title: "ten months short on 31 December 2024",
    asOf: "2024-12-31",
    history: "d199510-202411",
    facts: { ...man, birthDate: "1964-11-05", pensionMonth: "2024-11", contributed: spans("1995-10/2024-11"), service: none },
    expected: { shortfallMonths: 10, due: "4696.20", firstDay: "2025-01" },
  },
  // The next day the base of 2025 is in force: 10 × 491.40 = 4914.00. S0 四(四).
  {
    ...retirement,
    title: "ten months short on 1 January 2025",
    asOf: "2025-01-01",
    history: "d199510-202411",
    facts: { ...man, birthDate: "1964-11-05", pensionMonth: "2024-11", contributed: spans("1995-10/2024-11"), service: none },
    expected: { shortfallMonths: 10, due: "4914.00", firstDay: "2025-02" },
  },
  // Way B. Sixty today, 360 months: from the month after. S0 四(二)(三), 七(五).
  {
    ...retirement,
    title: "without a pension here, on the sixtieth birthday",
    asOf: "2025-07-10",
    history: "d199507-202506",
    facts: { sex: "male", birthDate: "1965-07-10", ...noPension, contributed: spans("1995-07/2025-06") },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
  },
  // One day short of sixty. The fixed age is the default beside the delayed one. S0 四(二).
  {
    ...retirement,
    title: "without a pension here, on the day before",
    asOf: "2025-07-10",
    history: "d199507-202506",
    facts: { sex: "male", birthDate: "1965-07-11", ...noPension, contributed: spans("1995-07/2025-06") },
    expected: { outcome: "not-yet", opens: "2025-07-11" },
  },
  // 280 paid; service does not count without a pension here: 20 short, 20 × 491.40 = 9828.00. S0 七(六).
  {
    ...retirement,
    title: "without a pension here, service does not count",
    asOf: "2025-07-10",
    history: "g199401-200201 d200203-202506",
    facts: { sex: "female", birthDate: "1970-07-10", ...noPension, contributed: spans("2002-03/2025-06") },
    expected: { shortfallMonths: 20, due: "9828.00", firstDay: "2025-08" },
  },
  // The exception: a unit of the central government. Service 1994-01…2002-01 is 97: 377 of 300. S0 七(六).
  {
    ...retirement,
    title: "without a pension here, a unit of the central government",
    asOf: "2025-07-10",
    history: "g199401-200201 d200203-202506",
    facts: {
      sex: "female",
      birthDate: "1970-07-10",
      ...noPension,
      unitKind: "central",
      contributed: spans("2002-03/2025-06"),
      service: spans("1994-01/2002-01"),
      enrolledAs: "unit",
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
  },
  // Enjoys it elsewhere already. S0 四(二).
  {
    ...retirement,
    title: "without a pension here, treatment elsewhere",
    asOf: "2025-07-10",
    history: "d199507-202506",
    facts: {
      sex: "male",
      birthDate: "1965-07-10",
      ...noPension,
      treatmentElsewhere: true,
      contributed: spans("1995-07/2025-06"),
    },
    expected: { outcome: "refused" },
  },
  // Sixty in January 2025, paid on to July. To January 349, 11 short: 11 × 491.40 = 5405.40. S0 四(二) 不得继续缴纳.
  {
    ...retirement,
    title: "months paid after the sixtieth birthday",
    asOf: "2025-07-10",
    history: "d199601-202507",
    facts: { sex: "male", birthDate: "1965-01-15", ...noPension, contributed: spans("1996-01/2025-07") },
    expected: { shortfallMonths: 11, due: "5405.40", firstDay: "2025-08" },
  },

  // 52, a special trade: beyond 50, 366 of 360. Straight to retiree treatment. S0 五, the age in brackets in 七(八).
  {
    ...early,
    title: "retired at 52 from a special trade",
    asOf: "2025-06-20",
    history: "d199501-202506",
    facts: { ...man, birthDate: "1973-02-10", pensionMonth: "2025-06", contributed: spans("1995-01/2025-06"), service: none },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-07" },
  },
  // 48: 2024-07…2026-03 is 21 months × 6000 × (8 % + 2 %) = 12600.00. 354 + 21 = 375. From April 2026. S0 五.
  {
    ...early,
    title: "a man retired at 48 buys up to 50",
    history: "d199501-202406",
    facts: {
      ...man,
      birthDate: "1976-03-10",
      pensionMonth: "2024-06",
      contributed: spans("1995-01/2024-06"),
      service: none,
      retirementBase: "6000",
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2026-04", due: "12600.00", pays: { buyUp: "12600.00" } },
  },
  // 294 + 21 bought = 315, 45 short: 45 × 469.62 = 21132.90 and 12600.00, together 33732.90. S0 五.
  {
    ...early,
    title: "a man retired at 48 buys up to 50 and is still short",
    history: "d200001-202406",
    facts: {
      ...man,
      birthDate: "1976-03-10",
      pensionMonth: "2024-06",
      contributed: spans("2000-01/2024-06"),
      service: none,
      retirementBase: "6000",
    },
    expected: { shortfallMonths: 45, firstDay: "2026-04", due: "33732.90", pays: { buyUp: "12600.00", topUp: "21132.90" } },
  },
  // 43: 2024-07…2025-08 is 14 months × 500.00 = 7000.00. 294 + 14 = 308 of 300. From September 2025. S0 五.
  {
    ...early,
    title: "a woman retired at 43 buys up to 45",
    history: "d200001-202406",
    facts: {
      ...woman,
      birthDate: "1980-08-20",
      pensionMonth: "2024-06",
      contributed: spans("2000-01/2024-06"),
      service: none,
      retirementBase: "5000",
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-09", due: "7000.00" },
  },
  // Flexible: nobody buys anything up, the months to March 2026 come: 318 + 21 = 339, 21 short. S0 五, 七(八).
  // (Once retired from April 2026 too: that hangs on the month in which the 21 are topped up, 四(四).)
  {
    ...early,
    title: "a flexible worker retired at 48 keeps paying",
    history: "l199801-202406",
    facts: {
      ...man,
      birthDate: "1976-03-10",
      pensionMonth: "2024-06",
      capacity: "flexible",
      contributed: spans("1998-01/2024-06"),
      service: none,
    },
    expected: { outcome: "not-yet", shortfallMonths: 21 },
  },

  // 49; 367 months are there. In-service treatment to October, when he is 50, then retired. S0 七(八).
  {
    ...resignation,
    title: "a man of 49 with the years",
    history: "d199501-202507",
    facts: {
      sex: "male",
      birthDate: "1975-10-05",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("1995-01/2025-07"),
      service: none,
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-11" },
  },
  // Fifty today. S0 七(八).
  {
    ...resignation,
    title: "a man on his fiftieth birthday",
    history: "d199501-202507",
    facts: {
      sex: "male",
      birthDate: "1975-07-10",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("1995-01/2025-07"),
      service: none,
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
  },
  // Fifty tomorrow: the month is the same, so is the month after it. S0 七(八).
  {
    ...resignation,
    title: "a man on the day before he is fifty",
    history: "d199501-202507",
    facts: {
      sex: "male",
      birthDate: "1975-07-11",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("1995-01/2025-07"),
      service: none,
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2025-08" },
  },
  // 44, 307 of 300; 45 in January 2026, retired from February. S0 七(八).
  {
    ...resignation,
    title: "a woman of 44 with the years",
    history: "d200001-202507",
    facts: {
      sex: "female",
      birthDate: "1981-01-20",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("2000-01/2025-07"),
      service: none,
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2026-02" },
  },
  // 340 months at 48; he pays until 50, 24 more to July 2027: 364. From August 2027. S0 七(八) 按月缴纳至.
  {
    ...resignation,
    title: "a man of 48 who will have the years at 50",
    history: "d199704-202507",
    facts: {
      sex: "male",
      birthDate: "1977-07-15",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("1997-04/2025-07"),
      service: none,
    },
    expected: { outcome: "granted", shortfallMonths: 0, firstDay: "2027-08" },
  },
  // 119 here at 50 with 260 from elsewhere: one short of 120. S0 七(八).
  {
    ...resignation,
    title: "119 months here at fifty",
    history: "w199201-201308 d201509-202507",
    facts: {
      sex: "male",
      birthDate: "1975-07-10",
      capacity: "unit",
      approvalMonth: "2025-07",
      contributed: spans("2015-09/2025-07"),
      transferred: { months: 260 },
      service: none,
    },
    expected: { shortfallMonths: 1 },
  },
];
