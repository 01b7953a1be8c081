/** Reads one YAML file against its schema; every fault comes back with file, line and what is expected. */
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { z } from "zod";
import type { Report } from "./problems.ts";

/** In which words the schemas' faults are told: to whoever has to mend the data, in those of the data. */
export interface IssueWords {
  readonly context: z.core.ParseContext<z.core.$ZodIssue>;
  /** Each fault with the path of the part that has it. */
  readonly told: (
    issues: readonly z.core.$ZodIssue[],
  ) => readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}
/** The library's own: of a stored pack nobody mends anything. */
const PLAIN: IssueWords = { context: {}, told: (issues) => issues };

/** A checked value and where its parts stand in the file. */
export interface PolicyFile<Value> {
  readonly file: string;
  readonly value: Value;
  /** Line of the part at a path such as `["rows", 3, "when", 0]`; of its nearest ancestor when the part is absent. */
  readonly line: (path: readonly PropertyKey[]) => number;
}

/**
 * Files read before, by schema, path and text. Parsing YAML is most of loading a pack, and a pack is loaded anew for
 * every figure the office enters, with all other files as they were. Values are never changed after reading.
 */
const readBefore = new WeakMap<z.ZodType, Map<string, PolicyFile<unknown>>>();
/** Packs of several years may be replayed in one process; what they are made of need not stay. */
const MOST_REMEMBERED = 2_000;

export function readPolicyFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  report: Report,
  words: IssueWords = PLAIN,
): PolicyFile<z.output<Schema>> | undefined {
  const remembered = readBefore.get(schema) ?? new Map<string, PolicyFile<unknown>>();
  readBefore.set(schema, remembered);
  const key = `${file}\n${text}`;
  const known = remembered.get(key) as PolicyFile<z.output<Schema>> | undefined;
  if (known) return known;
  const read = parsePolicyFile(file, text, schema, report, words);
  if (read) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, read);
  }
  return read;
}

function parsePolicyFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  report: Report,
  words: IssueWords,
): PolicyFile<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // what is read after the first fault follows from it as often as not
  const [error] = document.errors;
  if (error !== undefined) {
    report({ file, line: lines.linePos(error.pos[0]).line, message: `not valid YAML: ${error.message.split("\n")[0]}` });
    return undefined;
  }
  const line = (path: readonly PropertyKey[]): number => lineOf(document, lines, path);
  const written: unknown = document.toJS();
  const checked = schema.safeParse(written, words.context);
  if (checked.success) return { file, value: checked.data, line };
  for (const { path, message } of words.told(checked.error.issues)) {
    report({ file, line: line(path), message: `${nameOfPart(written, path)}: ${message}` });
  }
  return undefined;
}

/** `facts[permit].cite`: entries of a list by their ids, or by their number from 1 on; a key that there is not names what it stands in. */
function nameOfPart(written: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = written;
  let name = "";
  for (const key of path) {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    const { id, use } = (value ?? {}) as { readonly id?: unknown; readonly use?: unknown };
    if (typeof key === "number") name += `[${[id, use].find((one) => typeof one === "string") ?? `#${key + 1}`}]`;
    else name += `${name === "" ? "" : "."}${String(key)}`;
  }
  return name === "" ? "file" : name;
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const key = part.at(-1);
    const parent = length === 1 ? document.contents : document.getIn(part.slice(0, -1), true);
    if (isMap(parent)) {
      // the line of the key, not of a block value that starts a line further down
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const node = document.getIn(part, true) as Node | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
