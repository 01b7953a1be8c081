/** A machine's key in a file, where the system has no safe place of its own. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { accessHere, type FileAccess } from "../../access/access.ts";
import { StoreError } from "../file/errors.ts";
import { publish } from "../file/files.ts";
import { KEY_BYTES, unwrap, wrap, type Wrapped } from "./key-wrapping.ts";
import type { KeyKeeper } from "./keys.ts";

const KEY_FILE = /^yibao-counter key ([0-9a-f]{64})\n$/;

/** A key file that opens nothing any more makes way for a new one; another store's key may still be mended from it. */
function setAside(path: string): void {
  let number = 1;
  while (existsSync(`${path}.unusable-${number}`)) number++;
  renameSync(path, `${path}.unusable-${number}`);
}

/**
 * Keeps its secrets wrapped by a key in a file of its own, readable by this account only. It protects what leaves the machine
 * without that file (a copied data folder, a backup, a USB stick), not against who can read this account's files.
 * @param access of machine-wide data: the group's
 */
export function fileKeeper(path: string, access: FileAccess = accessHere()): KeyKeeper {
  const read = (): Buffer => {
    // the folder may be others' as well, and a pipe in its place would wait for ever
    const match = statSync(path).isFile() ? KEY_FILE.exec(readFileSync(path, "utf8")) : null;
    if (match === null) throw new Error(`${path} is no key file`);
    const others = access.others(path);
    if (others.length > 0) throw new Error(`${path} can be read by others: ${others.join(", ")}`);
    return Buffer.from(match[1]!, "hex");
  };
  const isUsable = (): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };
  return {
    kind: "key-file",
    file: path,
    keep(secret) {
      if (existsSync(path) && !isUsable()) setAside(path);
      if (!existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        rmSync(`${path}.unfinished`, { force: true });
        writeFileSync(`${path}.unfinished`, `yibao-counter key ${randomBytes(KEY_BYTES).toString("hex")}\n`, { mode: 0o600 });
        access.restrict(`${path}.unfinished`, "file");
        const others = access.others(`${path}.unfinished`);
        if (others.length > 0) {
          rmSync(`${path}.unfinished`);
          throw new StoreError("key-exposed", `the disk of ${path} keeps nothing from others: ${others.join(", ")}`);
        }
        publish(`${path}.unfinished`, path);
      }
      return JSON.stringify(wrap({ bytes: secret }, read()));
    },
    recall: (kept) => unwrap(JSON.parse(kept) as Wrapped, read()).bytes,
    forget: () => rmSync(path, { force: true }),
  };
}
