/** What both an enrolment and a gap put to the table of the employee scheme's waiting periods (TL-04, TL-05). */
import type { Bindings } from "../engine/formula.ts";
import { step, type Node } from "../engine/node.ts";

/** Values of the table's second input, and labels of the step `history`. */
export const FIRST = 0;
export const LOCAL = 1;
export const ELSEWHERE = 2;

/** Value of the table's third input. */
export const NOT_SPECIAL = 0;

export interface EmployeeWaiting {
  /** The row for these inputs, in the table's own order. */
  row(capacity: number, history: number, special: number, gap: number, lastYearPaid: number): number;
  answer(row: number, inputs: readonly Node[]): Node;
  days(row: number, inputs: readonly Node[]): Node;
  readonly is: Readonly<Record<"first" | "continuous" | "shortGap" | "longGap" | "lastYearPaid" | "lastYearUnpaid", number>>;
  /** Whether last year was paid in full (a flag); paid only this year, a reading says. */
  lastYearPaid(answer: number): Node;
}

export function bindEmployeeWaiting(names: Bindings): EmployeeWaiting {
  const table = names.table("tieling.employee-waiting");
  const answer = table.output("answer");
  const days = table.output("days");
  const backPaid = names.reading("tieling.cross-year-back-payment");
  const backPaidCounts = backPaid.is("full") ? 1 : 0;
  const paidInTime = names.option("lastYear", "in-time");
  const paidLater = names.option("lastYear", "back-paid");
  const said = names.leaves("lastYear");
  const steps = { paid: names.step("lastYearPaid"), backPaid: names.step("lastYearBackPaid") };
  return {
    row: (...inputs) => table.row(inputs),
    answer: (row, inputs) => table.node(row, answer, inputs),
    days: (row, inputs) => table.node(row, days, inputs),
    is: {
      first: table.choice(answer, "first"),
      continuous: table.choice(answer, "continuous"),
      shortGap: table.choice(answer, "short-gap"),
      longGap: table.choice(answer, "long-gap"),
      lastYearPaid: table.choice(answer, "last-year-paid"),
      lastYearUnpaid: table.choice(answer, "last-year-unpaid"),
    },
    lastYearPaid: (given) =>
      given === paidLater
        ? step(steps.backPaid, backPaidCounts, [said[given]!, backPaid.node])
        : step(steps.paid, given === paidInTime ? 1 : 0, [said[given]!]),
  };
}
