import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { evaluateGolden, packFor } from "../golden.ts";
import { DALIAN_CASES } from "./all.cases.ts";

const HISTORIC = DALIAN_CASES.filter(([matter]) => matter.startsWith("dalian.historic-"));

describe.each(HISTORIC)("%s", (matter, cases) => {
  it("is a lookup marked historic unless the month is under the law of today; owes nothing and cites press or forum", () => {
    const decisions = cases.flatMap((golden) => evaluateGolden(matter, golden).decision ?? []);
    expect(decisions.length).toBeGreaterThan(0);
    for (const decision of decisions) {
      expect(decision.nature).toBe("lookup");
      const isCurrent = decision.notices.some(({ id }) => id === "since2023");
      expect(decision.standing).toBe(isCurrent ? "current" : "historic");
      expect(decision.amounts.filter((amount) => amount.role !== "information")).toEqual([]);
      expect(decision.citations.some(({ authority }) => authority === "press" || authority === "forum")).toBe(true);
    }
  });
});

describe("what nothing is computed from", () => {
  const pack = packFor("dalian");
  const clauses = (rule: string) => [...pack.citations.values()].filter((clause) => clause.rules.includes(rule));

  it("the reference entries stand in the library, by their own authority", () => {
    const authorities = (rule: string) => [...new Set(clauses(rule).map(({ authority }) => authority))];
    expect(authorities("RF-01")).toEqual(["forum"]);
    expect(authorities("RF-02")).toEqual(["press"]);
    expect(authorities("DH-06")).toEqual(["forum"]);
  });

  it("no figure, table row, reading or matter rests on them", () => {
    const barred = new Set([...clauses("RF-01"), ...clauses("RF-02"), ...clauses("DH-06")].map(({ id }) => id));
    const used = [
      ...[...pack.figures.values()].flatMap((figure) => figure.values.flatMap((value) => value.node?.definition.citations ?? [])),
      ...[...pack.tables.values()].flatMap((table) => table.rows.flatMap((row) => row.citations)),
      ...[...pack.readings.values()].flatMap((reading) => reading.citations),
      ...[...pack.matters.values()].flatMap((matter) => matter.facts.flatMap((fact) => fact.cite)),
    ];
    expect(used.filter((id) => barred.has(id))).toEqual([]);
    for (const matter of pack.matters.values())
      for (const rule of matter.rules) expect(["RF-01", "RF-02", "DH-06"]).not.toContain(rule);
  });

  it("the superseded 25 and 20 years are a conflict with the guide", () => {
    const conflict = pack.conflicts.get("dalian.historic-retirement-years")!;
    expect(conflict.citations.map((id) => pack.citations.get(id)!.authority)).toEqual(["agency-guide", "forum"]);
  });
});

describe("laws of the historic matters", () => {
  const asOf = "2026-03-05";
  const amount = (matter: string, facts: Parameters<typeof consult>[2], officeFigures: Parameters<typeof packFor>[1] = []) =>
    consult(packFor("dalian", officeFigures), matter, facts, asOf).decision!.amounts[0]!.fen;
  const average = [
    {
      figure: "dalian.average-on-post-wage",
      from: "2000-01-01",
      to: "2020-06-30",
      value: "3000",
      document: "统计公报〔测试〕1号",
      note: "",
      enteredOn: "2026-03-01",
    },
  ];
  const fen = fc.integer({ min: 0, max: 2_000_000 });
  const yuan = (value: number): string => (value / 100).toFixed(2);

  it("a higher wage never lowers the contribution, which stays between 36 and 180 yuan", () => {
    fc.assert(
      fc.property(fen, fen, (a, b) => {
        const of = (wage: number) =>
          amount("dalian.historic-contribution", { period: "2012-01", payer: "person", wage: yuan(wage) }, average);
        const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(36_00);
        expect(high).toBeLessThanOrEqual(180_00);
      }),
    );
  });

  it("subsidy and own part add up to the cost, whatever the limit", () => {
    fc.assert(
      fc.property(fen, fen, fc.boolean(), fc.constantFrom("2011-06", "2011-07"), (cost, limitLeft, community, period) => {
        const facts = { period, area: "zhuanghe", community, cost: yuan(cost), limitLeft: yuan(limitLeft) };
        const { amounts } = consult(packFor("dalian"), "dalian.historic-chronic", facts, asOf).decision!;
        expect(amounts[0]!.fen + amounts[1]!.fen).toBe(cost);
        expect(amounts[0]!.fen).toBeLessThanOrEqual(limitLeft);
      }),
    );
  });

  it("outside its months a matter gives no amount, whatever is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: monthOf(2020, 7), max: monthOf(2026, 3) }), fen, (period, wage) => {
        const facts = { period: formatMonth(period), payer: "person", wage: yuan(wage) };
        const { decision } = consult(packFor("dalian", average), "dalian.historic-contribution", facts, asOf);
        expect(decision).toMatchObject({ outcome: "refused", amounts: [], missingFigures: [] });
      }),
    );
  });
});
