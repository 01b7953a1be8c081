/**
 * `npm run bench [-- --json] [-- name]`: runs the benchmark files one after the other and prints one table.
 * `npm run bench -- rules --against <folder>`: the rules against those of an earlier checkout, with its packages installed;
 * `-- screen --against <folder>`: the screen likewise.
 */
import { readdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { compareWith } from "./against/compare.ts";
import type { Bench, BenchRow } from "./measure.ts";

const { values, positionals: names } = parseArgs({
  options: { json: { type: "boolean", default: false }, against: { type: "string" } },
  allowPositionals: true,
});
const { json: asJson, against } = values;
if (against !== undefined && names.join() !== "rules" && names.join() !== "screen")
  throw new Error("only the rules or the screen are compared: -- rules --against <folder>");
const compares = against !== undefined && names.join() === "rules";

const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts") && (names.length === 0 || names.some((name) => file.includes(name))))
  .sort();

/** How many processes wanted a core before the first act; a figure taken beside others says little. */
const load = (): string => loadavg()[0]!.toFixed(2);
const loadBefore = load();

const rows: BenchRow[] = compares ? compareWith(against) : [];
for (const file of compares ? [] : files) {
  process.stderr.write(`${file} …\n`);
  const { default: bench } = (await import(`./${file}`)) as { default: Bench };
  rows.push(...(await bench(against)));
}

function shown(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 1000 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}

if (asJson) {
  process.stdout.write(
    `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model ?? "", load: { before: loadBefore, after: load() }, rows }, null, 2)}\n`,
  );
} else {
  const header = ["", "unit", "median", "p95", "baseline", "ratio", "target", "met"];
  const lines = rows.map((row) => [
    row.name,
    row.unit,
    shown(row.median),
    shown(row.p95),
    shown(row.baselineMedian),
    shown(row.ratio),
    row.target ?? "",
    row.met === undefined ? "" : row.met ? "yes" : "NO",
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => line[column]!.length)));
  for (const line of [header, ...lines]) {
    process.stdout.write(
      `${line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ")}\n`,
    );
  }
  process.stdout.write(
    `Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, load ${loadBefore} before, ${load()} after\n`,
  );
}
