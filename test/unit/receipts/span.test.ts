/** What a paper says of the days that other readings would give. */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { ReadingChoice, ReadingSpan } from "../../../src-shared/domain/span.ts";
import { compose } from "./composed.ts";
import { GRANTED, GUIDANCE, paper, REFUSED } from "./sample-decisions.ts";
import { textsOf, type Row } from "../../../src-main/receipts/document.ts";

const choice = (question: string, title: string): ReadingChoice => ({ reading: question, question, option: title, title });
const SPAN: ReadingSpan = {
  dates: [
    {
      id: "retiredFrom",
      title: "享受退休人员待遇",
      earliest: { value: "2025-07", display: "2025年7月", by: [choice("从哪个月起？", "当月")] },
      latest: { value: "2025-08", display: "2025年8月", by: [] },
      absent: [choice("能不能补？", "不能")],
    },
  ],
  excluded: [
    {
      options: [choice("甲？", "一"), choice("乙？", "二")],
      citations: [{ id: "c", document: "某办法", clause: "第三条", authority: "notice", summary: "", rules: [] }],
    },
  ],
  open: [[choice("集中期？", "公布")]],
  complete: false,
};
const spanned = (decision: Decision): Decision => ({ ...decision, span: SPAN });
const rows = (decision: Decision): readonly Row[] =>
  compose(paper("assessment", decision)).blocks.flatMap((block) => (block.type === "table" ? block.rows : []));
const texts = (decision: Decision, kind: "assessment" | "guidance" | "refusal" = "assessment"): string[] =>
  compose(paper(kind, decision)).blocks.flatMap((block) => [...textsOf(block)]);

describe("the days that other readings would give", () => {
  it("stand with the readings, each with what has to be read otherwise", () => {
    expect(rows(spanned(GRANTED)).map(({ cells }) => cells)).toContainEqual([
      "享受退休人员待遇",
      "2025年7月\n“从哪个月起？”取“当月”",
      "2025年8月\n本次采用的口径",
    ]);
  });

  it("say where there is no such day, what is excluded and by which clause, and what was not compared", () => {
    expect(texts(spanned(GRANTED))).toEqual(
      expect.arrayContaining([
        "“能不能补？”取“不能”的，没有“享受退休人员待遇”。",
        "“甲？”取“一”与“乙？”取“二”不能同时采用（某办法第三条），没有计入。",
        "“集中期？”取“公布”的，还要另外回答问题，没有比较。",
        "口径的组合很多，只比较了单独就会改变日期的口径。",
      ]),
    );
  });

  it("stand on every paper that tells the readings, and on none of a decision that has none", () => {
    expect(texts(spanned(GUIDANCE), "guidance")).toContain("按不同口径");
    expect(texts(spanned(REFUSED), "refusal")).toContain("按不同口径");
    expect(texts(GRANTED)).not.toContain("按不同口径");
  });
});
