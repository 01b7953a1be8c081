/** A city's policy at one version: data, the office's own figures and readings, and formulas, under one hash. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { parseDate } from "../../../../src-shared/domain/calendar.ts";
import type { Citation, Conflict, Section } from "../../../../src-shared/domain/decision.ts";
import { Declared } from "../schema/declared.ts";
import { compileElsewhere, type Elsewhere } from "./elsewhere.ts";
import { compileFigures, type Figure, type OfficeFigure } from "./figures.ts";
import type { Formula } from "../formula.ts";
import { partsOf, type Parts } from "./matter-identity.ts";
import type { FactFile, StepFile, Uses } from "../schema/matter-schema.ts";
import { compileMatter, type MatterDefinition } from "../matter.ts";
import type { NodeDefinition } from "../node.ts";
import { PolicyFiles } from "./policy-files.ts";
import { readPolicyFile, type IssueWords, type PolicyFile } from "./policy-file.ts";
import type { PolicyProblem, Report } from "./problems.ts";
import { checkExclusions, compileReadings, type Reading } from "./readings.ts";
import { idSchema, textSchema } from "../schema/schema-parts.ts";
import { withSharedFacts } from "./shared-facts.ts";
import { toCitation, toConflict, type ClauseStanding, type SourceDocument } from "./sources.ts";
import { compileTable, type DecisionTable } from "../table/table.ts";
import { parseExact } from "../units.ts";
import { stepNode } from "../words.ts";

/** Everything a pack is made of. Plain JSON: stored by hash, so that a case can be replayed years later. */
export interface PackSource {
  readonly city: string;
  /** Policy files by path below `resources/policy`, as text. */
  readonly files: Readonly<Record<string, string>>;
  readonly officeFigures: readonly OfficeFigure[];
  /** Reading id → option chosen by the office. */
  readonly readingChoices: Readonly<Record<string, string>>;
  /** Of all formulas of the city; the released ones are kept by it. */
  readonly formulaHash: string;
  /** By matter, what its own formula comes to; packs stored before there were such hashes have none. */
  readonly formulas?: Readonly<Record<string, string>>;
}

/** What formulas are bound to. */
export interface CityData {
  /** Name of the pooling area. */
  readonly cityTitle: string;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, DecisionTable>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** Questions that several matters ask, and what the answers to them may contradict. */
  readonly facts: ReadonlyMap<string, FactFile>;
  readonly faults: ReadonlyMap<string, string>;
  /** Steps that several matters share, and how they are written. */
  readonly steps: ReadonlyMap<string, NodeDefinition>;
  readonly stepFiles: ReadonlyMap<string, StepFile>;
  /** The files of these steps by name: what they draw on, and their steps. */
  readonly pieces: ReadonlyMap<string, { readonly uses: Uses; readonly steps: readonly string[] }>;
  /** Guidance that several matters give. */
  readonly sections: ReadonlyMap<string, Section>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly citations: ReadonlyMap<string, Citation>;
  /** By clause; beside the citations, which are written into every decision. */
  readonly clauses: ReadonlyMap<string, ClauseStanding>;
}

export interface LoadedPack extends CityData {
  readonly city: string;
  readonly version: string;
  readonly hash: string;
  readonly source: PackSource;
  readonly matters: ReadonlyMap<string, MatterDefinition>;
  /** What people ask for and no matter does. */
  readonly elsewhere: readonly Elsewhere[];
  /** What is written in its files, entry by entry. */
  readonly parts: Parts;
}

export const citySchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** Matters as the counter lists them; those not named follow. */
  order: z.array(idSchema).default([]),
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, "expected a version such as 2026.11.1"),
});
export type CityFile = z.output<typeof citySchema>;

/** Matters in the order of the counter; those that the order does not name follow by id. */
function inOrder<Matter>(matters: ReadonlyMap<string, Matter>, order: readonly string[]): ReadonlyMap<string, Matter> {
  const rest = [...matters.keys()].filter((id) => !order.includes(id)).sort();
  // a matter that is named and does not load is reported
  return new Map([...order.filter((id) => matters.has(id)), ...rest].map((id) => [id, matters.get(id)!]));
}

/** Canonical JSON: keys sorted, so that the same content has the same bytes. */
export function packSourceText(source: PackSource): string {
  return JSON.stringify(source, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

export const packHash = (source: PackSource): string => createHash("sha256").update(packSourceText(source)).digest("hex");

export interface Loaded {
  /** `undefined` where not even the city is told. */
  readonly pack: LoadedPack | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** What is asked of the data beyond what they decide, by whoever releases them or works with them. */
export interface LoadAsked {
  readonly words: IssueWords;
  readonly check: (files: PolicyFiles, city: PolicyFile<CityFile> | undefined, data: CityData, report: Report) => void;
}

/** To decide once more what was decided with it: how the data are written does not matter, nor what decides nothing. */
export const loadPackForReplay = (source: PackSource, formulas: readonly Formula[]): Loaded => load(source, formulas);

export function load(source: PackSource, formulas: readonly Formula[], asked?: LoadAsked): Loaded {
  const problems: PolicyProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);

  const cityFile = `${source.city}/city.yaml`;
  const city = readPolicyFile(cityFile, source.files[cityFile] ?? "", citySchema, report, asked?.words);
  const read = new PolicyFiles(asked?.words);
  for (const path of Object.keys(source.files).sort()) {
    // what the city sends elsewhere decides nothing
    const isRead = !path.endsWith("/city.yaml") && (asked !== undefined || !path.endsWith("/elsewhere.yaml"));
    if (isRead) read.read(path, source.files[path]!, report);
  }

  const data = compileData(read, source, city?.value.title ?? source.city, report);
  const matters = new Declared<MatterDefinition>();
  for (const written of read.matters) {
    const file = withSharedFacts(written, data.facts, report);
    if (!file) continue;
    const formula = formulas.find((one) => one.matter === file.value.id);
    const matter = compileMatter(file, formula, data, report);
    if (matter) matters.add(matter.id, matter, [file, ["id"]], report);
  }
  const written = new Map(read.matters.map(({ value }) => [value.id, value]));
  const elsewhere = compileElsewhere(read.elsewhere, written, report);
  asked?.check(read, city, data, report);
  if (!city) return { pack: undefined, problems };
  const { id, version, order } = city.value;
  const parts = partsOf(read);
  const hash = packHash(source);
  return {
    problems,
    pack: { ...data, city: id, version, hash, source, matters: inOrder(matters, order), elsewhere, parts },
  };
}

export function compileData(read: PolicyFiles, source: PackSource, cityTitle: string, report: Report): CityData {
  const citations = new Declared<Citation>();
  const clauses = new Map<string, ClauseStanding>();
  const conflicts = new Declared<Conflict>();
  const documents = new Declared<SourceDocument>();
  for (const file of read.sources) {
    for (const [d, document] of file.value.documents.entries())
      documents.add(document.id, document, [file, ["documents", d, "id"]], report);
  }
  for (const file of read.sources) {
    for (const [c, clause] of file.value.clauses.entries()) {
      const document = documents.get(clause.document);
      clauses.set(clause.id, { kinds: clause.kinds, rests: clause.rests });
      if (document) citations.add(clause.id, toCitation(document, clause), [file, ["clauses", c, "id"]], report);
      else {
        const line = file.line(["clauses", c, "document"]);
        const message = `clause ${clause.id}: no document "${clause.document}"`;
        report({ file: file.file, line, message, misses: clause.document });
      }
    }
    for (const [c, conflict] of file.value.conflicts.entries())
      conflicts.add(conflict.id, toConflict(conflict), [file, ["conflicts", c, "id"]], report);
  }
  const readings = new Declared<Reading>();
  for (const file of read.readings) {
    for (const [r, reading] of compileReadings(file, source.readingChoices, report).entries())
      readings.add(reading.id, reading, [file, ["readings", r, "id"]], report);
  }
  for (const file of read.readings) checkExclusions(file, readings, report);
  const figures = new Declared<Figure>();
  for (const file of read.figures) {
    for (const [f, figure] of compileFigures(file, report).entries())
      figures.add(figure.id, figure, [file, ["figures", f, "id"]], report);
  }
  for (const entered of source.officeFigures) addOfficeFigure(figures, citations, entered, report);
  const tables = new Declared<DecisionTable>();
  for (const file of read.tables) {
    const table = compileTable(file, report);
    if (table) tables.add(table.id, table, [file, ["id"]], report);
  }
  const steps = new Declared<NodeDefinition>();
  const stepFiles = new Map<string, StepFile>();
  const pieces = new Declared<{ readonly uses: Uses; readonly steps: readonly string[] }>();
  for (const file of read.steps) {
    const { uses, steps: all } = file.value;
    const name = file.file.slice(file.file.lastIndexOf("/") + 1, -".yaml".length);
    pieces.add(name, { uses, steps: all.map(({ id }) => id) }, [file, []], report);
    for (const [index, step] of all.entries()) {
      steps.add(step.id, stepNode(step), [file, ["steps", index, "id"]], report);
      stepFiles.set(step.id, step);
    }
  }
  const sections = new Declared<Section>();
  for (const file of read.sections) {
    for (const [index, { cite, ...section }] of file.value.sections.entries())
      sections.add(section.id, { ...section, citations: cite }, [file, ["sections", index, "id"]], report);
  }
  const facts = new Declared<FactFile>();
  const faults = new Declared<string>();
  for (const file of read.facts) {
    for (const [f, fact] of file.value.facts.entries()) facts.add(fact.id, fact, [file, ["facts", f, "id"]], report);
    for (const [id, text] of Object.entries(file.value.faults)) faults.add(id, text, [file, ["faults", id]], report);
  }
  return {
    cityTitle,
    figures,
    tables,
    readings,
    facts,
    faults,
    steps,
    stepFiles,
    pieces,
    sections,
    conflicts,
    documents,
    citations,
    clauses,
  };
}

/** Why an entered figure cannot stand, by field; `undefined` when it can. */
export type OfficeFigureFault =
  | { readonly field: "figure" | "value" | "from" | "to" | "document" }
  | { readonly field: "overlap"; readonly from: string; readonly to: string; readonly document: string };

export function officeFigureFaults(figures: ReadonlyMap<string, Figure>, entered: OfficeFigure): OfficeFigureFault[] {
  const figure = figures.get(entered.figure);
  if (!figure) return [{ field: "figure" }];
  const faults: OfficeFigureFault[] = [];
  const from = parseDate(entered.from);
  const to = parseDate(entered.to);
  if (from === undefined) faults.push({ field: "from" });
  if (to === undefined || (from !== undefined && to < from)) faults.push({ field: "to" });
  const exact = parseExact(entered.value.trim(), figure.unit);
  // no yearly figure is zero or negative: it would be a slip of the finger
  if (!exact || exact.value <= 0) faults.push({ field: "value" });
  if (entered.document.trim() === "") faults.push({ field: "document" });
  if (from !== undefined && to !== undefined) {
    const other = figure.overlapping(from, to)?.used;
    if (other) faults.push({ field: "overlap", from: other.from, to: other.to ?? "", document: other.document });
  }
  return faults;
}

function addOfficeFigure(
  figures: Map<string, Figure>,
  citations: Map<string, Citation>,
  entered: OfficeFigure,
  report: Report,
): void {
  const faults = officeFigureFaults(figures, entered);
  const enteredOn = parseDate(entered.enteredOn);
  if (faults.length > 0 || enteredOn === undefined) {
    const what = faults.map((fault) => fault.field).join(", ") || "enteredOn";
    report({ file: "office figures", line: 0, message: `${entered.figure} from ${entered.from}: not accepted (${what})` });
    return;
  }
  const figure = figures.get(entered.figure)!;
  const citation: Citation = {
    id: `office.${entered.figure}.${entered.from}`,
    document: entered.document,
    clause: entered.note,
    authority: "office",
    summary: `${figure.title} ${entered.from} – ${entered.to}`,
    rules: [figure.rule],
  };
  citations.set(citation.id, citation);
  figures.set(
    entered.figure,
    figure.with({ ...entered, from: parseDate(entered.from)!, to: parseDate(entered.to)!, enteredOn, citation: citation.id }),
  );
}
