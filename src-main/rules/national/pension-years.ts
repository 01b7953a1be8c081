/** NX-02: the least years of pension contribution, shown beside the statutory retirement month. The numbers are the table `national.pension-years`. */
import { yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import { told, type Node } from "../engine/node.ts";
import { same } from "../engine/operations.ts";
import type { PensionYears as Words } from "../generated/national/data.ts";

export interface PensionYears {
  /** The statutory month with the least years that hold for it: `{1}` in the title of a date. */
  withStatutory(statutory: Node): Node;
}

export function pensionYears({ table: tables, step: steps }: Words): PensionYears {
  const table = tables.pensionYears.by("retirementMonth");
  const { least, lastMonth, perYear, most } = table.out;
  return {
    withStatutory(statutory) {
      const row = table.row1(statutory.value);
      const inputs = [statutory];
      const later = Math.max(0, yearOfMonth(statutory.value) - yearOfMonth(table.value(row, lastMonth)));
      const months = Math.min(table.value(row, least) + later * table.value(row, perYear), table.value(row, most));
      const years = told(steps.leastPension, months, [
        statutory,
        table.node(row, least, inputs),
        table.node(row, lastMonth, inputs),
        table.node(row, perYear, inputs),
        table.node(row, most, inputs),
      ]);
      return same(steps.statutoryWithPension, statutory, years);
    },
  };
}
