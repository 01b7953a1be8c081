/**
 * Business that people come to the window with and that no matter does: found by its everyday words, and answered with where to go
 * and why. What is the same everywhere is told once under `national/`; a city says which of it holds there, and where its people go.
 */
import { z } from "zod";
import type { WrittenMatter } from "../schema/matter-schema.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";
import { idSchema, textSchema } from "../schema/schema-parts.ts";

const AGENCY = "{agency}";
const words = z.array(z.string().min(2, "expected a word of two characters or more")).min(1);

const businessSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** Everyday words for it, besides the title. */
  words,
  /** Where to go; `{agency}` stands for the city's own window. */
  where: textSchema,
  /** Why it is not done here. */
  because: textSchema,
});

export const elsewhereSchema = z.strictObject({
  business: z.array(businessSchema).default([]),
  /** The window that `{agency}` stands for; a city's own file names it. */
  agency: textSchema.optional(),
  elsewhere: z
    .array(
      z.strictObject({
        use: idSchema,
        where: textSchema.optional(),
        because: textSchema.optional(),
        /** Matters of the city that come near to it. */
        near: z.array(idSchema).default([]),
      }),
    )
    .default([]),
});
export type ElsewhereFile = z.output<typeof elsewhereSchema>;

export interface Elsewhere {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly where: string;
  readonly because: string;
  readonly near: readonly string[];
}

/** @param matters the city's: what is done here today cannot be done elsewhere */
export function compileElsewhere(
  files: readonly PolicyFile<ElsewhereFile>[],
  matters: ReadonlyMap<string, Pick<WrittenMatter, "title" | "standing">>,
  report: Report,
): readonly Elsewhere[] {
  const all = new Map(files.flatMap(({ value }) => value.business).map((business) => [business.id, business]));
  const found = new Map<string, Elsewhere>();
  const takenBy = new Map<string, string>();
  for (const { file, value, line } of files) {
    for (const [index, { use, near, ...own }] of value.elsewhere.entries()) {
      const fault = (message: string): void =>
        report({ file, line: line(["elsewhere", index]), message: `elsewhere ${use}: ${message}` });
      const business = all.get(use);
      if (!business) {
        fault("no such business is told");
        continue;
      }
      if (found.has(use)) fault("is named twice");
      for (const id of near) if (!matters.has(id)) fault(`near: no matter "${id}" in this city`);
      for (const word of [business.title, ...business.words]) {
        const other = takenBy.get(word);
        if (other !== undefined) fault(`"${word}" stands for ${other} already`);
        takenBy.set(word, use);
        for (const [id, { title, standing }] of matters)
          if (standing === "current" && title.includes(word)) fault(`"${word}" is in the title of ${id}, which is done here`);
      }
      const where = own.where ?? business.where;
      if (where.includes(AGENCY) && value.agency === undefined) fault("needs the agency of the city");
      found.set(use, {
        ...business,
        where: where.replaceAll(AGENCY, value.agency ?? ""),
        because: own.because ?? business.because,
        near,
      });
    }
  }
  return [...found.values()];
}
