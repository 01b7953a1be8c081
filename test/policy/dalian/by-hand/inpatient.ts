import { about } from "../../../journeys/by-hand/case.ts";

// S0 七(十). To 2022: pool = (cost − deductible) × ratio up to 250000 a year; above it 90 % up to 350000; of what the person bears in a
// year above 10000, 40 %. From 2023 (大政发〔2022〕35号): what the pool leaves, added up over the year, above 11000 (2023) or 11400 (2024):
// 75 % of the first 50000, 80 % of the next, 85 % of the rest.

const common = { rule: "DL-12", city: "dalian", matter: "dalian.inpatient" } as const;
const stay = (level: string, cost: string, admitted: string) => ({ admitted, level, cost });
const stays = (...items: readonly ReturnType<typeof stay>[]) => ({ stays: { items } });
const old = { birthDate: "1952-06-15", capacity: "retired" };

export const inpatient = [
  ...about({ ...common, asOf: "2022-06-30", facts: { capacity: "in-service" } }, [
    // (5000 − 300) × 90 %
    {
      title: "in service, grassroots",
      facts: stays(stay("grassroots", "5000", "2022-03-01")),
      expected: { pays: { pool: "4230.00", own: "770.00" } },
    },
    // (5000 − 500) × 88 %
    {
      title: "in service, second level",
      facts: stays(stay("second", "5000", "2022-03-01")),
      expected: { pays: { pool: "3960.00", own: "1040.00" } },
    },
    // (5000 − 850) × 85 %
    {
      title: "in service, third level",
      facts: stays(stay("third", "5000", "2022-03-01")),
      expected: { pays: { pool: "3527.50", own: "1472.50" } },
    },
    // (5000 − 1200) × 85 %
    {
      title: "in service, top hospital",
      facts: stays(stay("top", "5000", "2022-03-01")),
      expected: { pays: { pool: "3230.00", own: "1770.00" } },
    },
    // Not above the deductible.
    {
      title: "cost of the deductible exactly",
      facts: stays(stay("top", "1200", "2022-03-01")),
      expected: { pays: { own: "1200.00" } },
    },
    // 78800 × 85 % = 66980; own 13020, of which 3020 × 40 % = 1208.
    {
      title: "more than 10000 borne",
      facts: stays(stay("top", "80000", "2022-03-01")),
      expected: { pays: { pool: "66980.00", subsidy: "1208.00", own: "11812.00" } },
    },
    // 97000 × 90 % = 87300; own 10000 exactly: nothing above.
    {
      title: "10000 borne exactly",
      facts: stays(stay("grassroots", "97300", "2022-03-01")),
      expected: { pays: { pool: "87300.00", own: "10000.00" } },
    },
    // A hundred more: 10 above 10000, 4.00.
    {
      title: "10010 borne",
      facts: stays(stay("grassroots", "97400", "2022-03-01")),
      expected: { pays: { pool: "87390.00", subsidy: "4.00", own: "10006.00" } },
    },
    // 398800 × 85 % exceeds 250000, reached at 294117.65; 104682.35 × 90 % = 94214.12; 55785.88 − 10000 = 45785.88 × 40 % = 18314.35.
    {
      title: "above the pool's year",
      facts: stays(stay("top", "400000", "2022-03-01")),
      expected: { pays: { pool: "250000.00", supplementary: "94214.12", subsidy: "18314.35", own: "37471.53" } },
    },
    // Two fen more: 104682.3729… × 90 % = 94214.1356…, rounded once; 55785.88, 45785.88 × 40 % = 18314.352.
    {
      title: "above the pool's year, rounded once",
      facts: stays(stay("top", "400000.02", "2022-03-01")),
      expected: { pays: { pool: "250000.00", supplementary: "94214.14", subsidy: "18314.35", own: "37471.53" } },
    },
    // 240000 were paid: 10000 left, reached at 11764.71; 7035.29 × 90 % = 6331.76.
    {
      title: "10000 left of the pool's year",
      facts: { ...stays(stay("top", "20000", "2022-03-01")), earlierPool: "240000" },
      expected: { pays: { pool: "10000.00", supplementary: "6331.76", own: "3668.24" } },
    },
    // Nothing left of the pool, 1000 of the supplement.
    {
      title: "1000 left of the supplement's year",
      facts: { ...stays(stay("top", "5000", "2022-03-01")), earlierPool: "250000", earlierSupplementary: "349000" },
      expected: { pays: { supplementary: "1000.00", own: "4000.00" } },
    },
    // 9000 borne before and 2840 now: 1840 × 40 % = 736.
    {
      title: "9000 borne before",
      facts: { ...stays(stay("second", "20000", "2022-03-01")), earlierBurden: "9000" },
      expected: { pays: { pool: "17160.00", subsidy: "736.00", own: "2104.00" } },
    },
    // 41480 and 34760; borne 8520 + 5240 = 13760, 3760 × 40 % = 1504.
    {
      title: "two stays of one year",
      facts: stays(stay("top", "50000", "2022-01-10"), stay("second", "40000", "2022-04-10")),
      expected: { pays: { pool: "76240.00", subsidy: "1504.00", own: "12256.00" } },
    },
    // The same typed the other way round.
    {
      title: "two stays of one year, out of order",
      facts: stays(stay("second", "40000", "2022-04-10"), stay("top", "50000", "2022-01-10")),
      expected: { pays: { pool: "76240.00", subsidy: "1504.00", own: "12256.00" } },
    },
  ]),
  ...about({ ...common, asOf: "2022-06-30", facts: old }, [
    // 69 until 15 June: full deductible, 4700 × 95 %.
    {
      title: "retired, the day before seventy",
      facts: stays(stay("grassroots", "5000", "2022-06-14")),
      expected: { pays: { pool: "4465.00", own: "535.00" } },
    },
    // Seventy: 4850 × 95 %.
    {
      title: "retired, seventy that day, grassroots",
      facts: stays(stay("grassroots", "5000", "2022-06-15")),
      expected: { pays: { pool: "4607.50", own: "392.50" } },
    },
    // 4750 × 94 %.
    {
      title: "seventy, second level",
      facts: stays(stay("second", "5000", "2022-06-15")),
      expected: { pays: { pool: "4465.00", own: "535.00" } },
    },
    // 4575 × 92.5 % = 4231.875.
    {
      title: "seventy, third level",
      facts: stays(stay("third", "5000", "2022-06-15")),
      expected: { pays: { pool: "4231.88", own: "768.12" } },
    },
    // 4400 × 92.5 %.
    {
      title: "seventy, top hospital",
      facts: stays(stay("top", "5000", "2022-06-15")),
      expected: { pays: { pool: "4070.00", own: "930.00" } },
    },
    // Below seventy: 4500 × 94 %, 4150 × 92.5 % = 3838.75, 3800 × 92.5 %.
    {
      title: "retired, second level",
      facts: stays(stay("second", "5000", "2022-01-15")),
      expected: { pays: { pool: "4230.00", own: "770.00" } },
    },
    {
      title: "retired, third level",
      facts: stays(stay("third", "5000", "2022-01-15")),
      expected: { pays: { pool: "3838.75", own: "1161.25" } },
    },
    {
      title: "retired, top hospital",
      facts: stays(stay("top", "5000", "2022-01-15")),
      expected: { pays: { pool: "3515.00", own: "1485.00" } },
    },
    // Retired from June: the stay of 31 May is still one in service: 3800 × 85 %.
    {
      title: "admitted on the day before retiring",
      facts: { birthDate: "1962-05-20", retiredFrom: "2022-06", ...stays(stay("top", "5000", "2022-05-31")) },
      expected: { pays: { pool: "3230.00", own: "1770.00" } },
    },
    {
      title: "admitted on the day of retiring",
      facts: { birthDate: "1962-05-20", retiredFrom: "2022-06", ...stays(stay("top", "5000", "2022-06-01")) },
      expected: { pays: { pool: "3515.00", own: "1485.00" } },
    },
  ]),
  ...about({ ...common, asOf: "2024-12-31", facts: { capacity: "in-service" } }, [
    // 13020 − 11000 = 2020 × 75 %.
    {
      title: "2023, above the threshold",
      facts: stays(stay("top", "80000", "2023-03-01")),
      expected: { pays: { pool: "66980.00", largeSum: "1515.00", own: "11505.00" } },
    },
    {
      title: "2023, the threshold exactly",
      facts: stays(stay("grassroots", "107300", "2023-03-01")),
      expected: { pays: { pool: "96300.00", own: "11000.00" } },
    },
    // 10 × 75 %.
    {
      title: "2023, ten above the threshold",
      facts: stays(stay("grassroots", "107400", "2023-03-01")),
      expected: { pays: { pool: "96390.00", largeSum: "7.50", own: "11002.50" } },
    },
    {
      title: "2024, the threshold exactly",
      facts: stays(stay("grassroots", "111300", "2024-03-01")),
      expected: { pays: { pool: "99900.00", own: "11400.00" } },
    },
    {
      title: "2024, ten above the threshold",
      facts: stays(stay("grassroots", "111400", "2024-03-01")),
      expected: { pays: { pool: "99990.00", largeSum: "7.50", own: "11402.50" } },
    },
    // 60000 before is 49000 above; 1000 × 75 % + 770 × 80 % = 1366.
    {
      title: "2023, across 50000",
      facts: { ...stays(stay("top", "5000", "2023-03-01")), earlierBase: "60000" },
      expected: { pays: { pool: "3230.00", largeSum: "1366.00", own: "404.00" } },
    },
    // 110000 before is 99000 above; 1000 × 80 % + 770 × 85 % = 1454.50.
    {
      title: "2023, across 100000",
      facts: { ...stays(stay("top", "5000", "2023-03-01")), earlierBase: "110000" },
      expected: { pays: { pool: "3230.00", largeSum: "1454.50", own: "315.50" } },
    },
    // Nothing left of the pool: all 5000 × 75 %.
    {
      title: "2023, nothing left of the pool's year",
      facts: { ...stays(stay("top", "5000", "2023-03-01")), earlierPool: "250000", earlierBase: "50000" },
      expected: { pays: { largeSum: "3750.00", own: "1250.00" } },
    },
    // 150000 − 11000 = 139000: 37500 + 40000 + 33150.
    {
      title: "2023, above the pool's year, no cap",
      facts: stays(stay("top", "400000", "2023-03-01")),
      expected: { pays: { pool: "250000.00", largeSum: "110650.00", own: "39350.00" } },
    },
    // 2 × 10020 = 20040, 9040 × 75 % = 6780.
    {
      title: "2023, two stays",
      facts: stays(stay("top", "60000", "2023-03-01"), stay("top", "60000", "2023-05-01")),
      expected: { pays: { pool: "99960.00", largeSum: "6780.00", own: "13260.00" } },
    },
    // Born 1950: 199575 × 92.5 % = 184606.875; 15393.12 − 11400 = 3993.12 × 75 % = 2994.84.
    {
      title: "2024, retired and over seventy",
      facts: { capacity: "retired", birthDate: "1950-01-01", ...stays(stay("third", "200000", "2024-03-01")) },
      expected: { pays: { pool: "184606.88", largeSum: "2994.84", own: "12398.28" } },
    },
    // Stays of two years are not one year's.
    {
      title: "stays of two years",
      facts: stays(stay("top", "60000", "2023-12-01"), stay("top", "60000", "2024-01-01")),
      expected: { errors: ["stays"] },
    },
    // A stay cannot have begun after the day. (Once taken for an estimate of what is to come.)
    {
      title: "a stay that lies ahead",
      facts: stays(stay("top", "60000", "2025-01-01")),
      expected: { errors: ["stays"] },
    },
  ]),
  ...about({ ...common, asOf: "2025-07-10", facts: { capacity: "in-service" } }, [
    // 13020 may lie above a threshold that nobody knows.
    {
      title: "2025, the threshold is not known",
      facts: stays(stay("top", "80000", "2025-03-01")),
      expected: { outcome: "figure-missing" },
    },
  ]),
];
