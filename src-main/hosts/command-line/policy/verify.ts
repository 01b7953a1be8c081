/** `counter verify`: loads, checks and proves every city's policy data. */
import { strayFiles, unused, type Pack } from "../../../rules/index.ts";
import { EXIT, printJson, type ExitCode } from "../output.ts";
import { loadAll } from "./packs.ts";

export async function verifyPolicy(policyDirectory: string): Promise<ExitCode> {
  const loaded = loadAll(policyDirectory);
  const cities = loaded.map(({ city, loaded: one }) =>
    "problems" in one ? { city, problems: one.problems } : summary(one.pack),
  );
  const stray = strayFiles(policyDirectory).map((file) => ({ file, line: 0, message: "nobody reads this file" }));
  // what a city that does not load would use cannot be told
  const packs = loaded.flatMap(({ loaded: one }) => ("problems" in one ? [] : [one.pack]));
  const problems = [...stray, ...(packs.length < loaded.length ? [] : unused(packs))];
  await printJson({ cities, ...(problems.length === 0 ? {} : { problems }) });
  return problems.length > 0 || cities.some((city) => "problems" in city) ? EXIT.problems : EXIT.done;
}

function summary(pack: Pack) {
  const figures = [...pack.figures.values()];
  const tables = [...pack.tables.values()];
  const values = figures.flatMap((figure) => figure.values);
  return {
    city: pack.city,
    version: pack.version,
    hash: pack.hash,
    figures: figures.length,
    figureValues: values.length,
    /** Figures that nobody has: the office enters them. */
    missingFigures: figures.flatMap((figure) =>
      figure.values.filter((value) => value.node === null).map((value) => `${figure.id} ${value.used.from}`),
    ),
    unverifiedFigures: values.filter((value) => value.node !== null && value.used.grade === "C").length,
    tables: tables.length,
    tableRows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    cellsProved: tables.reduce((sum, table) => sum + table.cellsProved, 0),
    matters: pack.matters.size,
    citations: pack.citations.size,
    openReadings: pack.readings.size,
    conflicts: pack.conflicts.size,
  };
}
