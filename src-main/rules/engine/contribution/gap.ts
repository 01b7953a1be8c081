/** A gap in contributions (断缴): the months without payment between the last paid month and the one in which payment resumes. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { monthsUpTo, type MonthSet } from "../../../../src-shared/domain/periods.ts";

export interface Gap {
  readonly lastPaid: Month;
  readonly count: number;
}

/** The gap before `resumed`, or `null` when nothing was paid before it. */
export function gapBefore(paid: MonthSet, resumed: Month): Gap | null {
  const before = monthsUpTo(paid, resumed - 1);
  if (before.length === 0) return null;
  const lastPaid = before[before.length - 1]!;
  return { lastPaid, count: resumed - lastPaid - 1 };
}
