/** Facts as JSON from a file or standard input. What they mean is the engine's business; here only their shape is judged. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { StringDecoder } from "node:string_decoder";
import { arePlainFacts } from "../../../../src-shared/contract/define.ts";
import { calls } from "../../../../src-shared/contract/index.ts";
import type { FactInputs, FieldError } from "../../../../src-shared/domain/facts.ts";
import { TEXT } from "../text.ts";

const factsSchema = calls["counter.evaluate"].input.shape.facts;

export type Parsed = { readonly facts: FactInputs } | { readonly errors: readonly FieldError[] };

export function parseFacts(json: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { errors: [{ fact: "", code: "type", message: TEXT.notJson((error as Error).message) }] };
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return { errors: [{ fact: "", code: "type", message: TEXT.notObject }] };
  if (arePlainFacts(value)) return { facts: value };
  const checked = factsSchema.safeParse(value);
  if (checked.success) return { facts: checked.data };
  const names = new Set(checked.error.issues.map((issue) => String(issue.path[0] ?? "")));
  return { errors: [...names].map((fact) => ({ fact, code: "type", message: TEXT.badValue(fact) })) };
}

const STANDARD_INPUT = "-";

export const readAll = (file: string): Promise<string> =>
  file === STANDARD_INPUT ? text(process.stdin) : readFile(file, "utf8");

/**
 * Lines as they come, several at once, so that a batch of any length needs little memory and little time. A line ends with a line
 * feed, as JSON Lines has it; a carriage return before it is white space.
 */
export async function* readLines(file: string): AsyncGenerator<readonly string[]> {
  const input: AsyncIterable<Buffer> = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
  // a character may lie across two chunks
  const decoder = new StringDecoder("utf8");
  let begun = "";
  for await (const chunk of input) {
    const lines = (begun + decoder.write(chunk)).split("\n");
    begun = lines.pop()!;
    if (lines.length > 0) yield lines;
  }
  begun += decoder.end();
  if (begun !== "") yield [begun];
}
