/** What is worked out by hand for the cities that the policy folder holds: a new city's cases are found, not entered in a list. */
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cities } from "../../src-main/rules/index.ts";
import type { ByHand } from "../journeys/by-hand/case.ts";
import { POLICY_DIRECTORY } from "../packs.ts";
import type { GoldenCase } from "./golden.ts";

export type MatterCases = readonly [matter: string, cases: readonly GoldenCase[]];

export const CITIES: readonly string[] = cities(POLICY_DIRECTORY);

/** All that a file exports. */
async function exportsOf<Value>(file: string): Promise<Value[]> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Readonly<Record<string, Value>>;
  return Object.values(module);
}

async function goldenCases(city: string): Promise<readonly MatterCases[]> {
  const file = join(import.meta.dirname, city, "all.cases.ts");
  if (!existsSync(file)) throw new Error(`${city} has policy and no golden cases: ${file} is missing`);
  const lists = await exportsOf<readonly MatterCases[]>(file);
  if (lists.length !== 1) throw new Error(`${file} exports ${lists.length} lists; it is to export one, of all matters`);
  return lists[0]!;
}

/** Golden cases of every city, by city and matter. */
export const GOLDEN: ReadonlyMap<string, readonly MatterCases[]> = new Map(
  await Promise.all(CITIES.map(async (city) => [city, await goldenCases(city)] as const)),
);

/** Cases by somebody who had not seen the rules: every list that a file under `by-hand/` exports, each case once. */
export const BY_HAND: readonly ByHand[] = await (async () => {
  const files = CITIES.flatMap((city) => globSync(join(import.meta.dirname, city, "by-hand/*.ts")).sort());
  const exported: (readonly ByHand[])[][] = [];
  for (const file of files) {
    // one after the other: a file that two import at once may be run twice, and its cases would be two
    if (!file.endsWith(".test.ts")) exported.push(await exportsOf<readonly ByHand[]>(file));
  }
  const isCase = (one: unknown): one is ByHand => one !== null && typeof one === "object" && "matter" in one && "facts" in one;
  return [...new Set(exported.flat().flatMap((list) => (Array.isArray(list) ? list.filter(isCase) : [])))];
})();
