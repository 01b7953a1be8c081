import { Temporal } from "temporal-polyfill";
import { COUNTER_TIME_ZONE } from "../clock.ts";

/** The ISO date at the counter of a stored instant. */
export const dayAtCounter = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate().toString();
