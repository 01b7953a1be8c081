/** Readings: named choices where the documents leave a point open. The office may choose otherwise than the default. */
import { z } from "zod";
import { Node, nodeDefinition, NO_INPUTS } from "../node.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";
import { UnboundName } from "./unbound-name.ts";
import { citeSchema, idSchema, ruleSchema, textSchema } from "../schema/schema-parts.ts";

export const readingsSchema = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: idSchema,
      rule: ruleSchema,
      question: textSchema,
      default: idSchema,
      options: z
        .array(
          z.strictObject({
            id: idSchema,
            title: textSchema,
            /** Options of other readings that a document does not let stand beside this one. */
            excludes: z.array(z.strictObject({ reading: idSchema, option: idSchema, cite: citeSchema })).default([]),
          }),
        )
        .min(2, "a reading offers at least two options"),
      cite: citeSchema,
    }),
  ),
});
export type ReadingsFile = z.output<typeof readingsSchema>;

export interface Exclusion {
  readonly reading: string;
  readonly option: string;
  readonly citations: readonly string[];
}

export class Reading {
  readonly id: string;
  readonly rule: string;
  readonly question: string;
  readonly defaultOption: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly citations: readonly string[];
  readonly chosen: string;
  /** By option: what does not go with it. */
  readonly excludes: ReadonlyMap<string, readonly Exclusion[]>;
  /** The reading as a leaf of the explanation. */
  readonly node: Node;
  readonly #file: ReadingsFile["readings"][number];

  constructor(file: ReadingsFile["readings"][number], chosen: string | undefined) {
    this.#file = file;
    this.id = file.id;
    this.rule = file.rule;
    this.question = file.question;
    this.defaultOption = file.default;
    this.options = file.options.map(({ id, title }) => ({ id, title }));
    this.excludes = new Map(
      file.options.map(({ id, excludes }) => [
        id,
        excludes.map(({ reading, option, cite }) => ({ reading, option, citations: cite })),
      ]),
    );
    this.citations = file.cite;
    this.chosen = chosen ?? file.default;
    const definition = nodeDefinition({
      key: file.id,
      title: file.question,
      kind: "reading",
      unit: "choice",
      rule: file.rule,
      citations: file.cite,
      labels: file.options.map((option) => option.title),
      reading: file.id,
    });
    this.node = new Node(
      definition,
      this.options.findIndex((option) => option.id === this.chosen),
      1,
      NO_INPUTS,
    );
  }

  /** The same reading with another option chosen. */
  as(option: string): Reading {
    return new Reading(this.#file, option);
  }

  /** Whether the option is chosen; an unknown option is a fault of the data. */
  is(option: string): boolean {
    if (!this.options.some((known) => known.id === option)) throw new UnboundName(`reading ${this.id} has no option "${option}"`);
    return this.chosen === option;
  }
}

/** What is excluded must be there to be chosen. */
export function checkExclusions(source: PolicyFile<ReadingsFile>, readings: ReadonlyMap<string, Reading>, report: Report): void {
  for (const [r, reading] of source.value.readings.entries()) {
    for (const [o, option] of reading.options.entries()) {
      for (const [e, excluded] of option.excludes.entries()) {
        const other = readings.get(excluded.reading);
        if (excluded.reading !== reading.id && other?.options.some(({ id }) => id === excluded.option)) continue;
        const line = source.line(["readings", r, "options", o, "excludes", e]);
        const message = `reading ${reading.id}: no other reading "${excluded.reading}" has an option "${excluded.option}"`;
        report({ file: source.file, line, message });
      }
    }
  }
}

export function compileReadings(
  source: PolicyFile<ReadingsFile>,
  choices: Readonly<Record<string, string>>,
  report: Report,
): Reading[] {
  return source.value.readings.map((reading, r) => {
    const line = source.line(["readings", r, "id"]);
    const has = (option: string): boolean => reading.options.some((known) => known.id === option);
    if (!has(reading.default))
      report({
        file: source.file,
        line,
        message: `reading ${reading.id}: its default "${reading.default}" is none of its options`,
      });
    const chosen = Object.hasOwn(choices, reading.id) ? choices[reading.id] : undefined;
    if (chosen !== undefined && !has(chosen)) {
      report({
        file: source.file,
        line,
        message: `reading ${reading.id}: the office's choice "${chosen}" is none of its options`,
      });
      return new Reading(reading, undefined);
    }
    return new Reading(reading, chosen);
  });
}
