/** The strip of a change: the old insurance, the time between, the wait, the new insurance. */
import {
  addDays,
  firstDayOf,
  lastDayOf,
  monthOfDate,
  type Month,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { coverDays, type Draft } from "../../engine/draft.ts";
import type { Words } from "../../generated/tieling/scheme-change.ts";

/** The day on which the new insurance or its wait begins; a reading lets the old insurance go on in the wait. */
export function newBegins(
  { reading }: Words,
  lastPaid: Month,
  { start, treatmentFrom, last }: Waiting,
  draft: Draft,
): PackedDate {
  if (last === null) return treatmentFrom.value;
  const oldEnd = lastDayOf(lastPaid);
  if (oldEnd < start.value) return start.value;
  draft.remarks.push(reading.oldCoverInWait.node);
  return reading.oldCoverInWait.is.goesOn ? addDays(Math.min(oldEnd, last.value), 1) : start.value;
}

/** The last paid month of the old insurance, and the time without any. */
export function addOld(
  { coverage }: Words,
  lastPaid: Month,
  payment: PackedDate,
  begins: PackedDate,
  gapTitle: string | null,
  draft: Draft,
): void {
  const dayBefore = addDays(begins, -1);
  const first = firstDayOf(Math.min(lastPaid, monthOfDate(payment)));
  coverDays(draft, "covered", coverage.before, first, Math.min(lastDayOf(lastPaid), dayBefore));
  if (gapTitle !== null) coverDays(draft, "gap", gapTitle, firstDayOf(lastPaid + 1), dayBefore);
}

/** The wait, and the new insurance without an end. */
export function addNew({ coverage }: Words, begins: PackedDate, { treatmentFrom, last }: Waiting, draft: Draft): void {
  if (last !== null) coverDays(draft, "waiting", coverage.waiting, begins, last.value);
  coverDays(draft, "covered", coverage.covered, treatmentFrom.value, null);
}
