/** Runs a headless command and takes down what it says: in this process, or as the program that it is. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { runCommand } from "../../../src-main/hosts/command-line/run.ts";

const program = fileURLToPath(new URL("../../../src-main/cli.ts", import.meta.url));

interface Around {
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of its own costs a second each time. */
export function counterProgram(args: readonly string[], input = "", { environment = {}, cwd }: Around = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    cwd,
  });
  return { status, stdout, stderr };
}

/** The program under way, to be watched and interrupted; ends with its exit code. */
export function counterStarted(args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].on("data", (chunk: Buffer) => void (said[stream] += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { child, said, ended };
}

/** The same beside the test; `counter.test.ts` shows that it is the same. */
export async function counter(args: readonly string[], input = "", { environment = {}, cwd }: Around = {}): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((chunk) => {
      said[stream] += String(chunk);
      return true;
    }),
  );
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin")!;
  const before = { environment: { ...process.env }, cwd: process.cwd() };
  Object.defineProperty(process, "stdin", { value: Readable.from([Buffer.from(input)]), configurable: true });
  Object.assign(process.env, environment);
  if (cwd !== undefined) process.chdir(cwd);
  try {
    const status = await runCommand(args, join(program, ".."));
    return { status, ...said };
  } finally {
    process.chdir(before.cwd);
    for (const name of Object.keys(environment)) {
      if (before.environment[name] === undefined) delete process.env[name];
      else process.env[name] = before.environment[name];
    }
    Object.defineProperty(process, "stdin", stdin);
    for (const spy of spies) spy.mockRestore();
  }
}
