/** What lies in a policy folder beside the policy. */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { cities, readPolicyFiles } from "../engine/pack/source.ts";

/** Files below a policy folder that nobody reads, e.g. for the wrong ending. */
export function strayFiles(policyDirectory: string): string[] {
  const read = new Set(cities(policyDirectory).flatMap((city) => Object.keys(readPolicyFiles(policyDirectory, city))));
  return readdirSync(policyDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(policyDirectory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !read.has(path))
    .sort();
}
