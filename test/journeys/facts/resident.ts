/** What a payment into the resident scheme is for: the same in every city. */
import { monthOfYear, yearOfDate, yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import { has } from "../months.ts";
import { resident } from "../past.ts";
import { chance, oneOf, paymentMonth, type Visit } from "../visit.ts";

const ASSISTED = ["subsistence", "destitute", "lifted", "marginal", "entitled", "disabled"];
export const assisted = (visit: Visit): string => (chance(visit, "assisted", 12) ? oneOf(visit, "group", ASSISTED) : "none");

/** Dalian announces a period of its own for each year and group: by then all of them have begun. */
const DALIAN_OPENS = 1020;

/** In the last quarter mostly the next year, once its period has begun; that one certainly where this year is paid. */
export function insuredYear(visit: Visit): "this-year" | "next-year" {
  const month = paymentMonth(visit);
  if (visit.paidOn % 10_000 < (visit.city === "dalian" ? DALIAN_OPENS : 1001)) return "this-year";
  return has(resident(visit.past), month) || chance(visit, "nextYear", 80) ? "next-year" : "this-year";
}

/** A year that is paid already is not paid again, not even by somebody who left it for a job that is over. */
export function yearIsPaid(visit: Visit): boolean {
  const { life, paidOn } = visit;
  const year = yearOfDate(paidOn) + (insuredYear(visit) === "next-year" ? 1 : 0);
  return life.spans.some(
    ({ who, to, paidOn: paid }) => who === "resident" && yearOfMonth(to) === year && paid !== null && paid < paidOn,
  );
}

/** The announced period for the next year is the last quarter; sometimes it runs into January of the insured year. */
export const inPeriod = (visit: Visit): boolean => {
  const month = monthOfYear(paymentMonth(visit));
  return insuredYear(visit) === "next-year" ? month >= 10 : month === 1 && chance(visit, "runsOver", 30);
};
