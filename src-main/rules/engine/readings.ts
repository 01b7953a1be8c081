/** Readings: named choices where the documents leave a point open. The office may choose otherwise than the default. */
import { z } from "zod";
import { Node, NO_INPUTS, type NodeDefinition } from "./node.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";
import { UnboundName } from "./unbound-name.ts";
import { citeSchema, idSchema, ruleSchema, textSchema } from "./schema-parts.ts";

export const readingsSchema = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: idSchema,
      rule: ruleSchema,
      question: textSchema,
      default: idSchema,
      options: z.array(z.strictObject({ id: idSchema, title: textSchema })).min(2, "a reading offers at least two options"),
      cite: citeSchema,
    }),
  ),
});
export type ReadingsFile = z.output<typeof readingsSchema>;

export class Reading {
  readonly id: string;
  readonly rule: string;
  readonly question: string;
  readonly defaultOption: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly citations: readonly string[];
  readonly chosen: string;
  /** The reading as a leaf of the explanation. */
  readonly node: Node;

  constructor(file: ReadingsFile["readings"][number], chosen: string | undefined) {
    this.id = file.id;
    this.rule = file.rule;
    this.question = file.question;
    this.defaultOption = file.default;
    this.options = file.options;
    this.citations = file.cite;
    this.chosen = chosen ?? file.default;
    const definition: NodeDefinition = {
      key: file.id,
      title: file.question,
      kind: "reading",
      unit: "choice",
      formula: "",
      rule: file.rule,
      citations: file.cite,
      figure: null,
      labels: file.options.map((option) => option.title),
      reading: file.id,
    };
    this.node = new Node(
      definition,
      this.options.findIndex((option) => option.id === this.chosen),
      1,
      NO_INPUTS,
    );
  }

  /** Whether the option is chosen; an unknown option is a fault of the formula and stops the pack from loading. */
  is(option: string): boolean {
    if (!this.options.some((known) => known.id === option)) throw new UnboundName(`reading ${this.id} has no option "${option}"`);
    return this.chosen === option;
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
