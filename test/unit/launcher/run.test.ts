import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../../src-main/launcher/tool.ts";

const folder = mkdtempSync(join(tmpdir(), "yibao-launcher-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (launcher: string, ...launcherArguments: string[]) =>
  spawnSync(process.execPath, [join(launcher, "src-main/launcher/run.mjs"), ...launcherArguments], { encoding: "utf8" });

/** The launcher in a project of its own, with or without `node_modules`. */
function project(name: string, installed: boolean): string {
  const root = join(folder, name);
  mkdirSync(join(root, "src-main/launcher"), { recursive: true });
  cpSync(join(projectRoot, "src-main/launcher/run.mjs"), join(root, "src-main/launcher/run.mjs"));
  if (installed) mkdirSync(join(root, "node_modules"));
  return root;
}

describe("the launcher", () => {
  it("runs an installed tool and passes its output and status on", () => {
    const version = run(projectRoot, "tsc", "--version");
    expect(version).toMatchObject({ status: 0, stdout: "Version 7.0.2\n", stderr: "" });
    expect(run(projectRoot, "tsc", "--no-such-option").status).toBe(1);
  });

  it("names its commands when asked for one that does not exist", () => {
    const { status, stdout, stderr } = run(projectRoot, "no-such-tool");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("没有“no-such-tool”这个命令");
    expect(stderr).toContain("start");
  });

  it("says what to do where nothing is installed", () => {
    const { status, stderr } = run(project("bare", false), "start");
    expect(status).toBe(1);
    expect(stderr).toBe("尚未安装依赖，请先在项目目录运行：npm ci\n");
  });

  it("makes do with a new enough Node where the pinned one is missing", () => {
    const root = project("unpinned", true);
    // this test's own Node is new enough, so the launcher gets as far as looking for the tool
    expect(run(root, "tool").stderr).toContain("没有安装同名工具");
  });
});
