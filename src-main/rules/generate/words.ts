/**
 * The types of all words, made from the policy data: `src-main/rules/generated/<city>/data.ts` has what matters share,
 * `…/<matter>.ts` the facts and words of one matter and the function that defines its formula, `…/index.ts` all formulas.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { IN_WORDS } from "../authoring/issue-words.ts";
import type { ChecklistFile } from "../engine/schema/checklist-schema.ts";
import type { FactFile, FieldFile, MatterFile, StepFile, Uses } from "../engine/schema/matter-schema.ts";
import { compileFact, isSometimes, specOf } from "../engine/matter.ts";
import { nameOf } from "../engine/pack/name.ts";
import { needsOf, type Needs } from "../engine/pack/needs.ts";
import { compileData, type CityData } from "../engine/pack/pack.ts";
import { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";
import { withSharedFacts } from "../engine/pack/shared-facts.ts";
import { cities, readPolicyFiles } from "../engine/pack/source.ts";
import type { TableFile } from "../engine/table/table.ts";
import { wordsOf } from "../engine/words.ts";
import { placesOf } from "../engine/write-down.ts";
import { declare, print, some, union, type Printed } from "./print.ts";

const NATIONAL = "national";

/** Files by path below `src-main/rules/generated`. */
export type Generated = Readonly<Record<string, string>>;

interface City {
  readonly id: string;
  readonly data: CityData;
  readonly read: PolicyFiles;
  readonly matters: readonly MatterFile[];
}

function readCity(policyDirectory: string, id: string): City {
  const problems: PolicyProblem[] = [];
  const report = (problem: PolicyProblem): number => problems.push(problem);
  const files = readPolicyFiles(policyDirectory, id);
  const read = new PolicyFiles(IN_WORDS);
  for (const [path, text] of Object.entries(files)) if (!/\/(city|elsewhere)\.yaml$/.test(path)) read.read(path, text, report);
  const data = compileData(read, { city: id, files, officeFigures: [], readingChoices: {}, formulaHash: "" }, id, report);
  const matters = read.matters.flatMap((written) => withSharedFacts(written, data.facts, report)?.value ?? []);
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
  return { id, data, read, matters };
}

const record = (names: readonly string[], type: string): Printed => Object.fromEntries(names.map((name) => [nameOf(name), type]));
const each = <Entry extends { readonly id: string }>(list: readonly Entry[], type: (entry: Entry) => Printed): Printed =>
  Object.fromEntries(list.map((entry) => [nameOf(entry.id), type(entry)]));
const numbers = (values: readonly string[]): Printed => record(values, "number");
const says = (word: string, ...texts: readonly string[]): string => {
  const places = placesOf(texts);
  return places.length === 0 ? word : `Says<${word}, ${union(places)}>`;
};

// ── what matters share ──

const isOf = (city: string, id: string): boolean => id.startsWith(`${city}.`);

const tableType = ({ inputs, outputs }: TableFile): string => {
  const input = Object.fromEntries(
    inputs.map(({ id, domain }) => [nameOf(id), "values" in domain ? union(domain.values.map(nameOf)) : "number"]),
  );
  const output = Object.fromEntries(
    outputs.map(({ id, values }) => [
      nameOf(id),
      values === undefined ? "never" : union(values.map(({ value }) => nameOf(value))),
    ]),
  );
  return `TableWord<${print(input, "  ")}, ${print(output, "  ")}>`;
};

function stepType({ kind, told }: StepFile): string {
  if (kind === "fact") return "NodeDefinition";
  if (told === undefined) return "DerivedStep";
  const indices = [...told.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index));
  if (indices.length === 0) return "ToldStep";
  return `ToldStep<readonly [${"Node, ".repeat(Math.max(...indices) + 1)}...Node[]]>`;
}

const stepTypes = (steps: readonly StepFile[]): { readonly step: Printed; readonly value: Printed } => ({
  step: each(steps, stepType),
  value: Object.fromEntries(
    steps.flatMap(({ id, values }) => (Object.keys(values).length === 0 ? [] : [[nameOf(id), numbers(Object.keys(values))]])),
  ),
});

/** The city's own data by name; the nation's stands beside it. */
const pick = (of: "Tables" | "Readings", ids: readonly string[], city: string, here: string): string => {
  const own = ids.filter((id) => !isOf(NATIONAL, id)).map(nameOf);
  const national = ids.filter((id) => isOf(NATIONAL, id)).map(nameOf);
  const from = (where: string): string => (where === here ? "" : `${where}.`);
  return [
    ...(own.length === 0 ? [] : [`Pick<${from(city === NATIONAL ? "National" : "City")}${of}, ${union(own)}>`]),
    ...(national.length === 0 ? [] : [`Pick<${from("National")}${of}, ${union(national)}>`]),
  ].join(" & ");
};

function usedTypes(uses: Uses, city: City, here: string): Record<string, Printed> {
  const tables = pick("Tables", uses.tables, city.id, here);
  const readings = pick("Readings", uses.readings, city.id, here);
  return {
    figure: record(uses.figures, "Figure"),
    table: tables === "" ? {} : tables,
    reading: readings === "" ? {} : readings,
    conflict: record(uses.conflicts, "Conflict"),
    section: Object.fromEntries(uses.sections.map((id) => [id, says("SectionFound", ...city.data.sections.get(id)!.lines)])),
  };
}

const pieceName = (file: string): string => {
  const name = nameOf(basename(file, ".yaml"));
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
};

const HEAD = "Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */\n";

/** The names that a generated file uses, each from where it is. */
const IMPORTS: readonly (readonly [file: string, names: readonly string[]])[] = [
  ["../../../../src-shared/domain/decision.ts", ["Conflict", "Material"]],
  ["../../engine/facts/facts.ts", ["MonthsValue"]],
  ["../../engine/pack/figures.ts", ["Figure"]],
  ["../../engine/formula.ts", ["Some"]],
  ["../../engine/node.ts", ["DerivedStep", "Node", "NodeDefinition", "ToldStep"]],
  [
    "../../engine/result.ts",
    [
      "AmountDefinition",
      "ConditionDefinition",
      "DateDefinition",
      "NextFound",
      "NoticeFound",
      "RemedyDefinition",
      "SectionFound",
      "Template",
    ],
  ],
  ["../../engine/words.ts", ["ChecklistWord", "ReadingWord", "Says", "TableWord", "WayWord"]],
];

function withImports(text: string, ...more: readonly string[]): string {
  const lines = IMPORTS.flatMap(([file, names]) => {
    const found = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    return found.length === 0 ? [] : [`import type { ${found.join(", ")} } from "${file}";\n`];
  });
  for (const [where, file] of [
    ["City", "./data.ts"],
    ["National", "../national/data.ts"],
  ] as const)
    if (new RegExp(`\\b${where}\\.`).test(text)) lines.push(`import type * as ${where} from "${file}";\n`);
  return `${[...more, ...lines].join("")}\n${text}`;
}

function dataFile(city: City): string {
  const isHere = (file: string): boolean => file.startsWith(`${city.id}/`);
  const here = city.id === NATIONAL ? "National" : "City";
  const tables = city.read.tables.filter(({ file }) => isHere(file)).map(({ value }) => value);
  const readings = city.read.readings.filter(({ file }) => isHere(file)).flatMap(({ value }) => value.readings);
  const pieces = city.read.steps.filter(({ file }) => isHere(file));
  const readingType = ({ options }: (typeof readings)[number]): string =>
    `ReadingWord<${union(options.map(({ id }) => nameOf(id)))}>`;
  const parts = [
    declare("Tables", each(tables, tableType)),
    declare("Readings", each(readings, readingType)),
    ...pieces.map(({ file, value }) => {
      const types = some({ ...stepTypes(value.steps), ...usedTypes(value.uses, city, here) });
      return `/** steps/${basename(file)} */\n${declare(pieceName(file), types)}`;
    }),
  ];
  return `/** What the matters of ${city.id} share. ${HEAD}${withImports(parts.join("\n"))}`;
}

// ── a matter ──

function factType(fact: FactFile | FieldFile): Printed {
  if (fact.type === "months") return "MonthsValue";
  if (fact.type !== "list") return "number";
  return `readonly ${print(
    each(fact.fields, (field) => (field.required ? "number" : "number | undefined")),
    "  ",
  )}[]`;
}

/** The places of all texts that a checklist may come out with. */
function checklistPlaces(file: MatterFile, list: ChecklistFile): string[] {
  const used = (entries: readonly { readonly use: string }[]): string[] => entries.map(({ use }) => use);
  const of = <Entry extends { readonly id: string }>(all: readonly Entry[], ids: readonly string[]): Entry[] =>
    all.filter(({ id }) => ids.includes(id));
  const conditions = list.conditions.map((condition) => condition);
  return placesOf([
    ...Object.values(list.headlines).flatMap((entries) => used(entries ?? []).map((id) => file.headlines[id] ?? "")),
    ...used(list.places).map((id) => file.places[id]?.text ?? ""),
    ...used(list.timeLimits).map((id) => file.timeLimits[id]?.text ?? ""),
    ...of(file.conditions, used(conditions)).flatMap(({ required, actual }) => [required, actual]),
    ...conditions.flatMap(({ remedies }) => used(remedies).map((id) => file.remedies[id]?.text ?? "")),
    ...of(file.sections, used(list.sections)).flatMap(({ lines }) => lines),
    ...of(file.notices, used(list.notices)).map(({ text }) => text),
    ...of(file.next, used(list.next)).map(({ why }) => why),
  ]);
}

function wordTypes(file: MatterFile, city: City): Record<string, Printed> {
  const choices = file.facts.filter(({ type }) => type === "choice" || type === "flag");
  const lists = file.facts.filter(({ type }) => type === "list");
  const options = ({ options: all }: FactFile | FieldFile): Printed => numbers(all.map(({ value }) => value));
  const inRecord = <Value>(all: Readonly<Record<string, Value>>, type: (value: Value) => Printed): Printed =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [nameOf(name), type(value)]));
  const uses = usedTypes(file.uses, city, "");
  return some({
    fact: each(file.facts, () => "NodeDefinition"),
    leaf: each(choices, () => "readonly Node[]"),
    option: {
      ...(each(
        choices.filter(({ type }) => type === "choice"),
        options,
      ) as Record<string, Printed>),
      ...(each(
        lists.filter(({ fields }) => fields.some(({ type }) => type === "choice")),
        ({ fields }) =>
          each(
            fields.filter(({ type }) => type === "choice"),
            options,
          ),
      ) as Record<string, Printed>),
    },
    field: each(lists, ({ fields }) => each(fields, () => "NodeDefinition")),
    ...stepTypes(file.steps),
    condition: each(file.conditions, ({ required, actual }) => says("ConditionDefinition", required, actual)),
    remedy: inRecord(file.remedies, ({ text }) => says("RemedyDefinition", text)),
    amount: each(file.amounts, () => "AmountDefinition"),
    date: each(file.dates, ({ title }) => says("DateDefinition", title)),
    coverage: inRecord(file.coverage, () => "string"),
    material: each(file.materials, () => "Material"),
    notice: each(file.notices, ({ text }) => says("NoticeFound", text)),
    ...uses,
    section: {
      ...(each(file.sections, ({ lines }) => says("SectionFound", ...lines)) as object),
      ...(uses["section"] as object),
    },
    headline: inRecord(file.headlines, (text) => says("Template", text)),
    place: inRecord(file.places, ({ text }) => says("Template", text)),
    timeLimit: inRecord(file.timeLimits, ({ text }) => says("Template", text)),
    fault: record([...city.data.faults.keys(), ...Object.keys(file.faults)], "string"),
    way: inRecord(file.options, ({ title, text }) => says("WayWord", title, text)),
    next: each(file.next, ({ why }) => says("NextFound", why)),
    ...(file.checklist ? { checklist: `ChecklistWord<${union(checklistPlaces(file, file.checklist))}>` } : {}),
  });
}

/** Of the words of a matter as its formula will find them. */
function needs(file: MatterFile, { data }: City): Needs {
  const facts = file.facts.map((_, index) =>
    compileFact(file, index, data, (path, message) => {
      throw new Error(
        `${file.id} ${path.join(".")}: ${message} (npm run -s counter -- verify names every mistake, with its line)`,
      );
    }),
  );
  return needsOf(wordsOf(file, facts, data, new Set()));
}

const constant = (entries: object): string =>
  `{\n${Object.entries(entries)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`)
    .join("")}}`;

function matterFile(file: MatterFile, city: City): string {
  const facts = Object.fromEntries(
    file.facts.map((fact) => [fact.id, `${print(factType(fact))}${isSometimes(fact) ? " | undefined" : ""}`]),
  );
  const pieces = file.uses.pieces.map((name) => {
    const path = city.read.steps.find((piece) => basename(piece.file, ".yaml") === name)?.file;
    if (path === undefined) throw new Error(`${file.id}: no piece "${name}" under steps/`);
    return `${path.startsWith(`${NATIONAL}/`) ? "National" : "City"}.${pieceName(path)}`;
  });
  const flag = union(file.derived.map(({ id }) => id));
  const spec = Object.fromEntries(file.facts.map((fact) => [fact.id, specOf(fact)]));
  const text = [
    declare("Facts", facts),
    `export type SomeFacts = Some<Facts>;\n`,
    declare("OwnWords", wordTypes(file, city)),
    `export type Words = ${["OwnWords", ...pieces].join(" & ")};\n`,
  ].join("\n");
  const imports = withImports(text, `import { matterFormula } from "../../engine/formula.ts";\n`);
  const define = `export const define = matterFormula<Words, Facts, ${flag}>(${JSON.stringify(file.id)}, FACTS, NEEDS);\n`;
  return `/** ${file.title}. ${HEAD}${imports}
const FACTS = ${constant(spec)} as const;
const NEEDS = ${constant(needs(file, city))};
/** Defines the matter's formula, which is for packs that have these facts and words. */\n${define}`;
}

// ── all formulas ──

/** What exports by default is the formula of the matter that the file is called after. */
function formulaFiles(rulesDirectory: string, city: City): string[] {
  const folder = join(rulesDirectory, city.id);
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const found = names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && /^export default /m.test(readFileSync(join(rulesDirectory, city.id, name), "utf8")))
    .sort();
  for (const name of found)
    if (!city.matters.some(({ id }) => id === `${city.id}.${basename(name, ".ts")}`))
      throw new Error(`${city.id}/${name} defines a formula, and no matter is called "${city.id}.${basename(name, ".ts")}"`);
  return found.map((name) => `${city.id}/${name}`);
}

function indexFile(files: readonly string[]): string {
  const imports = files.map((file) => {
    const name = nameOf(`x.${file.split("/")[0]!}-${basename(file, ".ts")}`);
    return { name, line: `import ${name} from "../${file}";\n` };
  });
  const lines = imports.map(({ line }) => line).join("");
  return `/** The formula of every matter that has one. ${HEAD}import type { Formula } from "../engine/formula.ts";\n${lines}
export const formulas: readonly Formula[] = [\n${imports.map(({ name }) => `  ${name},\n`).join("")}];\n`;
}

/** @param rulesDirectory `src-main/rules` */
export function generateWords(policyDirectory: string, rulesDirectory: string): Generated {
  const all = cities(policyDirectory).map((id) => readCity(policyDirectory, id));
  const national: City = { ...all[0]!, id: NATIONAL, matters: [] };
  const needsWords = ({ checklist, derived }: MatterFile): boolean => checklist === undefined || derived.length > 0;
  return Object.fromEntries([
    [`${NATIONAL}/data.ts`, dataFile(national)],
    ...all.flatMap((city) => [
      [`${city.id}/data.ts`, dataFile(city)] as const,
      ...city.matters
        .filter(needsWords)
        .map((file) => [`${city.id}/${file.id.slice(city.id.length + 1)}.ts`, matterFile(file, city)] as const),
    ]),
    ["index.ts", indexFile(all.flatMap((city) => formulaFiles(rulesDirectory, city)))],
  ]);
}
