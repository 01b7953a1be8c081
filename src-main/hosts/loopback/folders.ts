/**
 * Folders of drives that were put in, for an administrator who sits before a browser: names of folders below where the system
 * mounts sticks, disks and shares, and nothing else of the machine. Other places can be typed.
 */
import { readdir, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, parse, resolve } from "node:path";
import type { FoundFolders, ListFolders } from "../../desk/index.ts";
import { driveLister, isWithin, systemMounts, type Mounts } from "../drives.ts";

/** As many as can be looked through; a folder with more is none to keep backups in. */
const MOST_FOLDERS = 500;
export function folderLister(mounts: Mounts = systemMounts()): ListFolders {
  const listDrives = driveLister(mounts);
  return async (path) => {
    if (path === null) {
      const drives = await listDrives();
      const folders = drives.map((drive) => ({ name: drive.path, path: drive.path, drive }));
      return { path: null, parent: null, folders, more: false };
    }
    const real = await realpath(requirePlain(path));
    // what a link leads to counts, not where the link stands
    const bases = await Promise.all(mounts.bases.map((base) => realpath(base).catch(() => base)));
    const base = bases.find((candidate) => isWithin(candidate, real));
    if (base === undefined) throw new Error("outside the mounted drives");
    return await foldersIn(real, real === base);
  };
}

function requirePlain(path: string): string {
  if (path.includes("\0") || !isAbsolute(path) || resolve(path) !== withoutLastSeparator(path)) {
    throw new Error("not a plain absolute path");
  }
  return path;
}

const withoutLastSeparator = (path: string): string => (path === parse(path).root ? path : path.replace(/[\\/]$/, ""));

async function foldersIn(path: string, isBase: boolean): Promise<FoundFolders> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !entry.name.startsWith("$"))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, "zh-CN"));
  return {
    path,
    parent: isBase ? null : dirname(path),
    folders: names.slice(0, MOST_FOLDERS).map((name) => ({ name, path: join(path, name), drive: null })),
    more: names.length > MOST_FOLDERS,
  };
}
