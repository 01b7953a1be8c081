/**
 * Which accounts count as one person. Whoever made an account or last reset its password knows, or knew, the way into it: until a
 * third one has confirmed whose it is, it does not stand second to them, nor to another account of theirs.
 */
import type { ClerkRow, Store } from "../store/types.ts";

export interface Persons {
  same(a: string, b: string): boolean;
}

export function personsOf(store: Pick<Store, "clerks">): Persons {
  const clerks = new Map(store.clerks.list().map((row) => [row.id, row]));
  return { same: (a, b) => behind(clerks, a) === behind(clerks, b) };
}

/** The account that nobody else gave; where some gave each other theirs, one of them stands for all. */
function behind(clerks: ReadonlyMap<string, Pick<ClerkRow, "givenBy">>, id: string): string {
  const way: string[] = [];
  for (let current = id; ;) {
    const at = way.indexOf(current);
    if (at !== -1) return way.slice(at).toSorted()[0]!;
    way.push(current);
    const givenBy = clerks.get(current)?.givenBy ?? null;
    if (givenBy === null) return current;
    current = givenBy;
  }
}
