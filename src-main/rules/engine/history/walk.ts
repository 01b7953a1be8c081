/**
 * One walk along the paid months gives the strip of cover: how long it goes on after the last payment, from when it is back after
 * a gap, which gaps were made good, and where it ends. Each month has one status.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { CoverageStatus } from "../../../../src-shared/domain/decision.ts";
import {
  EMPTY,
  intersectMonths,
  monthsUpTo,
  pairs,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";
import { cover, type Draft } from "../draft.ts";

/** How a scheme's cover follows payment, in months. */
export interface CoverRule {
  /** So many months after the last paid one are covered all the same. */
  readonly goesOn: number;
  /** So many months from the one in which payment resumed after a gap are not covered yet. */
  readonly resumes: number;
}

export interface WalkTitles {
  readonly paid: string;
  /** The months in which cover goes on unpaid. */
  readonly goesOn: string;
  readonly gap: string;
  /** Paid, not covered yet. */
  readonly resumed: string;
  readonly madeGood: string;
}

/**
 * Paints the months `from`..`until`, both included: what lies before `from` is walked, too, so that the first month shown has the
 * status that its past gives it. Before the first paid month nothing is painted.
 * @param paid months paid in their time
 * @param madeGood months of gaps that were paid later, and so covered
 */
export function walkCover(
  draft: Pick<Draft, "coverage">,
  titles: WalkTitles,
  rule: CoverRule,
  paid: MonthSet,
  madeGood: MonthSet,
  from: Month,
  until: Month,
): void {
  const paint = (status: CoverageStatus, title: string, a: Month, b: Month): void => {
    const first = Math.max(a, from);
    const last = Math.min(b, until);
    if (first <= last) cover(draft, status, title, [first, last]);
  };
  const walked = monthsUpTo(paid, until);
  const bought = monthsUpTo(madeGood, until);
  // a gap that was made good does not interrupt
  const runs = uniteMonths(walked, bought);
  for (let i = 0; i < runs.length; i += 2) {
    const begin = runs[i]!;
    const end = runs[i + 1]!;
    // the first payment of all is no resumption
    const covered = i === 0 ? begin : Math.min(begin + rule.resumes, end + 1);
    paint("waiting", titles.resumed, begin, covered - 1);
    if (bought.length === 0) paint("contributed", titles.paid, covered, end);
    else {
      const run: MonthSet = covered <= end ? [covered, end] : EMPTY;
      const later = intersectMonths(bought, run);
      for (const [first, last] of pairs(subtractMonths(run, later))) paint("contributed", titles.paid, first, last);
      for (const [first, last] of pairs(later)) paint("bought", titles.madeGood, first, last);
    }
    const next = i + 2 < runs.length ? runs[i + 2]! : until + 1;
    const goesOn = Math.min(end + rule.goesOn, next - 1);
    paint("covered", titles.goesOn, end + 1, goesOn);
    paint("gap", titles.gap, goesOn + 1, next - 1);
  }
}
