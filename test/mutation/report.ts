/** What became of the mutants: the score by file, and every survivor with its place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import type { Mutant } from "./mutants.ts";

/** `static` are those that only importing passes: they would need every test anew, and count neither way. */
export type Fate = "killed" | "timeout" | "survived" | "uncovered" | "static" | "not-run";

const FATES: readonly Fate[] = ["killed", "timeout", "survived", "uncovered", "static", "not-run"];

export type Count = Readonly<Record<Fate, number>>;

export function countOf(fates: Iterable<Fate>): Count {
  const count = { killed: 0, timeout: 0, survived: 0, uncovered: 0, static: 0, "not-run": 0 };
  for (const fate of fates) count[fate]++;
  return count;
}

/** As Stryker reckons it: of all that were run or that no test passes, those that something noticed; in percent. */
export function scoreOf({ killed, timeout, survived, uncovered }: Count): number {
  const noticed = killed + timeout;
  return (100 * noticed) / (noticed + survived + uncovered);
}

const row = (title: string, count: Count): string =>
  [scoreOf(count).toFixed(2).padStart(7), ...FATES.map((fate) => String(count[fate]).padStart(9)), `  ${title}`].join("");

export function table(mutants: readonly Mutant[], fates: readonly Fate[]): string {
  const byFile = Map.groupBy(mutants.keys(), (mutant) => mutants[mutant]!.fileName);
  const header = ["  score", ...FATES.map((fate) => fate.padStart(9)), "  file"].join("");
  const rows = [...byFile].map(([file, ids]) => row(file, countOf(ids.map((mutant) => fates[mutant]!))));
  return [header, ...rows, row("all", countOf(fates))].join("\n");
}

/** One line for each mutant that nothing noticed: place, what stands there, what stood there instead. */
export function survivors(mutants: readonly Mutant[], fates: readonly Fate[]): string {
  const texts = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = texts.get(file) ?? readFileSync(join(projectRoot, file), "utf8").split("\n");
    texts.set(file, lines);
    return lines;
  };
  const lines = mutants.flatMap(({ fileName, mutatorName, replacement, location: { start, end } }, mutant) => {
    const fate = fates[mutant]!;
    if (fate !== "survived" && fate !== "uncovered") return [];
    const text = linesOf(fileName).slice(start.line, end.line + 1);
    text[text.length - 1] = text.at(-1)!.slice(0, end.column);
    text[0] = text[0]!.slice(start.column);
    const shown = (part: string): string => part.replaceAll(/\s+/g, " ").slice(0, 100);
    const place = `${fileName}:${start.line + 1}:${start.column + 1}`;
    return [`${place} ${fate} ${mutatorName}: ${shown(text.join(" "))} → ${shown(replacement)}`];
  });
  return lines.join("\n");
}
