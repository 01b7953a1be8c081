/** Drives that were put in: where the system mounts sticks, disks and shares, with what tells one from another. */
import { existsSync, readFileSync } from "node:fs";
import { readdir, realpath, statfs } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import type { DriveView } from "../../src-shared/contract/index.ts";
import type { ListDrives } from "../desk/index.ts";

export interface Drive {
  readonly path: string;
  /** As the system's table of mounts names it; `null` where there is none. */
  readonly device: string | null;
}

export interface Mounts {
  /** Where drives are mounted; nothing outside is ever listed. */
  readonly bases: readonly string[];
  /** Drives that are mounted now, in or at the bases. */
  drives(): readonly Drive[];
}

const LINUX_BASES = ["/media", "/run/media", "/mnt"];
const LINUX_LABELS = "/dev/disk/by-label";
const WINDOWS_LETTERS = "CDEFGHIJKLMNOPQRSTUVWXYZ";

export function systemMounts(platform: NodeJS.Platform = process.platform): Mounts {
  if (platform === "win32") {
    const letters = Array.from(WINDOWS_LETTERS, (letter) => `${letter}:\\`);
    return { bases: letters, drives: () => letters.filter((letter) => existsSync(letter)).map(withoutDevice) };
  }
  const bases = platform === "darwin" ? ["/Volumes"] : LINUX_BASES;
  return { bases, drives: () => mountedIn(bases, "/proc/self/mounts") };
}

const withoutDevice = (path: string): Drive => ({ path, device: null });

/** What the system mounts for itself: no disk lies behind them, and what is written there is gone or goes nowhere. */
const WITHOUT_DISK: ReadonlySet<string> = new Set(["tmpfs", "ramfs", "devtmpfs", "proc", "sysfs", "squashfs", "autofs", "nsfs"]);

/** Mount points of disks at or below the bases, and bases that are there: a drive may be mounted by hand as a plain folder. */
export function mountedIn(bases: readonly string[], table: string): Drive[] {
  const lines = existsSync(table) ? readFileSync(table, "utf8").split("\n") : [];
  const found = new Map<string, Drive>();
  for (const line of lines) {
    const [device = "", point = "", type = ""] = line.split(" ").map((text) => unescaped(text, /\\([0-7]{3})/g, 8));
    if (WITHOUT_DISK.has(type)) continue;
    if (bases.some((base) => isWithin(base, point))) found.set(point, { path: point, device });
  }
  for (const base of bases) if (!found.has(base) && existsSync(base)) found.set(base, withoutDevice(base));
  return [...found.values()];
}

/** The kernel writes a space in a path as `\040`, the system's list of labels as `\x20`. */
const unescaped = (text: string, escape: RegExp, base: number): string =>
  text.replaceAll(escape, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, base)));

export function isWithin(base: string, path: string): boolean {
  const way = relative(base, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}

export const driveLister =
  (mounts: Mounts = systemMounts(), labels = LINUX_LABELS): ListDrives =>
  async () => {
    const labelOf = await labelsIn(labels);
    return await Promise.all(mounts.drives().map((drive) => described(drive, labelOf)));
  };

async function described({ path, device }: Drive, labelOf: ReadonlyMap<string, string>): Promise<DriveView> {
  const label = (device === null ? undefined : labelOf.get(device)) ?? null;
  try {
    const { blocks, bavail, bsize } = await statfs(path);
    return { path, label, totalBytes: blocks * bsize, freeBytes: bavail * bsize };
  } catch {
    // one that went away meanwhile, or has no disk in it
    return { path, label, totalBytes: null, freeBytes: null };
  }
}

/** By the device that a label belongs to; empty where the system keeps no such list. */
async function labelsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const pairs = names.map(
    async (name) => [await realpath(join(folder, name)), unescaped(name, /\\x([0-9a-f]{2})/g, 16)] as const,
  );
  return new Map(await Promise.all(pairs));
}
