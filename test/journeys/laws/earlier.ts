/**
 * Law 9: with the past fixed, paying earlier, resuming earlier or having paid more never gives a later day or a larger top-up.
 * The twin of a visit differs in this one thing. Not across "first" and "again" (DL-01): a twin keeps whether somebody was ever insured.
 */
import { textOf } from "../facts/common.ts";
import { formatMonth, monthOf, packDate, parseMonth, yearOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { dateOf, dayOf, firstDayOf, type Answer } from "../ask.ts";
import { isEmployee } from "../life.ts";
import { firstOf, has, paint } from "../months.ts";
import { employee, lastInsured, type Past } from "../past.ts";
import type { Question } from "../question.ts";
import { COVERED, coveredOn, dayBefore, OPEN_END, runsOf } from "../strip.ts";
import { aDayEarlier, aMonthEarlier, payingOn, paymentMonth, type Visit } from "../visit.ts";
import { sameQuestion, type Law, type Meeting } from "./law.ts";

const FIRST_DAY = packDate(2022, 5, 1);

export const earlierIsNeverWorse: Law = {
  id: "9 earlier",
  title: "paying or resuming earlier never gives a later day",
  rules: ["ALL-05"],
  check(meeting) {
    const { visit } = meeting;
    const lastOfYear = packDate(yearOfDate(visit.paidOn) - 1, 12, 31);
    for (const [how, twin] of [
      ["a day", aDayEarlier(visit)],
      ["a month", aMonthEarlier(visit)],
      ["last year", payingOn(visit, lastOfYear)],
    ] as const) {
      if (mayPayOn(visit, twin.paidOn)) compare(meeting, twin, how, (question) => question.choice !== "child");
      const { child } = visit.life;
      if (child !== null && child <= twin.paidOn && twin.paidOn >= FIRST_DAY)
        compare(meeting, twin, how, ({ choice }) => choice === "child");
    }
  },
};

/** Nothing of the past may lie in or after the new month of payment: then the past would not be the same. */
function mayPayOn(visit: Visit, day: PackedDate): boolean {
  const { past, life } = visit;
  const twin = payingOn(visit, day);
  const last = lastInsured(past, paymentMonth(visit));
  return day >= FIRST_DAY && day > life.birth && (last === null || last.month < paymentMonth(twin));
}

function compare(meeting: Meeting, twin: Visit, how: string, about: (question: Question) => boolean): void {
  const { answers, askAll, fail } = meeting;
  const wanted = answers.filter((answer) => about(answer.question) && firstDayOf(answer) !== null);
  for (const before of askAll(twin, (question) => wanted.some((answer) => sameQuestion(answer.question, question)))) {
    const after = wanted.find((answer) => sameQuestion(answer.question, before.question))!;
    const [early, late] = [firstDayOf(before), firstDayOf(after)!];
    if (yearPaid(before) !== yearPaid(after) || before.decision === null || !isRight(before.decision)) continue;
    if (toldOfException(before) || toldOfException(after) || saysNothing(before)) continue;
    const where = `${after.question.matter} ${after.question.choice}`;
    // a child's year may be over before the wait is; what counts is the year that is paid
    const isWorse = early === null ? after.question.choice !== "child" : early > late;
    if (isWorse) fail(where, `${how} earlier: ${early ?? "no day"} instead of ${late}`, before, after);
    const lost = onlyLaterCovers(before, after);
    if (lost !== null) fail(`${where} covered`, `${how} earlier: ${lost} is not covered`, before, after);
  }
}

/**
 * Where a document itself is kinder to who pays later, the exception stands in the data as a conflict of sources with its clause, and
 * the decision tells it: the only thing that the law passes over (ALL-05).
 */
const EXCEPTIONS: ReadonlySet<string> = new Set([
  // 二(一)2: a newborn paid for in the year after birth is treated in the year of birth, too; one paid for late in that year is not
  "tieling.newborn-next-year",
  // 二(二)2 and 3: a flexible worker who paid some months of the year and broke off waits; one who paid none of it does not
  "tieling.flexible-long-gap",
]);
const toldOfException = ({ decision }: Answer): boolean => decision?.conflicts.some(({ id }) => EXCEPTIONS.has(id)) === true;

/** No source at hand says when treatment begins: neither a day nor a strip. */
const saysNothing = (answer: Answer): boolean => firstDayOf(answer) === null && answer.decision!.coverage.length === 0;

const isRight = ({ outcome }: Decision): boolean => outcome === "granted" || outcome === "choice";

/** The day of the age after which nobody enrols. */
function ageLimit({ conditions, steps }: Decision): PackedDate {
  const step = conditions.find(({ id }) => id === "upperAge")?.step ?? null;
  return step === null ? OPEN_END : steps[step]!.value;
}

/** The first day of a run that is covered when paid later, and not when paid earlier. */
function onlyLaterCovers(earlier: Answer, after: Answer): PackedDate | null {
  const shown = runsOf(earlier.decision!.coverage);
  const { choice, facts } = earlier.question;
  // a child's payment for another year covers that year, and a resident's covers nothing before the year that is paid for:
  // a gap that is made good then is paid for besides
  const yearEnd = choice === "child" ? packDate(Number(textOf(facts.paidOn).slice(0, 4)), 12, 31) : OPEN_END;
  // the strip ends at the age (ALL-06); whether one goes on beyond it (TL-12) is asked there
  const end = Math.min(yearEnd, dayBefore(ageLimit(earlier.decision!)));
  const begin = choice === "resident" ? packDate(yearPaid(earlier), 1, 1) : 0;
  for (const { from, to, status } of runsOf(after.decision!.coverage))
    if (COVERED.has(status) && from <= end && to >= begin && coveredOn(shown, Math.max(from, begin)) !== true)
      return Math.max(from, begin);
  return null;
}

/** Which year a resident pays for; a payment for another year is another one. */
function yearPaid({ question }: Answer): number {
  const { paidOn, insuredYear } = question.facts;
  if (insuredYear === undefined || typeof paidOn !== "string") return 0;
  return Number(paidOn.slice(0, 4)) + (insuredYear === "next-year" ? 1 : 0);
}

export const moreIsNeverWorse: Law = {
  id: "9 more",
  title: "one more paid month never gives a later day or a larger top-up",
  rules: ["ALL-05"],
  check(meeting) {
    const { visit, answers, askAll, fail } = meeting;
    const twin = { ...visit, past: withOneMore(visit) };
    if (twin.past === visit.past) return;
    for (const more of askAll(twin, ({ choice }) => choice !== "past" && choice !== "child")) {
      const answer = answers.find(({ question }) => sameQuestion(question, more.question));
      if (answer === undefined || !inSameCapacity(answer, more) || toldOfException(more)) continue;
      // months do not say when they were paid: where the one more month lets ask for the year's first payment, more is known
      if (isAsked(more, "firstPaidOn") !== isAsked(answer, "firstPaidOn")) continue;
      const where = `${answer.question.matter} ${answer.question.choice}`;
      const [with1, without] = [firstDayOf(more), firstDayOf(answer)];
      if (with1 !== null && without !== null && with1 > without)
        fail(where, `one more month paid: ${with1} instead of ${without}`, more, answer);
      const [larger, smaller] = [topUp(more), topUp(answer)];
      if (larger !== null && smaller !== null && larger > smaller)
        fail(`${where} amount`, `one more month paid: ${larger} instead of ${smaller} fen`, more, answer);
    }
  },
};

/** Whom one more month makes an employee of another kind, now or at the first enrolment, falls under another rule. */
const inSameCapacity = (a: Answer, b: Answer): boolean =>
  (["capacity", "enrolledAs"] as const).every((fact) => a.question.facts[fact] === b.question.facts[fact]);

const isAsked = ({ evaluation }: Answer, fact: string): boolean => evaluation.questions.some(({ id }) => id === fact);

const topUp = ({ decision }: Answer): number | null =>
  decision?.amounts.find(({ id, role }) => id === "topUp" && role !== "part")?.fen ?? null;

/** The month after the last paid one, or one before the first: paid in the same capacity and place, in its time. */
function withOneMore({ past, paidOn, seed, ...rest }: Visit): Past {
  const month = paymentMonth({ past, paidOn, seed, ...rest });
  const last = lastInsured(past, month);
  if (last === null || !isEmployee(last.who)) return past;
  const layer = past.months[last.who];
  const line = (last.here ? layer.here : layer.away).slice();
  const all = employee(past);
  const first = firstOf(all)!;
  const added = last.month + 1 < month ? last.month + 1 : first - 1;
  const born = rest.life.birth;
  if (has(all, added) || added < monthOf(yearOfDate(born) + 17, 1)) return past;
  paint(line, added);
  return { ...past, months: { ...past.months, [last.who]: last.here ? { ...layer, here: line } : { ...layer, away: line } } };
}

/** A unit in arrears that resumes, or pays off, a month earlier. */
export const arrearsEarlier: Law = {
  id: "9 arrears",
  title: "a unit that resumes or pays off earlier is never worse off",
  rules: ["ALL-05", "CQ-04"],
  check({ answers, ask, fail }) {
    for (const answer of answers) {
      const { facts, matter } = answer.question;
      if (matter !== "chongqing.unit-arrears" || answer.decision === null) continue;
      const asked = formatMonth(parseMonth(answer.decision.asOf.slice(0, 7))!);
      for (const fact of ["resumedMonth", "paidOffMonth"] as const) {
        const month = parseMonth(textOf(facts[fact] ?? asked))!;
        const least = parseMonth(textOf(fact === "resumedMonth" ? facts.lastPaid : (facts.resumedMonth ?? asked)))!;
        if ((fact === "paidOffMonth" && facts.arrearsPaid !== true) || month - 1 < least + (fact === "resumedMonth" ? 1 : 0))
          continue;
        const before = ask({ ...answer.question, facts: { ...facts, [fact]: formatMonth(month - 1) } });
        for (const way of ["pay", "leave"] as const) {
          const [early, late] = [restored(before, way), restored(answer, way)];
          if (early > late) fail(`${matter} ${fact} ${way}`, `a month earlier: ${early} instead of ${late}`, before, answer);
        }
      }
    }
  },
};

/** When treatment is restored; at once without an interruption, and never where a way names no day. */
function restored({ decision }: Answer, way: "pay" | "leave"): PackedDate {
  if (decision?.outcome === "guidance") return 0;
  const found =
    decision === null ? undefined : (decision.options.find(({ id }) => id === way) ?? (way === "pay" ? decision : undefined));
  const date = found === undefined ? null : dateOf(found, "benefitsFrom", "resumedFrom");
  return date === null ? OPEN_END : dayOf(date.value);
}
