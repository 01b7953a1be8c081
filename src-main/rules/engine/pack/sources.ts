/** Source documents and their clauses, told in our own words. */
import { z } from "zod";
import { BINDING_KINDS, RESTING_KINDS, type ClauseKind } from "../../../../src-shared/domain/clause.ts";
import { AUTHORITIES, type Citation, type Conflict } from "../../../../src-shared/domain/decision.ts";
import { citeSchema, idSchema, ruleSchema, textSchema } from "../schema/schema-parts.ts";

const documentSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  authority: z.enum(AUTHORITIES),
  note: z.string().default(""),
});
export type SourceDocument = z.output<typeof documentSchema>;

/** What a clause says, and why it may rest in the library; of packs written before there were kinds nothing is known. */
export interface ClauseStanding {
  readonly kinds: readonly ClauseKind[];
  readonly rests: string;
}

/** Documents may stand in one file and their clauses in others. */
export const sourcesSchema = z.strictObject({
  documents: z.array(documentSchema).default([]),
  clauses: z
    .array(
      z.strictObject({
        id: idSchema,
        document: idSchema,
        clause: textSchema,
        summary: textSchema,
        /** Once for each statement of that kind: a clause that names three papers has three. */
        kinds: z.array(z.enum([...BINDING_KINDS, ...RESTING_KINDS])).default([]),
        /** Why no matter has to use it. */
        rests: z.string().default(""),
        rules: z.array(ruleSchema).min(1),
      }),
    )
    .default([]),
  conflicts: z
    .array(
      z.strictObject({ id: idSchema, title: textSchema, used: textSchema, other: textSchema, why: textSchema, cite: citeSchema }),
    )
    .default([]),
});
export type SourcesFile = z.output<typeof sourcesSchema>;

export const toCitation = (document: SourceDocument, clause: SourcesFile["clauses"][number]): Citation => ({
  id: clause.id,
  document: document.title,
  clause: clause.clause,
  authority: document.authority,
  summary: clause.summary,
  rules: clause.rules,
});

export const toConflict = (conflict: SourcesFile["conflicts"][number]): Conflict => ({
  id: conflict.id,
  title: conflict.title,
  used: conflict.used,
  other: conflict.other,
  why: conflict.why,
  citations: conflict.cite,
});
