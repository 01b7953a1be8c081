/** One person: every visit asked about, every law held against the answers. */
import { ask, type Answer } from "./ask.ts";
import { FACTS } from "./cities.ts";
import { LAWS } from "./laws.ts";
import type { Meeting, Violation } from "./laws/law.ts";
import type { Life } from "./life.ts";
import { visitsOf, type Visit } from "./visit.ts";

export interface Journey {
  readonly violations: readonly Violation[];
  /** Answers to what was asked first at each visit, before anything was varied. */
  readonly answers: readonly Answer[];
  /** All questions put, the varied ones too. */
  readonly asked: number;
}

export function journey(life: Life, visits: readonly Visit[] = visitsOf(life)): Journey {
  const violations: Violation[] = [];
  const all: Answer[] = [];
  let asked = 0;
  const put = (question: Answer["question"]): Answer => {
    asked += 1;
    return ask(question);
  };
  for (const visit of visits) {
    const answers = FACTS[visit.city].questions(visit).map(put);
    all.push(...answers);
    for (const law of LAWS) {
      const meeting: Meeting = {
        visit,
        answers,
        ask: put,
        askAll: (other, wanted = () => true) => FACTS[other.city].questions(other).filter(wanted).map(put),
        sent: (other, matter, choice) => {
          const question = FACTS[other.city].sent(other, matter, choice);
          return question === null ? null : put(question);
        },
        fail: (where, what, ...answersShown) => violations.push({ law: law.id, where, what, answers: answersShown }),
      };
      law.check(meeting);
    }
  }
  return { violations, answers: all, asked };
}
