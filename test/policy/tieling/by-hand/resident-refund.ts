import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const next = { treatmentFrom: "2026-01-01", ownPaid: "440.00" };
const reasons = ["duplicate", "joined-employee", "other-area"] as const;

// 七(二).
export const residentRefund = about(of("resident-refund"), [
  // Each reason on the day before treatment starts …
  ...reasons.map((reason) => ({
    title: `${reason}, the day before treatment`,
    rule: "TL-16",
    asOf: "2025-12-31",
    history: "j2025-2026",
    facts: { reason, causeDate: "2025-12-31", ...next, assisted: false },
    expected: { outcome: "granted", due: "440.00" } as const,
  })),
  // … and on its first day.
  ...reasons.map((reason) => ({
    title: `${reason}, the first day of treatment`,
    rule: "TL-16",
    asOf: "2026-01-01",
    history: "j2025-2026",
    facts: { reason, causeDate: "2026-01-01", ...next, assisted: false },
    expected: { outcome: "refused" } as const,
  })),
  {
    title: "died the day before treatment",
    rule: "TL-16",
    asOf: "2026-01-10",
    history: "j2025-2026",
    facts: { reason: "died", deathDate: "2025-12-31", ...next, assisted: false },
    expected: { outcome: "granted", due: "440.00" },
  },
  {
    title: "died on the first day of treatment",
    rule: "TL-16",
    asOf: "2026-01-10",
    history: "j2025-2026",
    facts: { reason: "died", deathDate: "2026-01-01", ...next, assisted: false },
    expected: { outcome: "refused" },
  },
  // A wait inside the year: paid on 20 May, treatment from 20 August.
  {
    title: "joined a unit on the last day of the wait",
    rule: "TL-16",
    asOf: "2025-08-19",
    history: "j202505-202512 d202508",
    facts: {
      reason: "joined-employee",
      causeDate: "2025-08-19",
      treatmentFrom: "2025-08-20",
      ownPaid: "420.00",
      assisted: false,
    },
    expected: { outcome: "granted", due: "420.00" },
  },
  // Subsidised, and the relation here is the one that ends.
  {
    title: "subsidised, the relation here ends",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: { reason: "other-area", causeDate: "2025-11-20", ...next, ownPaid: "220.00", assisted: true, endsHere: true },
    expected: { outcome: "granted", due: "220.00" },
  },
  {
    title: "subsidised, the relation here ends, too late",
    rule: "TL-16",
    asOf: "2026-01-02",
    history: "j2025-2026",
    facts: { reason: "other-area", causeDate: "2026-01-02", ...next, ownPaid: "220.00", assisted: true, endsHere: true },
    expected: { outcome: "refused" },
  },
  {
    title: "subsidised, joined a unit, the other relation ends",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: {
      reason: "joined-employee",
      causeDate: "2025-11-20",
      ...next,
      ownPaid: "220.00",
      assisted: true,
      endsHere: false,
    },
    expected: { outcome: "guidance" },
  },
  {
    title: "subsidised, died before treatment",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: { reason: "died", deathDate: "2025-11-19", ...next, ownPaid: "220.00", assisted: true, endsHere: true },
    expected: { outcome: "granted", due: "220.00" },
  },
  {
    title: "cause in the future",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: { reason: "duplicate", causeDate: "2025-11-21", ...next, assisted: false },
    expected: { errors: ["causeDate"] },
  },
  {
    title: "death in the future",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: { reason: "died", deathDate: "2025-11-21", ...next, assisted: false },
    expected: { errors: ["deathDate"] },
  },
  // The smallest sum the form takes.
  {
    title: "one yuan",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: { reason: "duplicate", causeDate: "2025-11-20", treatmentFrom: "2026-01-01", ownPaid: "1.00", assisted: false },
    expected: { outcome: "granted", due: "1.00" },
  },
]);
