/**
 * The waiting period (待遇等待期): time after a payment in which costs are not reimbursed.
 * How long it is, and from which day it counts, the city's tables say; here it becomes days or months.
 */
import { addDays, firstDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import { cover, coverDays, coverFrom, type Draft } from "../draft.ts";
import type { DerivedStep, Node } from "../node.ts";
import { dayBefore, previousMonth, same, waitedFrom } from "../operations.ts";

/** Whether the start itself is the first day (or month) of the waiting period, or the one after it. */
export type FirstCounted = "start-itself" | "after-start";

export interface WaitingSteps {
  /** No waiting: treatment from the start on. */
  readonly atOnce: DerivedStep;
  readonly after: DerivedStep;
  readonly last: DerivedStep;
}

export interface Waiting {
  /** What the time counts from: the payment's arrival, the day of recognition, the month of payment. */
  readonly start: Node;
  /** First day, or month, of treatment. */
  readonly treatmentFrom: Node;
  /** Last day, or month, of the waiting period; `null` where there is none. */
  readonly last: Node | null;
}

/**
 * The waiting period after `start`.
 * From a date: so many days, or months to the corresponding day (held at the end of a shorter month). From a month: so many months.
 * @param length in days or months, as its unit says; 0 = none
 * @param because what else decided, e.g. the reading about the first day
 */
export function waitingAfter(steps: WaitingSteps, start: Node, length: Node, first: FirstCounted, because?: Node): Waiting {
  if (length.value === 0) return { start, treatmentFrom: same(steps.atOnce, start, length), last: null };
  const treatmentFrom = waitedFrom(steps.after, start, length, first === "start-itself", because);
  const before = start.definition.unit === "month" ? previousMonth : dayBefore;
  return { start, treatmentFrom, last: before(steps.last, treatmentFrom) };
}

export interface WaitingTitles {
  readonly waiting: string;
  readonly covered: string;
}

/**
 * Waiting and then treatment on the strip: by day where the period counts from a date, by month otherwise.
 * @param until last day (or month) of treatment, e.g. of the year that was paid for; `null` = open end
 */
export function coverWaiting(
  draft: Pick<Draft, "coverage">,
  titles: WaitingTitles,
  { start, treatmentFrom, last }: Waiting,
  until: number | null = null,
): void {
  if (start.definition.unit === "month") {
    if (last !== null) cover(draft, "waiting", titles.waiting, [start.value, last.value]);
    if (until === null) coverFrom(draft, "covered", titles.covered, treatmentFrom.value);
    else if (treatmentFrom.value <= until) cover(draft, "covered", titles.covered, [treatmentFrom.value, until]);
    return;
  }
  if (last !== null) coverDays(draft, "waiting", titles.waiting, start.value, last.value);
  coverDays(draft, "covered", titles.covered, treatmentFrom.value, until);
}

/** The unpaid time after the last paid month, up to the day before payment resumes. */
export function coverGapUntil(draft: Pick<Draft, "coverage">, title: string, lastPaid: Month, start: number): void {
  coverDays(draft, "gap", title, firstDayOf(lastPaid + 1), addDays(start, -1));
}
