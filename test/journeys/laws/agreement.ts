/** Law 7: one history. Asked about the same person with the same choice, the matters of a city give the same gap and the same first day. */
import { yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import { dateOf, stepOf, type Answer } from "../ask.ts";
import { lastInsured } from "../past.ts";
import { paymentMonth, type Visit } from "../visit.ts";
import type { Law, Meeting } from "./law.ts";

export const gaps: Law = {
  id: "7 gap",
  title: "the gap is the one in the life",
  rules: ["ALL-01"],
  check({ answers, fail }) {
    for (const answer of answers) {
      const { gap, matter, choice } = answer.question;
      const told = stepOf(answer, "gapMonths", "arrearsMonths");
      if (gap !== null && told !== null && told !== gap)
        fail(`${matter} ${choice}`, `a gap of ${told}, in the life ${gap}`, answer);
    }
  },
};

/** First days by way: where a gap is paid, or there is none; and where it is left. */
interface Told {
  readonly answer: Answer;
  readonly pay: string | null;
  readonly leave: string | null;
}

/** Dalian's enrolment speaks of somebody who does not make a gap good; its back-payment of both. */
const LEAVES: ReadonlySet<string> = new Set(["dalian.enrolment"]);

function toldBy(answer: Answer): Told {
  const { decision, question } = answer;
  if (decision === null) return { answer, pay: null, leave: null };
  const main = dateOf(decision, "treatmentFrom", "benefitsFrom")?.value ?? null;
  const leaving = decision.options.find(({ id }) => id.startsWith("leave"));
  const left = leaving === undefined ? null : dateOf(leaving, "treatmentWithout", "treatmentFrom", "benefitsFrom");
  if (LEAVES.has(question.matter))
    return question.gap === 0 ? { answer, pay: main, leave: null } : { answer, pay: null, leave: main };
  // back-payment that is refused tells what holds without it
  if (question.matter === "dalian.back-payment") return { answer, pay: null, leave: left?.value ?? main };
  return { answer, pay: main, leave: left?.value ?? null };
}

export const firstDays: Law = {
  id: "7 first day",
  title: "matters about one choice promise the same first day",
  rules: ["ALL-01", "ALL-03"],
  check(meeting) {
    for (const choice of ["unit", "flexible", "resident"] as const) {
      const told = meeting.answers.filter(({ question }) => question.choice === choice).map(toldBy);
      for (const [index, a] of told.entries()) for (const b of told.slice(index + 1)) compare(meeting, a, b);
    }
  },
};

function compare({ visit, fail }: Meeting, a: Told, b: Told): void {
  const where = `${a.answer.question.matter}/${b.answer.question.matter} ${change(visit)}-to-${a.answer.question.choice}`;
  for (const way of ["pay", "leave"] as const) {
    const one = a[way];
    const other = b[way];
    if (one !== null && other !== null && !same(one, other))
      fail(`${where}${way === "leave" ? ", gap left" : ""}`, `${one} and ${other}`, a.answer, b.answer);
  }
}

/** A month beside a day is compared as a month. */
const same = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
};

/** What somebody comes from: the scheme, and in what capacity. */
export function change(visit: Visit): string {
  const before = lastInsured(visit.past, paymentMonth(visit));
  return before === null
    ? "nothing"
    : before.scheme === "resident"
      ? "resident"
      : before.who === "flexible"
        ? "flexible"
        : "unit";
}

/** TL-05: the clause about short gaps names employees of both kinds; a flexible worker's year that has begun is no exception. */
export const shortGapOfAnybody: Law = {
  id: "7 short gap",
  title: "a gap of at most three months inside a year that was paid for is made good whoever pays",
  rules: ["TL-05"],
  check({ visit, answers, fail }) {
    const [unit, flexible] = (["unit", "flexible"] as const).map((choice) =>
      answers.find(({ question }) => question.matter === "tieling.back-payment" && question.choice === choice),
    );
    if (unit === undefined || flexible === undefined) return;
    const { gap } = unit.question;
    const month = paymentMonth(visit);
    if (gap === null || gap < 1 || gap > 3 || yearOfMonth(month - gap - 1) !== yearOfMonth(month)) return;
    const [one, other] = [toldBy(unit).pay, toldBy(flexible).pay];
    if (one !== other) fail("tieling.back-payment", `a unit's ${one}, a flexible worker's ${other}`, unit, flexible);
    else if (flexible.decision?.outcome !== unit.decision?.outcome)
      fail(
        "tieling.back-payment",
        `a unit's ${unit.decision?.outcome}, a flexible worker's ${flexible.decision?.outcome}`,
        unit,
        flexible,
      );
  },
};
