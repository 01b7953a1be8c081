/** Compiles one matter: its YAML, its facts' relevance, and the binding of its formula to a city's data. */
import type { Material, Nature, Notice, Section, Standing } from "../../../src-shared/domain/decision.ts";
import { choiceDomain, FLAG_DOMAIN, integerDomain } from "./domain.ts";
import { bindChecklist, type DomainOf } from "./bind-checklist.ts";
import { assumedAnswer } from "./assumed.ts";
import { checklistOf } from "./checklist.ts";
import { factDefinition, type FactDefinition, type FactSpec } from "./facts.ts";
import type { Bindings, BoundFormula, Formula } from "./formula.ts";
import { compileHistoryRule } from "./history/rule.ts";
import { layersOf } from "./history/known.ts";
import { LAYERS, type Layer } from "../../../src-shared/domain/history/history.ts";
import type { FactFile, FieldFile, MatterFile, StepFile } from "./matter-schema.ts";
import { leaf, nodeDefinition, type BoundStep, type NodeDefinition } from "./node.ts";
import type { CityData } from "./pack.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { PolicyProblem, Purpose, Report } from "./problems.ts";
import { relevanceTest, type RelevanceTest } from "./relevance.ts";
import type { ConditionDefinition } from "./result.ts";
import type { Domain } from "./unary-test.ts";
import { UnboundName } from "./unbound-name.ts";
import { wordsOf } from "./words.ts";

export interface MatterDefinition {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly rules: readonly string[];
  readonly standing: Standing;
  readonly nature: Nature;
  /** Whose identity number is asked for, where that is not the person at the counter. */
  readonly person: string | null;
  readonly facts: readonly FactDefinition[];
  /** What of the insurance history its questions follow from; empty where none does. */
  readonly historyLayers: readonly Layer[];
  /** Name of the pooling area, as places are named in a history. */
  readonly here: string;
  readonly formula: BoundFormula<Record<string, never>>;
  /** To be bound anew under other readings. */
  readonly unbound: Formula;
  /** The matter's words as written, for whoever reads the policy. */
  readonly file: MatterFile;
  /** What the formula is bound to, as `figure dalian.assessed-base`; of the city's own words as `shared step topUp`. */
  readonly used: ReadonlySet<string>;
}

type Fault = (path: readonly PropertyKey[], message: string, about?: PolicyProblem["about"], misses?: string) => void;

export function compileMatter(
  source: PolicyFile<MatterFile>,
  formula: Formula | undefined,
  city: CityData,
  report: Report,
  purpose: Purpose,
): MatterDefinition | undefined {
  const { value: file } = source;
  let sound = true;
  const fault: Fault = (path, message, about, misses) => {
    if (about === "style" && purpose !== "authoring") return;
    sound = false;
    const problem = { file: source.file, line: source.line(path), message: `matter ${file.id}: ${message}` };
    report({ ...problem, ...(about === undefined ? {} : { about }), ...(misses === undefined ? {} : { misses }) });
  };
  const unbound = formula ?? (file.checklist && file.derived.length === 0 ? checklistOf(file.id) : undefined);
  if (!unbound) {
    const path = file.id.replace(".", "/");
    fault(
      ["id"],
      `it has no formula, and is no mere checklist: src-main/rules/${path}.ts is none that generate-words has found`,
      "formula",
    );
    return undefined;
  }
  const facts = file.facts.map((_, index) => compileFact(file, index, city, fault));
  for (const [index, step] of file.steps.entries())
    if (city.steps.has(step.id)) fault(["steps", index, "id"], `step "${step.id}" is already a shared step of the city`);
  for (const [index, section] of file.sections.entries())
    if (city.sections.has(section.id))
      fault(["sections", index, "id"], `section "${section.id}" is already a shared section of the city`);
  if (unbound.facts !== undefined) checkSpec(file, unbound.facts, fault);
  checkChecklist(file, fault);
  if (!sound) return undefined;

  const used = new Set<string>();
  let bound;
  try {
    bound = unbound.bind(bindings(file, facts, city, used));
  } catch (error) {
    if (!(error instanceof UnboundName)) throw error;
    fault(error.path, error.message, "formula", error.misses);
    return undefined;
  }
  // where a formula has all words by name, a test finds those that it never uses
  for (const { kind, id, path } of unbound.needs === undefined ? declaredNames(file) : []) {
    if (!used.has(`${kind} ${id}`)) fault(path, `${kind} "${id}" is declared but the formula never uses it`, "style");
  }
  return sound
    ? {
        id: file.id,
        title: file.title,
        summary: file.summary,
        rules: file.rules,
        standing: file.standing,
        nature: file.nature,
        person: file.person ?? null,
        facts,
        historyLayers: historyLayers(facts),
        here: city.cityTitle,
        formula: bound,
        unbound,
        file,
        used,
      }
    : undefined;
}

export function compileFact(file: MatterFile, index: number, city: CityData, fault: Fault): FactDefinition {
  const fact = file.facts[index]!;
  if ((fact.type === "choice") !== fact.options.length > 0)
    fault(["facts", index, "options"], `${fact.id}: options belong to a choice, and a choice needs them`);
  if (file.facts.findIndex((other) => other.id === fact.id) !== index)
    fault(["facts", index, "id"], `fact "${fact.id}" is declared twice`);
  const before = file.facts.slice(0, index).map((other) => other.group);
  if (before.includes(fact.group) && before.at(-1) !== fact.group)
    fault(["facts", index, "group"], `group "${fact.group}" is taken up again: its heading would stand twice`, "style");
  const relevant = fact.when.map((tests, w) =>
    Object.entries(tests).flatMap(([name, test]): RelevanceTest[] => {
      const derived = file.derived.some((flag) => flag.id === name);
      const earlier = file.facts.slice(0, index).find((other) => other.id === name);
      const bound = relevanceTest(name, test, derived, derived ? FLAG_DOMAIN : earlier && factDomain(earlier));
      if (typeof bound !== "string") return [bound];
      fault(["facts", index, "when", w, name], bound);
      return [];
    }),
  );
  if ((fact.type === "list") !== fact.fields.length > 0)
    fault(["facts", index, "fields"], `${fact.id}: fields belong to a list, and a list needs them`);
  const fields = fact.fields.map((field) => ({ ...field, node: factNode(field) }));
  const fromHistory = compileHistoryRule(fact, {
    readings: city.readings,
    earlier: file.facts.slice(0, index),
    fault: (path, message) => fault(["facts", index, ...path], message),
  });
  const definition = factDefinition(fact, factNode(fact), relevant, fields, fromHistory, null);
  if (fact.assume === undefined) return definition;
  const assumed = assumedAnswer(definition, fact.assume);
  if (typeof assumed !== "string") return factDefinition(fact, definition.node, relevant, fields, fromHistory, assumed);
  fault(["facts", index, "assume"], `${fact.id}: ${assumed}`);
  return definition;
}

/** In the order in which they are typed. */
function historyLayers(facts: readonly FactDefinition[]): Layer[] {
  const wanted = new Set(
    facts.flatMap(({ fromHistory }) =>
      (fromHistory ?? []).flatMap(({ chosen: { window, of } }) => [
        ...layersOf(window.filter),
        ...(of === null ? [] : layersOf(of)),
      ]),
    ),
  );
  return LAYERS.filter((layer) => wanted.has(layer));
}

function factDomain(fact: MatterFile["facts"][number]): Domain | undefined {
  if (fact.type === "choice") return choiceDomain(fact.options.map((option) => option.value));
  if (fact.type === "flag") return FLAG_DOMAIN;
  return fact.type === "count" || fact.type === "months" || fact.type === "list" ? integerDomain(0, 999_999) : undefined;
}

const FACT_UNITS = {
  choice: "choice",
  flag: "flag",
  date: "date",
  month: "month",
  money: "yuan",
  count: "count",
  months: "months",
  list: "count",
} as const;

const factNode = (fact: FactFile | FieldFile): NodeDefinition =>
  nodeDefinition({
    key: fact.id,
    title: fact.title,
    kind: "fact",
    unit: FACT_UNITS[fact.type],
    formula: "",
    rule: "",
    citations: fact.cite,
    figure: null,
    labels: fact.options.map((option) => option.title),
    reading: null,
  });

/** Whether a question may stay open, or not come up. */
export const isSometimes = ({ when, required, assume }: FactFile): boolean =>
  when.length > 0 || (!required && assume === undefined);
export const specOf = (fact: FactFile): FactSpec[string] => (isSometimes(fact) ? `${fact.type}?` : fact.type);

/** The formula's TypeScript types and the YAML must say the same of every fact. */
function checkSpec(file: MatterFile, spec: FactSpec, fault: Fault): void {
  for (const [index, fact] of file.facts.entries()) {
    const expected = specOf(fact);
    // an answer that is always there may be reckoned with as if it were not
    const isCareful = fact.assume !== undefined && spec[fact.id] === `${fact.type}?`;
    const found = Object.hasOwn(spec, fact.id) ? spec[fact.id] : undefined;
    if (found !== expected && !isCareful)
      fault(
        ["facts", index, "id"],
        `fact "${fact.id}" is "${expected}" here but ${found ? `"${found}"` : "absent"} in the formula`,
        "formula",
      );
  }
  for (const name of Object.keys(spec)) {
    if (!file.facts.some((fact) => fact.id === name))
      fault(["facts"], `the formula's fact "${name}" is not declared here`, "formula");
  }
}

/** A checklist asks no further where an answer is lacking: a condition must not hang on one that may be. */
function checkChecklist(file: MatterFile, fault: Fault): void {
  for (const [index, condition] of (file.checklist?.conditions ?? []).entries()) {
    const fact = file.facts.find((known) => known.id === condition.fact);
    if (fact && !fact.required && fact.assume === undefined)
      fault(
        ["checklist", "conditions", index, "fact"],
        `condition "${condition.use}" rests on "${fact.id}", which may stay open`,
        "formula",
      );
  }
}

type NameKind =
  | "step"
  | "condition"
  | "remedy"
  | "amount"
  | "date"
  | "coverage"
  | "material"
  | "notice"
  | "section"
  | "next"
  | "way"
  | "checklist"
  | "headline"
  | "place"
  | "timeLimit"
  | "fault";

function declaredNames(file: MatterFile): { kind: NameKind; id: string; path: readonly PropertyKey[] }[] {
  const list = (
    kind: NameKind,
    key: "steps" | "conditions" | "amounts" | "dates" | "materials" | "notices" | "sections" | "next",
  ) => file[key].map((entry, index) => ({ kind, id: entry.id, path: [key, index, "id"] }));
  const record = (kind: NameKind, key: "options" | "remedies" | "coverage" | "headlines" | "places" | "timeLimits" | "faults") =>
    Object.keys(file[key]).map((id) => ({ kind, id, path: [key, id] }));
  return [
    ...list("step", "steps"),
    ...list("condition", "conditions"),
    ...list("amount", "amounts"),
    ...list("date", "dates"),
    ...list("material", "materials"),
    ...list("notice", "notices"),
    ...list("section", "sections"),
    ...list("next", "next"),
    ...record("way", "options"),
    ...record("remedy", "remedies"),
    ...record("coverage", "coverage"),
    ...record("headline", "headlines"),
    ...record("place", "places"),
    ...record("timeLimit", "timeLimits"),
    ...record("fault", "faults"),
    ...(file.checklist ? [{ kind: "checklist" as const, id: file.id, path: ["checklist"] }] : []),
  ];
}

export function bindings(file: MatterFile, facts: readonly FactDefinition[], city: CityData, used: Set<string>): Bindings {
  const find = <Entry>(kind: string, id: string, entry: Entry | undefined): Entry => {
    if (entry === undefined) throw new UnboundName(`the formula uses ${kind} "${id}", which is not declared`, undefined, id);
    used.add(`${kind} ${id}`);
    return entry;
  };
  const inList = <Entry extends { readonly id: string }>(kind: NameKind, list: readonly Entry[], id: string): Entry =>
    find(
      kind,
      id,
      list.find((entry) => entry.id === id),
    );
  const inRecord = <Entry>(kind: NameKind, record: Readonly<Record<string, Entry>>, id: string): Entry =>
    find(kind, id, Object.hasOwn(record, id) ? record[id] : undefined);
  const shared = <Entry>(kind: NameKind, id: string, entries: ReadonlyMap<string, Entry>): Entry | undefined => {
    const entry = entries.get(id);
    if (entry !== undefined) used.add(`shared ${kind} ${id}`);
    return entry;
  };
  const stated = (kind: NameKind, record: MatterFile["places"]) => (id: string) => {
    const { text, cite } = inRecord(kind, record, id);
    return { id, text, citations: cite };
  };

  const conditions = file.conditions.map((condition): ConditionDefinition => ({ ...condition, citations: condition.cite }));
  const materials = file.materials.map(({ cite, ...material }): Material => ({ ...material, citations: cite }));
  const notices = file.notices.map(({ cite, ...notice }): Notice => ({ ...notice, citations: cite }));
  const sections = file.sections.map(({ cite, ...section }): Section => ({ ...section, citations: cite }));
  const steps = file.steps.map((step) => ({ id: step.id, node: stepNode(step) }));
  const domainOf: DomainOf = (name) => {
    const derived = file.derived.some((flag) => flag.id === name);
    const fact = file.facts.find((known) => known.id === name);
    return { derived, domain: derived ? FLAG_DOMAIN : fact && factDomain(fact) };
  };
  const names: Bindings = {
    fact: (name) =>
      find(
        "fact",
        name,
        facts.find((fact) => fact.id === name),
      ).node,
    field: (list, name) =>
      find(
        "field",
        `${list}.${name}`,
        find(
          "fact",
          list,
          facts.find((fact) => fact.id === list),
        ).fields.find((field) => field.id === name),
      ).node,
    fieldOption: (list, name, value) => {
      const index =
        facts
          .find((fact) => fact.id === list)
          ?.fields.find((field) => field.id === name)
          ?.options.findIndex((option) => option.value === value) ?? -1;
      return find("option", `${list}.${name}.${value}`, index < 0 ? undefined : index);
    },
    leaves: (name) => {
      const fact = find(
        "fact",
        name,
        facts.find((known) => known.id === name),
      );
      const count = fact.type === "flag" ? 2 : fact.options.length;
      return Array.from({ length: count }, (_, value) => leaf(fact.node, value));
    },
    option: (fact, value) => {
      const index = find(
        "fact",
        fact,
        facts.find((known) => known.id === fact),
      ).options.findIndex((option) => option.value === value);
      return find("option", `${fact}.${value}`, index < 0 ? undefined : index);
    },
    step: (name) => (shared("step", name, city.steps) ?? inList("step", steps, name).node) as BoundStep,
    figure: (id) => find("figure", id, city.figures.get(id)),
    table: (id) => find("table", id, city.tables.get(id)),
    reading: (id) => find("reading", id, city.readings.get(id)),
    conflict: (id) => find("conflict", id, city.conflicts.get(id)),
    condition: (id) => inList("condition", conditions, id),
    remedy: (id) => ({ id, ...inRecord("remedy", file.remedies, id) }),
    amount: (id) => inList("amount", file.amounts, id),
    date: (id) => inList("date", file.dates, id),
    coverage: (id) => inRecord("coverage", file.coverage, id),
    material: (id) => inList("material", materials, id),
    notice: (id) => inList("notice", notices, id),
    section: (id) => shared("section", id, city.sections) ?? inList("section", sections, id),
    headline: (id) => ({ id, text: inRecord("headline", file.headlines, id) }),
    place: stated("place", file.places),
    timeLimit: stated("timeLimit", file.timeLimits),
    // as with shared questions, what a matter says otherwise goes before
    fault: (id) =>
      (Object.hasOwn(file.faults, id) ? undefined : shared("fault", id, city.faults)) ?? inRecord("fault", file.faults, id),
    way: (id) => {
      const { title, text } = inRecord("way", file.options, id);
      return { title: { id, text: title }, text: { id, text } };
    },
    next: (id) => {
      const { matter, why, cite } = inList("next", file.next, id);
      return { matter, why: { id, text: why }, citations: cite };
    },
    checklist: (...own) => bindChecklist(find("checklist", file.id, file.checklist), names, domainOf, own),
    words: () => wordsOf(file, facts, city, stepNode, used, names.checklist),
  };
  return names;
}

export const stepNode = (step: StepFile): NodeDefinition =>
  nodeDefinition({
    key: step.key ?? step.id,
    title: step.title,
    kind: step.kind,
    unit: step.unit,
    formula: step.told ?? step.formula ?? "",
    note: step.note,
    rule: step.rule,
    citations: step.cite,
    figure: null,
    labels: step.labels.length > 0 ? step.labels : Object.values(step.values),
    reading: null,
  });
