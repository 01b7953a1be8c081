/** `identity-card` → `identityCard`, `dalian.assessed-base` → `assessedBase`: ids of the policy data as formulas name them. */
export const nameOf = (id: string): string =>
  id.slice(id.indexOf(".") + 1).replaceAll(/[.-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
