/** What a clause says. What binds a matter must be used by one; the rest may stand in the library alone. */
export const BINDING_KINDS = ["condition", "amount", "date", "place", "paper"] as const;
export const RESTING_KINDS = ["definition", "duty", "advertising"] as const;
export type BindingKind = (typeof BINDING_KINDS)[number];
export type ClauseKind = BindingKind | (typeof RESTING_KINDS)[number];
