/** Units: what a text of the policy data is worth, and how a value is shown. */
import { describe, expect, it } from "vitest";
import { displayExact, displayMonth, parseExact, type Unit } from "../../../src-main/rules/engine/units.ts";

describe("reading a value in its unit", () => {
  it.each<[Unit, string, number, number]>([
    ["yuan", "8190.5", 819_050, 1],
    ["yuan/month", "8,190", 819_000, 1],
    ["yuan/year", "0.01", 1, 1],
    ["percent", "5.8", 29, 500],
    ["percent", "90", 9, 10],
    ["percent", "100", 1, 1],
    ["percent", "0", 0, 1],
    ["percent", "-1.5", -3, 200],
    ["percent", "0.000001", 1, 100_000_000],
    ["percent", "123456789", 123_456_789, 100],
    ["month", "2026-03", 24_314, 1],
    ["date", "2026-03-04", 20_260_304, 1],
    ["flag", "true", 1, 1],
    ["flag", "false", 0, 1],
    ["months", "180", 180, 1],
    ["age", "720", 720, 1],
    ["count", "-3", -3, 1],
    ["choice", "123456789", 123_456_789, 1],
  ])("%s %s", (unit, text, value, divisor) => {
    expect(parseExact(text, unit)).toEqual({ value, divisor });
  });

  it.each<[Unit, string]>([
    ["yuan", "1.234"],
    ["yuan/month", "x"],
    ["yuan/year", ""],
    ["percent", "5.8 %"],
    ["percent", "x5"],
    ["percent", "5."],
    ["percent", "0.0000001"],
    ["percent", "1234567890"],
    ["month", "2026-13"],
    ["date", "2026-02-29"],
    ["flag", "yes"],
    ["months", "1.5"],
    ["age", "60 years"],
    ["count", "x3"],
    ["choice", "1234567890"],
    ["count", "-"],
  ])("%s is not %j", (unit, text) => {
    expect(parseExact(text, unit)).toBeUndefined();
  });
});

describe("showing a value", () => {
  it.each<[Unit, number, number, string]>([
    ["yuan", 49_140, 1, "491.40 元"],
    ["yuan", 123_456_789, 1, "1,234,567.89 元"],
    ["yuan/month", 49_140, 1, "491.40 元/月"],
    ["yuan/year", 5, 1, "0.05 元/年"],
    // 29/500 of a fen
    ["yuan", 29, 500, "0.00058 元"],
    ["yuan", -12_345, 10, "-12.345 元"],
    ["yuan", 1, 3, "约 0.003333 元"],
    ["percent", 29, 500, "5.8 %"],
    ["percent", 0, 1, "0 %"],
    ["percent", 1, 1, "100 %"],
    ["percent", -3, 200, "-1.5 %"],
    ["percent", 1, 200, "0.5 %"],
    ["percent", 1, 3, "100/3 %"],
    // twelve decimals are shown, a thirteenth is not
    ["percent", 1, 1e14, "0.000000000001 %"],
    ["percent", 1, 1e15, "100/1000000000000000 %"],
    ["months", 11, 1, "11 个月"],
    ["months", 12, 1, "12 个月（1 年）"],
    ["months", 14, 1, "14 个月（1 年 2 个月）"],
    ["months", 300, 1, "300 个月（25 年）"],
    ["age", 720, 1, "60 周岁"],
    ["age", 723, 1, "60 周岁 3 个月"],
    ["month", 24_314, 1, "2026年3月"],
    ["date", 20_260_304, 1, "2026年3月4日"],
    ["date", 20_261_130, 1, "2026年11月30日"],
    ["flag", 1, 1, "是"],
    ["flag", 0, 1, "否"],
    ["count", 7, 1, "7"],
    ["choice", 2, 1, "2"],
  ])("%s %d/%d", (unit, value, divisor, text) => {
    expect(displayExact({ value, divisor }, unit)).toBe(text);
  });

  it("a month with two digits keeps both", () => {
    expect(displayMonth(2026 * 12 + 9)).toBe("2026年10月");
    expect(displayMonth(2026 * 12 + 11)).toBe("2026年12月");
  });
});
