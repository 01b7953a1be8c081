/**
 * Figures that nobody publishes, entered as an office would: without them half of the questions would end in "figure missing".
 * Invented for these tests; none of them may ever stand in the policy.
 */
import type { OfficeFigure } from "../../src-main/rules/index.ts";

type Values = readonly (readonly [from: string, to: string, value: string])[];

/** The last one holds on: whoever pays on for years comes back to be asked again. */
const END = "2047-12-31";

const yearly = (first: number, ...values: readonly (number | string)[]): Values =>
  values.map((value, index) => [
    `${first + index}-01-01`,
    index === values.length - 1 ? END : `${first + index}-12-31`,
    String(value),
  ]);
/** Days by year: the announced period of 2026 begins on 2025-09-20, and so on. */
const days = (of: (year: number) => string): Values =>
  [2026, 2027, 2028].map((year) => [`${year}-01-01`, `${year}-12-31`, of(year)]);
const once = (from: string, value: number, to = END): Values => [[from, to, String(value)]];

const FIGURES: Readonly<Record<string, Values>> = {
  "dalian.assessed-base": yearly(2026, 8400, 8600),
  "dalian.base-lower-limit": yearly(2026, 5040, 5160),
  "dalian.base-upper-limit": yearly(2026, 25_200, 25_800),
  "dalian.top-up-rate": once("2020-07-01", 6, "2022-06-30"),
  "dalian.large-sum-threshold": once("2025-01-01", 15_000),
  "dalian.average-on-post-wage": once("2000-01-01", 2900, "2020-06-30"),
  "dalian.average-wage": once("2000-01-01", 2600, "2020-06-30"),
  "dalian.average-pension": once("2000-01-01", 1500, "2022-12-31"),
  "dalian.resident-premium-adult": yearly(2026, 480, 500),
  "dalian.resident-premium-minor": yearly(2027, 440),
  "dalian.resident-subsidy-full": [...once("2022-01-01", 100, "2024-12-31"), ...once("2027-01-01", 100)],
  "dalian.resident-subsidy-marginal": [...once("2022-01-01", 50, "2024-12-31"), ...once("2027-01-01", 60)],
  "tieling.flexible-rate-pool-only": once("2022-04-01", 6),
  "tieling.flexible-rate-combined": once("2022-04-01", 9),
  "tieling.retired-account-share": once("2022-04-01", 3),
  "tieling.resident-premium": yearly(2022, 350, 380, 400, 420, 440, 460, 480),
  "tieling.newborn-premium": [...once("2021-01-01", 320, "2021-12-31"), ...yearly(2022, 350, 380, 400, 420, 440, 460)],
  "tieling.average-wage-month": [...once("2022-04-01", 5500, "2022-12-31"), ...yearly(2023, 5800, 6000, 6400, 6600, 6750)],
  "tieling.average-wage-year": [
    ...once("2022-04-01", 66_000, "2022-12-31"),
    ...yearly(2023, 69_600, 72_000, "76806.12", 79_200, 81_000),
  ],
  "chongqing.individual-base": [...once("2020-01-01", 50_000, "2021-12-31"), ...yearly(2026, 62_400, 63_600)],
  "chongqing.first-tier-rate": [...once("2020-01-01", 5, "2021-12-31"), ...once("2026-01-01", 5)],
  "chongqing.second-tier-rate": [...once("2020-01-01", 11, "2021-12-31"), ...once("2026-01-01", 11)],
  "chongqing.care-premium": yearly(2026, 138, 140),
  "chongqing.care-premium-retired": yearly(2026, 69, 70),
  "chongqing.top-up-base": yearly(2026, 74_000, 75_000),
  "chongqing.resident-first-tier": [...once("2022-01-01", 320, "2022-12-31"), ...yearly(2027, 410, 420)],
  "chongqing.resident-second-tier": [...once("2022-01-01", 695, "2022-12-31"), ...yearly(2027, 785, 795)],
  "chongqing.resident-subsidy": once("2025-01-01", 670),
  "chongqing.resident-period-from": days((year) => `${year - 1}-09-20`),
  "chongqing.resident-period-to": days((year) => `${year - 1}-12-31`),
  "chongqing.resident-grace-until": days((year) => `${year}-02-28`),
  "chongqing.resident-closing-day": days((year) => `${year}-09-30`),
};

export const officeFigures = (city: string): readonly OfficeFigure[] =>
  Object.entries(FIGURES)
    .filter(([figure]) => figure.startsWith(`${city}.`))
    .flatMap(([figure, values]) =>
      values.map(([from, to, value]) => ({
        figure,
        from,
        to,
        value,
        document: "〔测试〕1号",
        note: "",
        enteredOn: "2022-01-05",
      })),
    );
