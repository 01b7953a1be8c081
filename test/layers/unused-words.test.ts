/**
 * Words that a matter's YAML declares and nothing of its formula names: they would be read by nobody. A mere checklist is looked
 * through by the loader; here are the matters whose formulas have their words by name.
 */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { nameOf } from "../../src-main/rules/engine/pack/name.ts";
import type { MatterFile } from "../../src-main/rules/engine/schema/matter-schema.ts";
import { cities, type Pack } from "../../src-main/rules/index.ts";
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

/** Of the pieces that these matters draw on: what none of the formulas names. */
function unusedOfPieces({ pieces, matters }: Pack): string[] {
  const words = new Map<string, Set<string>>();
  for (const { id, file } of matters.values()) {
    const path = FORMULAS.find(([matter]) => matter === id)?.[1];
    if (path === undefined) continue;
    for (const piece of file.uses.pieces) words.set(piece, new Set([...(words.get(piece) ?? []), ...wordsIn(path)]));
  }
  return [...words].flatMap(([piece, named]) => {
    const { uses, steps } = pieces.get(piece)!;
    const all = [...steps, ...uses.figures, ...uses.tables, ...uses.readings, ...uses.conflicts, ...uses.sections];
    return all.filter((id) => !named.has(nameOf(id))).map((id) => `${piece}: ${id}`);
  });
}

/** Data of the city, or of the nation, that no matter of the city draws on. */
function drawnOnByNobody({ figures, tables, readings, conflicts, sections, steps, matters }: Pack): string[] {
  const used = new Set([...matters.values()].flatMap((matter) => [...matter.used]));
  // a reading may also say how an answer comes of the payment record
  const recorded = JSON.stringify([...matters.values()].flatMap(({ file }) => file.facts.map(({ fromHistory }) => fromHistory)));
  const kinds = { figure: figures, table: tables, reading: readings, conflict: conflicts };
  const shared = { "shared step": steps, "shared section": sections };
  return Object.entries({ ...kinds, ...shared })
    .flatMap(([kind, all]) => [...all.keys()].map((id) => `${kind} ${id}`).filter((word) => !used.has(word)))
    .filter((word) => !recorded.includes(`"id":"${word.replace("reading ", "")}"`));
}

/** What matters tell of a mistaken answer and share, and no formula of these packs names: with its place. */
function unsaidFaults(packs: readonly Pack[]): string[] {
  const named = new Set(
    packs.flatMap(({ matters }) => FORMULAS.flatMap(([matter, path]) => (matters.has(matter) ? [...wordsIn(path)] : []))),
  );
  return [
    ...new Set(
      packs.flatMap(({ parts, source }) =>
        [...parts].flatMap(([key, { file }]) => {
          const id = key.replace(/^fault /, "");
          if (id === key || named.has(nameOf(id))) return [];
          const line = source.files[file]!.split("\n").findIndex((text) => text.trim().startsWith(`${id}:`)) + 1;
          return [`${file}:${line} fault "${id}" is told by no formula`];
        }),
      ),
    ),
  ];
}

/** What the nation declares is there for every city, and used where some city uses it. */
const NATIONAL = new Set(
  globSync("national/**/*.yaml", { cwd: POLICY_DIRECTORY }).flatMap((file) =>
    [...readFileSync(join(POLICY_DIRECTORY, file), "utf8").matchAll(/\bid: ([\w.-]+)/g)].map(([, id]) => id!),
  ),
);

describe("no word that matters share is unused", () => {
  const all = cities(POLICY_DIRECTORY);
  const everywhere = all.map((city) => new Set(drawnOnByNobody(packFor(city))));

  it.each(all)("%s", (city) => {
    const pack = packFor(city);
    expect(unusedOfPieces(pack)).toEqual([]);
    const isElsewhere = (word: string): boolean =>
      NATIONAL.has(word.split(" ").at(-1)!) && !everywhere.every((words) => words.has(word));
    expect(drawnOnByNobody(pack).filter((word) => !isElsewhere(word))).toEqual([]);
  });

  it("nor what they tell of a mistaken answer", () => {
    // the nation's are told by a formula of any city
    expect(unsaidFaults(all.map((city) => packFor(city))).filter((fault) => fault.startsWith("national/"))).toEqual([]);
    for (const city of all) expect(unsaidFaults([packFor(city)]).filter((fault) => fault.startsWith(`${city}/`))).toEqual([]);
  });

  it("finds a shared one that nobody tells", () => {
    const pack = packFor("chongqing");
    const file = "chongqing/facts/membership.yaml";
    const text = `${pack.source.files[file]!.trimEnd()}\n  saidByNobody: 没有人说。\n`;
    const source = { ...pack.source, files: { ...pack.source.files, [file]: text } };
    const parts = new Map([...pack.parts, ["fault saidByNobody", { file, entry: "没有人说。" }]]);
    expect(unsaidFaults([{ ...pack, source, parts }]).filter((fault) => fault.startsWith("chongqing/"))).toEqual([
      `${file}:${text.trimEnd().split("\n").length} fault "saidByNobody" is told by no formula`,
    ]);
  });

  it("finds some that are", () => {
    const pack = packFor("chongqing");
    const piece = pack.pieces.get("waiting")!;
    const pieces = new Map([...pack.pieces, ["waiting", { ...piece, steps: [...piece.steps, "takenByNobody"] }]]);
    expect(unusedOfPieces({ ...pack, pieces })).toEqual(["waiting: takenByNobody"]);
    const readings = new Map([...pack.readings, ["chongqing.nobody", [...pack.readings.values()][0]!]]);
    expect(drawnOnByNobody({ ...pack, readings })).toEqual(["reading chongqing.nobody"]);
  });
});

describe("no word of a matter is unused", () => {
  const matters = cities(POLICY_DIRECTORY).flatMap((city) => [...packFor(city).matters.values()]);

  it.each(FORMULAS)("%s", (id, path) => {
    expect(unused(matters.find((matter) => matter.id === id)!.file, wordsIn(path))).toEqual([]);
  });

  it("finds one that is", () => {
    const [id, path] = FORMULAS[0]!;
    const { file } = matters.find((matter) => matter.id === id)!;
    const more = {
      ...file,
      headlines: { ...file.headlines, saidByNobody: "x" },
      options: { ...file.options, offeredByNobody: { title: "x", text: "x" } },
    };
    expect(unused(more, wordsIn(path))).toEqual(["headline saidByNobody", "way offeredByNobody"]);
  });
});
