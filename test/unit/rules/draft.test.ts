/** Gaps, and what a draft takes up. */
import { describe, expect, it } from "vitest";
import { addCondition, cover, coverFrom, newDraft, NONE } from "../../../src-main/rules/engine/draft.ts";
import { gapBefore } from "../../../src-main/rules/engine/contribution/gap.ts";
import { leaf, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import { monthOf } from "../../../src-shared/domain/calendar.ts";

const named = (key: string): NodeDefinition => ({
  key,
  title: key,
  kind: "formula",
  unit: "yuan",
  formula: "{0}",
  rule: "XX-01",
  citations: ["c.base"],
  figure: null,
  labels: [],
  reading: null,
});

describe("a gap", () => {
  const month = (text: number): number => monthOf(2025, text);
  it.each([
    ["nothing paid", [], 7, null],
    ["paid only afterwards", [month(8), month(9)], 7, null],
    ["paid only from the month on", [month(7), month(9)], 7, null],
    ["paid up to the month before", [month(1), month(6)], 7, { lastPaid: month(6), count: 0 }],
    ["paid on without a break", [month(1), month(9)], 7, { lastPaid: month(6), count: 0 }],
    ["one month missed", [month(1), month(5)], 7, { lastPaid: month(5), count: 1 }],
    ["the last of several", [month(1), month(2), month(4), month(4)], 7, { lastPaid: month(4), count: 2 }],
  ] as const)("%s", (_what, paid, resumed, gap) => {
    expect(gapBefore(paid, month(resumed))).toEqual(gap);
  });
});

describe("a draft", () => {
  const definition = { id: "c", title: "", required: "", actual: "", citations: [] };
  const remedy = { id: "r", text: "", kind: "date" as const };
  const node = leaf(named("n"), 1);

  it("begins with nothing in any of its lists", () => {
    expect(Object.values(newDraft()).filter((part) => Array.isArray(part))).toEqual(Array.from({ length: 13 }, () => []));
    expect(NONE).toEqual([]);
  });

  it("has a remedy only for a condition that fails", () => {
    const draft = newDraft();
    addCondition(draft, definition, true, node, remedy, node);
    addCondition(draft, definition, false, node, remedy, null);
    expect(draft.conditions).toEqual([
      { definition, met: true, node, remedies: [] },
      { definition, met: false, node, remedies: [{ definition: remedy, node: null }] },
    ]);
  });

  it("covers months that there are, or from one on", () => {
    const draft = newDraft();
    cover(draft, "gap", "none", []);
    cover(draft, "gap", "one", [3, 4]);
    coverFrom(draft, "waiting", "open", 9);
    expect(draft.coverage).toEqual([
      { status: "gap", title: "one", months: [3, 4], from: 0 },
      { status: "waiting", title: "open", months: null, from: 9 },
    ]);
  });
});
