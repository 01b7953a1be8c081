/** NX-02: the least years of pension contribution, shown beside the statutory retirement month. The numbers are the table `national.pension-years`. */
import { yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import type { Bindings } from "../engine/formula.ts";
import { step, type Node } from "../engine/node.ts";

export interface PensionYears {
  /** The statutory month with the least years that hold for it: `{1}` in the title of a date. */
  withStatutory(statutory: Node): Node;
}

export function bindPensionYears(names: Bindings): PensionYears {
  const table = names.table("national.pension-years");
  const least = table.output("least");
  const lastMonth = table.output("last-month");
  const perYear = table.output("per-year");
  const most = table.output("most");
  const leastStep = names.step("leastPension");
  const shown = names.step("statutoryWithPension");
  return {
    withStatutory(statutory) {
      const row = table.row1(statutory.value);
      const inputs = [statutory];
      const later = Math.max(0, yearOfMonth(statutory.value) - yearOfMonth(table.value(row, lastMonth)));
      const months = Math.min(table.value(row, least) + later * table.value(row, perYear), table.value(row, most));
      const node = step(leastStep, months, [
        statutory,
        table.node(row, least, inputs),
        table.node(row, lastMonth, inputs),
        table.node(row, perYear, inputs),
        table.node(row, most, inputs),
      ]);
      return step(shown, statutory.value, [statutory, node]);
    },
  };
}
