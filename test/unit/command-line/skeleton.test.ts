/** `counter new-city` and `counter new-matter`, in a copy of the sources: what they write is checked, decides, and is never written over. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import { intoList } from "../../../src-main/hosts/command-line/skeleton/files.ts";

const copy = mkdtempSync(join(tmpdir(), "skeleton-"));
afterAll(() => rmSync(copy, { recursive: true }));
beforeAll(() => {
  for (const folder of ["src-main", "src-shared", "resources/policy", "docs/schema"])
    cpSync(join(projectRoot, folder), join(copy, folder), { recursive: true });
  cpSync(join(projectRoot, "package.json"), join(copy, "package.json"));
  symlinkSync(join(projectRoot, "node_modules"), join(copy, "node_modules"), "junction");
});

const run = (script: string, ...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(copy, script), ...args], { cwd: copy }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.end(JSON.stringify({ household: true, months: 3 }));
  });
const counter = (...args: readonly string[]) => run("src-main/cli.ts", ...args);
const generateWords = () => run("src-main/launcher/generate-words.ts");
const read = (file: string): string => readFileSync(join(copy, file), "utf8");

describe("a new city", () => {
  it("loads, first without a matter and then with one of each kind, and decides", { timeout: 60_000 }, async () => {
    expect(await counter("new-city", "harbour", "--title", "港城")).toMatchObject({ status: 0, stderr: "" });
    expect((await generateWords()).status).toBe(0);
    expect((await counter("verify")).status).toBe(0);

    const reckoning = await counter("new-matter", "harbour.first-payment", "--title", "首次缴费", "--rule", "HB-01");
    expect(reckoning.stdout).toContain("src-main/rules/harbour/first-payment.ts");
    const checklist = await counter("new-matter", "harbour.move", "--title", "关系转出", "--rule", "HB-02", "--checklist");
    expect(checklist.status).toBe(0);
    expect(existsSync(join(copy, "src-main/rules/harbour/move.ts"))).toBe(false);
    expect((await generateWords()).status).toBe(0);
    const verified = await counter("verify");
    const { cities, problems } = JSON.parse(verified.stdout) as { cities: { city: string }[]; problems?: unknown };
    expect({ status: verified.status, problems }).toEqual({ status: 0, problems: undefined });
    expect(cities.find(({ city }) => city === "harbour")).toMatchObject({ matters: 2, figures: 1 });

    const { stdout } = await counter("evaluate", "harbour.first-payment", "--facts", "-");
    expect((JSON.parse(stdout) as Decision).headline).toBe("可以办理，共缴 300.00 元");
    expect(read("resources/policy/harbour/city.yaml")).toMatch(/\norder:\n {2}- harbour\.first-payment\n {2}- harbour\.move\n$/);
    expect(read("test/policy/harbour/all.cases.ts")).toContain('  ["harbour.move", MOVE_CASES],\n];');
    expect(read("test/e2e/matters/harbour.ts")).toMatch(/name: "first-payment"[\s\S]*name: "move"[\s\S]*\n {2}\],\n\};\n$/);

    const again = await counter("new-matter", "harbour.move", "--title", "转出", "--rule", "HB-02", "--checklist");
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining("resources/policy/harbour/matters/move.yaml") });
    expect((await counter("new-city", "harbour", "--title", "港城")).status).toBe(2);
  });

  it.each([
    [["new-city", "Harbour", "--title", "港城"], "city"],
    [["new-city", "haven"], "title"],
    [["new-matter", "haven", "--title", "转出", "--rule", "HB-01"], "matter"],
    [["new-matter", "haven.move", "--title", "转出", "--rule", "HB-01"], "matter"],
    [["new-matter", "haven.move", "--rule", "HB-01"], "title"],
    [["new-matter", "haven.move", "--title", "转出", "--rule", "H-1"], "rule"],
    [["new-city", "haven", "--title", "港城", "--policy", "."], "policy"],
  ])("%j is refused at %s", async (args, field) => {
    const { status, stderr } = await counter(...args);
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ fact: field }] });
    expect(existsSync(join(copy, "resources/policy/haven"))).toBe(false);
  });
});

it("an entry goes to the end of the last list, on a line of its own", () => {
  expect(intoList("const a = [1];\nconst b = [];\n", "  2,")).toBe("const a = [1];\nconst b = [\n  2,\n];\n");
  expect(intoList("x = {\n  list: [\n    1,\n  ],\n};\n", "    2,")).toBe("x = {\n  list: [\n    1,\n    2,\n  ],\n};\n");
});
