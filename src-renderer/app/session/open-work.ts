/** Whose work is on the screen, and what of it is to be stored before the session rests or passes to somebody else. */

type Store = () => Promise<void>;

let owner: string | null = null;
const open = new Set<Store>();

export const openWork = {
  /** The clerk who signed in last on this page. */
  owner: (): string | null => owner,
  belongsTo(clerkId: string): void {
    owner = clerkId;
  },
  /** What one clerk has typed must not be stored under another's name. */
  isOf: (clerkId: string): boolean => owner === null || owner === clerkId,
  /** @returns how to take it off the list */
  add(store: Store): () => void {
    open.add(store);
    return () => void open.delete(store);
  },
  /** Resolves when everything is stored, or when storing has failed: the screens keep it and try again. */
  async store(): Promise<void> {
    await Promise.allSettled([...open].map((store) => store()));
  },
};
