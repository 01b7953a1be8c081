/** Runs one gathered test, with an end to what has none. */
import { Script } from "node:vm";
import type { Test } from "./vitest.ts";

/** Milliseconds of processor that this process has used. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let body: () => unknown = () => {};
Object.assign(globalThis, { [Symbol.for("test body")]: () => body() });
const call = new Script(`globalThis[Symbol.for("test body")]()`);

/** @param limit milliseconds; without one the test may take its time. Throws what the test throws, or `isTimeout`. */
export async function runTest({ before, run, after }: Test, limit?: number): Promise<void> {
  for (const one of before) await one();
  try {
    if (limit === undefined) {
      await run();
    } else {
      body = run;
      await call.runInThisContext({ timeout: limit });
    }
  } finally {
    for (const one of after) await one();
  }
}

export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
