/** The strip of a gap: the paid months before it, the gap, the wait, and cover from then on. */
import { addDays, firstDayOf, monthOf, monthOfDate, yearOfMonth, type Month } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, intersectMonths, subtractMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { cover, coverDays, coverFrom, newStrip, type Draft } from "../../engine/draft.ts";
import type { CoverageFound } from "../../engine/result.ts";
import { inYearOf, waitDays, type WaitingCase } from "../employee-waiting.ts";
import type { Found, Names } from "./found.ts";

/** The strip shows the last two years before the gap; older months tell nothing about it. */
const MONTHS_SHOWN = 24;

/** @param madeGood whether the gap is paid */
export function strip(names: Names, paid: MonthSet, found: Found, waiting: Waiting, madeGood: boolean): CoverageFound[] {
  const { coverage } = names;
  const { gap, payment } = found;
  const draft = newStrip();
  addPaid(names, paid, found, draft);
  const dayBefore = addDays(payment.value, -1);
  const first = firstDayOf(gap.lastPaid + 1);
  if (madeGood) coverDays(draft, "bought", coverage.madeGood, first, dayBefore);
  else coverDays(draft, "gap", coverage.gap, first, dayBefore);
  if (waiting.last !== null) coverDays(draft, "waiting", coverage.waiting, payment.value, waiting.last.value);
  coverDays(draft, "covered", coverage.covered, waiting.treatmentFrom.value, null);
  return draft.coverage;
}

/** Without a gap: from the last paid month on, or from the end of the year's wait. */
export function stripWithoutGap(names: Names, paid: MonthSet, found: Found): CoverageFound[] {
  const { coverage } = names;
  const draft = newStrip();
  addPaid(names, paid, found, draft);
  const { yearWait, gap } = found;
  if (yearWait === null) coverFrom(draft, "covered", coverage.covered, gap.lastPaid + 1);
  else {
    coverDays(draft, "waiting", coverage.waiting, firstDayOf(gap.lastPaid + 1), yearWait.last!.value);
    coverDays(draft, "covered", coverage.covered, yearWait.treatmentFrom.value, null);
  }
  return draft.coverage;
}

/** The months before the gap in hand; in which of them an older wait began, of unknown days, follows from the months themselves. */
function addPaid(names: Names, paid: MonthSet, { gap, payment, put }: Found, draft: Pick<Draft, "coverage">): void {
  const { coverage } = names;
  const from = monthOfDate(payment.value) - MONTHS_SHOWN;
  const shown = intersectMonths(paid, [from, gap.lastPaid]);
  const waits = waitingMonths(names, paid, put, from, gap.lastPaid);
  cover(draft, "contributed", coverage.paid, subtractMonths(shown, waits));
  cover(draft, "not-covered", coverage.waitingMonth, waits);
  const begin = Math.max(from, paid[0]!);
  if (begin <= gap.lastPaid) cover(draft, "gap", coverage.gap, subtractMonths([begin, gap.lastPaid], shown));
}

/**
 * Months in which a wait began: payment resumed after a long gap, or a flexible worker's year began after one that was not full. The month
 * after it is left alone: the record has no day of payment, and its end is covered.
 */
function waitingMonths(names: Names, paid: MonthSet, put: WaitingCase, from: Month, until: Month): MonthSet {
  const { elsewhere, local } = names.histories;
  const flexible = put.capacity === names.option.capacity.flexible && put.history !== elsewhere;
  const waits: Month[] = [];
  for (let i = 0; i < paid.length; i += 2) {
    const begin = paid[i]!;
    const end = Math.min(paid[i + 1]!, until);
    if (i > 0 && begin >= from && begin <= end && waitBegins(names, paid, put, paid[i - 1]!, begin)) waits.push(begin, begin);
    if (!flexible) continue;
    for (let january = monthOf(yearOfMonth(begin) + 1, 1); january <= end; january += 12)
      if (january >= from && waitBegins(names, paid, { ...put, history: local }, january - 1, january))
        waits.push(january, january);
  }
  return waits;
}

function waitBegins(names: Names, paid: MonthSet, put: WaitingCase, last: Month, begin: Month): boolean {
  const lastJanuary = monthOf(yearOfMonth(begin) - 1, 1);
  const full = countMonths(intersectMonths(paid, [lastJanuary, lastJanuary + 11])) === 12;
  const thisYearPaid = inYearOf(last, begin) ? 1 : 0;
  return waitDays(names, { ...put, gap: begin - last - 1, lastYearPaid: full ? 1 : 0, thisYearPaid }) > 0;
}
