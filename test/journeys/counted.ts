/** Contribution years once more, counted on the life by the clauses: no month twice, service until the city's day. */
import { birthday, monthOf, monthOfDate, type Month } from "../../src-shared/domain/calendar.ts";
import type { City } from "./life.ts";
import { count, together, upTo } from "./months.ts";
import { employeeAway, employeeHere } from "./past.ts";
import type { Visit } from "./visit.ts";

export interface Counted {
  readonly local: number;
  readonly cumulative: number;
}

/** First month whose service no longer counts as deemed, by the capacity in which somebody was first enrolled (DL-05, TL-11, CQ-09). */
const CUT_OFF: Readonly<Record<City, { readonly unit: Month; readonly flexible: Month }>> = {
  dalian: { unit: monthOf(2004, 1), flexible: monthOf(2002, 4) },
  tieling: { unit: monthOf(2001, 7), flexible: monthOf(2001, 7) },
  chongqing: { unit: monthOf(2005, 1), flexible: monthOf(2004, 1) },
};

/**
 * @param capacity decides up to when service counts; `null` = none of it counts
 * @param military whether service in the forces counts
 * @param until last month whose payment counts
 */
export function counted(visit: Visit, capacity: "unit" | "flexible" | null, military: boolean, until: Month): Counted {
  const { service, military: forces } = visit.past.months;
  const local = upTo(employeeHere(visit.past), until);
  const layers = [local, upTo(employeeAway(visit.past), monthOfDate(visit.day))];
  if (capacity !== null) layers.push(upTo(together(service.here, service.away), CUT_OFF[visit.city][capacity] - 1));
  if (military) layers.push(together(forces.here, forces.away));
  return { local: count(local), cumulative: count(together(...layers)) };
}

/** The month of a birthday. */
export const monthOfAge = ({ life }: Visit, years: number): Month => monthOfDate(birthday(life.birth, years));
