/** Policy folders on disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rules that hold in every city; read into each city's pack. */
const NATIONAL = "national";

/** Cities that have a policy folder, sorted. */
export function cities(policyDirectory: string): string[] {
  return readdirSync(policyDirectory, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && entry.name !== NATIONAL && existsSync(join(policyDirectory, entry.name, "city.yaml")),
    )
    .map((entry) => entry.name)
    .sort();
}

/** All policy files of a city and of the nation, by path with `/`, line ends normalised so that the hash is the same everywhere. */
export function readPolicyFiles(policyDirectory: string, city: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of [NATIONAL, city]) {
    const names = readdirSync(join(policyDirectory, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.map((entry) => entry.replaceAll("\\", "/")).sort()) {
      if (name.endsWith(".yaml"))
        files[`${folder}/${name}`] = readFileSync(join(policyDirectory, folder, name), "utf8").replaceAll("\r\n", "\n");
    }
  }
  return files;
}
