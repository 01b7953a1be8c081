/** Time limits in working days: of a matter, of a case, and how a case stands against them. */
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import type { DueView } from "../../../src-shared/domain/case.ts";
import { isConsultation } from "../../../src-shared/domain/decision.ts";
import type { DayReckoned } from "../../../src-shared/domain/working-days.ts";
import { dayAtCounter } from "../../clock.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import { officeSettings } from "../office/settings.ts";
import type { DeskTools } from "../frame/tools.ts";

type Tools = Pick<DeskTools, "store" | "packs" | "calendar" | "clock">;

/**
 * Working days for deciding the matter: what the policy data state, else what the office has settled; `null` = no limit.
 * A consultation leaves nothing to decide.
 */
function workingDaysOf(tools: Tools, matter: string): number | null {
  const summary = tools.packs.matter(matter);
  if (summary !== undefined && isConsultation(summary)) return null;
  const stated = summary?.workingDays ?? null;
  return stated ?? officeSettings(tools.store).timeLimits.find((limit) => limit.matter === matter)?.workingDays ?? null;
}

/** The last day for deciding a case accepted today; `null` = no limit, or a year whose holidays are not known. */
export function dueOnFromToday(tools: Tools, matter: string): string | null {
  const days = workingDaysOf(tools, matter);
  if (days === null) return null;
  const due = tools.calendar.after(formatDate(tools.clock.today()), days);
  return due.known ? due.date : null;
}

/**
 * Cases whose limit fell into a year without holidays get their last day once the year is known, reckoned from their own
 * submission. Done when somebody of the counter signs in: a calendar comes with the program, so never while it runs.
 */
export function nameOpenLimits(tools: Tools, clerkId: string): void {
  const { cases } = tools.store;
  for (const { id, matter, nature, version, submittedAt } of cases.withoutLimit()) {
    const days = nature === "transaction" ? workingDaysOf(tools, matter) : null;
    if (days === null || submittedAt === null) continue;
    const due = tools.calendar.after(dayAtCounter(submittedAt), days);
    if (!due.known) continue;
    const act = { operation: "cases.setLimit", clerkId, at: tools.clock.now(), requestId: null };
    cases.setLimit(act, { caseId: id, version, dueOn: due.date });
  }
}

/** Promised materials come within the matter's limit, else within the office's usual one. */
export const promiseDaysOf = (tools: Tools, matter: string): number =>
  workingDaysOf(tools, matter) ?? officeSettings(tools.store).promises.workingDays;

/** The last day that a promise made today may name. */
export const lastPromiseDay = (tools: Tools, matter: string): DayReckoned =>
  tools.calendar.after(formatDate(tools.clock.today()), promiseDaysOf(tools, matter));

/** Until this day a limit or promise is due soon; where the calendar ends, days are counted without it. */
export function soonUntil(tools: Tools): string {
  const today = formatDate(tools.clock.today());
  const soon = tools.calendar.after(today, officeSettings(tools.store).dueSoonWorkingDays);
  return soon.known ? soon.date : today;
}

/** Working days left until a day; negative when it is over, `null` where a year is not known. */
export function workingDaysLeft(tools: Tools, day: string): number | null {
  const left = tools.calendar.between(formatDate(tools.clock.today()), day);
  return left.known ? left.days : null;
}

export function dueView(tools: Tools, row: CaseRow): DueView | null {
  const { dueOn } = row;
  if (row.state === "cancelled" || row.state === "open") return null;
  if (row.settledAt !== null) return dueOn === null ? null : { dueOn, workingDaysLeft: null, standing: "done" };
  if (dueOn === null) {
    return workingDaysOf(tools, row.matter) === null ? null : { dueOn, workingDaysLeft: null, standing: "unknown" };
  }
  const today = formatDate(tools.clock.today());
  const standing = dueOn < today ? "overdue" : dueOn <= soonUntil(tools) ? "soon" : "in-time";
  return { dueOn, workingDaysLeft: workingDaysLeft(tools, dueOn), standing };
}
