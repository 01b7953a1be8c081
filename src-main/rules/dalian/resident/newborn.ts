/** Newborns in Dalian's resident scheme (DL-15): paid for within 90 days of birth they are covered from birth. */
import { addDays, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Bindings } from "../../engine/formula.ts";
import { step, type Node } from "../../engine/node.ts";

const DAYS = 90;

export type NewbornNames = ReturnType<typeof bindNewborn>;

export function bindNewborn(names: Bindings) {
  const dayCount = names.reading("dalian.newborn-day-count");
  return { until: names.step("newbornUntil"), dayCount: dayCount.node, days: dayCount.is("birth-day") ? DAYS - 1 : DAYS };
}

export const isNewborn = ({ days }: NewbornNames, birthDate: PackedDate | undefined, day: PackedDate): boolean =>
  birthDate !== undefined && day <= addDays(birthDate, days);

/** The last day of the 90. */
export const newbornUntil = ({ until, dayCount, days }: NewbornNames, birth: Node): Node =>
  step(until, addDays(birth.value, days), [birth, dayCount]);
