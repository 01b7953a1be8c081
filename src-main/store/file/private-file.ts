/** Files for this account alone. What SQLite makes beside a file takes over its mode. */
import { chmodSync, closeSync, existsSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

const OWNER_ONLY = 0o600;
const OF_OTHERS = 0o077;

/** An empty file where there is none, if there is a folder for it: SQLite would make it for everybody to read. */
export function makePrivate(path: string): void {
  if (!existsSync(path) && existsSync(dirname(path))) closeSync(openSync(path, "a", OWNER_ONLY));
}

/** Files of earlier programs could be read by others. Windows gives rights by folder. */
export function takeFromOthers(paths: readonly string[]): void {
  if (process.platform === "win32") return;
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    // nobody else's file changes hands here
    if (found === undefined || found.uid !== process.getuid!()) continue;
    if ((found.mode & OF_OTHERS) !== 0) chmodSync(path, found.mode & ~OF_OTHERS & 0o777);
  }
}
