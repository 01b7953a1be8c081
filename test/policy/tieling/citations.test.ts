/** Each decision cites the sentence of the notice that it rests on, and none that speaks of others. */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { evaluateGolden, type GoldenCase } from "../golden.ts";
import { TIELING_CASES } from "./all.cases.ts";

const decisions = (matter: string): readonly { readonly golden: GoldenCase; readonly decision: Decision }[] =>
  TIELING_CASES.filter(([id]) => id === `tieling.${matter}`).flatMap(([id, cases]) =>
    cases.flatMap((golden) => {
      const { decision } = evaluateGolden(id, golden);
      return decision === null ? [] : [{ golden, decision }];
    }),
  );
const cited = ({ citations }: Decision): string[] => citations.map(({ id }) => id);
/** 二(二)1 to 3: waits of the employee scheme. */
const EMPLOYEE_WAITS = /^s2\.2\.2\.[123]/;

describe("the sentence that decides", () => {
  it.each(["resident-enrolment", "newborn"])("a resident's decision cites 二(一), not the employees' waits: %s", (matter) => {
    const all = decisions(matter);
    expect(all.length).toBeGreaterThan(10);
    for (const { golden, decision } of all) {
      expect(
        cited(decision).filter((id) => EMPLOYEE_WAITS.test(id)),
        golden.title,
      ).toEqual([]);
      const dated = decision.dates.length > 0;
      expect(!dated || cited(decision).some((id) => id.startsWith("s2.2.1.")), golden.title).toBe(true);
    }
  });

  it("from flexible to unit is no change between the schemes: nothing of 三 is cited", () => {
    const all = decisions("scheme-change").filter(({ golden }) => golden.facts["direction"] === "flexible-to-unit");
    expect(all.length).toBeGreaterThan(3);
    for (const { golden, decision } of all)
      expect(
        cited(decision).filter((id) => id.startsWith("s2.3.")),
        golden.title,
      ).toEqual([]);
  });

  it("a change to the resident scheme cites no wait of the employee scheme", () => {
    const all = decisions("scheme-change").filter(({ golden }) =>
      ["unit-to-resident", "flexible-to-resident"].includes(golden.facts["direction"] as string),
    );
    expect(all.length).toBeGreaterThan(10);
    for (const { golden, decision } of all)
      expect(
        cited(decision).filter((id) => EMPLOYEE_WAITS.test(id)),
        golden.title,
      ).toEqual([]);
  });

  it.each([
    ["died-waiting", "s2.7.1a"],
    ["overpaid-retired", "s2.7.1b"],
    ["joined-unit", "s2.7.1c"],
    ["unemployment", "s2.7.1d"],
    ["sentence", "s2.7.1e"],
  ])("a refund for %s cites its own sentence of 七(一) alone", (reason, own) => {
    const all = decisions("refund").filter(({ golden }) => golden.facts["reason"] === reason);
    expect(all.length).toBeGreaterThan(2);
    for (const { golden, decision } of all)
      expect(
        cited(decision).filter((id) => /^s2\.7\.1[a-e]$/.test(id)),
        golden.title,
      ).toEqual([own]);
  });

  it("a resident's refund cites the sentence about death only after one", () => {
    for (const { golden, decision } of decisions("resident-refund")) {
      const died = golden.facts["reason"] === "died";
      const own = cited(decision).filter((id) => id === "s2.7.2a" || id === "s2.7.2c");
      expect(own, golden.title).toEqual([died ? "s2.7.2c" : "s2.7.2a"]);
    }
  });

  it("no matter that does something has an empty list of papers", () => {
    const all = TIELING_CASES.flatMap(([matter]) => decisions(matter.slice("tieling.".length)));
    const bare = all.filter(({ golden, decision }) => {
      const acts = decision.outcome === "granted" || decision.outcome === "choice";
      // treatment that goes on by itself needs nothing; an office may ask for no more than the notice names
      const nothingToDo = decision.place === "不用办理";
      const asksLess = Object.keys(golden.readings ?? {}).some((id) => id.endsWith("materials"));
      return acts && !nothingToDo && !asksLess && decision.materials.length === 0;
    });
    expect(bare.map(({ golden }) => golden.title)).toEqual([]);
    expect(all.length).toBeGreaterThan(400);
  });
});
