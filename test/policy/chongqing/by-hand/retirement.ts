import { about, spans } from "../../../journeys/by-hand/case.ts";

// Figures (渝府发〔2009〕29号): 360 months for men, 300 for women, 120 of them in Chongqing. Top-up of an individual: 73272 × 5 % ÷ 12 =
// 305.30 a month in the first tier, × 11 % ÷ 12 = 671.66 in the second.

const common = { rule: "CQ-09", city: "chongqing", matter: "chongqing.retirement", asOf: "2025-07-10" } as const;
const shared = { way: "pension-here", pensionMonth: "2025-07", capacity: "flexible" };
const man = { ...shared, sex: "male", birthDate: "1965-05-10" };
const woman = { ...shared, sex: "female", birthDate: "1970-05-10" };

/** Months here, from elsewhere and deemed; the shortfall; what it costs in the first and the second tier. */
type Row = readonly [here: number, moved: number, deemed: number, short: number, first: string, second: string];
const table = (who: string, person: Readonly<Record<string, unknown>>, rows: readonly Row[]) =>
  rows.flatMap(([here, moved, deemed, short, first, second]) =>
    (["first", "second"] as const).flatMap((tier) =>
      about(
        {
          ...common,
          facts: { ...person, tier, contributed: { months: here }, transferred: { months: moved }, deemedMonths: deemed },
        },
        [
          {
            title: `${who}, ${here} here, ${moved} moved, ${deemed} deemed, ${tier} tier`,
            expected:
              short === 0
                ? { outcome: "granted", shortfallMonths: 0 }
                : { shortfallMonths: short, due: tier === "first" ? first : second },
          },
        ],
      ),
    ),
  );

export const retirement = [
  ...table("a man", man, [
    [360, 0, 0, 0, "", ""],
    [359, 0, 0, 1, "305.30", "671.66"],
    [120, 240, 0, 0, "", ""],
    // one short here, enough in all
    [119, 300, 0, 1, "305.30", "671.66"],
    // deemed months count in all
    [200, 100, 60, 0, "", ""],
    [200, 100, 59, 1, "305.30", "671.66"],
    // deemed months are not paid in Chongqing: 60 × 305.30 = 18318.00 (once 400 deemed: 272 fit after sixteen)
    [60, 0, 250, 60, "18318.00", "40299.60"],
    // 60 short in all, 20 here: the larger. 60 × 305.30
    [100, 200, 0, 60, "18318.00", "40299.60"],
    // ten years: 120 × 305.30 = 36636.00
    [240, 0, 0, 120, "36636.00", "80599.20"],
  ]),
  ...table("a woman", woman, [
    [300, 0, 0, 0, "", ""],
    [299, 0, 0, 1, "305.30", "671.66"],
    [120, 180, 0, 0, "", ""],
    [119, 181, 0, 1, "305.30", "671.66"],
    [240, 0, 59, 1, "305.30", "671.66"],
    [0, 300, 0, 120, "36636.00", "80599.20"],
  ]),
  ...about({ ...common, facts: { ...man, tier: "first" } }, [
    // 1995-08…2025-07 is 360; as periods.
    {
      title: "360 months drawn on the line",
      facts: { contributed: spans("1995-08/2025-07") },
      expected: { outcome: "granted", shortfallMonths: 0 },
    },
    // 2015-08…2025-07 here, the same 120 months elsewhere count once: 240 short, 73272.00.
    {
      title: "the same months here and elsewhere count once",
      facts: { contributed: spans("2015-08/2025-07"), transferred: spans("2015-08/2025-07") },
      expected: { shortfallMonths: 240, due: "73272.00" },
    },
    // Months that lie ahead.
    { title: "months that lie ahead", facts: { contributed: spans("2000-01/2025-08") }, expected: { errors: ["contributed"] } },
    // A unit's people are topped up on the unit's own base, which nobody asks here: the sum is the agency's.
    {
      title: "in a unit, a year short",
      facts: { capacity: "unit", contributed: { months: 348 } },
      expected: { shortfallMonths: 12 },
    },
    // The base of 2026 is not published.
    {
      title: "a year short in 2026",
      asOf: "2026-01-05",
      facts: { pensionMonth: "2026-01", birthDate: "1965-11-10", contributed: { months: 348 } },
      expected: { outcome: "figure-missing" },
    },
  ]),
  ...about({ ...common, facts: { way: "no-pension-here", capacity: "flexible", tier: "first" } }, [
    // Born in July 1965: two months of delay, September 2025 by the statutory age.
    {
      title: "without a pension, a man of sixty",
      facts: { sex: "male", birthDate: "1965-07-10", contributed: { months: 360 } },
      expected: { outcome: "not-yet", opens: "2025-09" },
    },
    // Born in May: July.
    {
      title: "without a pension, a man in his statutory month",
      facts: { sex: "male", birthDate: "1965-05-10", contributed: { months: 360 } },
      expected: { outcome: "granted", shortfallMonths: 0 },
    },
    // Born in June 1975, fifty: n = 5, three months of delay: September 2025.
    {
      title: "without a pension, a woman worker of fifty",
      facts: { sex: "female", birthDate: "1975-06-10", kind: "woman-50", contributed: { months: 300 } },
      expected: { outcome: "not-yet", opens: "2025-09" },
    },
    // Born in June 1970, fifty-five: n = 5, two months of delay: August 2025.
    {
      title: "without a pension, a woman of fifty-five",
      facts: { sex: "female", birthDate: "1970-06-10", kind: "woman-55", contributed: { months: 300 } },
      expected: { outcome: "not-yet", opens: "2025-08" },
    },
  ]),
];
