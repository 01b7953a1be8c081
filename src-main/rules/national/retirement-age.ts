/** NX-02: the statutory retirement age with its gradual delay from 2025-01-01. The phase-in itself is the table `national.retirement-age`. */
import { monthOf, monthOfDate, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Bindings } from "../engine/formula.ts";
import { Node, step } from "../engine/node.ts";

/** Positions in the table's first input. */
export const MAN = 0;
export const WOMAN_55 = 1;
export const WOMAN_50 = 2;
export type PersonKind = typeof MAN | typeof WOMAN_55 | typeof WOMAN_50;

/** Voluntary early retirement exists from this month on, by at most three years, never below the original age. */
const FLEXIBLE_FROM: Month = monthOf(2025, 1);
const MOST_MONTHS_EARLY = 36;

export interface RetirementAge {
  /** Statutory retirement month. */
  month(kind: PersonKind, birth: PackedDate): Month;
  /** First month in which pension retirement is regular: statutory, or voluntary early where that exists. */
  earliestMonth(kind: PersonKind, birth: PackedDate): Month;
  /** Statutory month with its steps down to the birth date. */
  node(kind: PersonKind, birthNode: Node): Node;
  earliestNode(kind: PersonKind, birthNode: Node, statutory: Node): Node;
}

export function bindRetirementAge(names: Bindings): RetirementAge {
  const table = names.table("national.retirement-age");
  const originalAge = table.output("original-age");
  const firstMonth = table.output("first-month");
  const stepMonths = table.output("step");
  const cap = table.output("cap");
  const delayStep = names.step("retirementDelay");
  const monthStep = names.step("statutoryMonth");
  const earliestStep = names.step("earliestMonth");

  const delayOf = (row: number, birthMonth: Month): number => {
    const steps = Math.floor((birthMonth - table.value(row, firstMonth)) / table.value(row, stepMonths)) + 1;
    return Math.max(0, Math.min(table.value(row, cap), steps));
  };
  const month = (kind: PersonKind, birth: PackedDate): Month => {
    const birthMonth = monthOfDate(birth);
    const row = table.row2(kind, birthMonth);
    return birthMonth + table.value(row, originalAge) + delayOf(row, birthMonth);
  };
  const earliestMonth = (kind: PersonKind, birth: PackedDate): Month => earliestBefore(kind, birth, month(kind, birth));
  const earliestBefore = (kind: PersonKind, birth: PackedDate, statutory: Month): Month => {
    const birthMonth = monthOfDate(birth);
    const original = birthMonth + table.value(table.row2(kind, birthMonth), originalAge);
    return Math.min(statutory, Math.max(statutory - MOST_MONTHS_EARLY, original, FLEXIBLE_FROM));
  };
  return {
    month,
    earliestMonth,
    node(kind, birthNode) {
      const birthMonth = monthOfDate(birthNode.value);
      const row = table.row2(kind, birthMonth);
      const inputs = [birthNode];
      const delay = step(delayStep, delayOf(row, birthMonth), [
        birthNode,
        table.node(row, firstMonth, inputs),
        table.node(row, stepMonths, inputs),
        table.node(row, cap, inputs),
      ]);
      const age = table.node(row, originalAge, inputs);
      return step(monthStep, birthMonth + age.value + delay.value, [birthNode, age, delay]);
    },
    earliestNode: (kind, birthNode, statutory) =>
      step(earliestStep, earliestBefore(kind, birthNode.value, statutory.value), [statutory, birthNode]),
  };
}
