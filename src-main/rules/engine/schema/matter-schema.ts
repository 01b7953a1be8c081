/** The YAML of one matter: questions, words and papers. The arithmetic stands in the formula file of the same name. */
import { z } from "zod";
import { NATURES, SECTION_LISTS, STANDINGS } from "../../../../src-shared/domain/decision.ts";
import { QUESTION_TYPES } from "../../../../src-shared/domain/facts.ts";
import { fromHistorySchema } from "../history/definition.ts";
import { checklistSchema } from "./checklist-schema.ts";
import { citeSchema, idSchema, ruleSchema, testSchema, textSchema } from "./schema-parts.ts";
import { UNITS } from "../units.ts";

/** Fact and step names are used in formulas, so they are written as TypeScript writes names. */
const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "expected a name in camelCase");

const answer = {
  id: nameSchema,
  title: textSchema,
  help: z.string().default(""),
  options: z.array(z.strictObject({ value: idSchema, title: textSchema, help: z.string().default("") })).default([]),
  required: z.boolean().default(true),
  /** For count and months: bounds; for money: yuan; for list: how many records. */
  min: z.int().optional(),
  max: z.int().optional(),
  cite: citeSchema,
};

/** One answer of a list's record. */
const fieldSchema = z.strictObject({ ...answer, type: z.enum(["choice", "flag", "date", "month", "money", "count"]) });
export type FieldFile = z.output<typeof fieldSchema>;

/** Written as an answer is given. */
const assumeSchema = z.union([z.string(), z.number(), z.boolean(), z.strictObject({ months: z.int().min(0) })]);

const factSchema = z.strictObject({
  ...answer,
  /** For a question that may stay open: the answer that the rule reckons with meanwhile. The decision names it as assumed. */
  assume: assumeSchema.exactOptional(),
  group: textSchema,
  type: z.enum(QUESTION_TYPES),
  /** Filled from the identity number. */
  fromPerson: z.boolean().default(false),
  /** Asked only when all tests of one entry hold; names are earlier facts or the matter's derived flags. */
  when: z.array(z.record(nameSchema, testSchema)).default([]),
  /** For months: may the periods reach beyond the processing month? */
  future: z.boolean().default(false),
  /** For months: a bare number will not do, the rule needs to know which months. */
  periodsOnly: z.boolean().default(false),
  /** For a list: the answers of one record. */
  fields: z.array(fieldSchema).default([]),
  /** How it follows from the insurance history. */
  fromHistory: fromHistorySchema.optional(),
  /** About this very place, e.g. its household registration or its calendar of payment: the same question elsewhere is another one. */
  local: z.boolean().default(false),
});

/** A question that stands under `facts/`, with what this matter says otherwise of it. */
export const useSchema = z.strictObject({
  use: nameSchema,
  title: textSchema.exactOptional(),
  help: z.string().exactOptional(),
  group: textSchema.exactOptional(),
  required: z.boolean().exactOptional(),
  assume: assumeSchema.exactOptional(),
  periodsOnly: z.boolean().exactOptional(),
  when: factSchema.shape.when.unwrap().exactOptional(),
  fromHistory: fromHistorySchema.exactOptional(),
  cite: citeSchema.exactOptional(),
});

/** A question of the matter's own, or one that it shares. */
const factEntrySchema = z.union([factSchema, useSchema]);

export type FactFile = z.output<typeof factSchema>;
export type FactUse = z.output<typeof useSchema>;

/** Questions that several matters ask, and what they may contradict. */
export const factsSchema = z.strictObject({
  facts: z.array(factSchema).default([]),
  faults: z.record(nameSchema, textSchema).default({}),
});
export type FactsFile = z.output<typeof factsSchema>;

const stepSchema = z.strictObject({
  id: nameSchema,
  /** Name of the step in decisions; two ways to one value share it. */
  key: nameSchema.optional(),
  title: textSchema,
  unit: z.enum(UNITS),
  /**
   * Only where no operation says how the value comes about. `{0}`, `{1}` … stand for the inputs, `{+}` for those of the step's own
   * unit added up, `{,}` for all in a row.
   */
  told: textSchema.optional(),
  /** As `told`, in packs of earlier programs. */
  formula: textSchema.optional(),
  /** What stands behind the operation's sentence, e.g. that a reading decides. */
  note: textSchema.optional(),
  /** `fact`: a leaf that the date of processing or a fact gives directly. */
  kind: z.enum(["formula", "rounding", "fact"]).default("formula"),
  /** Of a choice: its values, and what they mean. */
  values: z.record(nameSchema, textSchema).default({}),
  /** As `values`, where the formula names none of them. */
  labels: z.array(textSchema).default([]),
  rule: ruleSchema,
  cite: citeSchema,
});

const sectionSchema = z.strictObject({
  id: nameSchema,
  title: textSchema,
  list: z.enum(SECTION_LISTS).default("steps"),
  lines: z.array(textSchema).min(1),
  cite: citeSchema,
});

/** Guidance that several matters give. */
export const sectionsSchema = z.strictObject({ sections: z.array(sectionSchema).min(1) });
export type SectionsFile = z.output<typeof sectionsSchema>;

/** What a formula draws on beside the words of its matter: ids of the city's data and of the nation's. */
const usesSchema = z
  .strictObject({
    /** Files under `steps/`, by name: their steps, and what these draw on. */
    pieces: z.array(idSchema).default([]),
    figures: z.array(idSchema).default([]),
    tables: z.array(idSchema).default([]),
    readings: z.array(idSchema).default([]),
    conflicts: z.array(idSchema).default([]),
    sections: z.array(nameSchema).default([]),
  })
  .prefault({});
export type Uses = z.output<typeof usesSchema>;

/** Steps that several matters share, a file for each piece of a formula that makes them. */
export const stepsSchema = z.strictObject({ uses: usesSchema, steps: z.array(stepSchema).min(1) });
export type StepsFile = z.output<typeof stepsSchema>;
export type StepFile = z.output<typeof stepSchema>;

/** A place or a time limit; with its clause where a document states it. */
const statedSchema = z.union([
  z.string().transform((text) => ({ text, cite: [] as string[] })),
  z.strictObject({ text: textSchema, cite: citeSchema }),
]);

export const matterSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  summary: textSchema,
  rules: z.array(ruleSchema).min(1),
  standing: z.enum(STANDINGS).default("current"),
  nature: z.enum(NATURES).default("transaction"),
  /** Whose identity number is asked for, where that is not the person at the counter. */
  person: textSchema.optional(),
  /** Flags that the formula derives from the facts so far, for `when`. */
  derived: z.array(z.strictObject({ id: nameSchema, title: textSchema })).default([]),
  uses: usesSchema,
  facts: z.array(factEntrySchema).min(1),
  /** Field errors that only the formula can see. */
  faults: z.record(nameSchema, textSchema).default({}),
  headlines: z.record(nameSchema, textSchema),
  /** An empty text: there is nothing to be said, e.g. of a rule of the past. */
  places: z.record(nameSchema, statedSchema),
  timeLimits: z.record(nameSchema, statedSchema),
  /** Where the documents state how many working days the office has to decide. */
  workingDays: z.int().min(1).max(365).optional(),
  steps: z.array(stepSchema),
  conditions: z.array(
    z.strictObject({ id: nameSchema, title: textSchema, required: textSchema, actual: textSchema, cite: citeSchema }),
  ),
  remedies: z
    .record(nameSchema, z.strictObject({ kind: z.enum(["date", "month", "months", "amount", "action"]), text: textSchema }))
    .default({}),
  /** Without payer and payee: a sum that nobody pays, e.g. what is left of a limit. */
  amounts: z
    .array(
      z
        .strictObject({ id: nameSchema, title: textSchema, payer: textSchema.optional(), payee: textSchema.optional() })
        .refine(({ payer, payee }) => (payer === undefined) === (payee === undefined), "payer and payee go together")
        .transform((amount) => ({ ...amount, payer: amount.payer ?? "", payee: amount.payee ?? "" })),
    )
    .default([]),
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
  sections: z.array(sectionSchema).default([]),
  notices: z
    .array(z.strictObject({ id: nameSchema, level: z.enum(["info", "warning"]), text: textSchema, cite: citeSchema }))
    .default([]),
  /** Lawful ways that are put side by side. */
  options: z.record(nameSchema, z.strictObject({ title: textSchema, text: textSchema })).default({}),
  /** Other matters of the city to go on with. */
  next: z.array(z.strictObject({ id: nameSchema, matter: idSchema, why: textSchema, cite: citeSchema })).default([]),
  checklist: checklistSchema.optional(),
});
/** A matter as its file has it, and with the questions it shares in their places. */
export type WrittenMatter = z.output<typeof matterSchema>;
export type MatterFile = Omit<WrittenMatter, "facts"> & { readonly facts: readonly FactFile[] };
