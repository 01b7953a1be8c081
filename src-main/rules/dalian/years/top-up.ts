/** The one-off top-up (趸缴) of missing years, DL-05. */
import { payment, paymentSteps, type Payment } from "../../engine/arithmetic.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { FigureMissing } from "../../engine/result.ts";
import { RATES_DIFFER_FROM } from "../premium.ts";

export type TopUpNames = ReturnType<typeof bindTopUp>;

export function bindTopUp(names: Bindings) {
  const table = names.table("dalian.top-up-base");
  const rate = names.reading("dalian.top-up-rate");
  const rounding = names.reading("dalian.rounding");
  return {
    base: {
      table,
      output: table.output("base"),
      /** Value of the output for the assessed base; the other is the person's own. */
      assessed: table.choice(table.output("base"), "assessed"),
    },
    figure: {
      assessedBase: names.figure("dalian.assessed-base"),
      rate: names.figure("dalian.top-up-rate"),
      flexibleRate: names.figure("dalian.flexible-basic-rate"),
    },
    step: {
      processingMonth: names.step("processingMonth"),
      base: names.step("topUpBase"),
      rate: names.step("topUpRate"),
      payment: paymentSteps(names, "topUp"),
    },
    reading: {
      rate: rate.node,
      atFlexibleRate: rate.is("flexible-rate"),
      rounding: rounding.node,
      monthFirst: rounding.is("month-first"),
    },
    conflicts: [names.conflict("dalian.top-up-rate")],
  };
}

/** Whether the person's own base of the previous month would be used, if there is one; without a rate no base helps. */
export const ownBaseCounts = ({ base: { table, output, assessed }, figure }: TopUpNames, asOf: AsOf): boolean =>
  table.value(table.row2(asOf.month, 1), output) !== assessed && figure.rate.at(asOf.date) !== null;

/**
 * Base of the month of processing × rate × months. `null` when a figure is missing; it is then listed.
 * @param ownBase the person's own base of the previous month, where it is known
 */
export function topUpPayment(
  names: TopUpNames,
  ownBase: Node | null,
  asOf: AsOf,
  shortfall: Node,
  missing: FigureMissing[],
): Payment | null {
  const { figure, step: steps, reading } = names;
  const { table, output, assessed } = names.base;
  const row = table.row2(asOf.month, ownBase === null ? 0 : 1);
  const kind = table.node(row, output, [leaf(steps.processingMonth, asOf.month)]);
  const base = kind.value === assessed ? figure.assessedBase.at(asOf.date) : ownBase!;
  if (base === null) missing.push({ figure: figure.assessedBase, date: asOf.date });

  const ratesDiffer = asOf.month >= RATES_DIFFER_FROM;
  const rateFigure = ratesDiffer && reading.atFlexibleRate ? figure.flexibleRate : figure.rate;
  const rate = rateFigure.at(asOf.date);
  if (rate === null) missing.push({ figure: rateFigure, date: asOf.date });
  if (base === null || rate === null) return null;

  const rateRead = ratesDiffer ? new Node(steps.rate, rate.value, rate.divisor, [rate, reading.rate]) : rate;
  const chosen = step(steps.base, base.value, [kind, base]);
  return payment(steps.payment, chosen, rateRead, shortfall, reading.monthFirst, reading.rounding);
}
