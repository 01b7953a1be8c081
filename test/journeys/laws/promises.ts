/** Law 8: a promised day can be had. Who did what was told and comes back is told the same, and is covered. */
import {
  addMonths,
  firstDayOf as firstDayOfMonth,
  formatDate,
  lastDayOf,
  monthOf,
  monthOfDate,
  packDate,
  yearOfDate,
  yearOfMonth,
  type Month,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import { isFailed } from "../../../src-shared/domain/decision.ts";
import { dateOf, firstDayOf, waysOf, type Answer } from "../ask.ts";
import { employee, employeeHere, firstPaymentOfYear, paidYear } from "../past.ts";
import type { Question } from "../question.ts";
import { count, lastUpTo, upTo } from "../months.ts";
import { Dice, mix } from "../random.ts";
import { dayIn } from "../life.ts";
import { runsOf, uncoveredWithin } from "../strip.ts";
import { later, paymentMonth, type Payments, type Visit } from "../visit.ts";
import { sameQuestion, type Law, type Meeting } from "./law.ts";

/** Who meanwhile reaches an age cannot enrol any more, and need not; what is done in December alone is not done on 1 January. */
const TOO_LATE: ReadonlySet<string> = new Set(["upperAge", "goOn", "inTime"]);

export const sameDayAgain: Law = {
  id: "8 same day",
  title: "asked again on the promised day about the same payment, a matter promises the same day",
  rules: ["ALL-01"],
  check({ answers, ask, fail }) {
    for (const answer of answers) {
      const first = firstDayOf(answer);
      const { question } = answer;
      // only where the day of payment is told does coming later change nothing
      if (first === null || first <= question.asOf || question.facts.paidOn === undefined) continue;
      const { decision } = ask({ ...question, asOf: first });
      if (decision?.conditions.some((condition) => isFailed(condition) && TOO_LATE.has(condition.id)) === true) continue;
      const again = decision === null ? null : firstDayOf({ ...answer, decision });
      if (again !== first)
        fail(`${question.matter} ${question.choice}`, `${first}, and asked again on that day ${again}`, answer);
    }
  },
};

/** What is told to somebody who goes on paying month by month. */
export const paidOnAsTold: Law = {
  id: "8 paid as told",
  title: "who goes on paying as told is covered from the promised day on",
  rules: ["ALL-01", "TL-05", "DL-01", "CQ-03"],
  check(meeting) {
    for (const choice of ["unit", "flexible"] as const) {
      const first = promised(
        meeting.visit,
        meeting.answers.filter(({ question }) => question.choice === choice),
      );
      if (first === null) continue;
      const { visit } = meeting;
      const dice = new Dice(mix(visit.seed, 0x901d));
      const start = paymentMonth(visit);
      const month = Math.max(monthOfDate(first.day), start + 1) + dice.below(6);
      const day = Math.max(dayIn(dice, month), first.day);
      const paid: Payments[] = [
        ...gapMadeGood(visit, first.gapIsPaid, choice),
        { who: choice, from: start, to: monthOfDate(day) - 1, paidOn: null },
      ];
      const after = later(visit, day, paid);
      const again = meeting.askAll(after, (question) => question.choice === choice && isAboutCover(question.matter));
      for (const answer of again) heldOrLost(meeting, answer, after, first.day, choice);
    }
  },
};

const isAboutCover = (matter: string): boolean => matter.endsWith(".enrolment") || matter.endsWith(".back-payment");

interface Promised {
  readonly day: PackedDate;
  readonly gapIsPaid: boolean;
}

/** The latest first day that the matters promise: who keeps to it is covered whichever matter was asked. */
function promised(visit: Visit, answers: readonly Answer[]): Promised | null {
  let found: Promised | null = null;
  for (const answer of answers) {
    if (!isAboutCover(answer.question.matter) || answer.decision === null) continue;
    const day = firstDayOf(answer);
    if (day === null || (found !== null && day <= found.day)) continue;
    // Dalian tells two days: with the gap made good, and without
    const gapIsPaid =
      visit.city === "dalian"
        ? dateOf(answer.decision, "benefitsFrom") === null && dateOf(answer.decision, "continuousFrom") !== null
        : answer.decision.outcome === "granted";
    found = { day, gapIsPaid };
  }
  return found;
}

/** A gap of at most three months, paid together with the month in which payment resumes. */
function gapMadeGood(visit: Visit, isPaid: boolean, choice: "unit" | "flexible"): Payments[] {
  const month = paymentMonth(visit);
  const last = lastUpTo(visit.city === "tieling" ? employee(visit.past) : employeeHere(visit.past), month - 1);
  if (!isPaid || last === null || month - last - 1 > 3) return [];
  return [{ who: choice, from: last + 1, to: month - 1, paidOn: visit.paidOn }];
}

function heldOrLost(meeting: Meeting, answer: Answer, after: Visit, promisedDay: PackedDate, how: string): void {
  const { decision, question } = answer;
  const { day } = after;
  if (decision === null || decision.outcome === "refused") return;
  // TL-05: a flexible worker's year that follows one not paid in full begins with a wait of its own
  const { lastYear } = question.facts;
  const isFirstOfYear = firstPaymentOfYear(after.life, day) === null;
  if (question.choice === "flexible" && lastYear !== undefined && lastYear !== "in-time" && isFirstOfYear) return;
  const where = `${question.matter} ${how}`;
  const told = `promised ${promisedDay}, paid every month, asked on ${day}`;
  const first = firstDayOf(answer);
  if (first !== null && first > day) meeting.fail(where, `${told}: covered only from ${first}`, answer);
  const runs = runsOf(decision.coverage);
  for (let month = monthOfDate(promisedDay); month <= monthOfDate(day); month++) {
    if (waitedIn(meeting.visit, after, question, month)) continue;
    const lost = uncoveredWithin(runs, Math.max(promisedDay, firstDayOfMonth(month)), Math.min(day, lastDayOf(month)));
    if (lost !== null) return meeting.fail(where, `${told}: not covered on ${lost}`, answer);
  }
}

/**
 * Tieling's waits count days from a payment's arrival, and its back-payment is told months: of a month gone by in which a wait ran it
 * cannot say the days. That is the month up to whose days the promise itself waited, and the first one that a flexible worker paid in a
 * year after one that was not paid in full (TL-05).
 */
function waitedIn(before: Visit, after: Visit, { facts, choice }: Question, month: Month): boolean {
  if (after.city !== "tieling" || facts.paid === undefined) return false;
  const paid = employee(after.past);
  const isFirst = lastUpTo(paid, month - 1) === null || yearOfMonth(lastUpTo(paid, month - 1)!) < yearOfMonth(month);
  return (
    month === paymentMonth(before) ||
    (choice === "flexible" && isFirst && paidYear(after.past, yearOfMonth(month) - 1) !== "in-time")
  );
}

/** Residents: the year is paid, and in its last quarter the next one. */
export const nextYearToo: Law = {
  id: "8 next year",
  title: "a resident who pays the next year in the announced period goes on without a wait",
  rules: ["ALL-03", "TL-02"],
  check(meeting) {
    const { visit } = meeting;
    for (const answer of meeting.answers) {
      const { question, decision } = answer;
      if (!question.matter.endsWith(".resident-enrolment") || question.choice !== "resident" || decision === null) continue;
      const year = yearOfDate(visit.paidOn) + (question.facts.insuredYear === "next-year" ? 1 : 0);
      if (decision.outcome !== "granted") continue;
      const from = question.facts.insuredYear === "next-year" ? monthOf(year, 1) : paymentMonth(visit);
      const day = packDate(year, 10 + (visit.seed % 3), 9);
      if (day <= visit.paidOn) continue;
      const after = later(visit, day, [{ who: "resident", from, to: monthOf(year, 12), paidOn: visit.paidOn }]);
      for (const again of meeting.askAll(after, (other) => sameQuestion(other, question))) {
        const first = firstDayOf(again);
        // a payment for which no source says when treatment begins promises nothing
        if (first !== null && again.question.facts.assisted === "none" && first !== packDate(year + 1, 1, 1))
          meeting.fail(question.matter, `${year} was paid, and ${year + 1} in its period: from ${first}`, answer, again);
      }
    }
  },
};

/** Months that a strip shows as covered stay so once they are past, and lost ones stay lost. */
export const pastStaysPast: Law = {
  id: "8 stays told",
  title: "what was told of a month is told of it later too",
  rules: ["DL-02", "TL-04"],
  check(meeting) {
    const { visit } = meeting;
    const now = meeting.answers.find(
      ({ question }) => question.matter.endsWith(".back-payment") && question.choice === "flexible",
    );
    if (now === undefined || now.decision === null) return;
    const before = resumedBefore(visit);
    if (before === null || madeGoodSince(visit, before)) return;
    const then = meeting.askAll(before, (other) => sameQuestion(other, now.question))[0];
    if (then === undefined || then.decision === null) return;
    // months say neither where nor when they were paid: who came from elsewhere then (TL-04), or had made last year good only in that
    // year (TL-05), is not told so any more
    const { fromElsewhere, lastYear } = then.question.facts;
    if (fromElsewhere !== now.question.facts.fromElsewhere || lastYear === "back-paid") return;
    // nothing was made good then, so that what holds without it holds
    const left = waysOf(then).find(({ id }) => id.startsWith("leave")) ?? then.decision;
    const runs = runsOf(left.coverage).filter(({ from }) => from <= lastDayOf(monthOfDate(before.day)));
    const shown = runsOf(now.decision.coverage);
    for (const { from, to, status } of runs) {
      if (status !== "waiting" && status !== "gap" && status !== "not-covered") continue;
      // months cannot say the days on which a wait ended
      const whole = to === lastDayOf(monthOfDate(to)) ? to : lastDayOf(monthOfDate(to) - 1);
      const end = Math.min(whole, lastDayOf(monthOfDate(visit.day) - 1));
      const claimed = shown.find(
        (run) => run.from <= end && run.to >= from && (run.status === "contributed" || run.status === "covered"),
      );
      if (claimed !== undefined)
        meeting.fail(
          now.question.matter,
          `${status} ${from}..${to} told on ${formatDate(before.day)}, later ${claimed.status} ${claimed.from}..${claimed.to}`,
          then,
          now,
        );
    }
  },
};

/** Whether months that were open then are paid now. */
const madeGoodSince = (now: Visit, then: Visit): boolean =>
  count(upTo(employee(now.past), paymentMonth(then) - 1)) !== count(employee(then.past));

/** The last time within two years that payment was resumed after a gap that was never made good. */
function resumedBefore(visit: Visit): Visit | null {
  const paid = visit.city === "tieling" ? employee(visit.past) : employeeHere(visit.past);
  const start = paymentMonth(visit);
  for (let month = start - 1; month > start - 22; month--) {
    const gapBefore = lastUpTo(paid, month) === month && lastUpTo(paid, month - 1) !== month - 1;
    const last = lastUpTo(paid, month - 1);
    if (!gapBefore || last === null) continue;
    const day = firstDayOfMonth(month);
    return day > addMonths(visit.paidOn, -24) && day >= 2022_05_01 ? later(visit, day, []) : null;
  }
  return null;
}
