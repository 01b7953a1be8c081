/**
 * Words that a matter's YAML declares and nothing of its formula names: they would be read by nobody. A mere checklist is looked
 * through by the loader; here are the matters whose formulas have their words by name.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { nameOf } from "../../src-main/rules/engine/name.ts";
import type { MatterFile } from "../../src-main/rules/engine/matter-schema.ts";
import { cities } from "../../src-main/rules/index.ts";
import { packFor } from "../policy/golden.ts";
import { POLICY_DIRECTORY } from "../packs.ts";

const RULES = join(projectRoot, "src-main/rules");
const INDEX = readFileSync(join(RULES, "generated/index.ts"), "utf8");
/** Formulas by matter, as the generated index has found them. */
const FORMULAS = [...INDEX.matchAll(/from "\.\.\/(([\w-]+)\/(?:[\w-]+\/)*([\w-]+)\.ts)"/g)].flatMap(([, path, city, matter]) =>
  city === "engine" ? [] : [[`${city}.${matter}`, join(RULES, path!)] as const],
);

/** Identifiers and quoted names of a file and of what it imports of the rules, except the generated types. */
function wordsIn(file: string, seen = new Set<string>()): Set<string> {
  const words = new Set<string>();
  if (seen.has(file) || !existsSync(file) || file.includes("/generated/")) return words;
  seen.add(file);
  const text = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  for (const [, from] of text.matchAll(/from "(\.[^"]+)"/g))
    if (!from!.includes("src-shared")) for (const word of wordsIn(join(dirname(file), from!), seen)) words.add(word);
  for (const [word] of text.matchAll(/[A-Za-z_$][\w$-]*/g)) words.add(word);
  return words;
}

function unused(file: MatterFile, words: ReadonlySet<string>): string[] {
  const listed = JSON.stringify(file.checklist ?? null);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const kinds: Readonly<Record<string, readonly string[]>> = {
    figure: file.uses.figures,
    table: file.uses.tables,
    reading: file.uses.readings,
    conflict: file.uses.conflicts,
    section: [...file.uses.sections, ...ids(file.sections)],
    step: ids(file.steps),
    condition: ids(file.conditions),
    remedy: Object.keys(file.remedies),
    amount: ids(file.amounts),
    date: ids(file.dates),
    coverage: Object.keys(file.coverage),
    material: ids(file.materials),
    notice: ids(file.notices),
    headline: Object.keys(file.headlines),
    place: Object.keys(file.places),
    timeLimit: Object.keys(file.timeLimits),
    fault: Object.keys(file.faults),
    way: Object.keys(file.options),
    next: ids(file.next),
    checklist: file.checklist ? ["checklist"] : [],
  };
  return Object.entries(kinds).flatMap(([kind, all]) =>
    all.filter((id) => !words.has(nameOf(id)) && !listed.includes(`"use":"${id}"`)).map((id) => `${kind} ${id}`),
  );
}

describe("no word of a matter is unused", () => {
  const matters = cities(POLICY_DIRECTORY).flatMap((city) => [...packFor(city).matters.values()]);

  it.each(FORMULAS)("%s", (id, path) => {
    expect(unused(matters.find((matter) => matter.id === id)!.file, wordsIn(path))).toEqual([]);
  });

  it("finds one that is", () => {
    const [id, path] = FORMULAS[0]!;
    const { file } = matters.find((matter) => matter.id === id)!;
    const more = { ...file, headlines: { ...file.headlines, saidByNobody: "x" } };
    expect(unused(more, wordsIn(path))).toEqual(["headline saidByNobody"]);
  });
});
