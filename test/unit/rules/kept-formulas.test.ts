/** Whose formulas are run: the program's own, by a hash, and nobody else's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { formulaHashes } from "../../../src-main/rules/formula-hash.ts";
import { formulasIn } from "../../../src-main/rules/kept-formulas.ts";
import { replay } from "../../../src-main/rules/replay.ts";

const folder = mkdtempSync(join(tmpdir(), "counter-kept-"));
afterAll(() => rmSync(folder, { recursive: true }));
const HASH = "a".repeat(64);
const SAYS = `export const replay = () => "kept";\n`;

const own = join(folder, "formulas");
const store = join(folder, "data");
for (const place of [own, store]) mkdirAndWrite(place);

function mkdirAndWrite(place: string): void {
  mkdirSync(place);
  writeFileSync(join(place, `${place === own ? HASH : "b".repeat(64)}.js`), SAYS);
  writeFileSync(join(place, "helper.js"), SAYS);
}

describe("formulas by their hash", () => {
  const formulasOf = formulasIn(own);

  it("are those of a file of the program's own folder", async () => {
    expect((await formulasOf(HASH))!("", "", {}, "")).toBe("kept");
  });

  it("are the running ones for each city's hash of today", async () => {
    for (const hash of Object.values(formulaHashes().cities)) expect(await formulasOf(hash)).toBe(replay);
  });

  it.each([
    ["a hash that lies in another folder", "b".repeat(64)],
    ["a way into another folder", `../data/${"b".repeat(64)}`],
    ["a whole path", join(store, "b".repeat(64))],
    ["a path from here", relative(process.cwd(), join(store, "b".repeat(64)))],
    ["a name that is no hash", "helper"],
    ["a name with its ending", `${HASH}.js`],
    ["a hash in capitals", HASH.toUpperCase()],
    ["nothing", ""],
  ])("are none for %s", async (_what, hash) => {
    expect(await formulasOf(hash)).toBeUndefined();
  });

  it("are none where the program brings none along", async () => {
    expect(await formulasIn(join(folder, "nowhere"))(HASH)).toBeUndefined();
  });
});
