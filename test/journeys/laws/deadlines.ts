/** Law 8: on the first and on the last day that is named, it can still be done. */
import { textOf } from "../facts/common.ts";
import { formatDate, formatMonth, monthOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { dateOf, dayOf, firstDayOf, type Answer } from "../ask.ts";
import type { Choice } from "../question.ts";
import type { Law, Meeting } from "./law.ts";

interface Deadline {
  readonly matter: string;
  readonly date: string;
  /** What the person does on that day: the same matter, or another. */
  readonly at?: string;
  readonly choice?: Choice;
  facts(asked: FactInputs, day: PackedDate): FactInputs;
  holds(decision: Decision, answer: Answer, day: PackedDate): boolean;
}

const same = (asked: FactInputs): FactInputs => asked;
/** Whoever changes over then pays then, for the coming year. */
function inDecember(asked: FactInputs, day: PackedDate): FactInputs {
  return { ...asked, paidOn: formatDate(day), insuredYear: "next-year", inAnnouncedPeriod: true, registeredInTime: true };
}
const granted = ({ outcome }: Decision): boolean => outcome === "granted";

const DEADLINES: readonly Deadline[] = [
  { matter: "dalian.back-payment", date: "lastDay", facts: (asked) => ({ ...asked, currentPaid: true }), holds: granted },
  { matter: "dalian.scheme-change", date: "changeFrom", facts: inDecember, holds: granted },
  { matter: "dalian.scheme-change", date: "changeUntil", facts: inDecember, holds: granted },
  {
    // paid by then, there is no gap: cover goes on in that month
    matter: "dalian.unemployment",
    date: "enrolBy",
    at: "dalian.enrolment",
    choice: "flexible",
    facts: (asked) => ({ ...freelancer, firstTime: false, lastPaid: asked.benefitTo! }),
    holds: (_decision, answer, day) => monthOfDate(firstDayOf(answer)!) === monthOfDate(day),
  },
  {
    matter: "dalian.unemployment",
    date: "mendBy",
    at: "dalian.back-payment",
    choice: "flexible",
    facts: (asked) => ({
      paid: { periods: [{ from: textOf(asked.benefitFrom), to: textOf(asked.benefitTo) }] },
      currentPaid: true,
    }),
    holds: granted,
  },
  {
    matter: "chongqing.unit-arrears",
    date: "payBy",
    facts: (asked, day) => ({ ...asked, arrearsPaid: true, paidOffMonth: formatMonth(monthOfDate(day)) }),
    holds: (decision) => dateOf(decision, "paidUntil") !== null,
  },
  { matter: "chongqing.overlap-refund", date: "refundFrom", facts: same, holds: ({ outcome }) => outcome !== "not-yet" },
  {
    matter: "chongqing.overlap-refund",
    date: "refundUntil",
    facts: (asked) => ({ ...asked, usedTreatment: false, accountCredited: "0" }),
    holds: granted,
  },
  {
    matter: "tieling.newborn",
    date: "lastDay",
    facts: (asked, day) => ({ ...asked, realName: true, paidOn: formatDate(day) }),
    holds: (_decision, answer) => formatDate(firstDayOf(answer) ?? 0) === answer.question.facts.birthDate,
  },
];

const freelancer: FactInputs = { sex: "male", birthDate: "1990-01-01", household: true, work: "freelancer" };

export const namedDays: Law = {
  id: "8 named day",
  title: "on a first or last day that is named it can be done",
  rules: ["DL-02", "DL-09", "DL-11", "TL-03", "CQ-04", "CQ-05"],
  check(meeting) {
    for (const answer of meeting.answers)
      for (const deadline of DEADLINES) if (deadline.matter === answer.question.matter) keep(meeting, answer, deadline);
  },
};

function keep({ ask, fail }: Meeting, answer: Answer, deadline: Deadline): void {
  const { question, decision } = answer;
  const date = decision === null ? null : dateOf(decision, deadline.date);
  // what has passed, or is about another year, is only told
  if (date === null || dayOf(date.value) < question.asOf) return;
  const day = dayOf(date.value);
  const then = ask({
    ...question,
    matter: deadline.at ?? question.matter,
    choice: deadline.choice ?? question.choice,
    asOf: day,
    facts: deadline.facts(question.facts, day),
  });
  if (then.decision === null || !deadline.holds(then.decision, then, day))
    fail(
      `${deadline.matter} ${deadline.date}`,
      `${date.value} was named, and on that day it is ${then.decision?.outcome ?? "no answer"}`,
      answer,
      then,
    );
}
