/** The packs of the real cities, loaded once for all tests of a process: loading one takes as long as hundreds of decisions. */
import { join } from "node:path";
import { loadPack, readPackSource, type Pack } from "../src-main/rules/index.ts";

export const POLICY_DIRECTORY = join(import.meta.dirname, "../resources/policy");

/** By what they were loaded from. Whoever changes the rules under the tests empties it. */
export const packs = new Map<string, Pack>();

/** @param key the same for the same city, figures and readings */
export function sharedPack(key: string, city: string, office: () => Parameters<typeof readPackSource>[2]): Pack {
  let pack = packs.get(key);
  if (pack === undefined) {
    const loaded = loadPack(readPackSource(POLICY_DIRECTORY, city, office()));
    if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
    pack = loaded.pack;
    packs.set(key, pack);
  }
  return pack;
}
