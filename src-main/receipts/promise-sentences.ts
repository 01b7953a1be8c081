/**
 * What 容缺受理通知书 and 承诺书 say with legal effect. The office has it approved and replaces it, so it is data; each text is in
 * force from a day on, so that an older paper is printed again in the words of its day.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { dayAtCounter } from "../clock.ts";

const sentence = z.string().trim().min(1);
const withMatter = sentence.refine((text) => text.includes("{matter}"), "must name {matter}");
const promiseSentences = z.strictObject({
  from: z.iso.date(),
  /** The document that approved the text. */
  approval: sentence,
  notice: z.strictObject({ opening: withMatter, how: sentence, late: sentence, until: sentence }),
  commitment: z.strictObject({ opening: withMatter, lines: z.array(sentence).min(1) }),
  replaces: sentence.refine((text) => text.includes("{promises}"), "must name {promises}"),
});
export type PromiseSentences = z.infer<typeof promiseSentences>;

const file = z.strictObject({ versions: z.array(promiseSentences).min(1) });

/** @throws Error naming the file and what is wrong in it */
export function readPromiseSentences(path: string): readonly PromiseSentences[] {
  try {
    const { versions } = file.parse(parse(readFileSync(path, "utf8")));
    versions.forEach(({ from }, at) => {
      if (at > 0 && from <= versions[at - 1]!.from) throw new Error(`${from} does not come after ${versions[at - 1]!.from}`);
    });
    return versions;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The text in force on the day at the counter; before the first one, the first. */
export function sentencesOn(versions: readonly PromiseSentences[], instant: string): PromiseSentences {
  const day = dayAtCounter(instant);
  return versions.findLast(({ from }) => from <= day) ?? versions[0]!;
}

export const filled = (text: string, name: "matter" | "promises", value: string): string => text.replaceAll(`{${name}}`, value);
