/** Law 8 at retirement: whoever pays on as told is retired on the day that was told, and lacks no more than was told. */
import { firstDayOf, formatMonth, lastDayOf, monthOf, parseMonth, type Month } from "../../../src-shared/domain/calendar.ts";
import { isFailed, type Decision } from "../../../src-shared/domain/decision.ts";
import { dateOf, stepOf, waysOf, type Answer, type Way } from "../ask.ts";
import { months, textOf } from "../facts/common.ts";
import { lastUpTo, paint, type Line } from "../months.ts";
import { employee, employeeHere } from "../past.ts";
import { paymentMonth } from "../visit.ts";
import type { Law, Meeting } from "./law.ts";

export const retiredAsTold: Law = {
  id: "8 retired as told",
  title: "who pays until the month that is told is retired from the month that is told",
  rules: ["DL-06", "DL-07", "TL-12", "CQ-09"],
  check(meeting) {
    for (const answer of meeting.answers) {
      const { decision, question } = answer;
      if (decision === null || question.choice !== "retirement" || question.variant !== "") continue;
      for (const way of waysOf(answer)) {
        const told = payingOn(decision, way);
        if (told !== null) comeBack(meeting, answer, told);
      }
    }
  },
};

interface Told {
  /** The last month to be paid. */
  readonly until: Month;
  /** From when the person is told to be retired. */
  readonly from: Month;
}

function payingOn(decision: Decision, way: Way): Told | null {
  const until = dateOf(way, "payUntil", "continueUntil");
  const from = dateOf(way, "retiredAfter", "retiredFrom");
  if (until !== null && from !== null) return { until: parseMonth(until.value)!, from: parseMonth(from.value)! };
  // a flexible worker retired early is told the month only as what to do about the condition
  const remedy = decision.conditions
    .find((condition) => condition.id === "earlyAge" && isFailed(condition))
    ?.remedies.find(({ kind }) => kind === "month");
  if (remedy === undefined) return null;
  const month = parseMonth(String(remedy.value))!;
  return { until: month, from: month + 1 };
}

/** Lives and figures are told until then. */
const LAST: Month = monthOf(2046, 12);

function comeBack({ visit, ask, fail }: Meeting, answer: Answer, { until, from }: Told): void {
  // a year paid in advance elsewhere would go on beside what is paid here
  if (until > LAST || lastUpTo(employee(visit.past), LAST)! >= paymentMonth(visit)) return;
  const { question } = answer;
  const contributed = months(withMonths(employeeHere(visit.past), paymentMonth(visit), until));
  const answers = [lastDayOf(until), firstDayOf(from)].map((asOf) =>
    ask({ ...question, asOf, facts: { ...question.facts, contributed } }),
  );
  const where = `${question.matter} ${textOf(question.facts.capacity)}`;
  const retired = answers.map(({ decision }) => (decision === null ? null : (dateOf(decision, "retiredFrom")?.value ?? null)));
  const granted = answers.some(({ decision }, index) => {
    const month = retired[index];
    return decision?.outcome === "granted" && typeof month === "string" && parseMonth(month)! <= from;
  });
  if (!granted) fail(where, `told to be retired from ${formatMonth(from)}, then ${retired.join(", ")}`, answer, ...answers);
  const told = stepOf(answer, "shortfall");
  const then = answers.map((other) => stepOf(other, "shortfall"));
  // told as what lacks today, or as what will lack in the end
  const paid = until - paymentMonth(visit) + 1;
  const expected = told === null ? [] : [told, Math.max(0, told - paid)];
  if (answer.decision!.outcome === "not-yet" && told !== null && !then.some((lacking) => expected.includes(lacking ?? -1)))
    fail(
      `${where}, shortfall`,
      `told that ${told} months lack, and after paying ${paid} as told ${then.join(", ")}`,
      answer,
      ...answers,
    );
}

/** Every month from now to the one that was told. */
function withMonths(paid: Line, from: Month, to: Month): Line {
  paint(paid, from, to);
  return paid;
}
