import { spans } from "../../../journeys/by-hand/case.ts";
import { combined, flexible22, life, man, poolOnly, woman55 } from "./lives.ts";
import { pairs } from "./pairs.ts";

export const retirementSum = pairs("tieling.retirement", "due", [
  [
    "one month more paid here",
    "2025-08-20",
    { ...man, ...life({ months: 330 }), ...combined, shortfallWay: "pay-now" },
    "2025-08-20",
    { ...man, ...life({ months: 329 }), ...combined, shortfallWay: "pay-now" },
  ],
  [
    "one month more moved in",
    "2025-08-20",
    { ...man, ...life({ months: 130 }, { transferred: { months: 101 } }), ...combined, shortfallWay: "pay-now" },
    "2025-08-20",
    { ...man, ...life({ months: 130 }, { transferred: { months: 100 } }), ...combined, shortfallWay: "pay-now" },
  ],
  [
    "one month more of service",
    "2025-08-20",
    { ...man, ...life(spans("2001-07/2025-08"), { service: spans("1996-06/2001-06") }), ...combined, shortfallWay: "pay-now" },
    "2025-08-20",
    { ...man, ...life(spans("2001-07/2025-08"), { service: spans("1996-07/2001-06") }), ...combined, shortfallWay: "pay-now" },
  ],
  [
    "a month paid in July 2001 instead of served",
    "2025-08-20",
    { ...man, ...life(spans("2001-07/2025-08"), { service: spans("1996-07/2001-06") }), ...combined, shortfallWay: "pay-now" },
    "2025-08-20",
    { ...man, ...life(spans("2001-08/2025-08"), { service: spans("1996-07/2001-07") }), ...combined, shortfallWay: "pay-now" },
  ],
  [
    "closed group, 179 months against 178",
    "2022-05-10",
    { ...flexible22, ...life(spans("2007-05/2022-03")), closedGroup: true, ...poolOnly, shortfallWay: "pay-now" },
    "2022-05-10",
    { ...flexible22, ...life(spans("2007-06/2022-03")), closedGroup: true, ...poolOnly, shortfallWay: "pay-now" },
  ],
  [
    "closed group, with a deemed month against without",
    "2022-05-10",
    {
      ...flexible22,
      ...life(spans("2007-06/2022-03"), { service: spans("2001-06") }),
      closedGroup: true,
      ...poolOnly,
      shortfallWay: "pay-now",
    },
    "2022-05-10",
    { ...flexible22, ...life(spans("2007-06/2022-03")), closedGroup: true, ...poolOnly, shortfallWay: "pay-now" },
    "S2 六(一), last sentence: the closed group has no deemed years",
  ],
  [
    "119 here against 118, the years met",
    "2025-12-20",
    { ...woman55, ...life({ months: 119 }, { transferred: { months: 200 } }), ...combined, shortfallWay: "pay-now" },
    "2025-12-20",
    { ...woman55, ...life({ months: 118 }, { transferred: { months: 201 } }), ...combined, shortfallWay: "pay-now" },
  ],
]);

export const retirementDay = pairs("tieling.retirement", "firstDay", [
  [
    "pays in August against September",
    "2025-08-31",
    { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "pay-now" },
    "2025-09-01",
    { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "pay-now" },
  ],
  [
    "pays now against going on",
    "2025-08-20",
    { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "pay-now" },
    "2025-08-20",
    { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "go-on" },
  ],
  [
    "goes on, one month more paid",
    "2025-08-20",
    { ...man, ...life({ months: 351 }), ...combined, shortfallWay: "go-on" },
    "2025-08-20",
    { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "go-on" },
  ],
  [
    "with the years met against one month short",
    "2025-08-20",
    { ...man, ...life({ months: 360 }) },
    "2025-08-20",
    { ...man, ...life({ months: 359 }), ...combined, shortfallWay: "pay-now" },
  ],
]);

export const arrearsSum = pairs("tieling.arrears", "due", [
  [
    "one month fewer owed",
    "2025-03-05",
    { owed: spans("2024-01/2024-05"), fundMode: "combined" },
    "2025-03-05",
    { owed: spans("2024-01/2024-06"), fundMode: "combined" },
  ],
  [
    "one month more paid",
    "2025-03-05",
    { owed: spans("2024-01/2024-06"), contributed: spans("2024-03"), fundMode: "combined" },
    "2025-03-05",
    { owed: spans("2024-01/2024-06"), fundMode: "combined" },
  ],
]);
