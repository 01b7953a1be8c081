/** Operations of formulas, each with its own step. */
import { describe, expect, it } from "vitest";
import { payment, paymentSteps, rounded, times } from "../../../src-main/rules/engine/arithmetic.ts";
import { addCondition, cover, coverFrom, newDraft, NONE } from "../../../src-main/rules/engine/draft.ts";
import type { Bindings } from "../../../src-main/rules/engine/formula.ts";
import { gapBefore } from "../../../src-main/rules/engine/contribution/gap.ts";
import { leaf, Node, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
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
const fraction = (key: string, value: number, divisor: number): Node => new Node(named(key), value, divisor, []);

describe("a product", () => {
  it("is exact and rests on both factors", () => {
    const [base, rate] = [fraction("base", 7, 2), fraction("rate", 3, 5)];
    expect(times(named("exact"), base, rate)).toEqual(new Node(named("exact"), 21, 10, [base, rate]));
  });

  it("is rounded half up to the fen, for a reason", () => {
    const reason = leaf(named("reading"), 0);
    const exact = fraction("exact", 5, 2);
    expect(rounded(named("fee"), exact, reason)).toEqual(new Node(named("fee"), 3, 1, [exact, reason]));
    expect(rounded(named("fee"), fraction("exact", 249, 100)).value).toBe(2);
  });
});

describe("a payment over months", () => {
  const steps = paymentSteps({ step: named } as unknown as Bindings, "topUp");
  // 1.25 fen a month: 1 × 3 = 3 when the month is rounded, 3.75 → 4 when the total is
  const [base, rate, months, reading] = [
    leaf(named("base"), 5),
    fraction("rate", 1, 4),
    leaf(named("months"), 3),
    leaf(named("reading"), 1),
  ];

  it("takes its steps by the name of what is paid", () => {
    expect(Object.entries(steps).map(([name, { key }]) => `${name} ${key}`)).toEqual([
      "monthExact topUpMonthExact",
      "month topUpMonth",
      "total topUp",
      "totalExact topUpExact",
      "totalRounded topUpRounded",
    ]);
  });

  it("rounds the month first", () => {
    const { month, total } = payment(steps, base, rate, months, true, reading);
    expect(month).toMatchObject({ value: 1, divisor: 1, definition: { key: "topUpMonth" } });
    expect(month!.inputs.map((input) => input.definition.key)).toEqual(["topUpMonthExact", "reading"]);
    expect(total).toEqual(new Node(named("topUp"), 3, 1, [month!, months]));
  });

  it("or the total once", () => {
    const { month, total } = payment(steps, base, rate, months, false, reading);
    expect(month).toBeNull();
    expect(total).toMatchObject({ value: 4, divisor: 1, definition: { key: "topUpRounded" } });
    expect(total.inputs[0]).toMatchObject({ value: 15, divisor: 4, definition: { key: "topUpExact" } });
    expect(total.inputs[1]).toBe(reading);
    expect(total.inputs[0]!.inputs).toEqual([new Node(named("topUpMonthExact"), 5, 4, [base, rate]), months]);
  });
});

describe("a gap", () => {
  const month = (text: number): number => monthOf(2025, text);
  it.each([
    ["nothing paid", [], 7, null],
    ["paid only afterwards", [month(8), month(9)], 7, null],
    ["paid only from the month on", [month(7), month(9)], 7, null],
    ["paid up to the month before", [month(1), month(6)], 7, { lastPaid: month(6), months: [], count: 0 }],
    ["paid on without a break", [month(1), month(9)], 7, { lastPaid: month(6), months: [], count: 0 }],
    ["one month missed", [month(1), month(5)], 7, { lastPaid: month(5), months: [month(6), month(6)], count: 1 }],
    [
      "the last of several",
      [month(1), month(2), month(4), month(4)],
      7,
      { lastPaid: month(4), months: [month(5), month(6)], count: 2 },
    ],
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
