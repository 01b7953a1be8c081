/** The only place that reads the machine's clock. Rules and store get the time as an argument. */
import { uptime } from "node:os";
import { Temporal } from "temporal-polyfill";
import { fromPlainDate, type PackedDate } from "../src-shared/domain/calendar.ts";

export interface Clock {
  /** Instant in UTC, ISO text with milliseconds. */
  now(): string;
  /** Today at the counter (China has one time zone). */
  today(): PackedDate;
  /** Milliseconds since the machine was started, sleep included; nobody sets it, it never goes back. For durations only. */
  elapsed(): number;
}

export const COUNTER_TIME_ZONE = "Asia/Shanghai";

export const systemClock: Clock = {
  now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
  today: () => fromPlainDate(Temporal.Now.plainDateISO(COUNTER_TIME_ZONE)),
  // `performance.now` stands still while the machine sleeps
  elapsed: () => uptime() * 1000,
};

/** The same clock, shifted or held: for tests and demonstrations. */
export function fixedClock(instant: string): Clock {
  const at = Temporal.Instant.from(instant);
  return {
    now: () => at.toString({ fractionalSecondDigits: 3 }),
    today: () => fromPlainDate(at.toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate()),
    elapsed: () => 0,
  };
}

/** The ISO date at the counter of a stored instant. */
export const dayAtCounter = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate().toString();

/** Date and time at the counter of a stored instant, to the second: `2026-11-02 09:15:30`. */
export const timeAtCounter = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(COUNTER_TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");

/** The same with its distance from UTC, for whoever reads it elsewhere: `2026-11-02 09:15:30 +08:00`. */
export const zonedTimeAtCounter = (instant: string): string =>
  `${timeAtCounter(instant)} ${Temporal.Instant.from(instant).toZonedDateTimeISO(COUNTER_TIME_ZONE).offset}`;
