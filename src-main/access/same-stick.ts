/** Whether a key and what it opens can be carried off together: on one disk that is taken out of the machine. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const nearest = (path: string): string => (existsSync(path) ? realpathSync(path) : nearest(dirname(path)));

/** Where a Unix mounts what somebody has put in, and where Linux tells of each block device whether it can be taken out. */
interface Mounts {
  readonly mounted: RegExp;
  readonly blocks: string;
}
const MOUNTS: Mounts = { mounted: /^\/(?:media|run\/media|mnt|Volumes)\//, blocks: "/sys/dev/block" };

/** @param device as `stat` names it */
const numberOf = (device: number): string =>
  `${Math.floor(device / 256) % 4096}:${(device % 256) + Math.floor(device / 1_048_576) * 256}`;

function isRemovable(device: number, blocks: string): boolean {
  const block = join(blocks, numberOf(device));
  if (!existsSync(block)) return false;
  const real = realpathSync(block);
  // of a partition the disk that it is a part of tells
  const told = [join(real, "removable"), join(dirname(real), "removable")].find((path) => existsSync(path));
  return told !== undefined && readFileSync(told, "utf8").trim() === "1";
}

const driveOf = (path: string): string => (/^[A-Za-z]:/.exec(path)?.[0] ?? "").toLowerCase();

/** On Windows any drive but the system's counts as one that can be taken out: no more is told without its own interfaces. */
export const onOneDriveBesideTheSystems = (data: string, key: string, systemDrive: string): boolean =>
  driveOf(data) === driveOf(key) && driveOf(data) !== systemDrive.toLowerCase();

/** @param keyFile `null` where the key is no file */
export function travelTogether(folder: string, keyFile: string | null, { mounted, blocks } = MOUNTS): boolean {
  if (keyFile === null) return false;
  const [data, key] = [nearest(folder), nearest(keyFile)];
  if (process.platform === "win32") return onOneDriveBesideTheSystems(data, key, process.env["SystemDrive"] ?? "C:");
  const device = statSync(data).dev;
  return statSync(key).dev === device && (mounted.test(data) || isRemovable(device, blocks));
}
