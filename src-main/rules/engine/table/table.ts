/** Decision tables: read from YAML, proved at load, looked up without parsing anything. */
import { z } from "zod";
import { parseMonth } from "../../../../src-shared/domain/calendar.ts";
import { choiceDomain, FLAG_DOMAIN, integerDomain, monthDomain } from "./domain.ts";
import { UnboundName } from "../pack/unbound-name.ts";
import { Node, nodeDefinition, NO_INPUTS } from "../node.ts";
import type { PolicyFile } from "../pack/policy-file.ts";
import type { Report } from "../pack/problems.ts";
import { pieceOf, proveTable, reordered, type CellMap, type ProvenInput } from "./table-proof.ts";
import { parseUnaryTest, type Domain, type Interval } from "./unary-test.ts";
import { parseExact, UNITS, type Exact, type Unit } from "../units.ts";
import { BOUND_TEXT } from "../text.ts";
import { nameOf } from "../pack/name.ts";

const id = z.string().regex(/^[a-z0-9.-]+$/, "expected a lower-case id such as city.some-name");
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const domainSchema = z.union(
  [
    /** `titles`: what the values mean, where no question of a matter says so. */
    z.strictObject({ values: z.array(z.string()).min(1), titles: z.record(z.string(), z.string()).default({}) }),
    z.strictObject({ flag: z.literal(true) }),
    z.strictObject({ integers: z.tuple([z.int(), z.int()]) }),
    z.strictObject({ months: z.tuple([z.string(), z.string()]) }),
  ],
  "expected one of {values: […]}, {flag: true}, {integers: [low, high]}, {months: [first, last]}",
);

export const tableSchema = z.strictObject({
  id,
  title: z.string().min(1),
  rule: z.string().regex(/^[A-Z]{2}-\d{2}$/, "expected a rule id such as DL-05"),
  hit: z.literal("unique"),
  inputs: z.array(z.strictObject({ id, title: z.string(), domain: domainSchema })).min(1),
  outputs: z
    .array(
      z.strictObject({
        id,
        title: z.string(),
        unit: z.enum(UNITS),
        values: z.array(z.strictObject({ value: z.string(), title: z.string() })).optional(),
      }),
    )
    .min(1),
  rows: z
    .array(
      z.strictObject({
        when: z.array(cell),
        then: z.array(cell),
        cite: z.array(z.string()).min(1, "every row carries a citation"),
      }),
    )
    .min(1),
});
export type TableFile = z.output<typeof tableSchema>;

export interface TableRow {
  readonly when: readonly string[];
  readonly then: readonly string[];
  readonly citations: readonly string[];
}

export class DecisionTable {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly inputs: readonly ProvenInput[];
  readonly outputs: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly TableRow[];
  readonly cellsProved: number;
  /** By name: positions of the outputs, and what the choices among outputs and inputs are in numbers. */
  readonly out: Readonly<Record<string, number>>;
  readonly is: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly in: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly #file: TableFile;
  readonly #map: CellMap;
  /** Row by row, each as it is without what was looked up: one list, so that little has to be read to find one. */
  readonly #nodes: readonly Node[];

  constructor(file: TableFile, inputs: readonly ProvenInput[], map: CellMap, nodes: readonly Node[]) {
    this.id = file.id;
    this.title = file.title;
    this.rule = file.rule;
    this.inputs = inputs;
    this.outputs = file.outputs;
    this.cellsProved = map.cells.length;
    this.rows = file.rows.map((row) => ({ when: row.when, then: row.then, citations: row.cite }));
    const positions = (ids: readonly string[]) => Object.fromEntries(ids.map((name, index) => [nameOf(name), index]));
    this.out = positions(file.outputs.map((output) => output.id));
    this.is = Object.fromEntries(
      file.outputs.map((output) => [nameOf(output.id), positions((output.values ?? []).map(({ value }) => value))]),
    );
    this.in = Object.fromEntries(
      file.inputs.map((input) => [nameOf(input.id), positions("values" in input.domain ? input.domain.values : [])]),
    );
    this.#file = file;
    this.#map = map;
    this.#nodes = nodes;
  }

  /** The same table, its inputs in the order of these names; each must be named once. */
  by(...names: readonly string[]): DecisionTable {
    const order = names.map((name) => this.inputs.findIndex((input) => nameOf(input.id) === name));
    if (order.length !== this.inputs.length || new Set(order).size !== order.length || order.includes(-1))
      throw new UnboundName(
        `table ${this.id} has the inputs ${this.inputs.map((input) => nameOf(input.id)).join(", ")}, not ${names.join(", ")}`,
      );
    if (order.every((from, to) => from === to)) return this;
    const inputs = order.map((from) => this.inputs[from]!);
    return new DecisionTable(this.#file, inputs, reordered(this.#map, order), this.#nodes);
  }

  /** Row for the input values (integers of each input's domain, in the order of the inputs). Values beyond a domain are held at its end. */
  row1(a: number): number {
    return this.#map.cells[pieceOf(this.#map.starts[0]!, a)]!;
  }

  row2(a: number, b: number): number {
    const { starts, cells } = this.#map;
    return cells[pieceOf(starts[0]!, a) * starts[1]!.length + pieceOf(starts[1]!, b)]!;
  }

  row(values: readonly number[]): number {
    const { starts, cells } = this.#map;
    let index = 0;
    for (let i = 0; i < values.length; i++) index = index * starts[i]!.length + pieceOf(starts[i]!, values[i]!);
    return cells[index]!;
  }

  /** The lowest or the highest value of an input that a row takes, with the row's clause: a bound that a text or another step names. */
  bound(input: string, row: number, end: "lowest" | "highest", unit: Unit = "months"): Node {
    const position = this.#file.inputs.findIndex((found) => nameOf(found.id) === input);
    const { id: name, title } = this.#file.inputs[position]!;
    const { domain } = this.inputs.find((found) => found.id === name)!;
    const intervals = parseUnaryTest(this.rows[row]!.when[position]!, domain);
    // the table has been proved with these very tests
    if (typeof intervals === "string") throw new Error(intervals);
    const definition = {
      ...this.#at(row, 0).definition,
      key: `${this.id}.${name}.${end}`,
      title: BOUND_TEXT[end](title),
      unit,
      labels: [],
    };
    const value = end === "lowest" ? Math.min(...intervals.map(([low]) => low)) : Math.max(...intervals.map(([, high]) => high));
    return new Node(definition, value, 1, []);
  }

  #at(row: number, output: number): Node {
    return this.#nodes[row * this.outputs.length + output]!;
  }

  value(row: number, output: number): number {
    return this.#at(row, output).value;
  }

  /** The output as a step; `inputs` are the nodes that were looked up. */
  node(row: number, output: number, inputs: readonly Node[]): Node {
    const { definition, value, divisor } = this.#at(row, output);
    return new Node(definition, value, divisor, inputs);
  }
}

const nodesOf = (file: TableFile, values: readonly (readonly Exact[])[]): Node[] =>
  file.rows.flatMap((row, index) =>
    file.outputs.map((output, o) => {
      const definition = nodeDefinition({
        key: `${file.id}.${output.id}`,
        title: output.title,
        kind: "table",
        unit: output.unit,
        rule: file.rule,
        citations: row.cite,
        labels: output.values?.map((value) => value.title) ?? [],
        row: { table: file.id, index },
      });
      const { value, divisor } = values[index]![o]!;
      return new Node(definition, value, divisor, NO_INPUTS);
    }),
  );

/** Checks and proves a table; `undefined` after problems were reported. */
export function compileTable(source: PolicyFile<TableFile>, report: Report): DecisionTable | undefined {
  const { value: table, file, line } = source;
  let sound = true;
  const fault = (path: readonly PropertyKey[], message: string): void => {
    sound = false;
    report({ file, line: line(path), message: `table ${table.id}: ${message}` });
  };

  const inputs: ProvenInput[] = [];
  for (const [i, input] of table.inputs.entries()) {
    const domain = toDomain(input.domain);
    const titles = "titles" in input.domain ? input.domain.titles : {};
    if (domain) inputs.push({ id: input.id, title: input.title, domain, titles });
    else fault(["inputs", i, "domain"], "expected two values in order");
  }
  if (!sound) return undefined;

  const conditions: (readonly Interval[])[][] = [];
  const values: Exact[][] = [];
  for (const [r, row] of table.rows.entries()) {
    if (row.when.length !== inputs.length)
      fault(["rows", r, "when"], `expected ${inputs.length} conditions, found ${row.when.length}`);
    if (row.then.length !== table.outputs.length)
      fault(["rows", r, "then"], `expected ${table.outputs.length} outputs, found ${row.then.length}`);
    if (!sound) continue;
    conditions.push(
      row.when.map((test, i) => {
        const intervals = parseUnaryTest(test, inputs[i]!.domain);
        if (typeof intervals !== "string") return intervals;
        fault(["rows", r, "when", i], intervals);
        return [];
      }),
    );
    values.push(
      row.then.map((text, o) => {
        const output = table.outputs[o]!;
        const exact = output.values ? choiceValue(output.values, text) : parseExact(text, output.unit);
        if (exact) return exact;
        fault(["rows", r, "then", o], `"${text}" is no value of output ${output.id} (${output.unit})`);
        return { value: 0, divisor: 1 };
      }),
    );
  }
  if (!sound) return undefined;

  const proof = proveTable(inputs, conditions);
  if ("map" in proof) return new DecisionTable(table, inputs, proof.map, nodesOf(table, values));
  for (const person of proof.gaps) fault(["rows"], `gap: no row for ${person}`);
  for (const { rows, person } of proof.overlaps) {
    fault(["rows", rows[1]!], `overlap: rows ${rows.map((row) => row + 1).join(" and ")} both match ${person}`);
  }
  return undefined;
}

function choiceValue(values: readonly { value: string }[], text: string): Exact | undefined {
  const index = values.findIndex((value) => value.value === text);
  return index < 0 ? undefined : { value: index, divisor: 1 };
}

function toDomain(domain: z.output<typeof domainSchema>): Domain | undefined {
  if ("values" in domain) return choiceDomain(domain.values);
  if ("flag" in domain) return FLAG_DOMAIN;
  if ("integers" in domain) return domain.integers[0] <= domain.integers[1] ? integerDomain(...domain.integers) : undefined;
  const [low, high] = domain.months.map(parseMonth);
  return low === undefined || high === undefined || low > high ? undefined : monthDomain(low, high);
}
