/** Law 8: where one is sent, one is taken. */
import { isFailed, natureOf, type Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { cityOf, dateOf, FIRST_DAYS, type Answer } from "../ask.ts";
import type { Law, Meeting } from "./law.ts";

/** It tells no day of its own: whoever wants to know has to go on. A consultation sends nobody. */
const onlySends = ({ decision }: Answer): boolean =>
  isBusiness(decision) &&
  decision.outcome !== "figure-missing" &&
  dateOf(decision, ...FIRST_DAYS, "waitingLast", "changeFrom", "refundFrom") === null;

const isBusiness = (decision: Decision | null): decision is Decision => decision !== null && natureOf(decision) === "transaction";

export const sentIsTaken: Law = {
  id: "8 sent",
  title: "a matter takes whom another sends there, and does not send them back",
  rules: ["ALL-01", "ALL-07"],
  check(meeting) {
    for (const answer of meeting.answers)
      for (const { matter } of answer.decision?.nextMatters ?? []) follow(meeting, answer, matter);
  },
};

function follow(meeting: Meeting, from: Answer, matter: string): void {
  const { visit } = meeting;
  if (cityOf(matter) !== visit.city) return;
  const { question } = from;
  const where = `${question.matter} → ${matter}`;
  const taken = takenBy(meeting, from, matter);
  // a link for other people, e.g. to a refund of something that was never paid twice
  if (taken === null || !onlySends(from)) return;
  if (taken.decision === null) {
    if (from.decision!.outcome !== "refused") meeting.fail(where, "sent to a matter that refuses the form", from, taken);
    return;
  }
  if (!isBusiness(taken.decision)) return;
  // a refusal that may rest on what is asked only there is no fault of who sends
  const failed = taken.decision.conditions.filter(isFailed);
  const isForeseen = failed.length > 0 && failed.every(({ id }) => isKnownTo(question, id));
  if (taken.decision.outcome === "refused" && isForeseen && from.decision!.outcome !== "refused")
    meeting.fail(where, "sent, and refused there", from, taken);
  // who tells a day, and where the next step is done, sends nobody back
  if (onlySends(taken) && taken.decision.nextMatters.some((next) => next.matter === question.matter))
    meeting.fail(where, "sent, and sent back", from, taken);
}

/** What only the matter that sends knows: the other asks for it. */
const SENT_FOR: Readonly<Record<string, FactInputs>> = {
  "chongqing.resident-enrolment → chongqing.resident-refund": { reason: "after-closing" },
  "chongqing.scheme-change → chongqing.resident-refund": { reason: "after-closing" },
};

/** The same person at the other matter, telling what they came from. */
function takenBy(meeting: Meeting, { question }: Answer, matter: string): Answer | null {
  const reason = SENT_FOR[`${question.matter} → ${matter}`];
  if (reason !== undefined) return meeting.ask({ ...question, matter, choice: "past", facts: reason });
  if (question.choice === "retirement" && matter.endsWith(".enrolment")) return forMissingYears(meeting, matter);
  const asked = meeting.answers.find((other) => other.question.matter === matter && other.question.choice === question.choice);
  return asked ?? meeting.sent(meeting.visit, matter, question.choice);
}

/** Enrolling as a flexible worker beyond the age, because years are missing. */
function forMissingYears({ visit, ask, sent }: Meeting, matter: string): Answer | null {
  const enrolment = sent(visit, matter, "flexible");
  if (enrolment === null) return null;
  const because: Readonly<Record<string, FactInputs>> = { tieling: { yearsMet: false }, chongqing: { forMissingYears: true } };
  return ask({ ...enrolment.question, facts: { ...enrolment.question.facts, ...because[visit.city] } });
}

/** Where the person lives and what else is paid or drawn only the other matter asks; the age is known where the birth date is. */
const isKnownTo = ({ facts }: Answer["question"], condition: string): boolean =>
  condition === "upperAge" || condition === "lowestAge"
    ? facts.birthDate !== undefined
    : !["residence", "noDuplicate", "work", "noTreatmentElsewhere"].includes(condition);

/** Who may go on contributing beyond the age has to be let in. */
export const goesOn: Law = {
  id: "8 go on",
  title: "who is told to go on contributing may do so",
  rules: ["TL-12", "CQ-09"],
  check(meeting) {
    const { answers, visit, fail } = meeting;
    for (const answer of answers) {
      const { question, decision } = answer;
      if (!question.matter.endsWith(".retirement") || question.variant !== "go-on" || decision?.outcome !== "guidance") continue;
      if (!decision.dates.some(({ id }) => id === "payUntil" || id === "continueUntil")) continue;
      const taken = forMissingYears(meeting, `${visit.city}.enrolment`);
      const lacking = taken?.decision?.conditions.filter((condition) => isFailed(condition) && condition.id === "upperAge") ?? [];
      if (taken !== null && lacking.length > 0)
        fail(`${question.matter} → ${visit.city}.enrolment`, "told to go on, and too old to enrol", answer, taken);
    }
  },
};
