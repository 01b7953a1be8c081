/**
 * `npm start [-- --demo --port N --data DIR --no-open]`: the desktop app where Electron is present or can be fetched,
 * otherwise the same app on a loopback address in the browser. The arguments go to the host as they are.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.ts";
import { electronBinary, fetchElectron, mirrorAnswers } from "./electron-binary.ts";
import { LAUNCHER_TEXT } from "./text.ts";
import { projectRoot } from "./tool.ts";

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** The desktop program, or `undefined` after one sentence that says why not. */
async function chooseElectron(): Promise<string | undefined> {
  if (process.platform === "linux") {
    if (!process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return void say(LAUNCHER_TEXT.noDisplay);
    // Chromium's sandbox refuses root, and we never switch the sandbox off
    if (process.getuid?.() === 0) return void say(LAUNCHER_TEXT.asRoot);
  }
  const present = electronBinary();
  if (present) return present;
  if (!(await mirrorAnswers())) return void say(LAUNCHER_TEXT.noElectron);
  say(LAUNCHER_TEXT.downloading);
  const fetched = await fetchElectron();
  if (!fetched) say(LAUNCHER_TEXT.downloadFailed);
  return fetched;
}

function runElectron(executable: string, hostArguments: readonly string[]): void {
  const child = spawn(executable, [projectRoot, ...hostArguments], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (status) => process.exit(status ?? 1));
}

const hostArguments = process.argv.slice(2);
try {
  await ensureBuilt();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
const electron = await chooseElectron();
if (electron) {
  runElectron(electron, hostArguments);
} else {
  // in this very process: one thing less to pass signals to
  const host = join(projectRoot, "out/main/loopback.js");
  process.argv = [process.execPath, host, ...hostArguments];
  await import(pathToFileURL(host).href);
}
