/** How long somebody waits who joins, or goes on in, the employee scheme (CQ-03); the rule is the table `chongqing.employee-waiting`. */
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { NONE, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { Node } from "../engine/node.ts";
import type { Wait } from "./waiting.ts";

/** Values of the table's input `way`, in its order. */
export const WAY = {
  new: 0,
  individual: 1,
  unitToIndividual: 2,
  residentToIndividual: 3,
  residentToUnit: 4,
  individualToUnit: 5,
} as const;

const fromResident = (way: number): boolean => way === WAY.residentToIndividual || way === WAY.residentToUnit;

export interface Joining {
  readonly way: number;
  readonly firstIndividual: boolean;
  readonly retired: boolean;
  readonly continuousMonths: number;
  readonly gap: number;
}

export interface EmployeeWait extends Wait {
  /** A resident who waits for want of two years' membership. */
  readonly short: boolean;
  readonly conflicts: readonly Conflict[];
}

export interface EmployeeWaiting {
  /** @param because what was asked; the reading that has a say is added */
  of(joining: Joining, because: Node[], draft: Draft): EmployeeWait;
  /** Whether a change of scheme keeps the cover: two years in one scheme and a short gap, in either direction. */
  keepsOnChange(retired: boolean, continuousMonths: number, gap: number): boolean;
  isLongGap(gap: number): boolean;
}

export function bindEmployeeWaiting(names: Bindings): EmployeeWaiting {
  const table = names.table("chongqing.employee-waiting");
  const output = {
    answer: table.output("answer"),
    months: table.output("months"),
    after: table.output("after"),
    unpaid: table.output("unpaid"),
    by: table.output("by"),
  };
  const is = {
    change: table.choice(output.answer, "change"),
    fromUnit: table.choice(output.answer, "from-unit"),
    shortGap: table.choice(output.answer, "short-gap"),
    longGap: table.choice(output.answer, "long-gap"),
    byFirstIndividual: table.choice(output.by, "first-individual"),
    byNone: table.choice(output.by, "none"),
  };
  const bindReading = (id: string, free: string) => {
    const reading = names.reading(id);
    return { node: reading.node, free: reading.is(free) };
  };
  const readings: { readonly node: Node; readonly free: boolean }[] = [];
  readings[is.byFirstIndividual] = bindReading("chongqing.first-individual", "goes-on");
  readings[table.choice(output.by, "short-membership")] = bindReading("chongqing.short-membership", "no-wait");
  readings[table.choice(output.by, "unit-long-gap")] = bindReading("chongqing.unit-long-gap", "month-after");
  const shortGap = bindReading("chongqing.short-gap", "like-change");
  const conflicts = [names.conflict("chongqing.from-unit")];

  const answerOfChange = (retired: boolean, continuousMonths: number, gap: number): number =>
    table.value(table.row([WAY.residentToUnit, 0, retired ? 1 : 0, continuousMonths, gap, 0]), output.answer);

  return {
    keepsOnChange: (retired, continuousMonths, gap) => answerOfChange(retired, continuousMonths, gap) === is.change,
    isLongGap: (gap) => answerOfChange(false, 0, gap) === is.longGap,
    of({ way, firstIndividual, retired, continuousMonths, gap }, because, draft) {
      const values = [way, firstIndividual ? 1 : 0, retired ? 1 : 0, continuousMonths, gap, 0];
      let row = table.row(values);
      const by = table.value(row, output.by);
      if (by !== is.byNone) {
        const reading = readings[by]!;
        because.push(reading.node);
        if (reading.free) {
          values[values.length - 1] = 1;
          row = table.row(values);
        }
      }
      const answer = table.node(row, output.answer, because);
      draft.remarks.push(answer);
      if (answer.value === is.shortGap) draft.remarks.push(shortGap.node);
      const mayPay =
        answer.value === is.change || answer.value === is.fromUnit || (answer.value === is.shortGap && shortGap.free);
      const months = table.node(row, output.months, because);
      return {
        months,
        after: table.value(row, output.after) === 0 ? null : table.node(row, output.after, because),
        unpaid: mayPay ? table.node(row, output.unpaid, because) : null,
        short: fromResident(way) && answer.value !== is.longGap && months.value > 0,
        // under the other reading nothing is in conflict
        conflicts: by === is.byFirstIndividual && months.value === 0 ? conflicts : NONE,
      };
    },
  };
}
