/** Law 5: every matter takes every consistent history. Nothing true of a life may be refused as a contradiction, and nothing else is asked. */
import type { Law } from "./law.ts";

export const takes: Law = {
  id: "5 takes",
  title: "a matter that applies takes the facts of a life that is possible",
  rules: ["ALL-01"],
  check({ answers, fail }) {
    for (const answer of answers) {
      const { decision, evaluation, question } = answer;
      const silent = evaluation.questions.filter(({ id }) => !(id in question.facts)).map(({ id }) => id);
      if (silent.length > 0)
        fail(`${question.matter} ${silent.join(",")}`, "asked, and these tests do not know the answer", answer);
      if (decision !== null) continue;
      const errors = evaluation.errors.map(({ fact, message }) => `${fact}: ${message}`);
      const open = evaluation.unanswered.map((fact) => `${fact} is asked and not told`);
      const facts = [...evaluation.errors.map(({ fact }) => fact), ...evaluation.unanswered];
      fail(`${question.matter} ${question.choice} ${facts.join(",")}`, [...errors, ...open].join("; "), answer);
    }
  },
};
