/** Policy folders on disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cities, readPolicyFiles } from "../../../../src-main/rules/engine/pack/source.ts";

let folder: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policy-"));
  write("west/city.yaml", "id: west\r\ntitle: West\r\n");
  write("west/tables/b.yaml", "b");
  write("west/tables/a.yaml", "a");
  write("west/readme.md", "no policy");
  write("east/city.yaml", "id: east");
  write("draft/tables/a.yaml", "a folder without city.yaml is no city");
  write("national/city.yaml", "the nation is none either");
  write("national/steps/a.yaml", "national");
  write("city.yaml", "a file is no city");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("policy on disk", () => {
  it("has the cities that have a city file, sorted", () => {
    expect(cities(folder)).toEqual(["east", "west"]);
  });

  it("is read with that of the nation, by path, with one kind of line end", () => {
    expect(readPolicyFiles(folder, "west")).toEqual({
      "national/city.yaml": "the nation is none either",
      "national/steps/a.yaml": "national",
      "west/city.yaml": "id: west\ntitle: West\n",
      "west/tables/a.yaml": "a",
      "west/tables/b.yaml": "b",
    });
    expect(Object.keys(readPolicyFiles(folder, "west"))).toEqual([
      "national/city.yaml",
      "national/steps/a.yaml",
      "west/city.yaml",
      "west/tables/a.yaml",
      "west/tables/b.yaml",
    ]);
  });

  it("of a city that is not there cannot be read", () => {
    expect(() => readPolicyFiles(folder, "south")).toThrow(/ENOENT/);
  });
});
