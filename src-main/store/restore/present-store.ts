import { internalsOf, openStore, type StoreInternals, type StoreOptions } from "../file/open.ts";
import type { DataKey } from "../keys/sealing.ts";
import type { Store } from "../types.ts";

/** The store that is open now; a restore closes it and puts another in its place. */
export interface Present {
  readonly path: string;
  /** Where a restore could not open what it put in place, each call tries again and is told why not. */
  store(): Store;
  inside(): StoreInternals;
  /** `null` where the store is not encrypted. */
  key(): DataKey | null;
  /** Until the next call of `store`. */
  close(): void;
  /** For good. */
  end(): void;
  hasEnded(): boolean;
}

/** @throws as `openStore` */
export function presentStore(given: string, options: StoreOptions): Present {
  let open: Store | undefined = openStore(given, options);
  let hasEnded = false;
  const { path } = open;
  const store = (): Store => {
    // a backup that is still under way must not open it again
    if (hasEnded) throw new Error(`${path} is closed`);
    return (open ??= openStore(path, options));
  };
  const close = (): void => {
    open?.close();
    open = undefined;
  };
  return {
    path,
    store,
    inside: () => internalsOf(store()),
    key: () => internalsOf(store()).keys?.key ?? null,
    close,
    end() {
      hasEnded = true;
      close();
    },
    hasEnded: () => hasEnded,
  };
}
