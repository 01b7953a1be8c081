import { expect, test } from "vitest";
import type { FactInput, Question } from "../../../src-shared/domain/facts.ts";
import { answerText } from "../../../src-shared/text/answers.ts";

const OPTIONS = [{ value: "unit", title: "单位职工", help: "" }];

const SPANS = [
  { from: "2001-01", to: "2001-12" },
  { from: "2003-05", to: "2003-05" },
];

test.each<[Question["type"], FactInput | undefined, string | null]>([
  ["choice", "unit", "单位职工"],
  ["choice", "gone", "gone"],
  ["choice", null, null],
  ["flag", true, "是"],
  ["flag", false, "否"],
  ["flag", "maybe", "maybe"],
  ["money", "1234.5", "1,234.50 元"],
  ["money", "一千", "一千"],
  ["money", "", null],
  ["count", 3, "3"],
  ["date", "2025-07-15", "2025-07-15"],
  ["months", { months: 253 }, "253 个月"],
  ["months", { periods: [] }, "0 个月"],
  ["months", { periods: SPANS }, "2001-01 至 2001-12、2003-05，共 13 个月"],
  [
    "months",
    { periods: [...SPANS, { from: "2005-01", to: "2005-02" }, { from: "2007-01", to: "2007-02" }] },
    "2001-01 至 2001-12、2003-05、2005-01 至 2005-02等 4 段，共 17 个月",
  ],
  ["months", { periods: [{ from: "?", to: "2005-02" }] }, "? 至 2005-02"],
  ["list", { items: [{ cost: "1" }, { cost: "2" }] }, "2 条"],
  ["list", undefined, null],
])("%s %j reads %s", (type, input, words) => {
  expect(answerText({ type, options: OPTIONS }, input)).toBe(words);
});
