/**
 * Folders of drives that were put in, for an administrator who sits before a browser: names of folders below where the system
 * mounts sticks, disks and shares, and nothing else of the machine. Other places can be typed.
 */
import { existsSync, readFileSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, parse, relative, resolve } from "node:path";
import type { FoundFolders, ListFolders } from "../../desk/index.ts";

export interface Mounts {
  /** Where drives are mounted; nothing outside is ever listed. */
  readonly bases: readonly string[];
  /** Drives that are mounted now, in or at the bases. */
  drives(): readonly string[];
}

/** As many as can be looked through; a folder with more is none to keep backups in. */
const MOST_FOLDERS = 500;
const LINUX_BASES = ["/media", "/run/media", "/mnt"];
const WINDOWS_LETTERS = "CDEFGHIJKLMNOPQRSTUVWXYZ";

export function systemMounts(platform: NodeJS.Platform = process.platform): Mounts {
  if (platform === "win32") {
    const letters = Array.from(WINDOWS_LETTERS, (letter) => `${letter}:\\`);
    return { bases: letters, drives: () => letters.filter((letter) => existsSync(letter)) };
  }
  const bases = platform === "darwin" ? ["/Volumes"] : LINUX_BASES;
  return { bases, drives: () => mountedIn(bases, "/proc/self/mounts") };
}

/** Mount points at or below the bases, and bases that are there: a drive may be mounted by hand as a plain folder. */
export function mountedIn(bases: readonly string[], table: string): string[] {
  const lines = existsSync(table) ? readFileSync(table, "utf8").split("\n") : [];
  const points = lines
    .map((line) => unescaped(line.split(" ")[1] ?? ""))
    .filter((point) => bases.some((base) => isWithin(base, point)));
  return [...new Set([...points, ...bases.filter((base) => existsSync(base))])];
}

/** The kernel writes a space in a path as `\040`. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 8)));

function isWithin(base: string, path: string): boolean {
  const way = relative(base, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}

export function folderLister(mounts: Mounts = systemMounts()): ListFolders {
  return async (path) => {
    if (path === null)
      return { path: null, parent: null, folders: mounts.drives().map((drive) => ({ name: drive, path: drive })), more: false };
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
    folders: names.slice(0, MOST_FOLDERS).map((name) => ({ name, path: join(path, name) })),
    more: names.length > MOST_FOLDERS,
  };
}
