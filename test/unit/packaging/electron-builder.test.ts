import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../../../src-main/launcher/tool.ts";

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Configuration {
  readonly npmRebuild: boolean;
  readonly asar: boolean;
  readonly asarUnpack: readonly string[];
  readonly files: readonly string[];
  readonly afterPack: string;
  readonly win: { readonly target: readonly Target[]; readonly icon: string; readonly files: readonly string[] };
  readonly linux: { readonly target: readonly Target[]; readonly icon: string; readonly files: readonly string[] };
  readonly extraResources: readonly { readonly from: string; readonly filter: readonly string[] }[];
}

const read = (): Configuration => parse(readFileSync(join(projectRoot, "electron-builder.yml"), "utf8")) as Configuration;

/** electron-builder's own check of a configuration file; throws with what is wrong. */
async function validate(configuration: object): Promise<void> {
  const load = createRequire(import.meta.url);
  const { validateConfiguration } = load("app-builder-lib/out/util/config/config.js") as {
    validateConfiguration: (configuration: object, debugLogger: { isEnabled: boolean }) => Promise<void>;
  };
  await validateConfiguration(configuration, { isEnabled: false });
}

describe("electron-builder.yml", () => {
  it("passes electron-builder's schema, which finds a misspelt option", async () => {
    await expect(validate(read())).resolves.toBeUndefined();
    await expect(validate({ ...read(), npmRebuid: false })).rejects.toThrow("npmRebuid");
  });

  it("builds the installers that the offices need", () => {
    const { win, linux } = read();
    expect(win.target).toEqual([{ target: "nsis", arch: ["x64"] }]);
    expect(linux.target).toEqual([
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "AppImage", arch: ["x64", "arm64"] },
    ]);
  });

  it("ships the archive, better-sqlite3's one binary and the policy, and neither Node nor sources", () => {
    const { files, win, linux, asar, asarUnpack, npmRebuild, extraResources } = read();
    expect({ asar, npmRebuild }).toEqual({ asar: true, npmRebuild: false });
    expect(files).toContain("!node_modules/node-*-*/**");
    expect(files.filter((pattern) => pattern.startsWith("src"))).toEqual([]);
    expect(asarUnpack).toEqual(["node_modules/better-sqlite3/prebuilds/**"]);
    expect(win.files).toEqual(["package.json", "!node_modules/better-sqlite3/prebuilds/!(win32-${arch}).node"]);
    expect(linux.files).toEqual(["package.json", "!node_modules/better-sqlite3/prebuilds/!(linux-${arch}).node"]);
    expect(extraResources[0]?.filter).toEqual(expect.arrayContaining(["policy/**", "formulas/**", "fonts/**"]));
  });

  it("names only files that exist", () => {
    const { win, linux, afterPack, extraResources } = read();
    for (const path of [win.icon, linux.icon, afterPack, ...extraResources.map(({ from }) => from)]) {
      expect(existsSync(join(projectRoot, path)), path).toBe(true);
    }
  });
});
