/** A process of its own: what the tests pass, written to the file that it is given. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { measureCoverage } from "./coverage.ts";
import type { Instrumented } from "./mutants.ts";
import "./setup.ts";

const [instrumentedFile, coverageFile] = process.argv.slice(2);
const instrumented = deserialize(readFileSync(instrumentedFile!)) as Instrumented;
writeFileSync(coverageFile!, serialize(await measureCoverage(instrumented)));
process.exit(0);
