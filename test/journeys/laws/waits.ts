/** Law 7 for waits: how long somebody waits, and whether a gap may be paid, once more from the clauses. */
import {
  addDays,
  addMonths,
  firstDayOf as firstDayOfMonth,
  formatDate,
  monthOfDate,
  parseDate,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import { cityOf, dateOf, dayOf, type Answer } from "../ask.ts";
import { textOf } from "../facts/common.ts";
import { paymentMonth, type Visit } from "../visit.ts";
import type { Law } from "./law.ts";

/** 国办发〔2024〕38号. */
const NATIONAL_FROM: PackedDate = 2025_01_01;
/** The longest gap that is made good: the same in all three cities. */
const LONGEST_GAP = 3;
/** Months continuous in one scheme after which a change is kept (TL-08, CQ-03). */
const TWO_YEARS = 24;

export const waitsAsWritten: Law = {
  id: "7 wait",
  title: "whoever waits, waits as long as the clause says",
  rules: ["DL-15", "TL-02", "TL-04", "TL-05", "TL-08", "CQ-03"],
  check({ visit, answers, fail }) {
    for (const answer of answers) {
      const { decision, question } = answer;
      if (decision === null || dateOf(decision, "waitingLast") === null) continue;
      const from = dateOf(decision, "treatmentFrom");
      if (from === null || (question.facts.assisted ?? "none") !== "none") continue;
      const expected = question.choice === "resident" ? residentWait(visit, answer) : employeeWait(visit, answer);
      if (expected !== null && !expected.includes(dayOf(from.value)))
        fail(
          `${question.matter} ${question.choice}`,
          `from ${from.value}, by the clause ${expected.map(formatDate).join(" or ")}`,
          answer,
        );
    }
  },
};

/** First days that the wait may end on. */
function employeeWait(visit: Visit, { question }: Answer): readonly PackedDate[] | null {
  const { facts, choice, matter } = question;
  if (choice !== "unit" && choice !== "flexible") return null;
  if (visit.city === "chongqing") return [firstDayOfMonth(paymentMonth(visit) + 6)];
  if (visit.city !== "tieling") return null;
  if (matter.endsWith(".scheme-change") && textOf(facts.direction).startsWith("resident"))
    return [addDays(visit.paidOn, Number(facts.continuousMonths) >= TWO_YEARS ? 30 : 90)];
  // a flexible worker's year waits from its first payment
  const first = parseDate(textOf(facts.firstPaidOn));
  const own = addDays(visit.paidOn, facts.firstTime === true ? 90 : 30);
  return first === undefined || choice === "unit" ? [own] : [own, addDays(first, 30)];
}

/** At least three months from 2025 on; before, two whole ones in Dalian and 90 days in Tieling (30 after two years as an employee). */
function residentWait(visit: Visit, { question, decision }: Answer): readonly PackedDate[] | null {
  const from = dayOf(dateOf(decision!, "treatmentFrom")!.value);
  const city = cityOf(question.matter);
  if (visit.paidOn >= NATIONAL_FROM) {
    const least = addMonths(visit.paidOn, 3);
    return from >= least ? null : [least];
  }
  if (question.facts.insuredYear === "next-year") return null;
  if (city === "dalian") return [firstDayOfMonth(monthOfDate(visit.paidOn) + 3)];
  if (city === "tieling") return [addDays(visit.paidOn, 90), addDays(visit.paidOn, 30)];
  return null;
}

export const gapIsPayable: Law = {
  id: "7 payable",
  title: "a gap of up to three months may be paid, a longer one not",
  rules: ["DL-02", "TL-04"],
  check({ answers, fail }) {
    for (const answer of answers) {
      const { question, decision } = answer;
      const { gap, matter, choice } = question;
      if (decision === null || gap === null || gap < 1 || !matter.endsWith(".back-payment")) continue;
      // a flexible worker's year has a rule of its own in Tieling (TL-05)
      if (cityOf(matter) === "tieling" && choice === "flexible") continue;
      const refused = decision.outcome === "refused";
      if (refused !== gap > LONGEST_GAP) fail(`${matter} ${choice}`, `a gap of ${gap}: ${decision.outcome}`, answer);
    }
  },
};
