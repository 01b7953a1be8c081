/** Builds `out/` when it is missing or older than what it is made from. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { LAUNCHER_TEXT } from "./text.ts";
import { projectRoot, runTool } from "./tool.ts";

const SOURCES = ["src-main", "src-shared", "src-renderer", "electron.vite.config.ts", "package.json", "package-lock.json"];
const PRODUCTS = [
  "out/main/electron.js",
  "out/main/loopback.js",
  "out/main/loopback-host.js",
  "out/main/cli.js",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
];

/** Milliseconds since the epoch; 0 when there is no such file. */
const changed = (path: string): number => statSync(join(projectRoot, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function* filesBelow(path: string): Generator<string> {
  if (!statSync(join(projectRoot, path)).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(join(projectRoot, path), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name).slice(projectRoot.length);
  }
}

export function isBuilt(): boolean {
  const built = Math.min(...PRODUCTS.map(changed));
  if (built === 0) return false;
  for (const source of SOURCES) {
    for (const file of filesBelow(source)) if (changed(file) > built) return false;
  }
  return true;
}

/** Builds if needed, in one line; a failure throws with the build's own output. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  process.stderr.write(`${LAUNCHER_TEXT.building}\n`);
  const { status, output } = await runTool("build");
  if (status !== 0) throw new Error(`${LAUNCHER_TEXT.buildFailed}\n${output}`);
}
