/** How the commands come to a store and its keys; what keeps them from it is said in Chinese, with the store's own words behind. */
import { existsSync, statSync } from "node:fs";
import { MESSAGES } from "../../desk/frame/text.ts";
import {
  lookAtStore,
  lookBeside,
  StoreError,
  StoreRefusal,
  type KeyKeeper,
  type Looked,
  type OfflineKeys,
  type StoreReader,
} from "../../store/index.ts";
import { refuseInput, type ExitCode } from "./output.ts";
import { SAFETY_TEXT } from "./safety/text.ts";
import { keepersFor, recoveryCode } from "./store-keys.ts";
import { TEXT } from "./text.ts";

export interface KeyChoice {
  readonly "key-file"?: string;
}

function sentenceOf(error: StoreError | StoreRefusal): string {
  if (error instanceof StoreError) return MESSAGES[`store-${error.kind}`];
  // said of a form elsewhere
  return error.code === "stale" ? TEXT.olderStore : MESSAGES[error.code];
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** For what a store needs that does not open, or not yet; an empty `store`: there is none. */
export async function mend(
  store: string,
  choice: KeyChoice,
  work: (keepers: readonly KeyKeeper[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (isFolder(store)) return refuseInput("store", TEXT.folderAsStore(store));
  try {
    return await work(keepersFor(store, choice["key-file"]));
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof StoreRefusal)) throw error;
    return refuseInput("store", `${sentenceOf(error)} (${error.message})`);
  }
}

/** The same where a store has to be there: a path that was mistyped is no store that went away. */
export function mendPresent(...[store, choice, work]: Parameters<typeof mend>): Promise<ExitCode> {
  return existsSync(store) ? mend(store, choice, work) : Promise.resolve(refuseInput("store", SAFETY_TEXT.noStore(store)));
}

export function mendFrom(
  store: string,
  values: KeyChoice & { readonly from?: string },
  work: (from: string, keepers: readonly KeyKeeper[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { from } = values;
  if (from === undefined) return Promise.resolve(refuseInput("from", TEXT.noFrom));
  return mend(store, values, (keepers) => work(from, keepers));
}

/** Tries without the recovery code first, and asks for it only where it is needed. */
export async function withKeys<Result>(
  keepers: readonly KeyKeeper[],
  work: (keys: OfflineKeys) => Promise<Result>,
): Promise<Result> {
  try {
    return await work({ keepers, recoveryCode: undefined });
  } catch (error) {
    const isWanted =
      (error instanceof StoreError && error.kind === "key-missing") ||
      (error instanceof StoreRefusal && error.code === "recovery-code-needed");
    if (!isWanted) throw error;
    const code = await recoveryCode();
    if (code === undefined) throw error;
    return await work({ keepers, recoveryCode: code });
  }
}

type Work = (looked: Looked, keepers: readonly KeyKeeper[]) => Promise<ExitCode>;

function looking(path: string, choice: KeyChoice, open: typeof lookAtStore, work: Work): Promise<ExitCode> {
  return mendPresent(path, choice, async (keepers) => {
    const looked = await withKeys(keepers, (keys) => Promise.resolve(open(path, keys)));
    try {
      return await work(looked, keepers);
    } finally {
      looked.reader.close();
    }
  });
}

/** As it lies there, whatever has become of it: for what finds that out. */
export const withLooked = (path: string, choice: KeyChoice, work: Work): Promise<ExitCode> =>
  looking(path, choice, lookAtStore, work);

/** As the program would open it. */
export const withSound = (path: string, choice: KeyChoice, work: Work): Promise<ExitCode> =>
  looking(path, choice, lookBeside, work);

export const withStore = (path: string, choice: KeyChoice, work: (store: StoreReader) => Promise<ExitCode>): Promise<ExitCode> =>
  withLooked(path, choice, ({ store }) => work(store));
