/** Arithmetic that formulas of every city share, each operation with its own step. */
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import { Node, step, type NodeDefinition } from "./node.ts";
import type { Bindings } from "./formula.ts";

/** `base × rate` as an exact fraction of fen. */
export const times = (definition: NodeDefinition, base: Node, rate: Node): Node =>
  new Node(definition, base.value * rate.value, base.divisor * rate.divisor, [base, rate]);

/** An exact amount, brought down to whole fen where it is some, so that it reads as money. */
const exact = (definition: NodeDefinition, value: number, divisor: number, inputs: readonly Node[]): Node =>
  value % divisor === 0 ? new Node(definition, value / divisor, 1, inputs) : new Node(definition, value, divisor, inputs);

/** `base × factor`. */
export const exactTimes = (definition: NodeDefinition, base: Node, factor: Node): Node =>
  exact(definition, base.value * factor.value, base.divisor * factor.divisor, [base, factor]);

/** `amount ÷ ratio`. @param because what else the step rests on */
export const exactQuotient = (definition: NodeDefinition, amount: Node, ratio: Node, ...because: readonly Node[]): Node =>
  exact(definition, amount.value * ratio.divisor, amount.divisor * ratio.value, [amount, ratio, ...because]);

/** `a − b`. @param because what else the step rests on */
export const exactDifference = (definition: NodeDefinition, a: Node, b: Node, ...because: readonly Node[]): Node =>
  exact(definition, a.value * b.divisor - b.value * a.divisor, a.divisor * b.divisor, [a, b, ...because]);

/** Orders two exact amounts without leaving the integers. */
export const isLess = (a: Node, b: Node): boolean => a.value * b.divisor < b.value * a.divisor;

/** Half up to the fen. */
export const rounded = (definition: NodeDefinition, amount: Node, ...because: readonly Node[]): Node =>
  step(definition, mulDivRound(amount.value, 1, amount.divisor), [amount, ...because]);

/** The five steps of a payment over months, whichever way it is rounded. */
export interface PaymentSteps {
  readonly monthExact: NodeDefinition;
  readonly month: NodeDefinition;
  readonly total: NodeDefinition;
  readonly totalExact: NodeDefinition;
  readonly totalRounded: NodeDefinition;
}

/** `name`Month, `name`MonthExact, `name`, `name`Exact, `name`Rounded in the matter's YAML. */
export const paymentSteps = (names: Bindings, name: string): PaymentSteps => ({
  monthExact: names.step(`${name}MonthExact`),
  month: names.step(`${name}Month`),
  total: names.step(name),
  totalExact: names.step(`${name}Exact`),
  totalRounded: names.step(`${name}Rounded`),
});

export interface Payment {
  /** Rounded to the fen. */
  readonly total: Node;
  /** One month's amount rounded to the fen; `null` when only the total is rounded. */
  readonly month: Node | null;
}

/**
 * Months at a monthly rate, in fen.
 * @param monthFirst the month is rounded and then multiplied; otherwise the exact total is rounded once
 * @param rounding the reading that says so
 */
export function payment(steps: PaymentSteps, base: Node, rate: Node, months: Node, monthFirst: boolean, rounding: Node): Payment {
  const monthExact = times(steps.monthExact, base, rate);
  if (monthFirst) {
    const month = rounded(steps.month, monthExact, rounding);
    return { month, total: step(steps.total, month.value * months.value, [month, months]) };
  }
  return { month: null, total: rounded(steps.totalRounded, times(steps.totalExact, monthExact, months), rounding) };
}
