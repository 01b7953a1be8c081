/** Runs an installed tool, or one of our own commands, through the launcher. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const launcher = fileURLToPath(new URL("run.mjs", import.meta.url));

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface ToolRun {
  readonly status: number;
  /** What the tool wrote, both streams in order; empty when it was shown directly. */
  readonly output: string;
}

/** @param show let the tool write to the terminal itself instead of collecting its output */
export function runTool(
  name: string,
  toolArguments: readonly string[] = [],
  { show = false, env = {} }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, name, ...toolArguments], {
      cwd: projectRoot,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    // a signal to this process alone must not leave the tool behind
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.on("error", reject);
    child.on("close", (status) => {
      for (const signal of SIGNALS) process.off(signal, passOn);
      resolve({ status: status ?? 1, output });
    });
  });
}
