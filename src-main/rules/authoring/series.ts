/** A year that nobody has a figure for is declared, so that it is asked for before somebody stands at the window. */
import { addDays, formatDate } from "../../../src-shared/domain/calendar.ts";
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { Report } from "../engine/pack/problems.ts";

const DECLARE = "what nobody has is a row with `value: null`";

export function checkSeries(read: PolicyFiles, report: Report): void {
  for (const { file, value, line } of read.figures) {
    for (const [f, { id, values, ended }] of value.figures.entries()) {
      const fault = (message: string): void =>
        report({ file, line: line(["figures", f, "id"]), message: `figure ${id}: ${message}`, about: "style" });
      const inTime = values.toSorted((a, b) => a.from - b.from);
      for (const [v, { from }] of inTime.entries()) {
        const to = inTime[v - 1]?.to;
        // what overlaps is told already
        if (to !== undefined && to !== null && addDays(to, 1) < from)
          fault(`no value from ${formatDate(addDays(to, 1))} to ${formatDate(addDays(from, -1))}; ${DECLARE}`);
      }
      const last = inTime.at(-1)!.to ?? undefined;
      if (last !== undefined && ended === undefined)
        fault(`its values end on ${formatDate(last)}; ${DECLARE}, and \`ended: true\` says that there will be none`);
      if (last === undefined && ended === true) fault("it is `ended`, and its last value is open");
    }
  }
}
