/** Earlier is never worse, one life gets one day in all matters, and the statutory month beyond the published tables. */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../../src-shared/domain/facts.ts";
import { consult } from "../../../../src-main/rules/index.ts";
import { FIRST_DAY } from "../../../journeys/by-hand/compare.ts";
import { officeFigures } from "../../../journeys/by-hand/office-figures.ts";
import { packFor } from "../../golden.ts";
import { neverWorse } from "./never-worse.ts";
import type { Pair } from "./pairs.ts";
import { ages } from "./retirement-age.ts";
import { sameDay, type SameDay } from "./same-day.ts";

const pack = packFor("tieling", officeFigures.tieling);

/** What is measured, as a number that is better the smaller it is. */
const MEASURE: Readonly<Record<Pair["measure"], (decision: Decision) => number>> = {
  due: ({ amounts }) => amounts.reduce((total, { role, fen }) => (role === "due" ? total + fen : total), 0),
  firstDay: ({ dates }) => {
    const day = dates.find(({ id }) => FIRST_DAY.includes(id));
    return day === undefined ? Infinity : Number(day.value.padEnd(10, "-01").replaceAll("-", ""));
  },
};

function decided(matter: string, asOf: string, facts: Pair["better"][1]): Decision {
  const { decision, errors, unanswered } = consult(pack, matter, facts as FactInputs, asOf);
  if (!decision) throw new Error(JSON.stringify({ errors, unanswered }));
  return decision;
}

const measured = ({ matter, measure }: Pair, [asOf, facts]: Pair["better"]): number =>
  MEASURE[measure](decided(matter, asOf, facts));

describe("earlier, or more paid, is never worse", () => {
  const named = (pairs: readonly Pair[]) => pairs.map((pair) => [`${pair.matter} ${pair.measure}: ${pair.title}`, pair] as const);
  const isWorse = (pair: Pair): boolean => measured(pair, pair.better) > measured(pair, pair.worse);

  it.each(named(neverWorse.filter(({ differs }) => differs === undefined)))("%s", (_title, pair) => {
    expect(isWorse(pair), pair.exception).toBe(pair.exception !== undefined);
  });

  it.each(named(neverWorse.filter(({ differs }) => differs !== undefined)))("%s, otherwise than it should", (_title, pair) => {
    expect(isWorse(pair), `no longer: ${pair.differs}`).not.toBe(pair.exception !== undefined);
  });
});

describe("one life gets one first day in all matters", () => {
  const days = ({ asOf, asked }: SameDay): ReadonlySet<number | string> =>
    new Set(
      asked.map(([matter, facts]) => {
        const { decision, errors, unanswered } = consult(pack, matter, facts as FactInputs, asOf);
        return decision ? MEASURE.firstDay(decision) : JSON.stringify([errors.map(({ fact }) => fact), unanswered]);
      }),
    );
  const named = (lives: readonly SameDay[]) => lives.map((life) => [life.title, life] as const);

  it.each(named(sameDay.filter(({ differs }) => differs === undefined)))("%s", (_title, life) => {
    expect([...days(life)]).toHaveLength(1);
  });

  it.each(named(sameDay.filter(({ differs }) => differs !== undefined)))("%s, otherwise than it should", (_title, life) => {
    expect(days(life).size, `mended, take the mark away: ${life.differs}`).toBeGreaterThan(1);
  });
});

describe("the statutory month beyond the published tables", () => {
  it.each(ages)("%s born %s: %s", (kind, birthDate, reached) => {
    const person = kind === "man" ? { sex: "male", birthDate } : { sex: "female", birthDate, kind };
    const { known } = consult(pack, "tieling.retirement", person, "2026-11-29");
    expect(known.map(({ value }) => value)).toEqual([reached]);
  });
});
