/**
 * Files that anybody may have laid where they are read: a stick with backups, what lies beside a store. Only plain files in plain
 * folders are touched, never more of them than is asked for, and nothing is written through what lies there already.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute } from "node:path";
import { StoreRefusal } from "../file/errors.ts";

/** The program asks other machines for nothing: a share that is named by its server would get this account's credentials. */
const OF_ANOTHER_MACHINE = /^[\\/]{2}/;

/** @throws StoreRefusal `folder-refused` */
export function requireLocalPath(folder: string): void {
  if (folder.includes("\0") || OF_ANOTHER_MACHINE.test(folder) || !isAbsolute(folder)) {
    throw new StoreRefusal("folder-refused", "not a full path on this machine");
  }
}

/** @throws StoreRefusal `folder-refused`, `not-found` */
export function requireFolder(folder: string): void {
  requireLocalPath(folder);
  if (!existsSync(folder)) throw new StoreRefusal("not-found", `there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new StoreRefusal("folder-refused", `${folder} is no folder`);
}

/** Neither a link nor a device nor a pipe, of which opening alone may wait for ever. */
function isPlain(path: string, what: "file" | "folder"): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && (what === "file" ? found.isFile() : found.isDirectory());
}

export const isPlainFile = (path: string): boolean => isPlain(path, "file");
/** Also where nothing is yet. */
export const isPlainFolder = (path: string): boolean => !existsSync(path) || isPlain(path, "folder");

/** What the systems without them are not asked for. */
const WITHOUT_FOLLOWING = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The whole of a plain file; `undefined` where there is none, where it is something else, and where it is longer than `most` bytes. */
export function readPlainFile(path: string, most: number): Buffer | undefined {
  if (!isPlainFile(path)) return undefined;
  let descriptor;
  try {
    descriptor = openSync(path, constants.O_RDONLY | WITHOUT_FOLLOWING);
  } catch (error) {
    // it became something else since it was looked at
    if (error instanceof Error && "code" in error && (error.code === "ELOOP" || error.code === "ENOENT")) return undefined;
    throw error;
  }
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile() || found.size > most) return undefined;
    const bytes = Buffer.alloc(found.size);
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(descriptor, bytes, read, bytes.length - read, read);
      if (more === 0) return undefined;
      read += more;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file of its own: what lies under the name goes first, so that nothing is written to where a link leads. */
export function writeNewFile(path: string, content: string | Uint8Array, mode = 0o600): void {
  rmSync(path, { force: true });
  writeFileSync(path, content, { flag: "wx", mode });
}
