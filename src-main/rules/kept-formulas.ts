/** The formulas of earlier releases, which every program brings along: a stored case is decided once more by those of then. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formulaHashes } from "./formula-hash.ts";
import { replay, type Replay } from "./replay.ts";

/** By the hash that a stored pack names; `undefined` for formulas that this program does not have. */
export type FormulasOf = (hash: string) => Promise<Replay | undefined>;

const NAME = /^([0-9a-f]{64})\.js$/;

/**
 * Only what lies in the program's own folder is ever run: a hash from a store is looked for among its names, and never becomes one.
 * @param directory `resources/formulas`
 */
export function formulasIn(directory: string): FormulasOf {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  const files = new Map(names.flatMap((name) => (NAME.test(name) ? [[NAME.exec(name)![1]!, join(directory, name)]] : [])));
  return async (hash) => {
    if (Object.values(formulaHashes().cities).includes(hash)) return replay;
    const file = files.get(hash);
    if (file === undefined) return undefined;
    const kept = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly replay: Replay };
    return kept.replay;
  };
}
