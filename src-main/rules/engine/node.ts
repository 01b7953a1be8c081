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
  /** `{key}` stands for the value of an input; empty for leaves. */
  readonly formula: string;
  readonly rule: string;
  readonly citations: readonly string[];
  readonly figure: FigureUsed | null;
  /** For `choice`: texts by value. */
  readonly labels: readonly string[];
  /** For readings: the reading's id. */
  readonly reading: string | null;
  /** For outputs of a decision table: where the value stands. */
  readonly row?: TableRowUsed;
}

export class Node {
  readonly definition: NodeDefinition;
  readonly value: number;
  readonly divisor: number;
  readonly inputs: readonly Node[];

  constructor(definition: NodeDefinition, value: number, divisor: number, inputs: readonly Node[]) {
    this.definition = definition;
    this.value = value;
    this.divisor = divisor;
    this.inputs = inputs;
  }
}

export const NO_INPUTS: readonly Node[] = [];

export const leaf = (definition: NodeDefinition, value: number): Node => new Node(definition, value, 1, NO_INPUTS);
export const step = (definition: NodeDefinition, value: number, inputs: readonly Node[]): Node =>
  new Node(definition, value, 1, inputs);
