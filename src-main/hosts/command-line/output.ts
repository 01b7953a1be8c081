/** The command line's own output: results on standard output, everything else on standard error. */
import { once } from "node:events";
import { zonedTimeAtCounter } from "../../clock.ts";

/**
 * Exit codes: a decision of any outcome is a success; bad input is told apart from a broken pack or store, and both from what can
 * be neither proved nor disproved; what somebody stopped with Ctrl+C ends as a shell says of it.
 */
export const EXIT = { done: 0, problems: 1, badInput: 2, untold: 3, cancelled: 128 + 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Waits while the reader of a pipe is slower than we are; a reader that went away ends the run. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

export const print = (text: string): Promise<void> => write(`${text}\n`);

/** As a shell says of a program that a broken pipe has ended: it did not come to its verdict. */
const BROKEN_PIPE = 128 + 13;

/** `| head` reads what it wants and goes. */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(BROKEN_PIPE);
    });
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Every instant in it as the counter's clocks showed it, with its distance from UTC. */
export function atCounter<Told>(told: Told): Told {
  if (typeof told === "string") return (INSTANT.test(told) ? zonedTimeAtCounter(told) : told) as Told;
  if (typeof told !== "object" || told === null) return told;
  if (Array.isArray(told)) return told.map(atCounter) as Told;
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, atCounter(value as unknown)])) as Told;
}

/** No command tells of an instant in another way. */
export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(atCounter(value), null, 2));

export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Bad facts: field errors as JSON on standard error. */
export function refuse(errors: readonly unknown[]): ExitCode {
  tell(JSON.stringify({ errors }, null, 2));
  return EXIT.badInput;
}

/** An argument or file that cannot be used, said in the same shape. */
export const refuseInput = (field: string, message: string): ExitCode => refuse([{ fact: field, code: "type", message }]);
