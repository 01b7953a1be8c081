/**
 * `npm run record-decisions`: asks every recorded case once more, writes down what is said now and prints what differs from before, for the
 * note that says why.
 *
 *   --check      writes nothing; ends with 1 where anything differs
 *   --draw       draws the random cases anew, too, instead of keeping those that were drawn
 *   --most 40    so many lines at most for each matter
 *   MATTER …     these alone
 */
import { parseArgs } from "node:util";
import { MATTERS } from "./ask.ts";
import { compareMatter, type Comparison } from "./compare.ts";
import { summary } from "./differences.ts";
import { draw } from "./draw.ts";
import { readRecord, recordedMatters, removeRecord, writeRecord } from "./record-file.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean", default: false },
    draw: { type: "boolean", default: false },
    most: { type: "string", default: "40" },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const unknown = positionals.filter((matter) => !MATTERS.includes(matter));
if (unknown.length > 0) {
  say(`no such matter: ${unknown.join(", ")}. There are: ${MATTERS.join(", ")}`);
  process.exit(2);
}

function report(matter: string, { different, added, removed, compared }: Comparison): boolean {
  const lines = [
    ...summary(different, Number(values.most)),
    ...(added.length > 0 ? [`${added.length} cases are new, first: ${added[0]!}`] : []),
    ...(removed.length > 0 ? [`${removed.length} cases are gone, first: ${removed[0]!}`] : []),
  ];
  if (lines.length > 0) say(`\n## ${matter}: ${different.length} of ${compared} cases are answered otherwise\n`);
  for (const line of lines) say(`- ${line}`);
  return lines.length > 0;
}

let differ = 0;
for (const matter of positionals.length > 0 ? positionals : MATTERS) {
  const record = readRecord(matter);
  const drawn = record === undefined || values.draw ? draw(matter) : undefined;
  const compared = compareMatter(matter, record, drawn?.asked);
  if (report(matter, compared)) differ += 1;
  if (!values.check) writeRecord(matter, { cases: compared.cases, exhausted: drawn?.exhausted ?? record!.exhausted });
}
if (positionals.length === 0) {
  for (const matter of recordedMatters().filter((recorded) => !MATTERS.includes(recorded))) {
    differ += 1;
    say(`\n## ${matter}: the matter is gone`);
    if (!values.check) removeRecord(matter);
  }
}
say(`\n${differ} matters differ`);
if (values.check && differ > 0) process.exitCode = 1;
