import { describe, expect, it } from "vitest";
import { LAWS } from "./laws.ts";
import { appSources, source } from "./source.ts";

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

it("the sources are really looked at", () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(({ imports }) => imports)).toContain("better-sqlite3");
});
