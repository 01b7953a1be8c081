/** The YAML of one matter: questions, words and papers. The arithmetic stands in the formula file of the same name. */
import { z } from "zod";
import { QUESTION_TYPES } from "../../../src-shared/domain/facts.ts";
import { citeSchema, idSchema, ruleSchema, textSchema } from "./schema-parts.ts";
import { UNITS } from "./units.ts";

/** Fact and step names are used in formulas, so they are written as TypeScript writes names. */
const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "expected a name in camelCase");
const testSchema = z.union([z.string(), z.boolean(), z.number()]).transform(String);

const factSchema = z.strictObject({
  id: nameSchema,
  title: textSchema,
  help: z.string().default(""),
  group: textSchema,
  type: z.enum(QUESTION_TYPES),
  options: z.array(z.strictObject({ value: idSchema, title: textSchema, help: z.string().default("") })).default([]),
  required: z.boolean().default(true),
  /** Filled from the identity number. */
  fromPerson: z.boolean().default(false),
  /** Asked only when all tests of one entry hold; names are earlier facts or the matter's derived flags. */
  when: z.array(z.record(nameSchema, testSchema)).default([]),
  /** For count and months: bounds; for money: yuan. */
  min: z.int().optional(),
  max: z.int().optional(),
  /** For months: may the periods reach beyond the processing month? */
  future: z.boolean().default(false),
  cite: citeSchema,
});

const stepSchema = z.strictObject({
  id: nameSchema,
  /** Name under which templates see the step; two ways to one value share it. */
  key: nameSchema.optional(),
  title: textSchema,
  unit: z.enum(UNITS),
  /** `{0}`, `{1}` … stand for the inputs, `{+}` for all of them added up, `{,}` for all in a row. */
  formula: textSchema,
  kind: z.enum(["formula", "rounding"]).default("formula"),
  labels: z.array(textSchema).default([]),
  rule: ruleSchema,
  cite: citeSchema,
});

/** Steps that matters of several cities share. */
export const stepsSchema = z.strictObject({ steps: z.array(stepSchema).min(1) });
export type StepsFile = z.output<typeof stepsSchema>;
export type StepFile = z.output<typeof stepSchema>;

export const matterSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  summary: textSchema,
  rules: z.array(ruleSchema).min(1),
  /** Flags that the formula derives from the facts so far, for `when`. */
  derived: z.array(z.strictObject({ id: nameSchema, title: textSchema })).default([]),
  facts: z.array(factSchema).min(1),
  /** Field errors that only the formula can see. */
  faults: z.record(nameSchema, textSchema).default({}),
  headlines: z.record(nameSchema, textSchema),
  places: z.record(nameSchema, textSchema),
  timeLimits: z.record(nameSchema, textSchema),
  steps: z.array(stepSchema),
  conditions: z.array(
    z.strictObject({ id: nameSchema, title: textSchema, required: textSchema, actual: textSchema, cite: citeSchema }),
  ),
  remedies: z
    .record(nameSchema, z.strictObject({ kind: z.enum(["date", "month", "months", "amount", "action"]), text: textSchema }))
    .default({}),
  amounts: z.array(z.strictObject({ id: nameSchema, title: textSchema, payer: textSchema, payee: textSchema })).default([]),
  dates: z.array(z.strictObject({ id: nameSchema, title: textSchema })).default([]),
  coverage: z.record(nameSchema, textSchema).default({}),
  materials: z
    .array(
      z.strictObject({
        id: idSchema,
        title: textSchema,
        form: z.enum(["original", "copy"]),
        count: z.int().min(1),
        need: z.enum(["must", "may", "may-follow"]),
        because: textSchema,
        cite: citeSchema,
      }),
    )
    .default([]),
  notices: z
    .array(z.strictObject({ id: nameSchema, level: z.enum(["info", "warning"]), text: textSchema, cite: citeSchema }))
    .default([]),
});
export type MatterFile = z.output<typeof matterSchema>;
export type FactFile = MatterFile["facts"][number];
