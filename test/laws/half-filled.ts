/** A form on its way: an answer is lacking, or it is a wrong one. */
import { isDeepStrictEqual } from "node:util";
import type { FactInput } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../src-shared/domain/history/history.ts";
import { answerOf, consultIn, where } from "./city.ts";
import { Tally, type Law } from "./law.ts";

export const halfFilled: Law = {
  title: "half filled in",
  check(city) {
    const tally = new Tally();
    for (const one of city.cases) {
      const pack = city.pack(one.office);
      const whole = answerOf(city, one);
      const asked = new Set(whole.questions.map(({ id }) => id));
      for (const [name, answer] of Object.entries(one.facts)) {
        // what the history tells is answered, though it is not asked
        if (name === HISTORY_FACT || name === HISTORY_SOURCE_FACT) continue;
        tally.count += 1;
        const { [name]: _left, ...others } = one.facts;
        const without = consultIn(pack, { ...one, facts: others });
        const fault = (what: string): number => tally.faults.push(`${where(one)}, without ${name}: ${what}`);
        if (without.decision !== null && without.unanswered.length > 0) fault("decided while a question is open");
        const wasAsked = asked.has(name) || whole.errors.length > 0;
        if (!wasAsked && !(HISTORY_FACT in one.facts) && !isDeepStrictEqual(without.decision, whole.decision))
          fault("decided otherwise, though it was not asked");
        const alone = consultIn(pack, { ...one, facts: { [name]: answer } });
        const mayStayOpen = alone.questions.every(({ id, required }) => id === name || !required);
        if (alone.decision !== null && !mayStayOpen) fault("decided by it alone");
      }
    }
    return tally.seen();
  },
};

/** Of every type, too large, too small, of another one, or none at all. */
const WRONG: readonly FactInput[] = [
  null,
  "",
  " ",
  "x",
  "—",
  -1,
  1.5,
  1_000_000,
  "99999999999999",
  true,
  "1899-01-01",
  "2999-12-31",
  "2026-02-30",
  "0000-00",
  "9999-12",
  { months: -1 },
  { months: 999_999 },
  { months: "x" },
  { periods: [] },
  { periods: [{ from: "2026-02", to: "2026-01" }] },
  { periods: [{ from: "1900-01", to: "2999-12" }] },
  { items: [] },
  { items: [{}] },
  { items: [{ nobody: 1 }] },
];

/** Every golden case with every answer wrong in turn would be too many: each wrong answer meets each question of each matter. */
export const wrongAnswers: Law = {
  title: "a wrong answer is said to be one, and ends nothing",
  check(city) {
    const tally = new Tally();
    const met = new Map<string, number>();
    for (const one of city.cases) {
      for (const name of Object.keys(one.facts)) {
        const key = `${one.matter} ${name}`;
        const turn = met.get(key) ?? 0;
        met.set(key, turn + 1);
        // each case tries one: together they try all, several times
        const wrong = WRONG[turn % WRONG.length]!;
        tally.count += 1;
        const fault = (what: string): number => tally.faults.push(`${where(one)}, ${name} = ${JSON.stringify(wrong)}: ${what}`);
        try {
          const asked = { ...one, facts: { ...one.facts, [name]: wrong } };
          const { decision, errors, unanswered } = consultIn(city.pack(one.office), asked);
          if ((decision === null) !== errors.length + unanswered.length > 0) fault("neither decided nor said why not");
        } catch (error) {
          fault(String(error));
        }
      }
    }
    return tally.seen();
  },
};
