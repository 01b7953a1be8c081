/** The strip of a gap: the paid months before it, the gap, the wait, and cover from then on. */
import { addDays, firstDayOf, monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { walkCover } from "../../engine/history/walk.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { coverDays, coverFrom, newDraft } from "../../engine/draft.ts";
import type { CoverageFound } from "../../engine/result.ts";
import type { Found } from "./found.ts";
import type { Names } from "./names.ts";

/** The strip shows the last two years before the gap; older months tell nothing about it. */
const MONTHS_SHOWN = 24;
/** Cover ends with the last paid month and is back with the payment; waits count by day and are painted apart. */
const BY_MONTH = { goesOn: 0, resumes: 0 } as const;

/** @param madeGood whether the gap is paid */
export function strip(names: Names, paid: MonthSet, found: Found, waiting: Waiting, madeGood: boolean): readonly CoverageFound[] {
  const { coverage } = names;
  const { gap, payment } = found;
  const draft = newDraft();
  addPaid(names, paid, found, draft);
  const dayBefore = addDays(payment.value, -1);
  coverDays(
    draft,
    madeGood ? "bought" : "gap",
    madeGood ? coverage.madeGood : coverage.gap,
    firstDayOf(gap.lastPaid + 1),
    dayBefore,
  );
  if (waiting.last !== null) coverDays(draft, "waiting", coverage.waiting, payment.value, waiting.last.value);
  coverDays(draft, "covered", coverage.covered, waiting.treatmentFrom.value, null);
  return draft.coverage;
}

/** Without a gap: from the last paid month on, or from the end of the year's wait. */
export function stripWithoutGap(names: Names, paid: MonthSet, found: Found): readonly CoverageFound[] {
  const { coverage } = names;
  const draft = newDraft();
  addPaid(names, paid, found, draft);
  const { yearWait, payment, gap } = found;
  if (yearWait === null) coverFrom(draft, "covered", coverage.covered, gap.lastPaid + 1);
  else {
    coverDays(draft, "waiting", coverage.waiting, payment.value, yearWait.last!.value);
    coverDays(draft, "covered", coverage.covered, yearWait.treatmentFrom.value, null);
  }
  return draft.coverage;
}

function addPaid({ coverage }: Names, paid: MonthSet, { gap, payment }: Found, draft: ReturnType<typeof newDraft>): void {
  const titles = {
    paid: coverage.paid,
    goesOn: coverage.paid,
    gap: coverage.gap,
    resumed: coverage.waiting,
    madeGood: coverage.madeGood,
  };
  walkCover(draft, titles, BY_MONTH, paid, EMPTY, monthOfDate(payment.value) - MONTHS_SHOWN, gap.lastPaid);
}
