/** How long somebody waits who joins, or goes on in, the employee scheme (CQ-03); the rule is the table `chongqing.employee-waiting`. */
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { NONE, type Draft } from "../engine/draft.ts";
import type { Node } from "../engine/node.ts";
import type { Waiting as Words } from "../generated/chongqing/data.ts";
import type { Wait } from "./waiting.ts";

export interface Joining {
  /** A value of the table's input `way`. */
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

export function bindEmployeeWaiting({ table, reading, conflict }: Words) {
  const { firstIndividual, shortMembership, unitLongGap } = reading;
  const employeeTable = table.employeeWaiting.by("way", "first", "retired", "continuous", "gap", "read");
  const { by } = employeeTable.is;
  // by the table's output `by`: the reading that chooses, and whether it says that nobody waits
  const deciding: { readonly node: Node; readonly free: boolean }[] = [];
  deciding[by.firstIndividual] = { node: firstIndividual.node, free: firstIndividual.is.goesOn };
  deciding[by.shortMembership] = { node: shortMembership.node, free: shortMembership.is.noWait };
  deciding[by.unitLongGap] = { node: unitLongGap.node, free: unitLongGap.is.monthAfter };
  return { employeeTable, way: table.employeeWaiting.in.way, deciding, fromUnitConflicts: [conflict.fromUnit] };
}
type Names = Words & ReturnType<typeof bindEmployeeWaiting>;

function answerOfChange({ employeeTable, way }: Names, retired: boolean, continuousMonths: number, gap: number): number {
  const row = employeeTable.row([way.residentToUnit, 0, retired ? 1 : 0, continuousMonths, gap, 0]);
  return employeeTable.value(row, employeeTable.out.answer);
}

/** Whether a change of scheme keeps the cover: two years in one scheme and a short gap, in either direction. */
export const keepsOnChange = (names: Names, retired: boolean, continuousMonths: number, gap: number): boolean =>
  answerOfChange(names, retired, continuousMonths, gap) === names.employeeTable.is.answer.change;

export const isLongGap = (names: Names, gap: number): boolean =>
  answerOfChange(names, false, 0, gap) === names.employeeTable.is.answer.longGap;

/** @param because what was asked; the reading that has a say is added */
export function employeeWait(names: Names, joining: Joining, because: Node[], draft: Draft): EmployeeWait {
  const { employeeTable: table, way } = names;
  const { out, is } = table;
  const { shortGap } = names.reading;
  const { firstIndividual, retired, continuousMonths, gap } = joining;
  const values = [joining.way, firstIndividual ? 1 : 0, retired ? 1 : 0, continuousMonths, gap, 0];
  let row = table.row(values);
  const by = table.value(row, out.by);
  if (by !== is.by.none) {
    const reading = names.deciding[by]!;
    because.push(reading.node);
    if (reading.free) {
      values[values.length - 1] = 1;
      row = table.row(values);
    }
  }
  const answer = table.node(row, out.answer, because);
  draft.remarks.push(answer);
  if (answer.value === is.answer.shortGap) draft.remarks.push(shortGap.node);
  const mayPay =
    answer.value === is.answer.change ||
    answer.value === is.answer.fromUnit ||
    (answer.value === is.answer.shortGap && shortGap.is.likeChange);
  const months = table.node(row, out.months, because);
  const fromResident = joining.way === way.residentToIndividual || joining.way === way.residentToUnit;
  return {
    months,
    after: table.value(row, out.after) === 0 ? null : table.node(row, out.after, because),
    unpaid: mayPay ? table.node(row, out.unpaid, because) : null,
    short: fromResident && answer.value !== is.answer.longGap && months.value > 0,
    // under the other reading nothing is in conflict
    conflicts: by === is.by.firstIndividual && months.value === 0 ? names.fromUnitConflicts : NONE,
  };
}
