/** Who may open the program's files besides whoever works with it: a mode on Unix, a list of trustees on Windows. */
import { chmodSync, statSync } from "node:fs";
import { windowsAccess, windowsSystem } from "./windows.ts";

export interface FileAccess {
  /** From now on only this account (machine-wide data: its group), and on Windows the system and its administrators. */
  restrict(path: string, kind: "file" | "folder"): void;
  /** Who else may open a file, as the system calls them; empty = nobody. */
  others(path: string): readonly string[];
  /** Whether the path takes over what its folder allows, now and when that changes. */
  inherits(path: string): boolean;
}

const unixAccess: FileAccess = {
  restrict: (path, kind) => chmodSync(path, kind === "folder" ? 0o700 : 0o600),
  others(path) {
    const found = statSync(path);
    // what lies in the folder has modes of its own; whoever chose an open folder may have a reason (a program that backs it up)
    if (found.isDirectory()) return [];
    const mode = found.mode & 0o777;
    return (mode & 0o077) === 0 ? [] : [`mode ${mode.toString(8)}`];
  },
  inherits: () => false,
};

let here: FileAccess | undefined;

/** Of the system that the program runs on, for data of one account. */
export const accessHere = (): FileAccess =>
  (here ??= process.platform === "win32" ? windowsAccess(windowsSystem(process.env)) : unixAccess);
