/** Tables are proved: without any one of its rows a table has a gap, and with one of them twice two rows hold at once. */
import { readPolicyFile } from "../../src-main/rules/engine/pack/policy-file.ts";
import type { PolicyProblem } from "../../src-main/rules/engine/pack/problems.ts";
import { compileTable, tableSchema, type TableFile } from "../../src-main/rules/engine/table/table.ts";
import { NO_OFFICE } from "./city.ts";
import { Tally, type Law } from "./law.ts";

export const tablesProved: Law = {
  title: "every table is proved, and every row of it counts",
  check(city) {
    const tally = new Tally();
    const { files } = city.pack(NO_OFFICE).source;
    for (const [file, text] of Object.entries(files).filter(([name]) => name.includes("/tables/"))) {
      const read = readPolicyFile(file, text, tableSchema, () => undefined)!;
      const problemsOf = (rows: TableFile["rows"]): string[] => {
        const found: PolicyProblem[] = [];
        compileTable({ ...read, value: { ...read.value, rows } }, (problem) => found.push(problem));
        return found.map(({ message }) => message);
      };
      const { rows } = read.value;
      if (problemsOf(rows).length > 0) tally.faults.push(`${file}: ${problemsOf(rows).join("; ")}`);
      for (const [index, row] of rows.entries()) {
        tally.count += 1;
        const fault = (what: string): number => tally.faults.push(`${file}, row ${index + 1}: ${what}`);
        if (rows.length > 1 && !problemsOf(rows.toSpliced(index, 1)).some((message) => message.includes("gap")))
          fault("nothing lacks without it");
        if (!problemsOf([...rows, row]).some((message) => message.includes("overlap"))) fault("may stand twice");
      }
    }
    return tally.seen();
  },
};
