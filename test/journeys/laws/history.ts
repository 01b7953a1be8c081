/** Laws 3 and 5 on the past told in one line, instead of answer by answer. */
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { HISTORY_FACT } from "../../../src-shared/domain/history/history.ts";
import { cityOf, packOf, type Answer } from "../ask.ts";
import { lineOn } from "../history-line.ts";
import type { Law, Meeting } from "./law.ts";

interface Told {
  readonly separate: Answer;
  readonly line: Answer;
}

const asked = new WeakMap<readonly Answer[], readonly Told[]>();

/** Every question that takes something from the history, put once more with the line; both laws look at the same answers. */
function toldInLines({ answers, visit, ask }: Meeting): readonly Told[] {
  let told = asked.get(answers);
  if (told === undefined) {
    told = answers.flatMap((separate) => {
      const { question } = separate;
      const { historyLayers } = packOf(cityOf(question.matter)).matters.get(question.matter)!;
      // what is looked up of times long past is not told by the lives
      if (historyLayers.length === 0 || separate.decision?.standing !== "current") return [];
      // a child was never insured
      const history = question.choice === "child" ? "00" : lineOn(visit, question.matter);
      return [{ separate, line: ask({ ...question, facts: { ...question.facts, [HISTORY_FACT]: history } }) }];
    });
    asked.set(answers, told);
  }
  return told;
}

export const takesHistory: Law = {
  id: "5 history",
  title: "a matter takes the history of a life that is possible, and the answers beside it agree with it",
  rules: ["ALL-01"],
  check(meeting) {
    for (const { separate, line } of toldInLines(meeting)) {
      const { errors, unanswered } = line.evaluation;
      if (errors.length + unanswered.length === 0) continue;
      const facts = [...errors.map(({ fact }) => fact), ...unanswered];
      const what = [...errors.map(({ message }) => message), ...unanswered.map((fact) => `${fact} is open`)];
      meeting.fail(`${separate.question.matter} ${facts.join(",")}`, what.join("; "), separate, line);
    }
  },
};

export const historyDecidesTheSame: Law = {
  id: "3 history",
  title: "told in one line, with what the line leaves unknown answered, the past decides the same",
  rules: ["ALL-01"],
  check(meeting) {
    for (const { separate, line } of toldInLines(meeting)) {
      if (line.decision === null) continue;
      const [one, other] = [comparable(separate.decision!), comparable(line.decision)];
      const different = (Object.keys(one) as (keyof typeof one)[]).filter((key) => one[key] !== other[key]);
      for (const key of different)
        meeting.fail(`${separate.question.matter} ${key}`, `${one[key]} and from the line ${other[key]}`, separate, line);
    }
  },
};

/** What a person is told; where a step stands in the explanation is not compared. */
function comparable({ outcome, headline, dates, coverage, amounts, conditions, notices, options }: Decision) {
  const dated = (found: Decision["dates"]): string => found.map(({ id, value }) => `${id} ${value}`).join(", ");
  const priced = (found: Decision["amounts"]): string => found.map(({ id, role, fen }) => `${id} ${role} ${fen}`).join(", ");
  const covered = (found: Decision["coverage"]): string =>
    found.map(({ from, to, status, title }) => `${status} ${from}..${to ?? ""} ${title}`).join(", ");
  return {
    said: `${outcome} ${headline}`,
    dates: dated(dates),
    amounts: priced(amounts),
    coverage: covered(coverage),
    conditions: conditions.map(({ id, met, unknown }) => `${id} ${met} ${unknown}`).join(", "),
    notices: notices.map(({ id, text }) => `${id} ${text}`).join(", "),
    options: options.map((way) => `${way.id}: ${dated(way.dates)}; ${priced(way.amounts)}; ${covered(way.coverage)}`).join(" | "),
  };
}
