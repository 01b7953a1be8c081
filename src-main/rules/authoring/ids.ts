/** Ids of a city begin with its folder's name, so that no two cities can have the same. */
import { idOfFile } from "./faulty-matters.ts";
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { PolicyFile } from "../engine/pack/policy-file.ts";
import type { Report } from "../engine/pack/problems.ts";

const prefixOf = ({ file }: PolicyFile<unknown>): string => file.slice(0, file.indexOf("/"));

export function checkIds(read: PolicyFiles, city: PolicyFile<{ readonly id: string }> | undefined, report: Report): void {
  const fault = (file: PolicyFile<unknown>, path: readonly PropertyKey[], id: string, expected: string): void => {
    const message = `the id "${id}" is not its folder's: expected "${expected}"`;
    report({ file: file.file, line: file.line(path), message, about: "style" });
  };
  const begins = (file: PolicyFile<unknown>, path: readonly PropertyKey[], id: string): void => {
    if (!id.startsWith(`${prefixOf(file)}.`)) fault(file, path, id, `${prefixOf(file)}.…`);
  };
  if (city !== undefined && city.value.id !== prefixOf(city)) fault(city, ["id"], city.value.id, prefixOf(city));
  const each = (file: PolicyFile<unknown>, list: string, entries: readonly { readonly id: string }[]): void =>
    entries.forEach(({ id }, index) => begins(file, [list, index, "id"], id));
  for (const file of read.figures) each(file, "figures", file.value.figures);
  for (const file of read.readings) each(file, "readings", file.value.readings);
  for (const file of read.sources) each(file, "conflicts", file.value.conflicts);
  for (const file of read.tables) begins(file, ["id"], file.value.id);
  for (const file of read.matters)
    if (file.value.id !== idOfFile(file.file)) fault(file, ["id"], file.value.id, idOfFile(file.file));
}
