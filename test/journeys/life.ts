/**
 * One random person's insured life, month by month, as it really was: the truth that the tests know and no clerk does.
 * It follows from its seed alone.
 */
import {
  addDays,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfMonth,
  type Month,
  type PackedDate,
} from "../../src-shared/domain/calendar.ts";
import { Dice } from "./random.ts";
import { statutoryMonth, type Kind, type Sex } from "./retirement-age.ts";

export const CITIES = ["dalian", "tieling", "chongqing"] as const;
export type City = (typeof CITIES)[number];
/** `elsewhere`: some other pooling area, which is not named. */
export type Place = City | "elsewhere";

/** In what capacity months count: paid by the unit, by oneself, by the unemployment fund, as a resident; or worked, or served, before. */
export type Who = "unit" | "flexible" | "fund" | "resident" | "service" | "military";

export interface Span {
  readonly who: Who;
  readonly place: Place;
  readonly from: Month;
  readonly to: Month;
  /** The one day on which all of it was paid, in advance or afterwards; `null` = each month in its own month. */
  readonly paidOn: PackedDate | null;
  /** Where each month was paid in its own: the day on which the first of them arrived; `null` = not told. */
  readonly firstOn: PackedDate | null;
  /** The unit never paid it. */
  readonly owed: boolean;
  /** A year paid as a resident and left for a job: the last month that was enjoyed. */
  readonly left: Month | null;
}

export interface Life {
  readonly seed: number;
  readonly sex: Sex;
  /** The original retirement age of a woman's post. */
  readonly kind: Kind;
  readonly birth: PackedDate;
  /** Where the person is registered. */
  readonly household: Place;
  /** In the order of their first months. Some hold at once: service and paid months, a year paid in advance and a job. */
  readonly spans: readonly Span[];
  /** When and where the pension formalities ended. */
  readonly pension: { readonly month: Month; readonly place: Place } | null;
  /** The month in which a resignation-type retirement was approved. */
  readonly resigned: Month | null;
  /** A child born meanwhile. */
  readonly child: PackedDate | null;
}

/** Lives end here, as far as anything is asked of them. */
export const LAST_MONTH: Month = monthOf(2027, 2);
/** From here on spans are short, so that every gap and change can be met by the days that are asked about. */
const RECENT: Month = monthOf(2020, 1);

const GAPS = [0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 9];
const AFTER: Readonly<Record<"nothing" | "unit" | "flexible" | "fund" | "resident", readonly Who[]>> = {
  nothing: ["unit", "unit", "flexible", "resident"],
  unit: ["unit", "unit", "flexible", "flexible", "resident", "fund"],
  flexible: ["flexible", "flexible", "unit", "unit", "resident"],
  fund: ["flexible", "flexible", "unit", "resident"],
  resident: ["resident", "unit", "flexible", "flexible"],
};

export const isEmployee = (who: Who): boolean => who === "unit" || who === "flexible" || who === "fund";

/** Some have worked without a break since school: they have the years together when they are 45 or 50. */
const STEADY = 18;

export function lifeOf(seed: number): Life {
  const dice = new Dice(seed);
  const steady = dice.percent(STEADY);
  const sex = dice.pick(["male", "female"] as const);
  const kind = dice.pick(["woman-55", "woman-50"] as const);
  const birth = birthOf(dice, sex, kind);
  const home: Place = dice.percent(92) ? dice.pick(CITIES) : "elsewhere";
  const pension = pensionOf(dice, sex, kind, birth, home, steady);
  const stop = pension === null ? LAST_MONTH : pension.month + (dice.percent(20) ? dice.between(1, 5) : 0);
  return {
    seed,
    sex,
    kind,
    birth,
    household: dice.percent(85) ? home : dice.pick([...CITIES, "elsewhere"] as const),
    spans: dice.percent(5) ? [] : new Walk(dice, monthOfDate(birth), sex, home, stop, steady).spans(),
    pension,
    resigned: dice.percent(steady ? 50 : 25) ? dice.between(monthOf(2022, 5), LAST_MONTH) : null,
    child: dice.percent(25) ? addDays(packDate(2022, 1, 15), dice.below(1800)) : null,
  };
}

/** A third about to retire in these years, the others of any working age. */
function birthOf(dice: Dice, sex: Sex, kind: Kind): PackedDate {
  if (dice.percent(35)) {
    const retiring = dice.between(monthOf(2021, 6), monthOf(2028, 6));
    const age = sex === "male" ? 60 : kind === "woman-55" ? 55 : 50;
    return dayIn(dice, retiring - age * 12 - dice.below(12));
  }
  const [from, to] = dice.pick([
    [1990, 2006],
    [1976, 1992],
    [1960, 1977],
  ] as const);
  return addDays(packDate(dice.between(from, to), 1, 1), dice.below(365));
}

/** Who is old enough has mostly ended the pension formalities at the statutory month or soon after; a few early, from 40 on. */
function pensionOf(dice: Dice, sex: Sex, kind: Kind, birth: PackedDate, home: Place, steady: boolean): Life["pension"] {
  const early = dice.percent(steady ? 40 : 8);
  const month = early
    ? Math.max(dice.between(monthOf(2022, 5), LAST_MONTH), monthOfDate(birth) + 40 * 12)
    : statutoryMonth(sex, kind, birth) + dice.pick([0, 0, 0, 0, 1, 2, 5]);
  return month <= LAST_MONTH + 6 && dice.percent(70) ? { month, place: home } : null;
}

class Walk {
  readonly #dice: Dice;
  readonly #birth: Month;
  readonly #sex: Sex;
  readonly #stop: Month;
  readonly #spans: Span[] = [];
  #place: Place;
  #month: Month;

  readonly #steady: boolean;

  constructor(dice: Dice, birth: Month, sex: Sex, place: Place, stop: Month, steady: boolean) {
    this.#dice = dice;
    this.#birth = birth;
    this.#sex = sex;
    this.#place = place;
    this.#stop = stop;
    this.#steady = steady;
    this.#month = birth + (steady ? dice.between(16 * 12 + 1, 18 * 12) : dice.between(18 * 12, 23 * 12));
  }

  spans(): readonly Span[] {
    const dice = this.#dice;
    this.#beforeInsurance();
    let who: Who = this.#steady ? dice.pick(["unit", "flexible"]) : dice.pick(AFTER.nothing);
    while (this.#month <= this.#stop) {
      if (!this.#settled() && dice.percent(this.#month >= RECENT ? 10 : 15))
        this.#place = dice.pick([...CITIES, ...CITIES, "elsewhere"] as const);
      this.#spell(who);
      const before = who;
      who = this.#settled() ? dice.pick(["unit", "flexible"]) : dice.pick(AFTER[before as keyof typeof AFTER]);
      this.#gap(before, who);
    }
    return this.#spans.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** Years of work without a break, until the times that are asked about. */
  #settled(): boolean {
    return this.#steady && this.#month < RECENT;
  }

  #add(span: Pick<Span, "who" | "from" | "to"> & Partial<Span>): void {
    if (span.from > span.to) return;
    const monthly = isEmployee(span.who) && (span.paidOn ?? null) === null && span.owed !== true && span.from >= RECENT;
    const firstOn = monthly ? dayIn(this.#dice, span.from) : null;
    this.#spans.push({ place: this.#place, paidOn: null, firstOn, owed: false, left: null, ...span });
  }

  /** Service in the forces and at work, before there was an insurance to pay into. */
  #beforeInsurance(): void {
    const dice = this.#dice;
    const era = Math.max(this.#month, monthOf(1998, 1) + dice.below(84));
    if (this.#sex === "male" && dice.percent(18)) {
      const length = dice.between(24, 60);
      this.#add({ who: "military", from: this.#birth + 18 * 12 + 1, to: this.#birth + 18 * 12 + length });
      this.#month = Math.max(this.#month, this.#birth + 18 * 12 + length + 1);
    }
    if (era <= this.#month) return;
    if (this.#steady || dice.percent(70)) {
      const overlap = dice.percent(35) ? dice.between(1, 30) : 0;
      this.#add({ who: "service", from: this.#month, to: Math.min(era - 1 + overlap, monthOf(2005, 12)) });
    }
    this.#month = era;
  }

  /** How long it lasts; never beyond the end of working life. */
  #length(longest: number): Month {
    const length = this.#month >= RECENT ? this.#dice.between(1, Math.min(longest, 26)) : this.#dice.between(6, longest);
    return Math.min(this.#month + length - 1, this.#stop);
  }

  #spell(who: Who): void {
    if (who === "unit") this.#unit();
    else if (who === "flexible") this.#flexible();
    else if (who === "resident") this.#resident();
    else {
      const to = this.#length(24);
      this.#add({ who: "fund", from: this.#month, to });
      this.#month = to + 1;
    }
  }

  /** A unit may fall behind with the last months, and pay them later or never. */
  #unit(): void {
    const dice = this.#dice;
    const to = this.#length(90);
    const behind = this.#month >= RECENT - 12 && dice.percent(25) ? Math.min(dice.between(1, 6), to - this.#month) : 0;
    this.#add({ who: "unit", from: this.#month, to: to - behind });
    if (behind > 0) {
      const late = dice.percent(70);
      const paidOn = late ? dayIn(dice, to + 1 + dice.pick([0, 0, 1, 2, 4])) : null;
      this.#add({ who: "unit", from: to - behind + 1, to, paidOn, owed: !late });
    }
    this.#month = to + 1;
  }

  /** Month by month; or the rest of a year at once, which then holds even where a job comes in between. */
  #flexible(): void {
    const dice = this.#dice;
    const to = this.#length(70);
    if (this.#month < RECENT || dice.percent(60)) this.#add({ who: "flexible", from: this.#month, to });
    else {
      for (let from = this.#month; from <= to; from = monthOf(yearOfMonth(from) + 1, 1)) {
        const paid = Math.min(monthOf(yearOfMonth(from), 12), this.#stop);
        this.#add({ who: "flexible", from, to: paid, paidOn: dayIn(dice, from) });
      }
    }
    this.#month = to + 1;
  }

  /** Calendar years: each for the whole year in the last quarter before it, or late for what is left of it. */
  #resident(): void {
    const dice = this.#dice;
    let month = this.#month;
    if (monthOfYear(month) >= 10 && dice.percent(70)) month = monthOf(yearOfMonth(month) + 1, 1);
    const years = dice.between(1, month >= RECENT ? 2 : 6);
    for (let index = 0; index < years && month <= this.#stop; index++) {
      const year = yearOfMonth(month);
      const inPeriod = monthOfYear(month) === 1 && dice.percent(85);
      if (!inPeriod && index > 0) month += dice.below(4);
      const paidOn = inPeriod ? dayIn(dice, monthOf(year - 1, dice.between(10, 12))) : dayIn(dice, month);
      const last = monthOf(year, 12);
      const left = index === years - 1 && dice.percent(35) ? dice.between(month, last) : null;
      this.#add({ who: "resident", from: month, to: last, paidOn, left });
      this.#month = (left ?? last) + 1;
      month = last + 1;
    }
  }

  /** Months without insurance before the next span; a short gap is often made good by who goes on as an employee. */
  #gap(before: Who, next: Who): void {
    const dice = this.#dice;
    const months = next === "fund" || this.#settled() ? 0 : dice.percent(4) ? dice.between(12, 50) : dice.pick(GAPS);
    const resumed = this.#month + months;
    const goesOn = isEmployee(before) && (next === "unit" || next === "flexible");
    if (goesOn && months >= 1 && months <= 3 && resumed >= RECENT && resumed <= this.#stop && dice.percent(45))
      this.#add({ who: next, from: this.#month, to: resumed - 1, paidOn: dayIn(dice, resumed) });
    this.#month = resumed;
  }
}

/** Some day of a month. */
export function dayIn(dice: Dice, month: Month): PackedDate {
  const last = lastDayOf(month) % 100;
  return firstDayOf(month) + dice.pick([0, 1, dice.below(last), dice.below(last), last - 1]);
}
