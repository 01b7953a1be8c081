import { about } from "../../../journeys/by-hand/case.ts";

// S1: flexible to unit any day; flexible to resident and back only in December. Residents pay for a calendar year.

const common = { rule: "DL-11", city: "dalian", matter: "dalian.scheme-change" } as const;
const DAYS = ["2025-01-01", "2025-06-30", "2025-11-30"];

export const schemeChange = [
  ...["2025-01-01", "2025-06-30", "2025-11-30", "2025-12-01", "2025-12-31"].flatMap((asOf) =>
    about({ ...common, asOf, facts: { direction: "flexible-to-unit" } }, [
      { title: `flexible to unit on ${asOf}`, expected: { outcome: "granted" } },
    ]),
  ),
  ...["flexible-to-resident", "resident-to-flexible"].flatMap((direction) =>
    DAYS.flatMap((asOf) =>
      about({ ...common, asOf, facts: { direction, paidThisYear: true } }, [
        { title: `${direction} on ${asOf}`, expected: { outcome: "not-yet", opens: "2025-12-01" } },
      ]),
    ),
  ),
  ...["2025-12-01", "2025-12-31"].flatMap((asOf) =>
    about({ ...common, asOf, facts: {} }, [
      {
        title: `flexible to resident on ${asOf}, for the next year`,
        facts: { direction: "flexible-to-resident" },
        expected: { outcome: "granted", firstDay: "2026-01-01", lastDay: "2026-12-31" },
      },
      {
        title: `resident to flexible on ${asOf}`,
        facts: { direction: "resident-to-flexible" },
        expected: { outcome: "granted" },
      },
    ]),
  ),
];
