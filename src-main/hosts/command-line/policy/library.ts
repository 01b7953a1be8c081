/** `counter library`: the policy library of each city as a Markdown document, to be read and committed beside the policy data. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { libraryView } from "../../../rules/index.ts";
import { libraryDocument } from "./library-document.ts";
import { EXIT, print, refuseInput, tell, type ExitCode } from "../output.ts";
import { loadAll } from "./packs.ts";
import { TEXT } from "../text.ts";

/** Below the folder that the command is run in. */
export const LIBRARY_FOLDER = join("docs", "policy");

/** Prints the path of each document written. */
export async function writeLibrary(policyDirectory: string, city: string | undefined, folder: string): Promise<ExitCode> {
  const all = loadAll(policyDirectory);
  const known = all.map((entry) => entry.city);
  if (city !== undefined && !known.includes(city)) return refuseInput("city", TEXT.noCity(city, known));
  for (const { city: id, loaded } of all) {
    if (city !== undefined && city !== id) continue;
    if ("problems" in loaded) {
      tell(`${TEXT.packBroken}: ${JSON.stringify(loaded.problems, null, 2)}`);
      return EXIT.problems;
    }
    const path = join(folder, `${id}.md`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, libraryDocument(libraryView(loaded.pack)));
    } catch (error) {
      return refuseInput("out", TEXT.unwritable(path, (error as Error).message));
    }
    await print(path);
  }
  return EXIT.done;
}
