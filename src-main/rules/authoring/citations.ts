/** Every citation that anything carries exists. (That everything carries one is in the schemas.) */
import type { CityData } from "../engine/pack/pack.ts";
import type { PolicyFile } from "../engine/pack/policy-file.ts";
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { Report } from "../engine/pack/problems.ts";
import { isUse } from "../engine/pack/shared-facts.ts";
import type { FactFile } from "../engine/schema/matter-schema.ts";

export function checkCitations(read: PolicyFiles, data: CityData, report: Report): void {
  const check = (file: PolicyFile<unknown>, ids: readonly string[], path: readonly PropertyKey[]): void => {
    for (const id of ids)
      if (!data.citations.has(id))
        report({ file: file.file, line: file.line(path), message: `no clause "${id}" in any sources.yaml`, misses: id });
  };
  for (const file of read.readings) {
    file.value.readings.forEach((reading, r) => {
      check(file, reading.cite, ["readings", r, "cite"]);
      for (const [o, { excludes }] of reading.options.entries())
        excludes.forEach(({ cite }, e) => check(file, cite, ["readings", r, "options", o, "excludes", e, "cite"]));
    });
  }
  for (const file of read.sources)
    file.value.conflicts.forEach((conflict, c) => check(file, conflict.cite, ["conflicts", c, "cite"]));
  for (const file of read.tables) file.value.rows.forEach((row, r) => check(file, row.cite, ["rows", r, "cite"]));
  for (const file of read.sections)
    file.value.sections.forEach((section, s) => check(file, section.cite, ["sections", s, "cite"]));
  for (const file of read.steps) file.value.steps.forEach((step, index) => check(file, step.cite, ["steps", index, "cite"]));
  for (const file of read.figures) {
    file.value.figures.forEach((figure, f) =>
      figure.values.forEach((value, v) => check(file, value.cite, ["figures", f, "values", v, "cite"])),
    );
  }
  const checkFields = (file: PolicyFile<unknown>, fact: FactFile, f: number): void =>
    fact.fields.forEach((field, index) => check(file, field.cite, ["facts", f, "fields", index, "cite"]));
  const checkHistory = (file: PolicyFile<unknown>, fact: Pick<FactFile, "fromHistory">, f: number): void =>
    fact.fromHistory?.forEach(({ cite }) => check(file, cite ?? [], ["facts", f, "fromHistory"]));
  for (const file of read.facts) {
    file.value.facts.forEach((fact, f) => {
      check(file, fact.cite, ["facts", f, "cite"]);
      checkFields(file, fact, f);
      checkHistory(file, fact, f);
    });
  }
  for (const file of read.matters) {
    for (const list of ["facts", "steps", "conditions", "materials", "notices", "sections", "next"] as const) {
      file.value[list].forEach((entry, index) => check(file, entry.cite ?? [], [list, index, "cite"]));
    }
    for (const list of ["places", "timeLimits"] as const) {
      for (const [id, { cite }] of Object.entries(file.value[list])) check(file, cite, [list, id, "cite"]);
    }
    file.value.facts.forEach((fact, f) => {
      if (!isUse(fact)) checkFields(file, fact, f);
      checkHistory(file, fact, f);
    });
  }
}
