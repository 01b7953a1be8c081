/** The log of faults: JSON lines in the data folder, limited in size, without personal data (see desk/fault-log.ts). */
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { pino, type Logger } from "pino";
import type { Clock } from "./clock.ts";

export type { Logger } from "pino";

const LARGEST_FILE_BYTES = 1024 * 1024;
const OLD_FILES = 3;

/** Appends to `<folder>/counter.log`; a full file becomes `counter.1.log`, the oldest of three is dropped. */
export function createLogger(folder: string, clock: Clock): Logger {
  const fileOf = (age: number): string => join(folder, age === 0 ? "counter.log" : `counter.${age}.log`);
  let bytes = statSync(fileOf(0), { throwIfNoEntry: false })?.size ?? 0;

  function rotate(): void {
    for (let age = OLD_FILES - 1; age >= 0; age--) {
      if (statSync(fileOf(age), { throwIfNoEntry: false })) renameSync(fileOf(age), fileOf(age + 1));
    }
    bytes = 0;
  }

  const stream = {
    write(line: string): void {
      try {
        mkdirSync(folder, { recursive: true });
        if (bytes > LARGEST_FILE_BYTES) rotate();
        // synchronous: a fault is on the disk even when it ends the process
        appendFileSync(fileOf(0), line);
        bytes += Buffer.byteLength(line);
      } catch {
        // a full or read-only disk, which is often the very fault: it must reach whoever started the program, in one line
        tellInOneLine(line);
      }
    },
  };
  return pino({ base: null, timestamp: () => `,"time":"${clock.now()}"` }, stream);
}

interface Line {
  readonly level: number;
  readonly time: string;
  readonly msg: string;
  readonly fault?: string;
}
const WARNING = 40;

/** Faults only, and without where in the program they were, which helps nobody at the terminal. */
function tellInOneLine(line: string): void {
  const { level, time, msg, fault = "" } = JSON.parse(line) as Line;
  if (level >= WARNING) process.stderr.write(`${time} ${msg}${fault === "" ? "" : `: ${fault.split("\n")[0]!}`}\n`);
}

/** For tests and commands that report by themselves. */
export const silentLogger: Logger = pino({ level: "silent" });
