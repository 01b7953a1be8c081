/** Facts about a working life that cannot all be true. */
import { monthOfDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, monthsUpTo, subtractMonths, uniteMonths } from "../../../../src-shared/domain/periods.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { cutOffFor } from "./count.ts";
import type { YearsFacts, YearsNames } from "./names.ts";

/** Nobody works, and so contributes, earlier. */
const WORKING_AGE_MONTHS = 16 * 12;

/** @param end the fact that names the month in which the working life ended, and that month */
export function contradictions(
  names: YearsNames,
  facts: YearsFacts,
  asOf: AsOf,
  end: { readonly fact: string; readonly month: Month | undefined },
): readonly Fault[] {
  const { fault } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const faults: Fault[] = [];
  const first = monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS;
  if (end.month !== undefined && end.month < first) faults.push({ fact: end.fact, text: fault.tooYoung });

  const workingLife = Math.max(0, asOf.month - first + 1);
  let paid = 0;
  for (const fact of ["contributed", "transferred", "service"] as const) {
    const months = facts[fact];
    if (months === undefined) continue;
    if (months.set !== null) {
      if (months.set.length > 0 && months.set[0]! < first) faults.push({ fact, text: fault.beforeWorkingAge });
      continue;
    }
    // periods may overlap, which is taken out later; bare numbers of payments cannot
    if (fact !== "service") paid += months.count;
    if (months.count > workingLife || paid > workingLife) faults.push({ fact, text: fault.tooManyMonths });
  }
  if (facts.overlapMonths !== undefined && facts.overlapMonths > undrawnService(names, facts)) {
    faults.push({ fact: "overlapMonths", text: fault.tooManyOverlaps });
  }
  return faults;
}

/** Months of service before the cut-off that no drawn payment covers: the most that a told overlap can be. */
function undrawnService(names: YearsNames, facts: YearsFacts): number {
  const service = facts.service!;
  if (service.set === null) return service.count;
  const drawn = uniteMonths(facts.contributed.set ?? EMPTY, facts.transferred?.set ?? EMPTY);
  return countMonths(subtractMonths(monthsUpTo(service.set, cutOffFor(names, facts).value - 1), drawn));
}
