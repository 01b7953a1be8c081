/** Between flexible employee insurance and the resident scheme one changes in December only (DL-11, DL-15). Source: answers of 2025-04. */
import { lastDayOf, monthOf, monthOfYear, packDate, yearOfDate } from "../../../src-shared/domain/calendar.ts";
import { addCondition, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";

const DECEMBER = 12;

export type DecemberNames = ReturnType<typeof bindDecember>;

export function bindDecember(names: Bindings) {
  const sameYear = names.reading("dalian.same-year-change");
  return {
    sameYear: sameYear.node,
    unpaidYearIsFree: sameYear.is("any-month"),
    step: {
      processingDay: names.step("processingDay"),
      changeFrom: names.step("changeFrom"),
      changeUntil: names.step("changeUntil"),
      inTime: names.step("inTime"),
      unpaidYear: names.step("unpaidYear"),
      leaver: names.step("leaverInTime"),
    },
    condition: names.condition("inTime"),
    remedy: names.remedy("waitForDecember"),
    date: { changeFrom: names.date("changeFrom"), changeUntil: names.date("changeUntil") },
  };
}

export const inDecember = (asOf: AsOf): boolean => monthOfYear(asOf.month) === DECEMBER;

/**
 * The year's window, and whether the change falls into it or needs none.
 * @param paidThisYear whether the old scheme was paid for this year (a flag); a year without payment is what a reading is about
 * @param leaver the reading that puts who leaves a unit under the same rule
 */
export function addDecember(
  names: DecemberNames,
  asOf: AsOf,
  paidThisYear: Node | null,
  leaver: Node | null,
  draft: Draft,
): boolean {
  const { step: steps, date } = names;
  const year = yearOfDate(asOf.date);
  const day = leaf(steps.processingDay, asOf.date);
  const from = step(steps.changeFrom, packDate(year, DECEMBER, 1), [day]);
  const unpaid = paidThisYear?.value === 0 ? paidThisYear : null;
  const free = unpaid !== null && names.unpaidYearIsFree;
  const met = free || inDecember(asOf) ? 1 : 0;
  const node =
    leaver !== null
      ? step(steps.leaver, met, [day, from, leaver])
      : unpaid !== null
        ? step(steps.unpaidYear, met, [day, from, unpaid, names.sameYear])
        : step(steps.inTime, met, [day, from]);
  addCondition(draft, names.condition, met === 1, node, names.remedy, from);
  if (!free) {
    const until = step(steps.changeUntil, lastDayOf(monthOf(year, DECEMBER)), [from]);
    draft.dates.push({ definition: date.changeFrom, node: from }, { definition: date.changeUntil, node: until });
  }
  return met === 1;
}
