/** The turns of the policy data: a number of a table's row, a figure, a date of force, a reading's default, one at a time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { addDays, formatDate, formatMonth, parseDate, parseMonth } from "../../src-shared/domain/calendar.ts";
import { figuresSchema } from "../../src-main/rules/engine/pack/figures.ts";
import { readingsSchema } from "../../src-main/rules/engine/pack/readings.ts";
import { compileTable, tableSchema, type DecisionTable, type TableFile } from "../../src-main/rules/engine/table/table.ts";
import { parseUnaryTest, type Domain, type Interval } from "../../src-main/rules/engine/table/unary-test.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import type { PolicyTurn } from "./turns.ts";

/** A file, where its scalars stand, and how its text is with some of them changed. */
class Written {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  readonly #document: ReturnType<typeof parseDocument>;
  readonly #lines = new LineCounter();

  constructor(path: string) {
    this.path = path;
    this.file = `resources/policy/${path}`;
    this.text = readFileSync(join(projectRoot, this.file), "utf8").replaceAll("\r\n", "\n");
    this.#document = parseDocument(this.text, { lineCounter: this.#lines });
    this.value = this.#document.toJS();
  }

  #rangeOf(at: readonly PropertyKey[]): readonly [start: number, end: number] | undefined {
    const node = this.#document.getIn(at, true) as { readonly range?: readonly [number, number, number] } | undefined;
    return node?.range === undefined ? undefined : [node.range[0], node.range[1]];
  }

  line(at: readonly PropertyKey[]): number {
    return this.#lines.linePos(this.#rangeOf(at)![0]).line;
  }

  with(changes: readonly { readonly at: readonly PropertyKey[]; readonly put: string }[]): string {
    const edits = changes.map(({ at, put }) => ({ range: this.#rangeOf(at)!, put })).sort((a, b) => b.range[0] - a.range[0]);
    return edits.reduce((text, { range: [start, end], put }) => {
      const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? (/^[\w.-]+$/.test(put) ? "" : '"');
      return text.slice(0, start) + quote + put + quote + text.slice(end);
    }, this.text);
  }
}

/** Every turn of a file; none where it holds no figures, table or readings. */
export function policyTurns(path: string): PolicyTurn[] {
  switch (path.split("/")[1]?.replace(/\.yaml$/, "")) {
    case "figures":
      return [...figureTurns(new Written(path))];
    case "tables":
      return [...tableTurns(new Written(path))];
    case "readings":
      return [...readingTurns(new Written(path))];
    default:
      return [];
  }
}

const BOTH_WAYS = [1, -1] as const;

/** A day, a month or a number, by so many of its last digit. */
function near(text: string, by: number): string {
  const [day, month] = [parseDate(text), parseMonth(text)];
  if (day !== undefined) return formatDate(addDays(day, by));
  if (month !== undefined) return formatMonth(month + by);
  const digits = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return (Number(text) + by / 10 ** digits).toFixed(digits);
}
const nearest = (text: string): string[] => BOTH_WAYS.map((by) => near(text, by));

type Own = Pick<PolicyTurn, "kind" | "name" | "to" | "thing" | "told">;
const turn = (written: Written, at: readonly PropertyKey[], text: string, own: Own): PolicyTurn => ({
  ...own,
  file: written.file,
  line: written.line(at),
  path: written.path,
  text,
});

function* figureTurns(written: Written): Generator<PolicyTurn> {
  for (const [f, { id, values }] of figuresSchema.parse(written.value).figures.entries()) {
    for (const [v, { from, to, value }] of values.entries()) {
      // a value that nobody has is in force for nobody
      if (value === null) continue;
      const since = formatDate(from);
      const own = { thing: ["figure", id] as const, told: [`"key":"${id}"`, `"${id}"`] };
      const name = `${id} of ${since}`;
      const one = (part: "from" | "to" | "value", kind: PolicyTurn["kind"], before: string, put: string): PolicyTurn => {
        const at = ["figures", f, "values", v, part];
        return turn(written, at, written.with([{ at, put }]), { ...own, kind, name: `${name}, ${part} ${before}`, to: put });
      };
      for (const put of nearest(value)) yield one("value", "figure", value, put);
      for (const put of nearest(since)) yield one("from", "date", since, put);
      if (to === undefined || to === null) continue;
      for (const put of nearest(formatDate(to))) yield one("to", "date", formatDate(to), put);
    }
  }
}

function* readingTurns(written: Written): Generator<PolicyTurn> {
  for (const [r, reading] of readingsSchema.parse(written.value).readings.entries()) {
    const at = ["readings", r, "default"];
    for (const { id: option } of reading.options) {
      if (option === reading.default) continue;
      yield turn(written, at, written.with([{ at, put: option }]), {
        kind: "reading",
        name: `${reading.id}, default ${reading.default}`,
        to: option,
        thing: ["reading", reading.id],
        told: [`"key":"${reading.id}"`],
      });
    }
  }
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Months and numbers in a test such as `[2022-04..2024-12]`. */
const LITERAL = /\d{4}-\d{2}|\d+/g;

function* tableTurns(written: Written): Generator<PolicyTurn> {
  const file = tableSchema.parse(written.value);
  const table = compileTable({ file: written.file, value: file, line: () => 0 }, ({ message }) => {
    throw new Error(message);
  })!;
  const told = (row: number): string[] => [`"table":"${file.id}","index":${row}}`, `"table":"${file.id}"`];
  const thing = ["table", file.id] as const;
  for (const [r, row] of file.rows.entries()) {
    const one = (part: "when" | "then", position: number, kind: PolicyTurn["kind"], id: string, put: string): PolicyTurn => {
      const at = ["rows", r, part, position];
      const name = `${file.id}, row ${r + 1}, ${id} ${row[part][position]!}`;
      return turn(written, at, written.with([{ at, put }]), { kind, name, to: put, thing, told: told(r) });
    };
    for (const [position, test] of row.when.entries()) {
      const { id, domain } = table.inputs[position]!;
      if (domain.kind !== "integer" && domain.kind !== "month") continue;
      for (const { index, 0: literal } of test.matchAll(LITERAL)) {
        for (const by of BOTH_WAYS) {
          const put = test.slice(0, index) + near(literal, by) + test.slice(index + literal.length);
          yield one("when", position, domain.kind === "month" ? "date" : "row", id, put);
        }
      }
    }
    for (const [position, value] of row.then.entries()) {
      const { id } = file.outputs[position]!;
      if (value === "true" || value === "false") yield one("then", position, "row", id, value === "true" ? "false" : "true");
      else if (NUMBER.test(value)) for (const put of nearest(value)) yield one("then", position, "row", id, put);
    }
  }
  yield* boundTurns(written, file, table, told);
}

/**
 * A bound alone leaves a gap or an overlap, which stops the table from loading. So bounds are moved as well where rows meet:
 * in all rows on both sides, as far as they meet.
 */
function* boundTurns(
  written: Written,
  file: TableFile,
  table: DecisionTable,
  told: (row: number) => readonly string[],
): Generator<PolicyTurn> {
  for (const [position, { id, domain }] of table.inputs.entries()) {
    if (domain.kind !== "integer" && domain.kind !== "month") continue;
    const tests = file.rows.map(({ when }) => when.map((test, i) => intervalsOf(test, table.inputs[i]!.domain)));
    const lasts = new Set(tests.flatMap((test) => test[position]!.map(([, high]) => high)));
    for (const last of [...lasts].filter((high) => high < domain.high).sort((a, b) => a - b)) {
      const ending = rowsWhere(tests, position, ([, high]) => high === last);
      const beginning = rowsWhere(tests, position, ([low]) => low === last + 1);
      for (const rows of meeting(tests, position, ending, beginning)) {
        for (const by of BOTH_WAYS) {
          const changes = rows.map((row) => ({
            at: ["rows", row, "when", position],
            put: tests[row]![position]!.map(([low, high]) => moved([low, high], last, by))
              .map((interval) => shown(interval, domain))
              .join(", "),
          }));
          // a row of one value has nothing left of it
          if (changes.some(({ put }) => put.includes("[]"))) continue;
          yield turn(written, changes[0]!.at, written.with(changes), {
            kind: domain.kind === "month" ? "date" : "bound",
            name: `${file.id}, rows ${rows.map((row) => row + 1).join(", ")}, ${id} up to ${domain.show(last)}`,
            to: domain.show(last + by),
            thing: ["table", file.id],
            told: rows.flatMap(told),
          });
        }
      }
    }
  }
}

/** The loader has parsed the same tests. */
function intervalsOf(test: string, domain: Domain): readonly Interval[] {
  const intervals = parseUnaryTest(test, domain);
  if (typeof intervals === "string") throw new Error(intervals);
  return intervals;
}

type Tests = readonly (readonly (readonly Interval[])[])[];

const rowsWhere = (tests: Tests, position: number, is: (interval: Interval) => boolean): number[] =>
  [...tests.keys()].filter((row) => tests[row]![position]!.some(is));

/** Groups of rows that meet at a bound, directly or by way of others. */
function meeting(tests: Tests, position: number, ending: readonly number[], beginning: readonly number[]): number[][] {
  const both = new Set([...ending, ...beginning]);
  const meets = (a: number, b: number): boolean =>
    ((ending.includes(a) && beginning.includes(b)) || (ending.includes(b) && beginning.includes(a))) &&
    tests[a]!.every(
      (_intervals, i) => i === position || tests[a]![i]!.some((one) => tests[b]![i]!.some((other) => overlap(one, other))),
    );
  const groups: number[][] = [];
  while (both.size > 0) {
    const group = [...both].slice(0, 1);
    for (const row of group) {
      both.delete(row);
      group.push(...[...both].filter((other) => meets(row, other) && !group.includes(other)));
    }
    groups.push([...new Set(group)].sort((a, b) => a - b));
  }
  return groups;
}

const overlap = ([a, b]: Interval, [c, d]: Interval): boolean => a <= d && c <= b;

const moved = ([low, high]: Interval, last: number, by: number): Interval => [
  low === last + 1 ? low + by : low,
  high === last ? high + by : high,
];

function shown([low, high]: Interval, { low: least, high: most, show }: Domain): string {
  if (low > high || high < least || low > most) return "[]";
  return low === high ? show(low) : `[${show(low)}..${show(high)}]`;
}
