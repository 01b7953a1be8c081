/**
 * Which accounts count as one person. Whoever made an account or ever reset its password knows, or knew, the way into it: until a
 * third one has confirmed whose it is, it does not stand second to any of them, nor to another account of theirs.
 */
import type { ClerkChangeRow } from "../../store/areas/office/columns.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { Store } from "../../store/types.ts";

export interface Persons {
  same(a: string, b: string): boolean;
}

export function personsOf(store: Pick<Store, "clerks">): Persons {
  const givers = new Map(store.clerks.list().map((row) => [row.id, giversOf(store, row).map(({ byId }) => byId)]));
  return {
    same: (a, b) => {
      if (a === b) return true;
      const theirs = behind(givers, a);
      return [...behind(givers, b)].some((id) => theirs.has(id));
    },
  };
}

/** A change by which somebody else came to know the way into an account. */
export type Giving = ClerkChangeRow & { readonly byId: string };

/** Since it was last confirmed, newest first; none for an account that is its owner's alone. */
export function giversOf({ clerks }: Pick<Store, "clerks">, { id, givenBy }: Pick<ClerkRow, "id" | "givenBy">): Giving[] {
  if (givenBy === null) return [];
  const changes = clerks.history(id);
  const confirmed = changes.findIndex(({ what }) => what === "confirmed");
  return changes.slice(0, confirmed === -1 ? undefined : confirmed).filter((change): change is Giving => {
    const { byId, what } = change;
    return byId !== null && byId !== id && (what === "added" || what === "password");
  });
}

/** The accounts at the end of the chains, which nobody else gave; where some gave each other theirs, all of them. */
function behind(givers: ReadonlyMap<string, readonly string[]>, id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const ends = new Set<string>();
  const follow = (current: string): void => {
    if (seen.has(current)) return;
    seen.add(current);
    const before = givers.get(current) ?? [];
    if (before.length === 0) ends.add(current);
    before.forEach(follow);
  };
  follow(id);
  return ends.size > 0 ? ends : seen;
}
