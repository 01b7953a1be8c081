/** One finds the room for a change from the folders' names alone; a room that holds everything tells nothing. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";

const MOST_FILES = 18;
/** Of policy data and tests: they are many of a kind. */
const MOST_OF_A_KIND = 30;
const MOST_LINES = 450;

const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: projectRoot }).filter((file) => !file.includes("/generated/"));

function fuller(all: readonly string[], most: number): string[] {
  const rooms = new Map<string, number>();
  for (const file of all) rooms.set(dirname(file), (rooms.get(dirname(file)) ?? 0) + 1);
  return [...rooms].filter(([, count]) => count > most).map(([room, count]) => `${room}: ${count}`);
}

const CODE = files("src-{main,shared,renderer}/**/*.{ts,tsx}");

describe("the rooms of the house", () => {
  it("are all there to be counted", () => {
    expect(CODE.length).toBeGreaterThan(500);
  });

  it(`hold at most ${MOST_FILES} code files`, () => {
    expect(fuller(CODE, MOST_FILES)).toEqual([]);
  });

  it(`hold at most ${MOST_OF_A_KIND} files of policy data or tests`, () => {
    expect(fuller(files("resources/policy/**/*.yaml"), MOST_OF_A_KIND)).toEqual([]);
    expect(fuller(files("test/**/*.{ts,tsx}"), MOST_OF_A_KIND)).toEqual([]);
  });

  it("hold no file that one cannot read at a sitting", () => {
    const long = CODE.filter((file) => readFileSync(join(projectRoot, file), "utf8").split("\n").length > MOST_LINES);
    expect(long).toEqual([]);
  });

  it("finds a room that is too full", () => {
    expect(fuller(["a/1.ts", "a/2.ts", "b/1.ts"], 1)).toEqual(["a: 2"]);
  });
});
