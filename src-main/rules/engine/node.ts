/**
 * A decision's explanation is a graph of nodes: each computed value points to the values it came from, down to
 * facts, figures, tables and readings. A node holds numbers only; its words lie in the definition that is shared
 * by all decisions of the pack, so that a decision with all steps costs a handful of small allocations.
 */
import type { FigureUsed, StepKind, TableRowUsed } from "../../../src-shared/domain/decision.ts";
import type { Unit } from "./units.ts";

export interface NodeDefinition {
  readonly key: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly unit: Unit;
  /** The sentence of a step that is told in words: `{0}`, `{1}` … stand for its inputs. Empty for leaves, and where the operation gives it. */
  readonly formula: string;
  /** What stands behind the operation's own sentence, e.g. that a reading decides. */
  readonly note?: string | undefined;
  readonly rule: string;
  readonly citations: readonly string[];
  readonly figure: FigureUsed | null;
  /** For `choice`: texts by value. */
  readonly labels: readonly string[];
  /** For readings: the reading's id. */
  readonly reading: string | null;
  /** For outputs of a decision table: where the value stands. */
  readonly row?: TableRowUsed | undefined;
}

type Told = "key" | "title" | "kind" | "unit" | "rule" | "citations";

/** All definitions are of one layout, whatever they leave out: they are read for each step of each decision. */
export const nodeDefinition = (of: Pick<NodeDefinition, Told> & Partial<NodeDefinition>): NodeDefinition => ({
  key: of.key,
  title: of.title,
  kind: of.kind,
  unit: of.unit,
  formula: of.formula ?? "",
  note: of.note,
  rule: of.rule,
  citations: of.citations,
  figure: of.figure ?? null,
  labels: of.labels ?? [],
  reading: of.reading ?? null,
  row: of.row,
});

/** How a value comes of the inputs, and the sentence that says so. */
export interface Operation {
  readonly id: string;
  /** As `NodeDefinition.formula`. */
  readonly formula: string;
  /** Whether the step is shown as a rounding. */
  readonly rounds: boolean;
}

/** The value is reckoned by the formula, and the policy data tell how; also of leaves, which are reckoned by nobody. */
export const TOLD: Operation = { id: "told", formula: "", rounds: false };

/** A step whose sentence its operation gives. */
export interface DerivedStep extends NodeDefinition {
  readonly formula: "";
}
/** A step that its sentence tells, with as many inputs at least as the sentence names. */
export interface ToldStep<Inputs extends readonly Node[] = readonly Node[]> extends NodeDefinition {
  /** Of types alone: which inputs it takes. */
  readonly told?: (inputs: Inputs) => void;
}

export class Node {
  readonly definition: NodeDefinition;
  readonly value: number;
  readonly divisor: number;
  readonly inputs: readonly Node[];
  readonly operation: Operation;

  constructor(definition: NodeDefinition, value: number, divisor: number, inputs: readonly Node[], operation: Operation = TOLD) {
    this.definition = definition;
    this.value = value;
    this.divisor = divisor;
    this.inputs = inputs;
    this.operation = operation;
  }
}

export const NO_INPUTS: readonly Node[] = [];

export const leaf = (definition: NodeDefinition, value: number): Node => new Node(definition, value, 1, NO_INPUTS);
/** A step in the words of the policy data. */
export const told = <Inputs extends readonly Node[]>(
  definition: ToldStep<Inputs>,
  value: number,
  inputs: NoInfer<Inputs>,
): Node => new Node(definition, value, 1, inputs);

/** The sentence of a node, with places for its inputs; empty for leaves. */
export function sentenceOf({ definition: { formula, note }, operation }: Node): string {
  if (operation === TOLD) return formula;
  if (note === undefined) return operation.formula;
  // a note in brackets belongs to the word before it
  return `${operation.formula}${note.startsWith("（") ? "" : "，"}${note}`;
}
