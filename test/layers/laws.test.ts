import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { cities } from "../../src-main/rules/index.ts";
import { CITIES, LAWS } from "./laws.ts";
import { twiceNamed } from "./one-name.ts";
import { appSources, filesBelow, root, source } from "./source.ts";
import { chineseIn, EXCEPTIONS } from "./words-apart.ts";

const sources = appSources();

describe.each(LAWS)("$title", (law) => {
  it("holds for every source file", () => {
    expect(sources.flatMap(law.breaches)).toEqual([]);
  });

  it.each(law.breaking)("finds a breach in %s: %s", (path, text) => {
    expect(law.breaches(source(path, text))).not.toEqual([]);
  });

  it.each(law.keeping)("lets pass %s: %s", (path, text) => {
    expect(law.breaches(source(path, text))).toEqual([]);
  });
});

it("a city is one that has a folder", () => {
  expect(CITIES).toEqual(expect.arrayContaining([...cities(join(root, "resources/policy"))]));
  expect(CITIES.length).toBeGreaterThanOrEqual(3);
});

it("only files that need it are excepted from words standing apart", () => {
  const needing = sources.filter((each) => EXCEPTIONS.has(each.path) && chineseIn(each).length > 0);
  expect(needing.map(({ path }) => path)).toEqual(expect.arrayContaining([...EXCEPTIONS.keys()]));
});

it("the sources are really looked at", () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(({ imports }) => imports)).toContain("better-sqlite3");
});

it("no type has the name of another", () => {
  expect(sources.flatMap(({ types }) => types).length).toBeGreaterThan(500);
  expect(twiceNamed(sources)).toEqual([]);
});

it("one that has would be found", () => {
  const shared = source("src-shared/domain/a.ts", "export interface Row { readonly a: 1 }");
  const main = source("src-main/store/b.ts", "export type Row = string; type Own = 1;");
  const renderer = source("src-renderer/c.ts", "export type Own = 2;");
  expect(twiceNamed([shared, main, renderer])).toEqual(["Row: src-shared/domain/a.ts, src-main/store/b.ts"]);
  expect(twiceNamed([main, source("src-renderer/d.ts", "export type Row = 1;")])).toEqual([]);
});

/** Expectations that a condition may pass over, also those in helpers, where the linter does not see them. */
function conditional(path: string, text: string): string[] {
  const { program } = parseSync(path, text);
  const found: string[] = [];
  const look = (node: unknown, isConditional: boolean): void => {
    if (Array.isArray(node)) for (const each of node) look(each, isConditional);
    if (node === null || typeof node !== "object" || !("type" in node)) return;
    const { type, start, callee } = node as {
      readonly type: string;
      readonly start: number;
      readonly callee?: { name?: string };
    };
    if (isConditional && type === "CallExpression" && callee?.name === "expect") {
      found.push(`${path}:${text.slice(0, start).split("\n").length}`);
    }
    for (const [key, child] of Object.entries(node)) look(child, isConditional || (CONDITIONAL[type]?.includes(key) ?? false));
  };
  look(program, false);
  return found;
}

/** Parts of a syntax tree that are passed over now and then. */
const CONDITIONAL: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ["consequent", "alternate"],
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["right"],
  SwitchCase: ["consequent"],
  CatchClause: ["body"],
};

describe("no expectation stands under a condition, where it might never be put", () => {
  it("in any test", () => {
    const tests = filesBelow("test").filter((path) => /\.tsx?$/.test(path));
    expect(tests.length).toBeGreaterThan(100);
    expect(tests.flatMap((path) => conditional(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
  });

  it.each([
    "if (a) expect(b);",
    "a ? expect(b) : c;",
    "a && expect(b);",
    "const check = () => { try { a(); } catch { expect(b); } };",
  ])("would be found in: %s", (text) => {
    expect(conditional("test/a.ts", text)).toEqual(["test/a.ts:1"]);
  });

  it("may look at one thing or another", () => {
    expect(conditional("test/a.ts", "if (expect(a)) b(); expect(a ? b : c);")).toEqual([]);
  });
});
