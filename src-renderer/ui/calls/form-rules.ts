import { schemaResolver, type FormErrors } from "@mantine/form";
import type { z } from "zod";

/** Where a rule over several fields is told: at this one, together with whatever else is wrong. */
export const at = (field: string): { readonly path: string[]; readonly when: () => boolean } => ({
  path: [field],
  when: () => true,
});

/**
 * The rules of a form: those of a schema, where it fits the one of the call that the form is for, so that nothing is refused only
 * after it was sent.
 * @param said what is told at a field, by its path in the form, e.g. `office.code`
 */
export const formRules = <Schema extends z.ZodType>(
  schema: Schema,
  said: (path: string, values: z.input<Schema>) => string,
): ((values: z.input<Schema>) => FormErrors) =>
  schemaResolver(
    {
      "~standard": {
        version: 1,
        vendor: "zod",
        validate(values) {
          const checked = schema.safeParse(values);
          return checked.success
            ? { value: checked.data }
            : {
                issues: checked.error.issues.map(({ path }) => ({
                  path,
                  message: said(path.join("."), values as z.input<Schema>),
                })),
              };
        },
      },
    },
    { sync: true },
  );
