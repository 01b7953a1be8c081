/** Composition root of the headless commands, for IT staff, auditors and tests: the same engine, no window. */
import { runCommand } from "./hosts/command-line/run.ts";
import { endQuietlyWithReader } from "./hosts/command-line/output.ts";

endQuietlyWithReader();
process.exitCode = await runCommand(process.argv.slice(2), import.meta.dirname);
