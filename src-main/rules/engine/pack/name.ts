/** `identity-card` → `identityCard`, `dalian.assessed-base` → `assessedBase`: ids of the policy data as formulas name them. */
export const nameOf = (id: string): string =>
  id.slice(id.indexOf(".") + 1).replaceAll(/[.-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/**
 * An object of these names, as it is read for every decision: parsed, it has one layout for all packs whose names are the same, while
 * one that grows name by name becomes a hash table after a dozen.
 */
export function named<Value>(values: ReadonlyMap<string, Value>): Record<string, Value> {
  const blank = `{${[...values.keys()].map((name) => `${JSON.stringify(name)}:null`).join()}}`;
  return Object.assign(JSON.parse(blank) as Record<string, Value>, Object.fromEntries(values));
}
