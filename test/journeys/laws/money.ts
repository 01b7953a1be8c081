/** Money adds up, and the matters of a city ask the same price for the same months. */
import { firstDayOf, formatDate, formatMonth, monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Amount, Decision } from "../../../src-shared/domain/decision.ts";
import { dateOf, stepOf, waysOf, type Answer } from "../ask.ts";
import { lastUpTo } from "../months.ts";
import { employee, employeeHere } from "../past.ts";
import { paymentMonth } from "../visit.ts";
import type { Law, Meeting } from "./law.ts";

const sum = (amounts: readonly Amount[]): number => amounts.reduce((total, { fen }) => total + fen, 0);

/** Steps that say for how many months or years an amount of one is paid. */
const TIMES = ["gapMonths", "shortfall", "owedMonths", "monthsLeft", "wholeYearMonths", "careMonths", "buyUpMonths"];

export const addsUp: Law = {
  id: "M adds up",
  title: "an amount that is due is what its parts come to",
  rules: ["DL-02", "TL-13", "CQ-05"],
  check({ answers, fail }) {
    for (const answer of answers)
      for (const { id, amounts } of waysOf(answer)) {
        if (amounts.some(({ fen }) => fen < 0)) fail(`${answer.question.matter} negative`, `${id} an amount below zero`, answer);
        const due = amounts.filter(({ role }) => role === "due");
        const parts = amounts.filter(({ role }) => role === "part");
        if (due.length > 0 && parts.length > 0 && !comesTo(answer, sum(due), due, parts))
          fail(
            answer.question.matter,
            `${id} due ${due.map(({ fen }) => fen).join()}, parts ${parts.map(({ fen }) => fen).join()}`,
            answer,
          );
      }
  },
};

function comesTo(answer: Answer, total: number, due: readonly Amount[], parts: readonly Amount[]): boolean {
  if (sum(parts) === total) return true;
  // what is taken back stands beside the whole
  const [whole, ...less] = parts;
  if (whole!.fen - sum(less) === total) return true;
  const times = TIMES.map((key) => stepOf(answer, key)).filter((value) => value !== null);
  // equal months, and one with the rest
  return due.some(({ fen }) => times.some((months) => whole!.fen * (months - less.length) + sum(less) === fen));
}

export const samePrice: Law = {
  id: "7 price",
  title: "matters ask the same price for the same months",
  rules: ["ALL-01", "DL-02", "TL-13", "CQ-01"],
  check(meeting) {
    for (const answer of meeting.answers) {
      if (answer.decision === null) continue;
      const { matter } = answer.question;
      if (matter === "dalian.back-payment") monthByMonth(meeting, answer, answer.decision);
      else if (matter === "tieling.back-payment") asArrears(meeting, answer, answer.decision);
      else if (matter === "chongqing.enrolment") asPremium(meeting, answer, answer.decision);
    }
  },
};

const amountOf = ({ amounts }: Decision, ...ids: readonly string[]): number | null =>
  amounts.find(({ id }) => ids.includes(id))?.fen ?? null;

/** Each month of a gap costs what enrolling in that month would have cost (the default reading of DL-02). */
function monthByMonth({ ask, fail, visit }: Meeting, answer: Answer, decision: Decision): void {
  const parts = decision.amounts.filter(({ id }) => id === "gapMonth");
  const last = lastUpTo(employeeHere(visit.past), paymentMonth(visit) - 1);
  if (parts.length === 0 || last === null || dateOf(decision, "lastDay") === null) return;
  for (const [index, part] of parts.entries()) {
    const enrolled = ask({
      matter: "dalian.enrolment",
      choice: "flexible",
      variant: "",
      gap: null,
      asOf: firstDayOf(last + 1 + index),
      facts: { sex: "male", birthDate: "1990-01-01", household: true, work: "freelancer", firstTime: true },
    });
    const premium = enrolled.decision === null ? null : amountOf(enrolled.decision, "monthlyPremium");
    if (premium !== part.fen)
      fail(
        "dalian.back-payment/dalian.enrolment",
        `month ${index + 1} of the gap costs ${part.fen}, enrolling then ${premium}`,
        answer,
        enrolled,
      );
  }
}

function asArrears({ ask, fail, visit }: Meeting, answer: Answer, decision: Decision): void {
  const due = amountOf(decision, "topUp");
  const month = paymentMonth(visit);
  const last = lastUpTo(employee(visit.past), month - 1);
  if (due === null || last === null || monthOfDate(visit.day) !== month) return;
  const text = (value: Month): string => formatMonth(value);
  const arrears = ask({
    matter: "tieling.arrears",
    choice: "past",
    variant: "",
    gap: null,
    asOf: visit.day,
    facts: { owed: { periods: [{ from: text(last + 1), to: text(month - 1) }] }, fundMode: answer.question.facts.fundMode! },
  });
  const price = arrears.decision === null ? null : amountOf(arrears.decision, "topUp");
  if (price !== due)
    fail("tieling.back-payment/tieling.arrears", `${due} and ${price} on ${formatDate(visit.day)}`, answer, arrears);
}

function asPremium({ answers, fail }: Meeting, answer: Answer, decision: Decision): void {
  if (decision.outcome !== "granted") return;
  for (const [matter, ids] of [
    ["chongqing.premium", ["premium"]],
    ["chongqing.premium", ["careByBank", "careByAccount"]],
    ["chongqing.long-term-care", ["careByBank", "careByAccount"]],
  ] as const) {
    const other = answers.find(({ question }) => question.matter === matter);
    if (other === undefined || other.decision === null) continue;
    const [one, two] = [amountOf(decision, ...ids), amountOf(other.decision, ...ids)];
    if (one !== two) fail(`chongqing.enrolment/${matter}`, `${ids[0]}: ${one} and ${two}`, answer, other);
  }
}

/** A refund gives back what was paid, and nothing more. */
export const noMoreThanPaid: Law = {
  id: "M refund",
  title: "nobody is refunded more than was paid",
  rules: ["TL-15", "TL-16", "CQ-05"],
  check({ answers, fail }) {
    for (const answer of answers) {
      const { payments } = answer.question.facts;
      if (
        answer.question.matter !== "tieling.refund" ||
        answer.decision === null ||
        typeof payments !== "object" ||
        payments === null
      )
        continue;
      const paid = "items" in payments ? payments.items.reduce((total, { amount }) => total + Number(amount) * 100, 0) : 0;
      const back = sum(answer.decision.amounts.filter(({ id }) => id === "refundPerson" || id === "refundUnit"));
      if (back > paid) fail(answer.question.matter, `${back} of ${paid} fen`, answer);
    }
  },
};
