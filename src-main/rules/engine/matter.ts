/** Compiles one matter: its YAML, its facts' relevance, and the binding of its formula to a city's data. */
import type { Nature, Standing } from "../../../src-shared/domain/decision.ts";
import { assumedAnswer } from "./facts/assumed.ts";
import { checklistOf } from "./checklist.ts";
import { factDefinition, type FactDefinition, type FactSpec } from "./facts/facts.ts";
import type { BoundFormula, Formula } from "./formula.ts";
import { compileHistoryRule } from "./history/rule.ts";
import { layersOf } from "./history/known.ts";
import { LAYERS, type Layer } from "../../../src-shared/domain/history/history.ts";
import type { FactFile, FieldFile, MatterFile } from "./schema/matter-schema.ts";
import { nodeDefinition, type NodeDefinition } from "./node.ts";
import type { CityData } from "./pack/pack.ts";
import type { PolicyFile } from "./pack/policy-file.ts";
import type { PolicyProblem, Report } from "./pack/problems.ts";
import { relevanceTest, type RelevanceTest } from "./facts/relevance.ts";
import { UnboundName } from "./pack/unbound-name.ts";
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
  readonly formula: BoundFormula;
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
): MatterDefinition | undefined {
  const { value: file } = source;
  let sound = true;
  const fault: Fault = (path, message, about, misses) => {
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
    bound = unbound.bind(wordsOf(file, facts, city, used));
  } catch (error) {
    if (!(error instanceof UnboundName)) throw error;
    fault(error.path, error.message, "formula", error.misses);
    return undefined;
  }
  return {
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
  };
}

export function compileFact(file: MatterFile, index: number, city: CityData, fault: Fault): FactDefinition {
  const fact = file.facts[index]!;
  if ((fact.type === "choice") !== fact.options.length > 0)
    fault(["facts", index, "options"], `${fact.id}: options belong to a choice, and a choice needs them`);
  if (file.facts.findIndex((other) => other.id === fact.id) !== index)
    fault(["facts", index, "id"], `fact "${fact.id}" is declared twice`);
  const relevant = fact.when.map((tests, w) =>
    Object.entries(tests).flatMap(([name, test]): RelevanceTest[] => {
      const bound = relevanceTest(name, test, file.derived, file.facts.slice(0, index));
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
    rule: "",
    citations: fact.cite,
    labels: fact.options.map((option) => option.title),
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
