/** Amounts that stay exact until the last step. */
import { describe, expect, it } from "vitest";
import { leaf, Node, type DerivedStep } from "../../../src-main/rules/engine/node.ts";
import { exactProduct, isLess, product, roundedToFen } from "../../../src-main/rules/engine/operations.ts";

const definition: DerivedStep = {
  key: "amount",
  title: "Amount",
  kind: "formula",
  unit: "yuan",
  formula: "",
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
    expect(exactProduct(definition, base, amount(3, 50))).toMatchObject({
      value: 18_000,
      divisor: 1,
      inputs: [base, amount(3, 50)],
    });
    const odd = leaf(definition, 7);
    expect(exactProduct(definition, odd, amount(3, 50))).toMatchObject({ value: 21, divisor: 50, inputs: [odd, amount(3, 50)] });
  });

  it("a product to be rounded keeps its fraction even where it is whole, and rests on both factors", () => {
    const [base, rate] = [amount(7, 2), amount(4, 7)];
    expect(product(definition, base, rate)).toMatchObject({ value: 28, divisor: 14, inputs: [base, rate] });
  });

  it("is rounded for a reason, which stands beside it", () => {
    const [exact, reason] = [amount(5, 2), leaf(definition, 0)];
    expect(roundedToFen(definition, exact, reason)).toMatchObject({ value: 3, divisor: 1, inputs: [exact, reason] });
    expect(roundedToFen(definition, amount(249, 100)).value).toBe(2);
  });

  it("half a fen rounds up", () => {
    expect([amount(1, 2), amount(49, 100), amount(3)].map((exact) => roundedToFen(definition, exact).value)).toEqual([1, 0, 3]);
  });
});
