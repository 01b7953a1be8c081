/** What reads as a value of another unit than it is declared in: it would load, and be reckoned with. */
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { Report } from "../engine/pack/problems.ts";
import { displayExact, UNIT_TEXT, type Unit } from "../engine/units.ts";

/** No law asks for an age below: a number that small is one of years. */
const LEAST_AGE = 10 * 12;
/** What a title says of its unit, by the words that end it. */
const ENDINGS: readonly (readonly [ending: RegExp, units: readonly Unit[]])[] = [
  [/(天数|日数)$/, ["days"]],
  [/(月数|年限)$/, ["months"]],
  [/(年龄|周岁)$/, ["age"]],
  [/(比例|费率)$/, ["percent"]],
];

export function checkUnits(read: PolicyFiles, report: Report): void {
  for (const { file, value: table, line } of read.tables) {
    const fault = (path: readonly PropertyKey[], message: string): void =>
      report({ file, line: line(path), message: `table ${table.id}: ${message}`, about: "style" });
    for (const [o, { id, title, unit, values }] of table.outputs.entries()) {
      const path = ["outputs", o, "unit"];
      if (values === undefined && unit === "choice") fault(path, `output ${id} is a choice, and has no values to choose from`);
      if (values !== undefined && unit !== "choice")
        fault(path, `output ${id} has values to choose from; its unit is choice, not ${unit}`);
      const meant = ENDINGS.find(([ending]) => ending.test(title))?.[1];
      if (values === undefined && meant?.includes(unit) === false)
        fault(path, `output ${id} is called ${title}, which is told in ${meant.join(" or ")}, not in ${unit}`);
      if (unit === "age") for (const [r, { then }] of table.rows.entries()) tellYears(then[o], ["rows", r, "then", o], fault);
    }
  }
  for (const { file, value, line } of read.figures) {
    for (const [f, { id, unit, values }] of value.figures.entries()) {
      const fault = (path: readonly PropertyKey[], message: string): void =>
        report({ file, line: line(path), message: `figure ${id}: ${message}`, about: "style" });
      if (unit === "age")
        for (const [v, one] of values.entries()) tellYears(one.value, ["figures", f, "values", v, "value"], fault);
    }
  }
}

function tellYears(
  written: string | null | undefined,
  path: readonly PropertyKey[],
  fault: (path: readonly PropertyKey[], message: string) => void,
): void {
  const months = Number(written ?? 0);
  if (months > 0 && months < LEAST_AGE)
    fault(
      path,
      `an age is written in months: ${months} is ${displayExact({ value: months, divisor: 1 }, "age")}, ${months} ${UNIT_TEXT.age} is ${months * 12}`,
    );
}
