/** Law 8: each failed condition says what would make it so, and doing that makes it so. */
import {
  firstDayOf,
  lastDayOf,
  monthOfDate,
  parseDate,
  parseMonth,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import { isFailed, type Condition, type Remedy } from "../../../src-shared/domain/decision.ts";
import type { FactInput, FactInputs } from "../../../src-shared/domain/facts.ts";
import type { Answer } from "../ask.ts";
import { cure } from "../cures.ts";
import type { Law, Meeting } from "./law.ts";

export const remediesWork: Law = {
  id: "8 remedy",
  title: "what would turn a failed condition turns it",
  rules: ["ALL-07"],
  check(meeting) {
    for (const answer of meeting.answers)
      for (const condition of answer.decision?.conditions ?? [])
        if (isFailed(condition)) for (const remedy of condition.remedies) apply(meeting, answer, condition, remedy);
  },
};

function apply(meeting: Meeting, answer: Answer, condition: Condition, remedy: Remedy): void {
  const { matter } = answer.question;
  const where = `${matter} ${condition.id} ${remedy.kind}`;
  const tries = triesOf(answer, condition, remedy);
  if (tries === "unknown") meeting.fail(where, `these tests do not know how to do "${remedy.text}"`, answer);
  if (typeof tries === "string") return;
  const answers = tries.map(({ facts, asOf }) => meeting.ask({ ...answer.question, facts, asOf }));
  // a working life may be too short for the months that lack
  if (answers.every(({ decision }) => decision === null) && remedy.kind === "months") return;
  const turned = answers.some(
    ({ decision }) => decision !== null && decision.conditions.every(({ id, met }) => id !== condition.id || met),
  );
  if (!turned) meeting.fail(where, `"${remedy.text}" was done`, answer, ...answers);
}

export interface Try {
  readonly facts: FactInputs;
  readonly asOf: PackedDate;
}

/** `unknown`: nobody has told these tests how; `none`: it cannot be tried here. */
export function triesOf({ question }: Answer, condition: Condition, remedy: Remedy): readonly Try[] | "unknown" | "none" {
  const { facts, asOf, matter } = question;
  const known = cure(`${matter}.${condition.id}`);
  if (remedy.kind === "amount" || known === "none") return "none";
  if (remedy.kind === "months") {
    const fact = condition.id === "localYears" ? "contributed" : "transferred";
    return [{ facts: { ...facts, ...withMonths(facts, fact, Number(remedy.value), asOf) }, asOf }];
  }
  if (remedy.kind === "action") return known === undefined ? "unknown" : [{ facts: { ...facts, ...known(facts, asOf) }, asOf }];
  const days = daysOf(String(remedy.value)).filter((day) => day >= asOf);
  return days.map((day) => ({ facts: { ...facts, ...known?.(facts, day) }, asOf: day }));
}

/** The day itself; or both ends of a month and the first day after it, since "by that month" is over when the month is. */
function daysOf(value: string): readonly PackedDate[] {
  const day = parseDate(value);
  if (day !== undefined) return [day];
  const month = parseMonth(value)!;
  return [firstDayOf(month), lastDayOf(month), firstDayOf(month + 1)];
}

/** As a bare number, which reaches up to the month at the counter and so holds that month too. */
function withMonths(facts: FactInputs, fact: "contributed" | "transferred", more: number, asOf: PackedDate): FactInputs {
  const before = facts[fact];
  if (typeof before !== "object" || before === null) return { [fact]: { months: more }, overlapMonths: 0 };
  const isOpen = "periods" in before ? parseMonth(before.periods.at(-1)!.to)! < monthOfDate(asOf) : monthsIn(before) === 0;
  const running = fact === "contributed" && isOpen ? 1 : 0;
  return { [fact]: { months: monthsIn(before) + more + running }, overlapMonths: 0 };
}

function monthsIn(input: NonNullable<FactInputs[string]> & object): number {
  if ("months" in input) return Number(input.months);
  if (!("periods" in input)) return 0;
  let count = 0;
  for (const { from, to } of input.periods) count += parseMonth(to)! - parseMonth(from)! + 1;
  return count;
}

/** ALL-07: what the person can mend is "not yet"; refused is only what nobody can mend. */
export const curableIsNotYet: Law = {
  id: "8 curable",
  title: "a matter that is granted once the remedies are done is not refused before",
  rules: ["ALL-07"],
  check({ answers, ask, fail }) {
    for (const { question, decision } of answers) {
      if (decision === null || decision.outcome !== "refused") continue;
      const facts: Record<string, FactInput> = { ...question.facts };
      const failed = decision.conditions.filter(isFailed);
      for (const { id, remedies } of failed) {
        const known = cure(`${question.matter}.${id}`);
        if (known === undefined || known === "none" || remedies.every(({ kind }) => kind !== "action")) return;
        Object.assign(facts, known(facts, question.asOf));
      }
      const mended = ask({ ...question, facts });
      if (failed.length > 0 && mended.decision?.outcome === "granted")
        fail(question.matter, "refused, and granted once the remedy is done", mended);
    }
  },
};
