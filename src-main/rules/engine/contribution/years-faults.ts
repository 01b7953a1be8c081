/** Facts about a working life that cannot all be true. */
import { monthOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { AsOf } from "../facts/facts.ts";
import type { Fault } from "../formula.ts";
import { given, roomForService, typedAsNumber, undrawnService } from "./years.ts";
import type { YearsFacts, YearsNames } from "./years-names.ts";

/** Nobody works, and so contributes, earlier. */
export const WORKING_AGE_MONTHS = 16 * 12;

/**
 * @param end the fact that names the month in which the working life ended, and that month
 * @param cutOff first month of service that no longer counts as deemed; asked for only where it matters
 */
export function contradictions(
  names: YearsNames,
  facts: YearsFacts,
  asOf: AsOf,
  end: { readonly fact: string; readonly month: Month | undefined },
  cutOff: () => Month,
): readonly Fault[] {
  const { fault } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const faults: Fault[] = [];
  const first = monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS;
  if (end.month !== undefined && end.month < first) faults.push({ fact: end.fact, text: fault.tooYoung });

  const workingLife = Math.max(0, asOf.month - first + 1);
  let paid = 0;
  for (const fact of ["contributed", "transferred", "service", "military"] as const) {
    const months = facts[fact];
    if (!given(months)) continue;
    if (months.set !== null) {
      if (months.set.length > 0 && months.set[0]! < first) faults.push({ fact, text: fault.beforeWorkingAge });
      continue;
    }
    // service ends at the cut-off and is judged by it
    if (fact === "service") continue;
    // periods may overlap, which is taken out later; bare numbers of payments cannot
    if (fact === "contributed" || fact === "transferred") paid += months.count;
    if (months.count > workingLife || paid > workingLife) faults.push({ fact, text: fault.tooManyMonths });
  }
  const { overlapMonths, service } = facts;
  if (overlapMonths !== undefined && overlapMonths > undrawnService(facts, cutOff())) {
    faults.push({ fact: "overlapMonths", text: fault.tooManyOverlaps });
  }
  if (typedAsNumber(service)) {
    const until = cutOff();
    if (service.count > Math.max(0, until - first)) faults.push({ fact: "service", text: fault.tooMuchService });
    else if (service.count - (overlapMonths ?? 0) > roomForService(facts, first, until, asOf.month))
      faults.push({ fact: "overlapMonths", text: fault.tooFewOverlaps });
  }
  return faults;
}
