/** A matter under other readings than the office's: its formula bound anew, once for each way of reading. */
import { compileHistoryRule } from "../history/rule.ts";
import type { MatterDefinition } from "../matter.ts";
import type { LoadedPack } from "../pack/pack.ts";
import { wordsOf } from "../words.ts";

/** Option by reading; only those that differ from the office's. */
export type Options = ReadonlyMap<string, string>;

const bound = new WeakMap<MatterDefinition, Map<string, MatterDefinition>>();
/** A variant is some dozen kilobytes. */
const MOST_REMEMBERED = 512;

export function variantOf(pack: LoadedPack, matter: MatterDefinition, options: Options): MatterDefinition {
  if (options.size === 0) return matter;
  const key = [...options].map(([reading, option]) => `${reading}=${option}`).join();
  const known = bound.get(matter) ?? new Map<string, MatterDefinition>();
  bound.set(matter, known);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const made = bind(pack, matter, options);
  known.set(key, made);
  return made;
}

/** All that a reading can change is what formula and history are bound to. */
function bind(pack: LoadedPack, matter: MatterDefinition, options: Options): MatterDefinition {
  const readings = new Map(pack.readings);
  for (const [id, option] of options) readings.set(id, readings.get(id)!.as(option));
  const { file } = matter;
  const facts = matter.facts.map((fact, index) =>
    fact.fromHistory?.some((one) => one.readings.length > 0)
      ? {
          ...fact,
          fromHistory: compileHistoryRule(file.facts[index]!, { readings, earlier: file.facts.slice(0, index), fault: broken }),
        }
      : fact,
  );
  return { ...matter, facts, formula: matter.unbound.bind(wordsOf(file, facts, { ...pack, readings }, new Set())) };
}

/** Loading has tried what the office chose; that every other option loads as well is a law over all readings. */
function broken(_path: readonly PropertyKey[], message: string): never {
  throw new Error(message);
}
