/**
 * Law: no list of papers is empty by silence. What is taken in at the counter needs papers, or the decision shows the reading by which
 * the office asks for none; and whoever comes in somebody's place brings what proves that they may.
 */
import { describe, expect, it } from "vitest";
import { ageOn, parseDate } from "../../src-shared/domain/calendar.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { evaluateGolden, packFor } from "./golden.ts";
import { GOLDEN } from "./of-cities.ts";

const ALL = [...GOLDEN.values()].flat();
const matterOf = (id: string) => packFor(id.split(".")[0]!).matters.get(id)!;

/** A consultation, and whoever is turned away or sent elsewhere, brings nothing. */
const isTakenIn = ({ outcome }: Decision): boolean => outcome !== "refused" && outcome !== "guidance";
const readsAsNone = ({ city, readings }: Decision): boolean =>
  readings.some(
    ({ id, question, chosen }) => /材料|收什么/.test(question) && chosen !== packFor(city).readings.get(id)!.defaultOption,
  );

const decided = ALL.flatMap(([id, cases]) =>
  cases.flatMap((golden) => {
    const { decision } = evaluateGolden(id, golden);
    return decision !== null && isTakenIn(decision) ? [{ id, golden, decision }] : [];
  }),
);

/** The tax office, not this counter, gives back what residents paid in Chongqing. */
const NEVER_TAKEN_IN: ReadonlySet<string> = new Set(["chongqing.resident-refund"]);

describe.each(
  ALL.map(([id]) => matterOf(id)).filter(({ nature, standing }) => nature === "transaction" && standing === "current"),
)("$id", ({ id }) => {
  it("asks for papers, or says by which reading it asks for none", () => {
    const own = decided.filter((one) => one.id === id);
    expect(own.length > 0).toBe(!NEVER_TAKEN_IN.has(id));
    const silent = own.filter(({ decision }) => decision.materials.length === 0 && !readsAsNone(decision));
    expect(silent.map(({ golden }) => golden.title)).toEqual([]);
  });
});

interface Role {
  readonly comes: (matter: string, facts: FactInputs, asOf: string) => boolean;
  readonly brings: RegExp;
}

const isChild = ({ birthDate }: FactInputs, asOf: string, years: number): boolean =>
  typeof birthDate === "string" && ageOn(parseDate(birthDate)!, parseDate(asOf)!) < years;

const ROLES: Readonly<Record<string, Role>> = {
  "an agent": { comes: (_matter, { agent }) => agent === true, brings: /代办人/ },
  "who comes for the dead": { comes: (matter) => matter === "dalian.death", brings: /代办人/ },
  "the guardian of a newborn": { comes: (matter) => matter === "tieling.newborn", brings: /监护人/ },
  "the guardian of a child that is enrolled as a resident": {
    comes: (matter, facts, asOf) =>
      (matter === "dalian.resident-enrolment" && (facts["group"] === "minor" || isChild(facts, asOf, 1))) ||
      (matter === "chongqing.resident-enrolment" && facts["newborn"] === true && isChild(facts, asOf, 1)),
    brings: /监护人/,
  },
  "an heir": { comes: (_matter, { reason }) => typeof reason === "string" && /^died|death/.test(reason), brings: /亲属关系/ },
  "the unit's handler": {
    comes: (matter, { capacity }) =>
      matter === "chongqing.unit-arrears" || (matter === "chongqing.retirement" && capacity === "unit"),
    brings: /单位经办人/,
  },
  "a unit that asks about all its people": {
    comes: (_matter, { payer, who }) => payer === "unit" || who === "unit",
    brings: /名册|明细表|全部职工/,
  },
};

describe.each(Object.entries(ROLES))("%s", (_name, { comes, brings }) => {
  const cases = decided.filter(
    ({ id, golden, decision }) =>
      matterOf(id).standing === "current" && comes(id, golden.facts, golden.asOf) && !readsAsNone(decision),
  );

  it("brings what proves it", () => {
    expect(cases.length).toBeGreaterThan(0);
    const lacking = cases.filter(({ decision }) => !decision.materials.some(({ title }) => brings.test(title)));
    expect(lacking.map(({ id, golden }) => `${id} ${golden.title}`)).toEqual([]);
  });
});
