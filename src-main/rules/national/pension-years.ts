/** NX-02: the least years of pension contribution, shown beside the statutory retirement month. The numbers are the table `national.pension-years`. */
import { yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import { Node } from "../engine/node.ts";
import { operation, same } from "../engine/operations.ts";
import type { PensionYears as Words } from "../generated/national/data.ts";

export interface PensionYears {
  /** The statutory month with the least years that hold for it: `{1}` in the title of a date. */
  withStatutory(statutory: Node): Node;
}

const LEAST = operation("least-pension", "{1}；{2} 以后每年加 {3}，最多 {4}（{0} 退休）");

export function pensionYears({ table: tables, step: steps }: Words): PensionYears {
  const table = tables.pensionYears.by("retirementMonth");
  const { least, lastMonth, perYear, most } = table.out;
  return {
    withStatutory(statutory) {
      const row = table.row1(statutory.value);
      const inputs = [statutory];
      const later = Math.max(0, yearOfMonth(statutory.value) - yearOfMonth(table.value(row, lastMonth)));
      const months = Math.min(table.value(row, least) + later * table.value(row, perYear), table.value(row, most));
      const rule = [least, lastMonth, perYear, most].map((output) => table.node(row, output, inputs));
      const years = new Node(steps.leastPension, months, 1, [statutory, ...rule], LEAST);
      return same(steps.statutoryWithPension, statutory, years);
    },
  };
}
