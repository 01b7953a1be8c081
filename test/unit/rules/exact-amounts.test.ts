/** Amounts that stay exact until the last step. */
import { describe, expect, it } from "vitest";
import { leaf, Node, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import { exactTimes, isLess, rounded } from "../../../src-main/rules/engine/arithmetic.ts";

const definition: NodeDefinition = {
  key: "amount",
  title: "Amount",
  kind: "formula",
  unit: "yuan",
  formula: "{0}",
  rule: "XX-01",
  citations: ["c.base"],
  figure: null,
  labels: [],
  reading: null,
};
const amount = (value: number, divisor = 1): Node => new Node(definition, value, divisor, []);

describe("exact amounts", () => {
  it.each([
    [1, 3, 1, 2, true],
    [1, 2, 1, 3, false],
    [2, 3, 3, 5, false],
    [3, 5, 2, 3, true],
    [2, 4, 1, 2, false],
    [7, 1, 15, 2, true],
    [15, 2, 7, 1, false],
  ])("%d/%d is less than %d/%d: %s", (a, b, c, d, less) => {
    expect(isLess(amount(a, b), amount(c, d))).toBe(less);
  });

  it("a product that is whole fen reads as money, another keeps its fraction", () => {
    const base = leaf(definition, 300_000);
    expect(exactTimes(definition, base, amount(3, 50))).toEqual(new Node(definition, 18_000, 1, [base, amount(3, 50)]));
    const odd = leaf(definition, 7);
    expect(exactTimes(definition, odd, amount(3, 50))).toEqual(new Node(definition, 21, 50, [odd, amount(3, 50)]));
  });

  it("half a fen rounds up", () => {
    expect([amount(1, 2), amount(49, 100), amount(3)].map((exact) => rounded(definition, exact).value)).toEqual([1, 0, 3]);
  });
});
