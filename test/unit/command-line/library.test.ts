/** `counter library` as it is run before a commit: the files that it writes. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { libraryDocument } from "../../../src-main/hosts/command-line/policy/library-document.ts";
import { libraryView } from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import { counter } from "./run-counter.ts";

const folder = mkdtempSync(join(tmpdir(), "library-"));
afterAll(() => rmSync(folder, { recursive: true }));

const library = (...args: string[]) => counter(["library", ...args], "", { cwd: folder });
const text = libraryDocument(libraryView(packFor("dalian")));

describe("counter library", () => {
  it("writes a document for each city below the folder it is run in, the same each time", async () => {
    const { status, stdout, stderr } = await library();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const path = join("docs", "policy", "dalian.md");
    expect(stdout.split("\n")).toContain(path);
    expect(readFileSync(join(folder, path), "utf8")).toBe(text);
  });

  it("writes one city where it is told to", async () => {
    expect((await library("--city", "dalian", "--out", "elsewhere")).status).toBe(0);
    expect(existsSync(join(folder, "elsewhere", "dalian.md"))).toBe(true);
  });

  it("refuses an unknown city and a place that cannot be written to", async () => {
    expect(await library("--city", "atlantis")).toMatchObject({ status: 2, stderr: expect.stringContaining("dalian") });
    writeFileSync(join(folder, "file"), "");
    expect(await library("--city", "dalian", "--out", "file")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("dalian.md"),
    });
  });
});

describe("the document", () => {
  it("leads every link to an entry of its own", () => {
    const anchors = new Set([...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id));
    const links = new Set([...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id));
    expect(links.size).toBeGreaterThan(100);
    expect([...links].filter((id) => !anchors.has(id))).toEqual([]);
  });

  it("tells figures, tables, readings and conflicts", () => {
    expect(text).toContain("| 2022-07-01 至 2023-12-31 | 7291 元/月 |");
    expect(text).toMatch(/\| 2026-01-01 起 \| \*\*尚无数值\*\* \|/);
    expect(text).toContain("| 身份 | 入院时周岁 | 医院级别 | → 起付标准 | → 统筹支付比例 | 依据 |");
    expect(text).toContain("已逐格证明 16 格：没有缺口，没有重叠");
    expect(text).toMatch(/- \*\*“以下”不含满周岁当天，生日起不能参保\*\*（采用）/);
    expect(text).toContain("- 采用：**2023年1月起由大额医疗费用补助分段支付，不封顶**");
  });

  it("has as many cells in each line of a table as in its head", () => {
    const cells = (line: string): number => line.replaceAll("\\|", "").split("|").length;
    const lines = text.split("\n");
    const uneven = lines.filter(
      (line, at) => line.startsWith("|") && lines[at - 1]?.startsWith("|") && cells(line) !== cells(lines[at - 1]!),
    );
    expect(uneven).toEqual([]);
  });
});
