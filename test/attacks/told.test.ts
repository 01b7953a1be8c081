/** What `docs/security.md` says is held by tests: each is there, each sentence has one, and no attack is left out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";

const page = readFileSync(join(projectRoot, "docs/security.md"), "utf8");
const TEST_FILE = /`(test\/[\w./-]+)`/g;
const rows = [...page.matchAll(/^\| (\d+) [^|]+\|([^|]+)\|$/gm)].map(([, sentence, tests]) => ({
  sentence: Number(sentence),
  tests: [...tests!.matchAll(TEST_FILE)].map(([, path]) => path!),
}));

it("each of the ten sentences has its tests", () => {
  expect(rows.map(({ sentence }) => sentence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

it("each test that is named is there", () => {
  const named = rows.flatMap(({ tests }) => tests);
  expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

it("each attack is named", () => {
  const attacks = readdirSync(join(projectRoot, "test/attacks")).filter((name) => name !== "told.test.ts");
  expect(attacks.filter((name) => !page.includes(`test/attacks/${name}`))).toEqual([]);
});

it("is linked where an officer looks", () => {
  for (const path of ["README.md", "docs/administrator.md"]) {
    expect(readFileSync(join(projectRoot, path), "utf8")).toContain("security.md");
  }
});
