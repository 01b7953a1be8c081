import { spans } from "../../../journeys/by-hand/case.ts";

export type Months = ReturnType<typeof spans> | { readonly months: number };

export const none: Months = { months: 0 };
/** What was paid here, moved in, served as a worker, served as a soldier. */
export const life = (
  contributed: Months,
  { transferred = none, service = none, military = none }: Record<string, Months> = {},
) => ({
  contributed,
  transferred,
  service,
  military,
});

// Statutory months (see the journeys): man of June 1965: August 2025; woman (55) of September 1970: December 2025; woman (50) of
// January 1975: February 2025.
export const workingMan = { sex: "male", birthDate: "1965-06-15", way: "no-pension-here", capacity: "unit" };
export const workingWoman55 = { ...workingMan, sex: "female", birthDate: "1970-09-10", kind: "woman-55" };
export const workingWoman50 = { ...workingMan, sex: "female", birthDate: "1975-01-10", kind: "woman-50" };
export const man = { ...workingMan, way: "pension-here", pensionMonth: "2025-08" };
export const woman55 = { ...workingWoman55, way: "pension-here", pensionMonth: "2025-12" };
export const woman50 = { ...workingWoman50, way: "pension-here", pensionMonth: "2025-02" };

/** Flexible man, 60 in March 2022, without a pension here. */
export const flexible22 = { ...workingMan, birthDate: "1962-03-03", capacity: "flexible" };
export const combined = { fundMode: "combined" };
export const poolOnly = { fundMode: "pool-only" };
export const met = { outcome: "granted", shortfallMonths: 0 } as const;
