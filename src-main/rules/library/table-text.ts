/** Decision tables in words: what a DMN test means to a reader who has never seen one. */
import type { LibraryTable } from "../../../src-shared/contract/library.ts";
import type { MatterDefinition } from "../engine/matter.ts";
import { NO_INPUTS } from "../engine/node.ts";
import type { LoadedPack } from "../engine/pack/pack.ts";
import type { DecisionTable } from "../engine/table/table.ts";
import type { ProvenInput } from "../engine/table/table-proof.ts";
import { parseUnaryTest, type Interval } from "../engine/table/unary-test.ts";
import { displayMonth } from "../engine/units.ts";
import { displayNode } from "../engine/write-down.ts";
import { LIBRARY_TEXT as text } from "./text.ts";

export type TitleOf = (value: string) => string;

export function tableView(table: DecisionTable, pack: LoadedPack, users: readonly MatterDefinition[]): LibraryTable {
  const titles = table.inputs.map((input) => optionTitles(input, pack, users));
  return {
    id: table.id,
    title: table.title,
    rule: table.rule,
    inputs: table.inputs.map((input) => input.title),
    outputs: table.outputs.map((output) => output.title),
    rows: table.rows.map((row, r) => ({
      when: row.when.map((test, i) => testText(test, table.inputs[i]!, titles[i]!)),
      then: row.then.map((_, output) => displayNode(table.node(r, output, NO_INPUTS))),
      citations: row.citations,
    })),
    cellsProved: table.cellsProved,
    usedBy: users.map((matter) => matter.id),
  };
}

/** The test as words: `[1..3]` → `1 至 3`, `< 2022-07` → `2022年6月及以前`. */
export function testText(test: string, { domain }: ProvenInput, titleOf: TitleOf): string {
  const intervals = parseUnaryTest(test, domain);
  // the pack has parsed this very test when it was loaded
  if (typeof intervals === "string") throw new Error(intervals);
  if (domain.kind === "flag" || domain.kind === "choice") {
    const values = intervals.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, at) => low + at));
    if (values.length > domain.high - domain.low) return text.anything;
    return values.map((value) => (domain.kind === "flag" ? text.flag(value === 1) : titleOf(domain.show(value)))).join(text.or);
  }
  const words = domain.kind === "month" ? text.month : text.number;
  const show = domain.kind === "month" ? displayMonth : String;
  return intervals
    .map(([low, high]: Interval) => {
      if (low === domain.low && high === domain.high) return text.anything;
      if (low === high) return show(low);
      if (low === domain.low) return words.upTo(show(high));
      if (high === domain.high) return words.from(show(low));
      return text.between(show(low), show(high));
    })
    .join(text.or);
}

/**
 * A table names the values of an input by their ids; where it has no titles for them, the question, the reading or the matter that stands behind the input
 * says what they mean. The first list that holds the value counts, the one with most of the input's values first.
 */
function optionTitles({ domain, titles = {} }: ProvenInput, pack: LoadedPack, users: readonly MatterDefinition[]): TitleOf {
  if (domain.kind !== "choice") return (value) => value;
  const values = Array.from({ length: domain.high + 1 }, (_, value) => domain.show(value));
  const questions = users.flatMap(({ facts }) => facts.flatMap((fact) => [fact, ...fact.fields]));
  const lists = [
    ...questions.map(({ options }) => new Map(options.map(({ value, title }) => [value, title]))),
    ...[...pack.readings.values()].map(({ options }) => new Map(options.map(({ id, title }) => [id, title]))),
    new Map(values.flatMap((value) => matterNamed(value, users))),
  ];
  const hits = (list: ReadonlyMap<string, string>): number => values.filter((value) => list.has(value)).length;
  const ordered = lists.toSorted((a, b) => hits(b) - hits(a));
  return (value) => titles[value] ?? ordered.find((list) => list.has(value))?.get(value) ?? value;
}

const matterNamed = (value: string, users: readonly MatterDefinition[]): [string, string][] =>
  users.filter(({ id }) => id.endsWith(`-${value}`)).map(({ title }) => [value, title]);
