/** Pieces that several policy file schemas share. */
import { z } from "zod";
import { parseDate } from "../../../../src-shared/domain/calendar.ts";

export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "expected a lower-case id such as city.some-name");
export const ruleSchema = z.string().regex(/^[A-Z]{2}-\d{2}$/, "expected a rule id such as DL-05");
export const textSchema = z.string().min(1, "expected a text");
export const citeSchema = z.array(idSchema).min(1, "expected at least one citation id from sources.yaml");
export const dateSchema = z
  .string()
  .refine((text) => parseDate(text) !== undefined, "expected a real date as YYYY-MM-DD")
  .transform((text) => parseDate(text)!);
/** A unary test; YAML reads `true` and `3` as what they are. */
export const testSchema = z.union([z.string(), z.boolean(), z.number()]).transform(String);
/** YAML reads 5.8 as a number; the digits are what counts. */
export const digitsSchema = z.union([z.string(), z.number()]).transform(String);
