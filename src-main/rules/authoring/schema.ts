/** JSON Schemas of the policy files, for completion and for hints while they are written; what is checked when they load are the zod schemas. */
import { z } from "zod";
import { elsewhereSchema } from "../engine/pack/elsewhere.ts";
import { figuresSchema } from "../engine/pack/figures.ts";
import { factsSchema, matterSchema, sectionsSchema, stepsSchema, useSchema } from "../engine/schema/matter-schema.ts";
import { citySchema } from "../engine/pack/pack.ts";
import { readingsSchema } from "../engine/pack/readings.ts";
import { sourcesSchema } from "../engine/pack/sources.ts";
import { tableSchema } from "../engine/table/table.ts";

/** By kind, as the folders are called that they stand in. */
const KINDS = {
  city: citySchema,
  elsewhere: elsewhereSchema,
  facts: factsSchema,
  figures: figuresSchema,
  matters: matterSchema,
  readings: readingsSchema,
  sections: sectionsSchema,
  sources: sourcesSchema,
  steps: stepsSchema,
  tables: tableSchema,
} as const;
type Kind = keyof typeof KINDS;

interface Schema {
  readonly properties?: Record<string, Record<string, unknown>>;
}

/** As an author writes it: what has a default may be left out. */
const schemaOf = (type: z.ZodType, reused: "ref" | "inline" = "ref"): Schema =>
  z.toJSONSchema(type, { io: "input", unrepresentable: "any", reused }) as Schema;

function formOf(kind: Kind): Schema {
  if (kind !== "matters") return schemaOf(KINDS[kind]);
  // which of two forms an entry has, its keys say; a bare union would tell an author nothing
  const schema = schemaOf(matterSchema.extend({ facts: z.array(z.unknown()).min(1) }));
  const own = "facts.json#/properties/facts/items";
  const use = schemaOf(useSchema, "inline").properties!;
  const then = { type: "object", properties: { ...use, fromHistory: { $ref: `${own}/properties/fromHistory` } } };
  schema.properties!["facts"]!["items"] = {
    if: { required: ["use"] },
    then: { ...then, required: ["use"], additionalProperties: false },
    else: { $ref: own },
  };
  return schema;
}

/** Below this folder of the repository. */
export const SCHEMA_FOLDER = "docs/schema";

/** Texts by path from the root: the schemas, and which files the editor holds against which. */
export function schemaFiles(): Readonly<Record<string, string>> {
  const kinds = Object.keys(KINDS) as Kind[];
  const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const associations = kinds.map((kind) => {
    const isOneFile = kind === "city" || kind === "elsewhere";
    const files = [...(isOneFile ? [] : [`resources/policy/*/${kind}/**/*.yaml`]), `resources/policy/*/${kind}.yaml`];
    const read = kind === "matters" || kind === "tables" ? files.slice(0, 1) : files;
    return `    "./${SCHEMA_FOLDER}/${kind}.json": [${read.map((file) => JSON.stringify(file)).join(", ")}]`;
  });
  return {
    ...Object.fromEntries(kinds.map((kind) => [`${SCHEMA_FOLDER}/${kind}.json`, text(formOf(kind))])),
    ".vscode/settings.json": `{\n  "yaml.schemas": {\n${associations.join(",\n")}\n  }\n}\n`,
  };
}
