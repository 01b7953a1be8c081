/** A fact's `fromHistory`, compiled: the variant that the office's readings choose, and the others beside it. */
import type { FactFile } from "../matter-schema.ts";
import type { Node } from "../node.ts";
import type { Reading } from "../readings.ts";
import { ANSWERS, derivationOf, type Derivation } from "./definition.ts";

export interface HistoryRule {
  readonly chosen: Derivation;
  /** Readings that have a say; shown where another option would tell something else. */
  readonly readings: readonly Node[];
  readonly others: readonly Derivation[];
  readonly citations: readonly string[];
}

/**
 * @param fault a problem with the entry, with the path below the fact
 * @param earlier ids of the facts before this one
 */
export function compileHistoryRule(
  fact: FactFile,
  readings: ReadonlyMap<string, Reading>,
  earlier: readonly string[],
  fault: (path: readonly PropertyKey[], message: string) => void,
): HistoryRule | null {
  if (fact.fromHistory === undefined) return null;
  let chosen: Derivation | undefined;
  let citations = fact.cite;
  const others: Derivation[] = [];
  const used: Node[] = [];
  for (const [index, variant] of fact.fromHistory.entries()) {
    const at = ["fromHistory", ...(fact.fromHistory.length === 1 ? [] : [index])];
    const { derivation, unknownOptions } = derivationOf(variant, (value) => {
      const found = fact.options.findIndex((option) => option.value === value);
      return found < 0 ? undefined : found;
    });
    for (const value of unknownOptions) fault(at, `${fact.id}: there is no option "${value}"`);
    if (!ANSWERS[derivation.kind].includes(fact.type))
      fault(at, `${fact.id}: ${derivation.kind} answers a ${ANSWERS[derivation.kind].join(" or ")}, not a ${fact.type}`);
    for (const name of [derivation.window.before, derivation.window.upTo])
      if (name !== null && !earlier.includes(name)) fault(at, `${fact.id}: "${name}" is no earlier fact`);
    const reading = variant.reading === undefined ? undefined : readings.get(variant.reading.id);
    if (variant.reading !== undefined && reading === undefined) fault(at, `${fact.id}: no reading "${variant.reading.id}"`);
    if (reading !== undefined && !used.includes(reading.node)) used.push(reading.node);
    if (chosen === undefined && (reading === undefined || reading.is(variant.reading!.option))) {
      chosen = derivation;
      citations = variant.cite ?? citations;
    } else {
      others.push(derivation);
    }
  }
  if (chosen === undefined) {
    fault(["fromHistory"], `${fact.id}: no variant holds for the reading chosen`);
    return null;
  }
  return { chosen, readings: used, others, citations };
}
