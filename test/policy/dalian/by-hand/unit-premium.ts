import { about, spans } from "../../../journeys/by-hand/case.ts";

// DL-16. Person 2 %, unit 8 % of the person's base, which is last year's average wage held to the limits of the month:
// 3595/17976 from 2020-07, 3825/19125 from 2021-07, 4374.60/21873 from 2022-07, 4696.20/23481 in 2024, 4914/24570 in 2025.
// From 2025 the large-sum part: 0.1 % and 0.2 %. Every amount of a month is rounded to the fen.

const employee = { who: "person", newStaff: false };

/** One wage a year, for a time that needs several. */
const wages = (byYear: Readonly<Record<number, string>>) => ({
  items: Object.entries(byYear).map(([year, wage]) => ({ year: Number(year), wage })),
});

export const person = about(
  { rule: "DL-16", city: "dalian", matter: "dalian.unit-premium", asOf: "2025-07-10", facts: employee },
  [
    // 160.00 + 8.00 = 168.00; 640.00 + 16.00 = 656.00
    {
      title: "a month between the limits",
      facts: { months: spans("2025-03"), wage: "8000" },
      expected: { outcome: "granted", due: "824.00", pays: { personPart: "168.00", unitPart: "656.00" } },
    },
    // 4914: 98.28 + 4.914 = 4.91 → 103.19; 393.12 + 9.828 = 9.83 → 402.95
    {
      title: "a fen below the lower limit",
      facts: { months: spans("2025-03"), wage: "4913.99" },
      expected: { outcome: "granted", due: "506.14", pays: { personPart: "103.19", unitPart: "402.95" } },
    },
    {
      title: "just the lower limit",
      facts: { months: spans("2025-03"), wage: "4914" },
      expected: { outcome: "granted", due: "506.14", pays: { personPart: "103.19", unitPart: "402.95" } },
    },
    // 24570: 491.40 + 24.57 = 515.97; 1965.60 + 49.14 = 2014.74
    {
      title: "above the upper limit",
      facts: { months: spans("2025-12"), wage: "30000" },
      expected: { outcome: "granted", due: "2530.71", pays: { personPart: "515.97", unitPart: "2014.74" } },
    },
    // 4696.20: 93.924 = 93.92; 375.696 = 375.70; what the large-sum part was nobody knows
    {
      title: "below the lower limit of 2024",
      facts: { months: spans("2024-06"), wage: "4000" },
      expected: { outcome: "granted", due: "469.62", pays: { personPart: "93.92", unitPart: "375.70" } },
    },
    // 3595 × 2 % = 71.90; × 8 % = 287.60
    {
      title: "the first month, below its lower limit",
      facts: { months: spans("2020-07"), wage: "3000" },
      expected: { outcome: "granted", due: "359.50", pays: { personPart: "71.90", unitPart: "287.60" } },
    },
    // June: 3700 → 74.00 and 296.00; July: 3825 → 76.50 and 306.00
    {
      title: "over the change of limits of July 2021",
      facts: { months: spans("2021-06/2021-07"), wages: wages({ 2019: "3700", 2020: "3700" }) },
      expected: { outcome: "granted", due: "752.50", pays: { personPart: "150.50", unitPart: "602.00" } },
    },
    // June: 19125 → 382.50 and 1530.00; July: 21873 → 437.46 and 1749.84
    {
      title: "over the change of July 2022, at the upper limit",
      facts: { months: spans("2022-06/2022-07"), wages: wages({ 2020: "22000", 2021: "22000" }) },
      expected: { outcome: "granted", due: "4099.80", pays: { personPart: "819.96", unitPart: "3279.84" } },
    },
    // December: 4374.60 → 87.492 = 87.49 and 349.968 = 349.97; January: 4800 → 96.00 and 384.00
    {
      title: "over New Year 2024, when the base year becomes the calendar year",
      facts: { months: spans("2023-12/2024-01"), wages: wages({ 2021: "4000", 2023: "4800" }) },
      expected: { outcome: "granted", due: "917.46", pays: { personPart: "183.49", unitPart: "733.97" } },
    },
    // December: 200.00 and 800.00; January: 240.00 + 12.00 and 960.00 + 24.00
    {
      title: "over New Year 2025, when the large-sum part is known",
      facts: { months: spans("2024-12/2025-01"), wages: wages({ 2023: "10000", 2024: "12000" }) },
      expected: { outcome: "granted", due: "2236.00", pays: { personPart: "452.00", unitPart: "1784.00" } },
    },
    // 12 × 120.00; 12 × 480.00
    {
      title: "a whole calendar year",
      facts: { months: spans("2024-01/2024-12"), wage: "6000" },
      expected: { outcome: "granted", due: "7200.00", pays: { personPart: "1440.00", unitPart: "5760.00" } },
    },
    // 18 × 100.00; 18 × 400.00: one base year, kept to December 2023
    {
      title: "July 2022 to December 2023 go by one wage",
      facts: { months: spans("2022-07/2023-12"), wage: "5000" },
      expected: { outcome: "granted", due: "9000.00", pays: { personPart: "1800.00", unitPart: "7200.00" } },
    },
    // as the lower limit of 2025
    {
      title: "new, and the first wage is below the limit",
      facts: { newStaff: true, months: spans("2025-05"), firstWage: "3000" },
      expected: { outcome: "granted", due: "506.14", pays: { personPart: "103.19", unitPart: "402.95" } },
    },
    // 2 × 120.00 and 2 × 480.00 by the first wage; 2 × (124.00 + 6.20) and 2 × (496.00 + 12.40) by the average of 2024
    {
      title: "new in November, by the average from January",
      facts: { newStaff: true, months: spans("2024-11/2025-02"), firstWage: "6000", wages: wages({ 2024: "6200" }) },
      expected: { outcome: "granted", due: "2477.20", pays: { personPart: "500.40", unitPart: "1976.80" } },
    },
    // 3000 is below any limit to come: without the limits there is no base
    {
      title: "2026, whose limits nobody has",
      facts: { months: spans("2026-03"), wage: "3000" },
      expected: { outcome: "figure-missing" },
    },
    // 155.5554 = 155.56, 7.77777 = 7.78 → 163.34; 622.2216 = 622.22, 15.55554 = 15.56 → 637.78; three months
    {
      title: "each part of a month rounded, then taken three times",
      facts: { months: spans("2025-04/2025-06"), wage: "7777.77" },
      expected: { outcome: "granted", due: "2403.36", pays: { personPart: "490.02", unitPart: "1913.34" } },
    },
    // 3 × 168.00; 3 × 656.00
    {
      title: "months that do not follow each other",
      facts: { months: spans("2025-01/2025-02", "2025-05"), wage: "8000" },
      expected: { outcome: "granted", due: "2472.00", pays: { personPart: "504.00", unitPart: "1968.00" } },
    },
    {
      title: "a month of the old rules",
      facts: { months: spans("2020-06/2020-07"), wage: "8000" },
      expected: { errors: ["months"] },
    },
    {
      title: "a year whose wage is not told",
      facts: { months: spans("2023-12/2024-01"), wages: wages({ 2021: "4000", 2022: "4800" }) },
      expected: { errors: ["wages"] },
    },
    {
      title: "a year told twice",
      facts: {
        months: spans("2023-12/2024-01"),
        wages: { items: [...wages({ 2021: "4000", 2023: "4800" }).items, ...wages({ 2023: "5000" }).items] },
      },
      expected: { errors: ["wages"] },
    },
    { title: "no wage at all", facts: { months: spans("2025-03"), wage: "0" }, expected: { errors: ["wage"] } },
  ],
);

export const unit = about(
  { rule: "DL-16", city: "dalian", matter: "dalian.unit-premium", asOf: "2025-07-10", facts: { who: "unit" } },
  [
    // 80,000.00 + 2,000.00
    {
      title: "a unit's month of 2025",
      facts: { months: spans("2025-03"), sumOfBases: "1000000" },
      expected: { outcome: "granted", pays: { unitPart: "82000.00" } },
    },
    // 41,876.5424
    {
      title: "a unit's month of 2024",
      facts: { months: spans("2024-03"), sumOfBases: "523456.78" },
      expected: { outcome: "granted", pays: { unitPart: "41876.54" } },
    },
    // 8,000.00 and 8,000.00 + 200.00
    {
      title: "two months with the same sum, over New Year 2025",
      facts: { months: spans("2024-12/2025-01"), sumOfBases: "100000" },
      expected: { outcome: "granted", pays: { unitPart: "16200.00" } },
    },
  ],
);
