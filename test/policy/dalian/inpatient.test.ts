import { describe, expect, it } from "vitest";
import { evaluateGolden } from "../golden.ts";
import { INPATIENT_CASES } from "./inpatient.cases.ts";

const MATTER = "dalian.inpatient";

describe("Dalian inpatient estimate", () => {
  it("says in one line what the funds and the person pay, or what is missing", () => {
    const headline = (title: string) =>
      evaluateGolden(
        MATTER,
        INPATIENT_CASES.find((golden) => golden.title === title)!,
      ).decision!.headline;
    expect(headline("2023: three stays, typed last first")).toBe(
      "费用合计 322,550.00 元：基金支付 296,740.00 元，个人负担 25,810.00 元",
    );
    expect(headline("2025: nobody has the threshold; deductible and pool are shown all the same")).toBe(
      "缺少政策数据：统筹支付 84,277.50 元 已算出，其余 16,572.50 元暂不能分",
    );
    expect(headline("31 December 2020: the pool's limit is missing, nothing can be shared out")).toBe(
      "缺少统筹年度限额，各方支付暂不能计算",
    );
  });

  it("explains once what holds for all stays of a year: the bands, and who is in service", () => {
    const items = ["2023-02-01", "2023-03-01"].map((admitted) => ({ admitted, level: "third", cost: "2000" }));
    const facts = { capacity: "in-service", stays: { items }, earlierPool: "250000", earlierBase: "61000" };
    const { decision } = evaluateGolden(MATTER, { title: "", rule: "DL-12", asOf: "2026-03-02", facts, expected: {} });
    const keys = decision!.steps.map((step) => step.key);
    // both stays lie in the second band
    expect(keys).toEqual(expect.arrayContaining(["secondBand.1", "secondBand.2"]));
    for (const key of ["firstBandTo", "secondBandTo", "capacity"]) expect(keys.filter((other) => other === key)).toEqual([key]);
  });
});
