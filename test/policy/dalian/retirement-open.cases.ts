/**
 * Retirement by hand where the documents leave a point open or an answer is doubtful (DL-05, DL-06).
 * A month of top-up in 2025: 8190 × 6 % = 491.40. Limits of 2025: 4914 and 24570.
 */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../golden.ts";

const period = (from: string, to: string) => ({ periods: [{ from, to }] });
const months = (count: number) => ({ months: count });
const office = (figure: string, from: string, to: string, value: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "大医保发〔测试〕1号",
  note: "",
  enteredOn: "2026-03-01",
});

/** Born 1966-07-10: 18 months into the phase-in, 18 / 4 → 4, + 1 = 5 months: statutory 2026-12; 60 on 2026-07-10. */
const wayB = {
  sex: "male",
  birthDate: "1966-07-10",
  way: "no-pension-here",
  capacity: "unit",
  unitKind: "enterprise",
  treatmentElsewhere: false,
  contributed: months(370),
} as const;
/** Born 1980-05-12: 50 in 2030-05; 2025-07…2030-05 = 59 months to buy. Paid 2003-07…2025-06 = 264. */
const early = {
  sex: "male",
  birthDate: "1980-05-12",
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "unit",
  contributed: period("2003-07", "2025-06"),
  retirementBase: "9000",
} as const;
const asOf = "2025-06-20";

export const OPEN_RETIREMENT_CASES: readonly GoldenCase[] = [
  // --- the fixed age beside the delayed one
  {
    title:
      "60 by clause, five months before the statutory month: granted, with both months and the conflict; nobody is told to stop paying",
    rule: "DL-05",
    asOf: "2026-07-15",
    facts: wayB,
    expected: {
      outcome: "granted",
      dates: { retiredFrom: "2026-08", fixedAgeDay: "2026-07-10", statutoryMonth: "2026-12" },
      notices: ["beforeStatutory"],
      withoutNotices: ["noMorePayments"],
      readings: ["dalian.fixed-age"],
      conflicts: ["dalian.fixed-age"],
      place: "大连市医疗保障经办机构",
    },
  },
  {
    title: "born 1965-07: 2 months, statutory 2025-09",
    rule: "DL-05",
    asOf: "2025-07-15",
    facts: { ...wayB, birthDate: "1965-07-10" },
    expected: { outcome: "granted", dates: { statutoryMonth: "2025-09" }, notices: ["beforeStatutory"] },
  },
  {
    title: "in the statutory month the point is closed: both dates stay, payment has to stop",
    rule: "DL-05",
    asOf: "2026-12-01",
    facts: wayB,
    expected: {
      outcome: "granted",
      dates: { statutoryMonth: "2026-12" },
      notices: ["noMorePayments"],
      withoutNotices: ["beforeStatutory"],
    },
  },
  {
    title: "born before the phase-in: one age, nothing open",
    rule: "DL-05",
    asOf: "2024-12-20",
    facts: { ...wayB, birthDate: "1964-12-20" },
    expected: {
      outcome: "granted",
      dates: { statutoryMonth: "2024-12", fixedAgeDay: "2024-12-20" },
      withoutReadings: ["dalian.fixed-age"],
      conflicts: [],
      notices: ["noMorePayments"],
    },
  },
  {
    title: "read at the statutory month: not yet, from 2026-12",
    rule: "DL-05",
    asOf: "2026-07-15",
    readings: { "dalian.fixed-age": "statutory" },
    facts: wayB,
    expected: {
      outcome: "not-yet",
      headlineId: "notYetStatutory",
      failed: ["statutoryAge"],
      remedies: ["month 2026-12"],
      timeLimit: "2026年12月起可以申请，没有截止时间",
      notices: ["beforeStatutory"],
    },
  },
  {
    title: "read so, on the first day of that month; months up to it count",
    rule: "DL-05",
    asOf: "2026-12-01",
    readings: { "dalian.fixed-age": "statutory" },
    // 1996-08…2026-11 = 364, all before the last payable month 2026-12
    facts: { ...wayB, contributed: period("1996-08", "2026-11") },
    expected: { outcome: "granted", steps: { monthsAfter: null, cumulative: 364 }, dates: { retiredFrom: "2027-01" } },
  },
  {
    title: "a woman: 55 + delay of a cadre: born 1970-07, 6 / 4 → 1, + 1 = 2: 2025-09",
    rule: "DL-05",
    asOf: "2025-07-15",
    facts: { ...wayB, sex: "female", birthDate: "1970-07-15", contributed: months(300) },
    expected: { outcome: "granted", dates: { fixedAgeDay: "2025-07-15", statutoryMonth: "2025-09" }, notAsked: ["kind"] },
  },

  // --- the least pension years beside the statutory month (NX-02): 180 until 2029, then 6 more a year, 240 from 2039
  ...(
    [
      // men; n = months from 1965-01, delay = n / 4 + 1, at most 36
      ["1967-12-10", "2028-09", 180], // 35 / 4 → 8, + 1 = 9
      ["1969-01-10", "2030-02", 186], // 48 / 4 → 12, + 1 = 13
      ["1976-09-10", "2039-09", 240], // 140 / 4 → 35, + 1 = 36
      ["1985-09-10", "2048-09", 240],
    ] as const
  ).map(([birthDate, month, least]): GoldenCase => ({
    title: `born ${birthDate}: statutory ${month}, ${least} months of pension contributions at least`,
    rule: "NX-02",
    asOf: `${month}-15`,
    facts: { sex: "male", birthDate, way: "pension-here", pensionMonth: month, capacity: "unit", contributed: months(360) },
    expected: { dates: { statutoryMonth: month }, steps: { leastPension: least } },
  })),

  // --- where to go
  {
    title: "clause 四: the person's own district agency by default",
    rule: "DL-05",
    asOf: "2025-07-15",
    facts: {
      sex: "male",
      birthDate: "1965-05-20",
      way: "pension-here",
      pensionMonth: "2025-07",
      capacity: "unit",
      contributed: months(360),
    },
    expected: { place: "所属区（市）县医保经办机构", readings: ["dalian.retirement-place"], materials: ["approval-form"] },
  },
  {
    title: "the same read as the centre's window",
    rule: "DL-05",
    asOf: "2025-07-15",
    readings: { "dalian.retirement-place": "window" },
    facts: {
      sex: "male",
      birthDate: "1965-05-20",
      way: "pension-here",
      pensionMonth: "2025-07",
      capacity: "unit",
      contributed: months(360),
    },
    expected: { place: "医保中心退休审核业务窗口" },
  },
  {
    title: "a special trade at 52 falls under clause 五: the window, no reading about the place",
    rule: "DL-06",
    asOf,
    facts: {
      sex: "male",
      birthDate: "1973-01-10",
      way: "pension-here",
      pensionMonth: "2025-06",
      capacity: "unit",
      contributed: months(360),
    },
    expected: { place: "医保中心退休审核业务窗口", withoutReadings: ["dalian.retirement-place"] },
  },

  // --- months that may not be paid
  {
    title: "five months paid after the pension formalities do not count: 300, 60 × 491.40 = 29,484.00",
    rule: "DL-05",
    asOf: "2025-06-10",
    // 2000-01…2025-05 = 305
    facts: {
      sex: "male",
      birthDate: "1964-12-20",
      way: "pension-here",
      pensionMonth: "2024-12",
      capacity: "unit",
      contributed: period("2000-01", "2025-05"),
    },
    expected: { due: { topUp: "29484.00" }, steps: { monthsAfter: 5 }, notices: ["late", "paidAfter"] },
  },
  {
    title: "as a number nobody can see them: the clerk is asked to look",
    rule: "DL-05",
    asOf: "2025-06-10",
    facts: {
      sex: "male",
      birthDate: "1964-12-20",
      way: "pension-here",
      pensionMonth: "2024-12",
      capacity: "unit",
      contributed: months(305),
    },
    expected: { due: { topUp: "27027.00" }, notices: ["late", "paidAfterUnknown"] }, // 55 × 491.40
  },
  {
    title: "in the month of the formalities a number holds no month after it",
    rule: "DL-05",
    asOf: "2024-12-31",
    facts: {
      sex: "male",
      birthDate: "1964-12-20",
      way: "pension-here",
      pensionMonth: "2024-12",
      capacity: "unit",
      contributed: months(305),
    },
    expected: { withoutNotices: ["late", "paidAfterUnknown"] },
  },
  {
    title: "not a single month in Dalian: 360 × 491.40, and a question",
    rule: "DL-05",
    asOf: "2025-07-15",
    facts: {
      sex: "male",
      birthDate: "1965-05-20",
      way: "pension-here",
      pensionMonth: "2025-07",
      capacity: "unit",
      contributed: months(0),
    },
    expected: { due: { topUp: "176904.00" }, notices: ["noLocalMonths"] },
  },

  // --- 25 and 20 years by the forum (DH-06)
  ...([300, 299, 360] as const).map((paid): GoldenCase => {
    const shown = paid === 300;
    return {
      title: `${paid} months of 360: what the forum once said is ${shown ? "" : "not "}shown beside the guide`,
      rule: "DH-06",
      asOf: "2025-07-15",
      facts: {
        sex: "male",
        birthDate: "1965-05-20",
        way: "pension-here",
        pensionMonth: "2025-07",
        capacity: "unit",
        contributed: months(paid),
      },
      expected: {
        conflicts: [...(paid < 360 ? ["dalian.top-up-rate"] : []), ...(shown ? ["dalian.historic-retirement-years"] : [])],
      },
    };
  }),

  // --- clause 五: bases
  {
    title:
      "59 × 900.00 bought, 37 short: 18,181.80 by today's assessed base; 37 × 900.00 by the own base is shown; 71,281.80 in all",
    rule: "DL-06",
    asOf,
    facts: early,
    expected: {
      due: { topUp: "18181.80", buyUpUnit: "42480.00", buyUpPerson: "10620.00" },
      information: { topUpOther: "33300.00" },
      steps: { totalDue: 7_128_180, buyUpMonths: 59, shortfall: 37 },
      readings: ["dalian.early-shortfall-base"],
      withoutNotices: ["baseOutsideLimits", "limitsUnknown"],
    },
  },
  {
    title: "read at the own base: 33,300.00 due, 86,400.00 in all",
    rule: "DL-06",
    asOf,
    readings: { "dalian.early-shortfall-base": "retirement-month" },
    facts: early,
    expected: {
      due: { topUp: "33300.00", buyUpUnit: "42480.00", buyUpPerson: "10620.00" },
      information: { topUpOther: "18181.80" },
      parts: ["topUpMonth 900.00"],
      steps: { totalDue: 8_640_000 },
    },
  },
  {
    title: "nothing short: the base of a shortfall is no point",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301) },
    expected: { information: {}, withoutReadings: ["dalian.early-shortfall-base"], steps: { totalDue: 5_310_000 } },
  },
  {
    title: "3000 is below the least of 2025: held at 4914: 59 × 393.12 = 23,194.08 and 59 × 98.28 = 5,798.52",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301), retirementBase: "3000" },
    expected: {
      due: { buyUpUnit: "23194.08", buyUpPerson: "5798.52" },
      steps: { heldBase: 491_400 },
      notices: ["baseOutsideLimits", "limitsUnverified"],
    },
  },
  {
    title: "50000 is above the most: held at 24570: 59 × 1,965.60 = 115,970.40 and 59 × 491.40 = 28,992.60",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301), retirementBase: "50000" },
    expected: { due: { buyUpUnit: "115970.40", buyUpPerson: "28992.60" }, notices: ["baseOutsideLimits"] },
  },
  {
    title: "on the least itself nothing is said",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301), retirementBase: "4914" },
    expected: { steps: { heldBase: 491_400 }, withoutNotices: ["baseOutsideLimits", "limitsUnverified"] },
  },
  {
    title: "one fen below the least",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301), retirementBase: "4913.99" },
    expected: { steps: { heldBase: 491_400 }, notices: ["baseOutsideLimits"] },
  },
  {
    title: "one fen above the most",
    rule: "DL-06",
    asOf,
    facts: { ...early, contributed: months(301), retirementBase: "24570.01" },
    expected: { steps: { heldBase: 2_457_000 }, notices: ["baseOutsideLimits"] },
  },
  {
    title: "the limits of 2022-12 are official: no warning about their source",
    rule: "DL-06",
    asOf: "2022-12-20",
    facts: { ...early, pensionMonth: "2022-12", contributed: months(301), retirementBase: "4374.59" },
    expected: { steps: { heldBase: 437_460 }, notices: ["baseOutsideLimits"], withoutNotices: ["limitsUnverified"] },
  },
  {
    title: "before 2020-07 nobody has limits: the base stands as told",
    rule: "DL-06",
    asOf,
    facts: { ...early, pensionMonth: "2020-06", contributed: period("2003-07", "2025-06"), retirementBase: "1000" },
    expected: { steps: { heldBase: null, buyUpMonths: 59 }, notices: ["limitsUnknown"] },
  },
  {
    title: "a year late: 71 bought, of which 2024-07…2025-05 = 11 have passed without a word in the guide",
    rule: "DL-06",
    asOf,
    // 2003-07…2024-06 = 252; + 71 = 323; 37 short
    facts: { ...early, pensionMonth: "2024-06", contributed: period("2003-07", "2024-06") },
    expected: {
      due: { topUp: "18181.80", buyUpUnit: "51120.00", buyUpPerson: "12780.00" },
      steps: { buyUpMonths: 71, pastMonths: 11 },
      notices: ["late", "pastMonthsSilent"],
    },
  },
  {
    title: "in the month of retirement none has passed; the age at retirement is told",
    rule: "DL-06",
    asOf,
    facts: early,
    expected: { withoutNotices: ["pastMonthsSilent"], notices: ["youngPension"], steps: { pensionAge: 541 } }, // 45 years and 1 month
  },

  // --- the own base of the month before (until 2022-06)
  {
    title: "without a rate the own base is not asked",
    rule: "DL-05",
    asOf: "2022-06-30",
    facts: {
      sex: "male",
      birthDate: "1962-05-20",
      way: "no-pension-here",
      capacity: "flexible",
      treatmentElsewhere: false,
      contributed: months(346),
    },
    expected: { outcome: "figure-missing", notAsked: ["ownBase"] },
  },
  {
    title: "an own base above the most of 2022-05: 19125 × 6 % = 1,147.50; × 14 = 16,065.00",
    rule: "DL-05",
    asOf: "2022-06-30",
    officeFigures: [office("dalian.top-up-rate", "2020-07-01", "2022-06-30", "6")],
    facts: {
      sex: "male",
      birthDate: "1962-05-20",
      way: "no-pension-here",
      capacity: "flexible",
      treatmentElsewhere: false,
      contributed: months(346),
      ownBase: "20000",
    },
    expected: { due: { topUp: "16065.00" }, notices: ["baseOutsideLimits"] },
  },
] as const satisfies readonly GoldenCase[];
