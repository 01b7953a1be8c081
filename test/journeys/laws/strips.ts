/** Law 6: a strip has one status a day, says the same as the dates beside it, and a resident's ends with the year that was paid. */
import { addDays, birthday, formatDate, lastDayOf, monthOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { dayOf, waysOf, type Answer, type Way } from "../ask.ts";
import { COVERED, coveredOn, dayBefore, OPEN_END, overlapOf, runsOf } from "../strip.ts";
import type { Law } from "./law.ts";

export const oneStatus: Law = {
  id: "6 one status",
  title: "a strip has one status for each month or day",
  rules: ["ALL-01"],
  check({ answers, fail }) {
    for (const answer of answers)
      for (const { id, coverage } of waysOf(answer)) {
        // a mark beside the status of a month that counts only once, by its own definition
        const both = overlapOf(runsOf(coverage.filter(({ status }) => status !== "overlap")));
        if (both === null) continue;
        fail(
          answer.question.matter,
          `${id} ${both.map(({ status, from, to }) => `${status} ${from}..${to}`).join(" and ")}`,
          answer,
        );
      }
  },
};

/** Dates on which the person is covered by what the decision promises, and on which not. */
const COVERED_ON: ReadonlySet<string> = new Set([
  "treatmentFrom",
  "treatmentWithout",
  "benefitsFrom",
  "continuousFrom",
  "retiredFrom",
  "retiredAfter",
  "resumedFrom",
  "coveredAgain",
  "paidUntil",
  "inServiceUntil",
]);
const NOT_COVERED_ON: ReadonlySet<string> = new Set(["waitingLast", "stoppedFrom", "stopsFrom"]);

/** An enrolment shows what holds if the gap is left, and tells beside it what making it good would give. */
const mayBeMadeGood = ({ decision }: Answer): boolean => decision!.notices.some(({ id }) => id === "gapCanBeMadeGood");

export const tellsTheDates: Law = {
  id: "6 dates",
  title: "a strip says of each date what the date says",
  rules: ["ALL-01"],
  check({ answers, fail }) {
    for (const answer of answers)
      for (const { id, dates, coverage } of waysOf(answer)) {
        if (coverage.length === 0) continue;
        const runs = runsOf(coverage);
        const waits = dates.some((date) => date.id === "waitingLast");
        const leaves = dates.some((date) => date.id === "benefitsFrom") || mayBeMadeGood(answer);
        for (const date of dates) {
          // told beside each other, the strip shows what holds if nothing is made good
          if (date.id === "continuousFrom" && leaves) continue;
          const day = dayOf(date.value);
          const where = `${answer.question.matter} ${date.id}`;
          const shown = coveredOn(runs, day);
          if (COVERED_ON.has(date.id) && shown !== true) fail(where, `${id} not covered on ${date.value}`, answer);
          if (NOT_COVERED_ON.has(date.id) && shown === true) fail(where, `${id} covered on ${date.value}`, answer);
          if (waits && date.id === "treatmentFrom" && coveredOn(runs, dayBefore(day)) === true)
            fail(where, `${id} covered on the day before ${date.value}, while the wait runs`, answer);
        }
      }
  },
};

export const yearEnds: Law = {
  id: "6 year end",
  title: "a resident's cover ends on 31 December of a year",
  rules: ["ALL-03"],
  check({ answers, fail }) {
    for (const answer of answers) {
      const { choice, matter } = answer.question;
      if (choice !== "resident" && choice !== "child") continue;
      for (const { id, coverage } of waysOf(answer)) {
        const end = lastCovered({ coverage }, answer.question.asOf);
        if (end !== null && (end === OPEN_END || end % 10000 !== 1231))
          fail(matter, `${id} covered until ${end === OPEN_END ? "for ever" : formatDate(end)}`, answer);
      }
    }
  },
};

/** What is behind the day, and what was paid into the insurance that is left, is another cover's end. */
const lastCovered = ({ coverage }: Pick<Way, "coverage">, day: PackedDate): number | null => {
  const covered = runsOf(coverage).filter(({ status, to }) => status !== "contributed" && COVERED.has(status) && to >= day);
  return covered.length === 0 ? null : Math.max(...covered.map(({ to }) => to));
};

/** ALL-06: who reaches the age within a month is told so by a strip that ends there. */
export const ageEnds: Law = {
  id: "6 age",
  title: "a strip ends where the rule ends at an age",
  rules: ["ALL-06", "DL-01"],
  check({ visit, answers, fail }) {
    const limit = birthday(visit.life.birth, visit.life.sex === "male" ? 60 : 55);
    for (const answer of answers) {
      const { decision, question } = answer;
      if (question.matter !== "dalian.enrolment" || decision?.outcome !== "granted" || addDays(question.asOf, 28) < limit)
        continue;
      const end = lastCovered(decision, question.asOf);
      if (end !== null && end > lastDayOf(monthOfDate(limit)))
        fail(question.matter, `of age on ${formatDate(limit)}, covered until ${end}`, answer);
    }
  },
};
