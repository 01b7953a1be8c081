/** What a paper says of questions that stay open and of conditions that could not be checked. */
import { describe, expect, it } from "vitest";
import type { PaperKind } from "../../../src-shared/domain/case.ts";
import type { Condition, Decision } from "../../../src-shared/domain/decision.ts";
import type { Block } from "../../../src-main/receipts/document.ts";
import { compose } from "./composed.ts";
import { GRANTED, paper, REFUSED } from "./sample-decisions.ts";

const UNKNOWN: Condition = {
  id: "residence",
  title: "本地户籍",
  met: false,
  unknown: true,
  required: "本地",
  actual: "没有填写“户籍”，未核实",
  citations: ["dl.s0.4"],
  remedies: [],
  step: null,
};
const doubted = (decision: Decision): Decision => ({
  ...decision,
  conditions: [...decision.conditions, UNKNOWN],
  assumed: [{ fact: "service", title: "参保前连续工龄", display: "0 个月" }],
});

/** Heading by heading the rows of its tables. */
function parts(kind: PaperKind, decision: Decision): Record<string, string[][]> {
  const found: Record<string, string[][]> = {};
  let title = "";
  const read = (block: Block): void => {
    if (block.type === "heading") title = block.text.replace(/^.*、/, "");
    else if (block.type === "table") found[title] = [...(found[title] ?? []), ...block.rows.map(({ cells }) => [...cells])];
  };
  compose(paper(kind, decision)).blocks.forEach(read);
  return found;
}

describe("an open question that is counted as something", () => {
  it.each<[PaperKind, Decision]>([
    ["assessment", GRANTED],
    ["guidance", GRANTED],
    ["refusal", REFUSED],
    ["one-time-notice", GRANTED],
  ])("stands on the paper: %s", (kind, decision) => {
    expect(parts(kind, doubted(decision))["没有填写的项目"]).toEqual([["参保前连续工龄", "0 个月"]]);
    expect(parts(kind, decision)).not.toHaveProperty("没有填写的项目");
  });
});

describe("a condition that could not be checked", () => {
  const conclusions = (rows: readonly (readonly string[])[] | undefined) => rows?.map((cells) => [cells[0], cells[3]]);

  it("is neither met nor failed where conditions are listed", () => {
    const rows = parts("assessment", doubted(GRANTED))["办理条件"]!;
    expect(rows.at(-1)!.slice(0, 4)).toEqual(["本地户籍", "本地", "没有填写“户籍”，未核实", "未核实"]);
    expect(rows.slice(0, -1)).toEqual(parts("assessment", GRANTED)["办理条件"]);
  });

  it("is no reason of a refusal", () => {
    const found = parts("refusal", doubted(REFUSED));
    expect(conclusions(found["不符合的条件"])!.flat()).not.toContain("本地户籍");
    expect(conclusions(found["已经符合的条件"])!.flat()).not.toContain("本地户籍");
    expect(conclusions(found["没有核实的条件"])).toEqual([["本地户籍", "未核实"]]);
  });

  it("is among what is still to be told by the person", () => {
    const rows = parts("one-time-notice", doubted(GRANTED))["其他需要解决的事项"]!;
    expect(rows.at(-1)!.slice(0, 4)).toEqual(["本地户籍", "本地", "没有填写“户籍”，未核实", "请说明有关情况，由窗口核实。"]);
  });
});
