/** The `checklist` of a matter's YAML: what holds when, see `checklist.ts`. */
import { z } from "zod";
import { testSchema, textSchema } from "./schema-parts.ts";

/** Any of these, all tests of it; none = always. Names are facts, the matter's derived flags, or ids of readings. */
const whenSchema = z.array(z.record(z.string(), testSchema)).default([]);
const entrySchema = z.strictObject({ use: textSchema, when: whenSchema });
const listSchema = z.array(entrySchema).default([]);
/** Of these the first that fits; the last one always does. */
const firstSchema = z
  .array(entrySchema)
  .min(1)
  .refine((list) => list.at(-1)?.when.length === 0, "the last entry is for all others and has no `when`");

export const checklistSchema = z.strictObject({
  /** When no condition fails. */
  outcome: z.enum(["granted", "guidance"]),
  headlines: z.partialRecord(z.enum(["granted", "guidance", "refused", "not-yet"]), firstSchema),
  places: firstSchema,
  timeLimits: firstSchema,
  conditions: z
    .array(
      z.strictObject({
        use: textSchema,
        when: whenSchema,
        /** The answer that decides, and what it must be. */
        fact: textSchema,
        met: testSchema,
        otherwise: z.enum(["refused", "not-yet"]),
        /** Of these the first that fits. */
        remedies: firstSchema,
      }),
    )
    .default([]),
  materials: listSchema,
  sections: listSchema,
  notices: listSchema,
  conflicts: listSchema,
  next: listSchema,
});
export type ChecklistFile = z.output<typeof checklistSchema>;
