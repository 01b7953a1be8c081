/** Electron's binary is no part of its package: it comes from a server that an office may not reach. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, runTool } from "./tool.ts";

const folder = join(projectRoot, "node_modules", "electron");
const MIRROR_ANSWERS_WITHIN_MS = 2500;

/** The executable, or `undefined` while it has not been fetched. */
export function electronBinary(): string | undefined {
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(executable) ? executable : undefined;
}

/** Whether the server that holds the binary answers at all; any answer counts. */
export async function mirrorAnswers(): Promise<boolean> {
  const mirror =
    process.env["ELECTRON_MIRROR"] ??
    process.env["npm_config_electron_mirror"] ??
    "https://github.com/electron/electron/releases/";
  try {
    await fetch(mirror, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(MIRROR_ANSWERS_WITHIN_MS) });
    return true;
  } catch {
    return false; // no route, no name, no answer in time: all the same to the clerk
  }
}

/** Fetches the binary, its progress shown; `undefined` when that failed. */
export async function fetchElectron(): Promise<string | undefined> {
  const { status } = await runTool("install-electron", [], { show: true });
  return status === 0 ? electronBinary() : undefined;
}
