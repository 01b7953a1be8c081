import { about } from "../../../journeys/by-hand/case.ts";

// Figures: individual base × 5 % or 11 % a year, a twelfth a month; long-term care 122, 126, 132 a year, half of it retired. S4 职工02.

const chongqing = { city: "chongqing", asOf: "2025-07-10" } as const;

export const premium = [
  ...about({ ...chongqing, rule: "CQ-01", matter: "chongqing.premium", facts: { tier: "first" } }, [
    { title: "2025, whole year", facts: { startMonth: "2025-01" }, expected: { pays: { premium: "3075.00" } } },
    { title: "2025 from July, where no month is said", expected: { pays: { premium: "1537.50" } } },
    { title: "2025, December only", facts: { startMonth: "2025-12" }, expected: { pays: { premium: "256.25" } } },
    { title: "2024, whole year", facts: { startMonth: "2024-01" }, expected: { pays: { premium: "2910.00" } } },
    { title: "2024 from July", facts: { startMonth: "2024-07" }, expected: { pays: { premium: "1455.00" } } },
    { title: "2023, whole year", facts: { startMonth: "2023-01" }, expected: { pays: { premium: "2670.00" } } },
    { title: "2022, whole year", facts: { startMonth: "2022-01" }, expected: { pays: { premium: "2670.00" } } },
    { title: "2021 is not known", facts: { startMonth: "2021-12" }, expected: { outcome: "figure-missing" } },
    { title: "2026 is not known", asOf: "2026-01-05", expected: { outcome: "figure-missing" } },
  ]),
  ...about({ ...chongqing, rule: "CQ-01", matter: "chongqing.premium", facts: { tier: "second" } }, [
    { title: "2025, whole year, second tier", facts: { startMonth: "2025-01" }, expected: { pays: { premium: "6765.00" } } },
    { title: "2025 from July, second tier", facts: { startMonth: "2025-07" }, expected: { pays: { premium: "3382.50" } } },
    { title: "2025, December only, second tier", facts: { startMonth: "2025-12" }, expected: { pays: { premium: "563.75" } } },
    { title: "2024, whole year, second tier", facts: { startMonth: "2024-01" }, expected: { pays: { premium: "6402.00" } } },
    { title: "2023, whole year, second tier", facts: { startMonth: "2023-01" }, expected: { pays: { premium: "5874.00" } } },
    { title: "2022, whole year, second tier", facts: { startMonth: "2022-01" }, expected: { pays: { premium: "5874.00" } } },
  ]),
];

const YEARS = [
  ["2023", "122.00", "61.00"],
  ["2024", "126.00", "63.00"],
  ["2025", "132.00", "66.00"],
] as const;
export const longTermCare = [
  ...YEARS.flatMap(([of, inService, retired]) =>
    ["first", "second"].flatMap((tier) =>
      about({ ...chongqing, rule: "CQ-02", matter: "chongqing.long-term-care", facts: { tier, startMonth: `${of}-01` } }, [
        { title: `${of}, in service, ${tier} tier`, facts: { capacity: "in-service" }, expected: { pays: { care: inService } } },
        { title: `${of}, retired, ${tier} tier`, facts: { capacity: "retired" }, expected: { pays: { care: retired } } },
      ]),
    ),
  ),
  ...about(
    { ...chongqing, rule: "CQ-02", matter: "chongqing.long-term-care", facts: { tier: "second", capacity: "in-service" } },
    [
      // 132 ÷ 12 = 11.00; July to December.
      { title: "2025 from July", facts: { startMonth: "2025-07" }, expected: { pays: { care: "66.00" } } },
      { title: "2025, December only", facts: { startMonth: "2025-12" }, expected: { pays: { care: "11.00" } } },
      // 122 over twelve months is eleven times 10.17 and once 10.13.
      { title: "2023, December only", facts: { startMonth: "2023-12" }, expected: { pays: { care: "10.13" } } },
      { title: "2021 is not known", facts: { startMonth: "2021-12" }, expected: { outcome: "figure-missing" } },
      {
        title: "2026 is not known",
        asOf: "2026-01-05",
        facts: { startMonth: "2026-01" },
        expected: { outcome: "figure-missing" },
      },
    ],
  ),
];
