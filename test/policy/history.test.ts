/** Laws of the history over every golden case of every city: what the answers tell is told back, and decides the same. */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { ELSEWHERE, HISTORY_FACT } from "../../src-shared/domain/history/history.ts";
import { printLine } from "../../src-shared/domain/history/line.ts";
import { check } from "../../src-main/rules/engine/consult.ts";
import { asOfDate } from "../../src-main/rules/engine/facts/facts.ts";
import { agrees, lastMonthOf, Sources, statementOf } from "../../src-main/rules/engine/history/derive.ts";
import { historyOfAnswers } from "../../src-main/rules/engine/history/elsewhere.ts";
import { matterOf } from "../../src-main/rules/index.ts";
import { evaluateGolden, packFor, type GoldenCase } from "./golden.ts";
import { GOLDEN } from "./of-cities.ts";

const ALL = [...GOLDEN.values()]
  .flat()
  .flatMap(([matter, cases]) => cases.map((golden) => ({ matter, golden, title: `${matter} ${golden.title}` })));

function checked(id: string, { asOf: day, facts, officeFigures, readings }: GoldenCase) {
  const matter = matterOf(packFor(id.split(".")[0]!, officeFigures, readings), id);
  const asOf = asOfDate(parseDate(day)!);
  return { matter, asOf, form: check(matter, facts, asOf) };
}

/** The clauses by which answers follow stand among the citations. */
const comparable = ({ history: _history, assumed: _assumed, citations: _citations, ...decision }: Decision): object => decision;

describe("law 4", () => {
  it("an answer agrees with what it says of the history itself", () => {
    let told = 0;
    for (const { matter: id, golden, title } of ALL) {
      const { matter, asOf, form } = checked(id, golden);
      for (const fact of matter.facts) {
        const value = form.values[fact.id];
        const rule = fact.fromHistory?.[0];
        if (rule === undefined || value === undefined || form.errors.length > 0) continue;
        const last = lastMonthOf(rule.chosen, form.values, asOf.month);
        const statement = statementOf(rule.chosen, fact.title, value, last, form.read!.birth);
        if (statement === null) continue;
        told++;
        const sources = new Sources(null, matter.here, [statement]);
        expect(agrees(rule.chosen, value, sources, last), `${title}: ${fact.id}`).toBe(true);
      }
    }
    expect(told).toBeGreaterThan(500);
  });

  it("months told in a line instead of one by one decide the same", () => {
    let tried = 0;
    for (const { matter: id, golden, title } of ALL) {
      const { matter, asOf, form } = checked(id, golden);
      if (form.errors.length > 0 || HISTORY_FACT in golden.facts) continue;
      const { birth } = form.read ?? { birth: null };
      const earliest = birth === null ? 0 : birth + 16 * 12;
      const history = historyOfAnswers(matter.facts, form.values, matter.here, ELSEWHERE, asOf.month, earliest);
      if (history === null) continue;
      const line = printLine(history, { here: matter.here, asOf: asOf.month });
      const months = new Set(
        matter.facts.filter(({ fromHistory }) => fromHistory?.[0]?.chosen.kind === "months").map((fact) => fact.id),
      );
      // a number that fills its whole window says which months they are, and the strip draws them
      if (history.spans.some(({ from, to, count }) => count === to - from + 1)) continue;
      const others = Object.fromEntries(Object.entries(golden.facts).filter(([fact]) => !months.has(fact))) as FactInputs;
      const told = evaluateGolden(id, { ...golden, facts: { ...others, [HISTORY_FACT]: line } });
      const typed = evaluateGolden(id, golden);
      expect(told.errors, `${title}: ${line}`).toEqual([]);
      if (typed.decision === null || told.decision === null) continue;
      tried++;
      expect(comparable(told.decision), `${title}: ${line}`).toEqual(comparable(typed.decision));
    }
    expect(tried).toBeGreaterThan(200);
  });
});
