/**
 * The built app as the browser edition composes it, but for two things that a test gives: the machine's clock, and passwords
 * that cost little. `start.test.ts` runs the program itself.
 *
 * The program has no door for either. `HOST_CLOCK_SHIFT_MS` sets the clock apart from the real one; a line with milliseconds on
 * standard input lets so much time pass at once, by all clocks; with `set` before them only the machine's clock is set on or back.
 */
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { SETUP_CODE } from "./setup-code.ts";

let shift = Number(process.env["HOST_CLOCK_SHIFT_MS"] ?? 0);
let passed = 0;
const realNow = Date.now.bind(Date);
const realElapsed = performance.now.bind(performance);
const realUptime = os.uptime;
Date.now = () => realNow() + shift + passed;
performance.now = () => realElapsed() + passed;
os.uptime = () => realUptime() + passed / 1000;
syncBuiltinESMExports();

createInterface({ input: process.stdin }).on("line", (line) => {
  if (line.startsWith("set ")) shift += Number(line.slice("set ".length));
  else passed += Number(line);
  process.stdout.write(`time passed: ${passed}\n`);
});

const built = join(projectRoot, "out/main");
// after the clock: what the program reads of it at its start is the test's, too
const { runLoopback } = (await import(
  pathToFileURL(join(built, "loopback-host.js")).href
)) as typeof import("../../src-main/hosts/loopback/run.ts");
await runLoopback(built, { scryptCost: CHEAP_SCRYPT_COST, setupCode: SETUP_CODE });
