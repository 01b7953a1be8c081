/**
 * What the tests import as `vitest` here: the tests are gathered, not run, so that each can be called alone and again for every
 * mutant. Has what they use of it, and no more: the rest fails at import.
 */
import { format } from "node:util";
import type { expect as Expect } from "vitest";

export let expect: typeof Expect;

/** In place of an import, which would lead back to this file. */
export function useExpect(real: typeof Expect): void {
  expect = real;
}

type Body = () => unknown;

export interface Test {
  /** File, suites and title. */
  readonly name: string;
  readonly run: Body;
  /** Of its file: before and after the test. */
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

interface TestFile {
  readonly suites: string[];
  readonly before: Body[];
  readonly after: Body[];
}

export const tests: Test[] = [];
let file: TestFile = { suites: [], before: [], after: [] };

/** What is gathered from now on belongs to this file. */
export function beginFile(path: string): void {
  file = { suites: [path], before: [], after: [] };
}

type Row = readonly unknown[];
const rowOf = (value: unknown): Row => (Array.isArray(value) ? value : [value]);
const titled = (title: string, row: Row): string => {
  const wanted = title.match(/%[sdifjoO]/g)?.length ?? 0;
  return format(title, ...row.slice(0, wanted).map((value) => (typeof value === "object" ? JSON.stringify(value) : value)));
};

function gatherSuite(title: string, body: Body): void {
  file.suites.push(title);
  body();
  file.suites.pop();
}

function gatherTest(title: string, run: Body): void {
  tests.push({ name: [...file.suites, title].join(" > "), run, before: file.before, after: file.after });
}

/** One suite or test for each row. */
const each =
  (gather: (title: string, body: Body) => void) =>
  (rows: readonly unknown[]) =>
  (title: string, body: (...row: readonly unknown[]) => unknown): void => {
    for (const row of rows.map(rowOf)) gather(titled(title, row), () => body(...row));
  };

export const describe = Object.assign(gatherSuite, {
  each: each(gatherSuite),
  runIf: (condition: boolean) => (condition ? gatherSuite : () => {}),
});
export const it = Object.assign(gatherTest, { each: each(gatherTest) });
/** @alias as vitest has it by both names */
export const test = it;
export const beforeAll = (body: Body): void => void file.before.push(body);
export const afterAll = (body: Body): void => void file.after.push(body);
