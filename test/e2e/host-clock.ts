/**
 * Loaded into the host before the program (`node --import`): the machine's clock as a test wants it. The program has no such door
 * of its own. `HOST_CLOCK_SHIFT_MS` sets the clock apart from the real one; a line with milliseconds on standard input lets so
 * much time pass at once, by both clocks.
 */
import { createInterface } from "node:readline";

const shift = Number(process.env["HOST_CLOCK_SHIFT_MS"] ?? 0);
let passed = 0;
const realNow = Date.now.bind(Date);
const realElapsed = performance.now.bind(performance);
Date.now = () => realNow() + shift + passed;
performance.now = () => realElapsed() + passed;

createInterface({ input: process.stdin }).on("line", (line) => {
  passed += Number(line);
  process.stdout.write(`time passed: ${passed}\n`);
});
