/**
 * What the policy files say, read by the build: YAML takes most of the time of a start, and the program's own files are the
 * same at every one. Found by its bytes; any other text is read when it comes.
 */
import { createHash } from "node:crypto";
import { parseDocument } from "yaml";

declare const __POLICY_VALUES__: string | undefined;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** For the build. A text that is none of YAML is left to the loader, which says what is wrong. */
export function readAtBuild(texts: readonly string[]): string {
  const documents = texts.map((text) => [hashOf(text), parseDocument(text)] as const);
  const sound = documents.filter(([, { errors }]) => errors.length === 0);
  return JSON.stringify(Object.fromEntries(sound.map(([hash, document]) => [hash, document.toJS()])));
}

let values: ReadonlyMap<string, unknown> | undefined;

/** `undefined`: the build has not read that text. */
export function valueAtBuild(text: string): unknown {
  if (typeof __POLICY_VALUES__ !== "string") return undefined;
  values ??= new Map(Object.entries(JSON.parse(__POLICY_VALUES__) as Record<string, unknown>));
  return values.get(hashOf(text));
}
