/** What the schemas find, in words of policy data: the library's own texts speak of JavaScript. */
import type { z } from "zod";
import type { IssueWords } from "../engine/pack/policy-file.ts";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** How many letters are wrong, missing or too many. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** What was meant by a name that there is not. */
const nearest = (name: string, known: readonly string[]): string | undefined =>
  known
    .filter((other) => slips(name, other) <= Math.min(2, Math.trunc(name.length / 3)))
    .sort((a, b) => slips(name, a) - slips(name, b))[0];

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a block of keys",
  record: "a block of keys",
  null: "nothing",
};
const kindOf = (input: unknown): string => KINDS[Array.isArray(input) ? "array" : input === null ? "null" : typeof input]!;
const shown = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));

const MISSING = "is missing";
const NO_FORM = "this is none of the forms that it may have";

/** What a schema says itself goes before. */
export const IN_WORDS: IssueWords = { context: { error: inWords, reportInput: true }, told: (issues) => toldOf(issues) };

/** A line for each unknown key. */
function inWords(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${KINDS[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}`;
    case "invalid_value":
      return `${shown(issue.input)} is none of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys": {
      const known = Object.keys((issue.inst as unknown as z.ZodObject).def.shape);
      return issue.keys.map((key) => unknownKey(key, known)).join("\n");
    }
    case "too_small":
      return `expected at least ${issue.minimum}${issue.origin === "array" ? " of them" : ""}`;
    case "too_big":
      return `expected at most ${issue.maximum}`;
    case "invalid_union":
      return NO_FORM;
    case "invalid_key":
      return `"${String(issue.path?.at(-1) ?? issue.input)}": ${issue.issues[0]?.message ?? "no name"}`;
    default:
      return `not accepted (${issue.code})`;
  }
}

const unknownKey = (key: string, known: readonly string[]): string => {
  const meant = nearest(key, known);
  return `there is no key "${key}" here; ${meant === undefined ? `known: ${known.join(", ")}` : `is "${meant}" meant?`}`;
};

type Told = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Each fault with the path of the part or key that has it; a key that is missing because it is misspelt is told once. */
function toldOf(issues: readonly Issue[], above: readonly PropertyKey[] = []): Told[] {
  const told = issues.flatMap((issue): Told[] => {
    const path = [...above, ...issue.path];
    if (issue.code.startsWith("invalid_") && "input" in issue && issue.input === undefined) return [{ path, message: MISSING }];
    if (issue.code === "unrecognized_keys")
      return issue.message.split("\n").map((message, index) => ({ path: [...path, issue.keys[index]!], message }));
    if (issue.code !== "invalid_union" || issue.message !== NO_FORM) return [{ path, message: issue.message }];
    // the form that was meant has the right kind of value, and the fewest faults
    const [meant] = issue.errors
      .filter((form) => !form.some(({ code, path: at }) => code === "invalid_type" && at.length === 0))
      .map((form) => toldOf(form, path))
      .sort((a, b) => a.length - b.length);
    return meant ?? [{ path, message: issue.message }];
  });
  const meant = new Set(
    told.flatMap(({ path, message }) => {
      const [, key] = /is "(.*)" meant\?$/.exec(message) ?? [];
      return key === undefined ? [] : [JSON.stringify([...path.slice(0, -1), key])];
    }),
  );
  return told.filter(({ path, message }) => message !== MISSING || !meant.has(JSON.stringify(path)));
}
