import { about, spans } from "../../../journeys/by-hand/case.ts";

// Months paid here after 60/55 without pension formalities do not count (四(二), by the default reading); paid elsewhere as well they count
// as transferred in. A resignee who is 50/45 and short pays on for the months that lack (七(八)). Top-up a month in 2025: 491.40.

const none = { months: 0 };
const man = { sex: "male", birthDate: "1961-04-20", way: "no-pension-here", treatmentElsewhere: false, unitKind: "enterprise" };

export const lateMonths = [
  ...about(
    {
      rule: "DL-05",
      city: "dalian",
      matter: "dalian.retirement",
      asOf: "2025-09-10",
      facts: { ...man, capacity: "flexible", contributed: spans("2023-12"), service: none },
    },
    [
      // December 2023 to August 2025 elsewhere: 21, 360 − 21 = 339, × 491.40 = 166584.60.
      {
        title: "a month paid here when it was too late, and elsewhere as well",
        facts: { transferred: spans("2023-12/2025-08") },
        expected: { outcome: "granted", shortfallMonths: 339, due: "166584.60", firstDay: "2025-10" },
      },
      // Paid elsewhere from the next month on: 20.
      {
        title: "a month paid here when it was too late, and elsewhere from the next on",
        facts: { transferred: spans("2024-01/2025-08") },
        expected: { outcome: "granted", shortfallMonths: 340, due: "167076.00" },
      },
    ],
  ),
  // January 2000 to June 2025: 306; July, in which he is fifty, is the 307th and unpaid yet; 53 more, to December 2029.
  ...about(
    {
      rule: "DL-07",
      city: "dalian",
      matter: "dalian.resignation",
      asOf: "2025-07-10",
      facts: { sex: "male", birthDate: "1975-07-31", capacity: "flexible", approvalMonth: "2024-09", filed: true, service: none },
    },
    [
      {
        title: "fifty this month, the month not paid yet, and short",
        facts: { contributed: spans("2000-01/2025-06") },
        expected: { outcome: "not-yet", shortfallMonths: 53, firstDay: "2030-01" },
      },
      {
        title: "fifty this month, the month paid, and short",
        facts: { contributed: spans("2000-01/2025-07") },
        expected: { outcome: "not-yet", shortfallMonths: 53, firstDay: "2030-01" },
      },
    ],
  ),
];
