/** A fact's `fromHistory`, compiled: the variant that the office's readings choose, and the others beside it. */
import type { FactFile } from "../schema/matter-schema.ts";
import type { Node } from "../node.ts";
import type { Reading } from "../pack/readings.ts";
import { ANSWERS, derivationOf, type Derivation, type VariantFile } from "./definition.ts";

/** How the fact follows where earlier choices have these answers. */
export interface HistoryCase {
  /** All of them: the choice, and the options it may have. */
  readonly when: readonly { readonly fact: string; readonly options: readonly number[] }[];
  readonly chosen: Derivation;
  /** Readings that have a say; shown where another option would tell something else. */
  readonly readings: readonly Node[];
  readonly others: readonly Derivation[];
  readonly citations: readonly string[];
}

/** The first case that holds; none: the fact does not follow. */
export type HistoryRule = readonly HistoryCase[];

export interface RuleContext {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly earlier: readonly FactFile[];
  /** A problem with the entry, with the path below the fact. */
  readonly fault: (path: readonly PropertyKey[], message: string) => void;
}

export function compileHistoryRule(fact: FactFile, context: RuleContext): HistoryRule | null {
  if (fact.fromHistory === undefined) return null;
  const groups = Map.groupBy(fact.fromHistory, ({ when }) => JSON.stringify(when ?? {}));
  return [...groups.values()].flatMap((variants) => compileCase(fact, variants, context) ?? []);
}

/** Variants that hold for the same answers; they differ by reading. */
function compileCase(
  fact: FactFile,
  variants: readonly VariantFile[],
  { readings, earlier, fault }: RuleContext,
): HistoryCase | null {
  const at = ["fromHistory"];
  let chosen: Derivation | undefined;
  let citations = fact.cite;
  const others: Derivation[] = [];
  const used: Node[] = [];
  for (const variant of variants) {
    const { derivation, unknownOptions } = derivationOf(variant, (value) => optionOf(fact, value));
    for (const value of unknownOptions) fault(at, `${fact.id}: there is no option "${value}"`);
    if (!ANSWERS[derivation.kind].includes(fact.type))
      fault(at, `${fact.id}: ${derivation.kind} answers a ${ANSWERS[derivation.kind].join(" or ")}, not a ${fact.type}`);
    for (const name of [derivation.window.before, derivation.window.upTo])
      if (name !== null && !earlier.some(({ id }) => id === name)) fault(at, `${fact.id}: "${name}" is no earlier fact`);
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
    fault(at, `${fact.id}: no variant holds for the reading chosen`);
    return null;
  }
  const when = Object.entries(variants[0]!.when ?? {}).map(([name, values]) => {
    const choice = earlier.find(({ id, type }) => id === name && type === "choice");
    if (choice === undefined) fault(at, `${fact.id}: "${name}" is no earlier choice`);
    const options = values.flatMap((value) => {
      const index = choice && optionOf(choice, value);
      if (index === undefined) fault(at, `${fact.id}: ${name} has no option "${value}"`);
      return index ?? [];
    });
    return { fact: name, options };
  });
  return { when, chosen, readings: used, others, citations };
}

function optionOf({ options }: FactFile, value: string): number | undefined {
  const found = options.findIndex((option) => option.value === value);
  return found < 0 ? undefined : found;
}
