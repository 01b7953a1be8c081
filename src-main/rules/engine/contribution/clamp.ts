/** Contribution bases and their limits: shares of an average wage. Everything exact, nothing rounded here. */
import { exactTimes, isLess } from "../arithmetic.ts";
import { Node, type NodeDefinition } from "../node.ts";

export interface LimitSteps {
  readonly lowest: NodeDefinition;
  readonly highest: NodeDefinition;
}

export interface Limits {
  readonly lowest: Node;
  readonly highest: Node;
}

export const limitsOf = (steps: LimitSteps, average: Node, lowestShare: Node, highestShare: Node): Limits => ({
  lowest: exactTimes(steps.lowest, average, lowestShare),
  highest: exactTimes(steps.highest, average, highestShare),
});

/** The wage, held between both limits. */
export function clamped(definition: NodeDefinition, wage: Node, { lowest, highest }: Limits): Node {
  const held = isLess(wage, lowest) ? lowest : isLess(highest, wage) ? highest : wage;
  return new Node(definition, held.value, held.divisor, [wage, lowest, highest]);
}

/** The larger of two amounts. */
export function largerOf(definition: NodeDefinition, amount: Node, floor: Node): Node {
  const larger = isLess(amount, floor) ? floor : amount;
  return new Node(definition, larger.value, larger.divisor, [amount, floor]);
}
