/** Which change of the sources changes whose hash: a comment in one city changes no other. */
import { appendFileSync, cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { filesOfMatter, formulaHashes, hashFormulas, type FormulaHashes } from "../../../src-main/rules/formula-hash.ts";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import { CITIES } from "../../policy/of-cities.ts";

const copy = mkdtempSync(join(tmpdir(), "counter-formulas-"));
for (const folder of ["src-main/rules", "src-shared", "resources/policy"])
  cpSync(join(projectRoot, folder), join(copy, folder), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

const before = hashFormulas(copy);
const differing = (now: FormulaHashes): { cities: string[]; matters: string[] } => ({
  cities: Object.keys(now.cities).filter((city) => now.cities[city] !== before.cities[city]),
  matters: Object.keys(now.matters).filter((matter) => now.matters[matter] !== before.matters[matter]),
});

/** What a comment at the end of a file changes. */
function afterComment(file: string): { cities: string[]; matters: string[] } {
  appendFileSync(join(copy, file), "// a remark\n");
  const found = differing(hashFormulas(copy));
  cpSync(join(projectRoot, file), join(copy, file));
  return found;
}

describe("the hash of formulas", () => {
  it("is the same wherever the sources lie, and whatever ends their lines", () => {
    expect(before).toEqual(formulaHashes());
    const lines = (end: string): void =>
      writeFileSync(join(copy, "src-shared/domain/line-ends.ts"), ["export const a = 1;", "export const b = 2;", ""].join(end));
    lines("\n");
    const unix = hashFormulas(copy);
    lines("\r\n");
    expect(hashFormulas(copy)).toEqual(unix);
    rmSync(join(copy, "src-shared/domain/line-ends.ts"));
  });

  it("changes for one matter and its city with the matter's own file", () => {
    expect(afterComment("src-main/rules/tieling/arrears.ts")).toEqual({ cities: ["tieling"], matters: ["tieling.arrears"] });
  });

  it("changes for all that import a file", () => {
    const { cities, matters } = afterComment("src-main/rules/tieling/arrears-price.ts");
    expect(cities).toEqual(["tieling"]);
    expect(matters).toContain("tieling.arrears");
    expect(matters).not.toContain("tieling.newborn");
    expect(matters.every((matter) => matter.startsWith("tieling."))).toBe(true);
  });

  it("changes for everything with the engine, and with what the engine imports", () => {
    for (const file of ["src-main/rules/engine/write-down.ts", "src-shared/text/fold.ts"]) {
      const { cities, matters } = afterComment(file);
      expect(cities, file).toEqual(CITIES);
      expect(matters, file).toEqual(Object.keys(before.matters));
    }
  });

  it("belongs to some matter for every file of a city", () => {
    const reached = new Set(Object.keys(before.matters).flatMap((matter) => [...filesOfMatter(copy, matter)]));
    const files = globSync(`src-main/rules/{national,${CITIES.join()}}/**/*.ts`, { cwd: copy });
    expect(files.length).toBeGreaterThan(50);
    // lists of matters decide nothing
    const lost = files
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => !reached.has(file) && !file.endsWith("/index.ts"));
    expect(lost).toEqual([]);
  });
});
