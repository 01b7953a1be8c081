/** A person at the counter of a city on a day, about to pay: what is known by then, and how it would be if one thing were otherwise. */
import {
  addDays,
  addMonths,
  birthday,
  daysBetween,
  monthOf,
  monthOfDate,
  packDate,
  type Month,
  type PackedDate,
} from "../../src-shared/domain/calendar.ts";
import { CITIES, dayIn, isEmployee, LAST_MONTH, type City, type Life, type Span } from "./life.ts";
import { pastOf, type Past } from "./past.ts";
import { Dice, mix, named } from "./random.ts";

export interface Visit {
  /** What is not told by the life (a wage, which form is missing) follows from this, the same for every variation of the visit. */
  readonly seed: number;
  readonly life: Life;
  readonly city: City;
  /** The day at the counter. */
  readonly day: PackedDate;
  /** The day of the payment that is about to be made, or was made a few days ago. */
  readonly paidOn: PackedDate;
  readonly past: Past;
}

const FIRST_DAY: PackedDate = packDate(2022, 5, 1);
const LAST_DAY: PackedDate = packDate(2027, 2, 28);

export const paymentMonth = ({ paidOn }: Visit): Month => monthOfDate(paidOn);

/** A thing that the life does not tell, answered the same whenever this visit, or a variation of it, is asked. */
export const chance = ({ seed }: Visit, name: string, percent: number): boolean => named(seed, name) % 100 < percent;
export const oneOf = <Value>({ seed }: Visit, name: string, values: readonly Value[]): Value =>
  values[named(seed, name) % values.length]!;

export const visitOn = (life: Life, seed: number, city: City, day: PackedDate, paidOn: PackedDate = day): Visit => {
  // a year that is paid in this very month is the payment in question, and the person comes to make it
  const made = life.spans.flatMap((span) =>
    span.paidOn !== null && span.paidOn < paidOn && monthOfDate(span.paidOn) === monthOfDate(paidOn) ? [span.paidOn] : [],
  );
  const paying = Math.min(paidOn, ...made);
  // Dalian's matters take the day at the counter for the day of payment
  const atCounter = made.length > 0 || city === "dalian" ? paying : day;
  return { seed, life, city, day: atCounter, paidOn: paying, past: pastOf(life, city, paying) };
};

/**
 * One day at random, one in a month in which something begins, and one about the birthday on which a rule begins or ends;
 * each where the person lives then, sometimes elsewhere.
 */
export function visitsOf(life: Life): readonly Visit[] {
  const dice = new Dice(mix(life.seed, 0x7157));
  const someDay = addDays(FIRST_DAY, dice.below(daysBetween(FIRST_DAY, LAST_DAY) + 1));
  const beginnings = life.spans.filter(({ from }) => from >= monthOf(2022, 5) && from <= LAST_MONTH).map(({ from }) => from);
  const days = [someDay, beginnings.length === 0 ? someDay : dayIn(dice, dice.pick(beginnings))];
  const ofAge = AGES.map((age) => birthday(life.birth, age)).filter((day) => day > FIRST_DAY && day < LAST_DAY);
  if (ofAge.length > 0) days.push(clamp(addDays(dice.pick(ofAge), dice.pick([-27, -1, 0, 1, dice.between(-40, 60)]))));
  return days.map((day, index) => {
    const seed = mix(life.seed, index + 1);
    const place = life.spans.findLast(({ from }) => from <= monthOfDate(day))?.place ?? life.household;
    const city = place === "elsewhere" || dice.percent(12) ? dice.pick(CITIES) : place;
    const paidOn = dice.percent(60) ? day : addDays(day, -dice.below(28));
    return visitOn(life, seed, city, day, paidOn < packDate(2022, 4, 1) ? day : paidOn);
  });
}

/** Ages at which some rule begins or ends. */
const AGES = [16, 18, 45, 50, 55, 60];
const clamp = (day: PackedDate): PackedDate => Math.min(Math.max(day, FIRST_DAY), LAST_DAY);

/** What was done until the visit, and nothing of what the life holds in store; who becomes an employee leaves a resident's year. */
function spansUntil({ life, paidOn }: Visit, becomesEmployee: boolean): readonly Span[] {
  const running = monthOfDate(paidOn);
  return life.spans.flatMap((span): Span[] => {
    const to = Math.min(span.to, running - 1);
    const begun = span.from <= to;
    if (span.owed || (span.paidOn !== null && span.paidOn >= paidOn))
      return span.who === "unit" && begun ? [{ ...span, to, owed: true, paidOn: null }] : [];
    if (span.paidOn === null) return begun ? [{ ...span, to }] : [];
    if (span.left !== null && span.left < running) return [span];
    if (!becomesEmployee || span.who !== "resident" || span.to < running) return [{ ...span, left: null }];
    return begun ? [{ ...span, left: to }] : [];
  });
}

export type Payments = Pick<Span, "who" | "from" | "to" | "paidOn">;

/** The same person on a later day, who meanwhile paid what was told, and did nothing else. */
export function later(visit: Visit, day: PackedDate, paid: readonly Payments[]): Visit {
  const { life, city, seed } = visit;
  const spans: readonly Span[] = [
    ...spansUntil(
      visit,
      paid.some(({ who }) => isEmployee(who)),
    ),
    ...paid
      .filter(({ from, to }) => from <= to)
      .map((span) => ({ ...span, place: city, firstOn: span.paidOn === null ? visit.paidOn : null, owed: false, left: null })),
  ];
  return { ...visit, day, paidOn: day, past: pastOf({ ...life, spans }, city, day), life: { ...life, spans }, seed };
}

/** The same past, and the payment so many days earlier or later; the visit moves with it where it must. */
export const payingOn = (visit: Visit, paidOn: PackedDate): Visit => ({
  ...visit,
  paidOn,
  day: visit.city === "dalian" ? paidOn : Math.max(paidOn, visit.day),
});

export const aDayEarlier = (visit: Visit): Visit => payingOn(visit, addDays(visit.paidOn, -1));
export const aMonthEarlier = (visit: Visit): Visit => payingOn(visit, addMonths(visit.paidOn, -1));
