/** What an address says behind its path. Anybody may have written it by hand: what cannot be read counts as left out. */
import { z } from "zod";

/** As they were typed; an address takes digits for a number. */
export const phrase = z
  .union([z.string().min(1), z.number().transform(String)])
  .optional()
  .catch(undefined);

export const oneOf = <const Values extends readonly string[]>(values: Values) => z.enum(values).optional().catch(undefined);

type Present<Read> = { readonly [Name in keyof Read]: Exclude<Read[Name], undefined> };

/** Names that are not among the fields are dropped, and so are fields that say nothing. */
export const searchOf = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z
    .object(fields)
    .transform(
      (read) => Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Present<typeof read>,
    );
