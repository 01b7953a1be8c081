/**
 * What one matter rests on, under a hash of its own: its words, what its formula is bound to, whatever these name, and its formula.
 * A pack is a whole city's, and changes with every other matter in it.
 */
import { createHash } from "node:crypto";
import type { PackIdentity } from "../../../../src-shared/domain/decision.ts";
import type { MatterDefinition } from "../matter.ts";
import type { LoadedPack } from "./pack.ts";
import type { PolicyFiles } from "./policy-files.ts";
import type { PolicyFile } from "./policy-file.ts";

/** An entry of a policy file, as written. */
export interface Part {
  readonly file: string;
  readonly entry: unknown;
}
/** By kind and id: `figure dalian.assessed-base`. */
export type Parts = ReadonlyMap<string, Part>;

export function partsOf(read: PolicyFiles): Parts {
  const parts = new Map<string, Part>();
  const add = <File>(
    kind: string,
    files: readonly PolicyFile<File>[],
    entries: (file: File) => readonly { readonly id: string }[],
  ): void => {
    for (const { file, value } of files) for (const entry of entries(value)) parts.set(`${kind} ${entry.id}`, { file, entry });
  };
  add("figure", read.figures, ({ figures }) => figures);
  add("table", read.tables, (table) => [table]);
  add("reading", read.readings, ({ readings }) => readings);
  add("step", read.steps, ({ steps }) => steps);
  add("section", read.sections, ({ sections }) => sections);
  add("document", read.sources, ({ documents }) => documents);
  add("clause", read.sources, ({ clauses }) => clauses);
  add("conflict", read.sources, ({ conflicts }) => conflicts);
  for (const { file, value } of read.facts) {
    for (const fact of value.facts) parts.set(`fact ${fact.id}`, { file, entry: fact });
    for (const [id, entry] of Object.entries(value.faults)) parts.set(`fault ${id}`, { file, entry });
  }
  // of another matter its title is told, and nothing else
  for (const { file, value } of read.matters) parts.set(`matter ${value.id}`, { file, entry: value.title });
  return parts;
}

/** Kinds whose ids are looked for in every text: a step's or a section's could be any word. */
const NAMED_IN_TEXT = ["clause", "document", "reading", "conflict", "matter"];

/** Keys of all parts that a matter rests on, however far away. */
export function reached(parts: Parts, { file, used }: MatterDefinition): string[] {
  const found = new Set([...used].map((name) => name.replace(/^shared /, "")).filter((key) => parts.has(key)));
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      for (const kind of NAMED_IN_TEXT) if (parts.has(`${kind} ${value}`)) found.add(`${kind} ${value}`);
    } else if (typeof value === "object" && value !== null) for (const entry of Object.values(value)) look(entry);
  };
  look(file);
  // what is added on the way is looked into as well
  for (const key of found) look(parts.get(key)!.entry);
  return [...found].sort();
}

export function matterHash(pack: LoadedPack, matter: MatterDefinition): string {
  const { source } = pack;
  const parts = reached(pack.parts, matter);
  const has = (key: string): boolean => parts.includes(key);
  const content = {
    city: pack.cityTitle,
    matter: matter.file,
    parts: parts.map((key) => [key, pack.parts.get(key)!.entry]),
    officeFigures: source.officeFigures.filter(({ figure }) => has(`figure ${figure}`)),
    readings: [...pack.readings.values()].filter(({ id }) => has(`reading ${id}`)).map(({ id, chosen }) => [id, chosen]),
    formula: source.formulas?.[matter.id] ?? source.formulaHash,
  };
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

const known = new WeakMap<MatterDefinition, PackIdentity>();

/** As every decision of the matter tells it. */
export function identityOf(pack: LoadedPack, matter: MatterDefinition): PackIdentity {
  let identity = known.get(matter);
  if (identity === undefined) {
    identity = { city: pack.city, version: pack.version, hash: pack.hash, matter: matterHash(pack, matter) };
    known.set(matter, identity);
  }
  return identity;
}
