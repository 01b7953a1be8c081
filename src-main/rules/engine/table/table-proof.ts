/**
 * Proof that a decision table is complete and free of overlaps (DMN hit policy *unique*).
 * Every input's domain is cut at all bounds that any row names; inside one piece all values satisfy the same tests,
 * so checking each cell of the product checks every possible person. The proved cells are the lookup itself.
 */
import type { Domain, Interval } from "./unary-test.ts";

export interface ProvenInput {
  readonly id: string;
  readonly title: string;
  readonly domain: Domain;
  /** For a choice: what a value means, where no question says so. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** Row conditions: `rows[r][i]` are the intervals of input `i` that row `r` accepts. */
export type RowConditions = readonly (readonly (readonly Interval[])[])[];

export interface CellMap {
  /** Per input: the lowest value of each piece, ascending. */
  readonly starts: readonly (readonly number[])[];
  /** Row index per cell; the last input varies fastest. */
  readonly cells: Uint16Array;
}

export type Proof =
  | { readonly map: CellMap }
  | { readonly gaps: readonly string[]; readonly overlaps: readonly { rows: readonly number[]; person: string }[] };

const MOST_CELLS = 4_000_000;
const NO_ROW = 0xffff;
/** A broken table is reported by a few concrete persons, not by thousands. */
const MOST_EXAMPLES = 3;

export function proveTable(inputs: readonly ProvenInput[], rows: RowConditions): Proof {
  const starts = inputs.map((input, i) =>
    pieces(
      input.domain,
      rows.flatMap((row) => row[i]!),
    ),
  );
  const size = starts.reduce((product, list) => product * list.length, 1);
  if (size > MOST_CELLS) throw new RangeError(`a table of ${size} cells is too large to prove; split it`);

  const accepts = rows.map((row) =>
    row.map((intervals, i) => starts[i]!.map((value) => intervals.some(([low, high]) => low <= value && value <= high))),
  );
  const cells = new Uint16Array(size).fill(NO_ROW);
  const gaps: string[] = [];
  const overlaps: { rows: readonly number[]; person: string }[] = [];
  const at = inputs.map(() => 0);
  for (let cell = 0; cell < size; cell++) {
    let rest = cell;
    for (let i = inputs.length - 1; i >= 0; i--) {
      at[i] = rest % starts[i]!.length;
      rest = Math.trunc(rest / starts[i]!.length);
    }
    const hits: number[] = [];
    for (let r = 0; r < accepts.length; r++) if (at.every((piece, i) => accepts[r]![i]![piece])) hits.push(r);
    if (hits.length === 1) cells[cell] = hits[0]!;
    else if (hits.length === 0 && gaps.length < MOST_EXAMPLES) gaps.push(describe(inputs, starts, at));
    else if (hits.length > 1 && overlaps.length < MOST_EXAMPLES)
      overlaps.push({ rows: hits, person: describe(inputs, starts, at) });
  }
  return gaps.length > 0 || overlaps.length > 0 ? { gaps, overlaps } : { map: { starts, cells } };
}

function pieces(domain: Domain, intervals: readonly Interval[]): number[] {
  const cuts = new Set([domain.low]);
  for (const [low, high] of intervals) {
    cuts.add(low);
    if (high < domain.high) cuts.add(high + 1);
  }
  return [...cuts].sort((a, b) => a - b);
}

const describe = (inputs: readonly ProvenInput[], starts: readonly (readonly number[])[], at: readonly number[]): string =>
  inputs.map((input, i) => `${input.title} (${input.id}) = ${input.domain.show(starts[i]![at[i]!]!)}`).join(", ");

/** Index of the piece that holds `value`; the value must lie in the domain. */
export function pieceOf(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same cells, the inputs in another order: `order[to]` is where input `to` stood. */
export function reordered({ starts, cells }: CellMap, order: readonly number[]): CellMap {
  const sizes = order.map((from) => starts[from]!.length);
  const moved = new Uint16Array(cells.length);
  for (let cell = 0; cell < cells.length; cell++) {
    const at = starts.map(() => 0);
    let rest = cell;
    for (let i = starts.length - 1; i >= 0; i--) {
      at[i] = rest % starts[i]!.length;
      rest = Math.trunc(rest / starts[i]!.length);
    }
    moved[order.reduce((index, from, to) => index * sizes[to]! + at[from]!, 0)] = cells[cell]!;
  }
  return { starts: order.map((from) => starts[from]!), cells: moved };
}
