/** What all cases of one matter of Tieling have in common; each case names its own rule, day and answers. */
export const of = (matter: string) => ({ city: "tieling", matter: `tieling.${matter}`, rule: "", asOf: "", facts: {} }) as const;
