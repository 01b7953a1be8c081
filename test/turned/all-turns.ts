/** All that is turned, in code and policy data. */
import { globSync } from "node:fs";
import { POLICY_DIRECTORY } from "../packs.ts";
import { TURNS } from "./operators.ts";
import { policyTurns } from "./policy.ts";
import { nameOf, type CodePlace, type Turn } from "./turns.ts";

export function allTurns(places: readonly CodePlace[]): readonly Turn[] {
  const ofCode = places.flatMap((place) => {
    const turns = TURNS[place.written];
    if (turns === undefined)
      throw new Error(`${place.file}:${place.line}: nothing is listed that ${place.written} is turned into`);
    return Object.keys(turns).map((to) => ({ ...place, to }));
  });
  const files = globSync("**/*.yaml", { cwd: POLICY_DIRECTORY }).map((path) => path.replaceAll("\\", "/"));
  const all = [...ofCode, ...files.sort().flatMap(policyTurns)];
  const names = new Set<string>();
  for (const name of all.map(nameOf)) {
    if (names.has(name)) throw new Error(`two turns have one name: ${name}`);
    names.add(name);
  }
  return all;
}
