/**
 * Attachments as files: `<store>.attachments/ab/abcdef…`, named by the SHA-256 of their content, encrypted where the store is.
 * A file is written whole before the row that names it; what a killed process left without a row is set apart, not deleted.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../file/canonical.ts";
import { StoreRefusal, withStoreErrors } from "../../file/errors.ts";
import { publish, syncToDisk } from "../../file/files.ts";
import { isPlainFile, readPlainFile } from "../../trust/outside.ts";
import { isSealed, seal, unseal, type DataKey } from "../../keys/sealing.ts";

const PURPOSE = "attachment";
const NAME = /^[0-9a-f]{64}$/;
/** Files that no row names, kept for the case that an earlier or later state of the store is restored. */
const UNREFERENCED = "unreferenced";
/** Above what is ever taken, and sealed. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

export const attachmentFolder = (storePath: string): string => `${storePath}.attachments`;

/** @throws StoreRefusal `attachment-damaged` for a name that is no hash: names come from restored stores, too, and are never a path */
export function placeIn(folder: string, name: string): string {
  if (!NAME.test(name)) throw new StoreRefusal("attachment-damaged", "an attachment is not named by a hash");
  return join(folder, name.slice(0, 2), name);
}

/**
 * What was scanned, out of the file that is kept of it.
 * @throws StoreRefusal `attachment-damaged`, also where there is no file
 */
export function attachmentContent(file: Buffer | undefined, name: string, key: DataKey | null): Buffer {
  if (file === undefined) throw new StoreRefusal("attachment-damaged", `attachment ${name} is gone`);
  let content;
  try {
    content = isSealed(file) && key !== null ? unseal(key, PURPOSE, file) : file;
  } catch {
    throw new StoreRefusal("attachment-damaged", `attachment ${name} cannot be decrypted`);
  }
  if (sha256(content) !== name) throw new StoreRefusal("attachment-damaged", `attachment ${name} is not what was stored`);
  return content;
}

export interface AttachmentFiles {
  readonly folder: string;
  /** Returns the SHA-256 of the content, which names the file. Durable when it returns. */
  write(content: Uint8Array): string;
  /** Refused: `attachment-damaged`, also when the file is gone. */
  read(sha256: string): Buffer;
  /** A file that cannot be read, as it is: it is told of wherever it is asked for. */
  keepDamaged(sha256: string, file: Uint8Array): void;
  /** Sets apart what `isNamed` does not know, and deletes half-written files. Only while nothing is being added. */
  sweep(isNamed: (sha256: string) => boolean): { readonly setApart: number; readonly deleted: number };
  /** Encrypts files of a store that was not encrypted before; each is replaced as a whole. */
  encryptAll(): number;
}

export function attachmentFiles(storePath: string, key: DataKey | null): AttachmentFiles {
  const folder = attachmentFolder(storePath);

  function put(path: string, bytes: Uint8Array): void {
    const parent = dirname(path);
    if (!existsSync(parent)) {
      mkdirSync(parent, { recursive: true, mode: 0o700 });
      syncToDisk(dirname(parent));
    }
    const temporary = `${path}.unfinished`;
    try {
      writeFileSync(temporary, bytes, { mode: 0o600 });
      publish(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  /** The file wherever it lies; one that was set apart comes back to its place. */
  function find(name: string): string | undefined {
    const path = placeIn(folder, name);
    if (isPlainFile(path)) return path;
    const apart = join(folder, UNREFERENCED, name);
    if (!isPlainFile(apart)) return undefined;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    renameSync(apart, path);
    return path;
  }

  // a pipe in its place would wait for ever, and with it every window
  const open = (path: string, name: string): Buffer => attachmentContent(readPlainFile(path, MOST_FILE_BYTES), name, key);

  return {
    folder,
    write: (content) =>
      withStoreErrors(() => {
        const name = sha256(content);
        const present = find(name);
        if (present !== undefined) {
          try {
            open(present, name);
            return name;
          } catch (error) {
            // the clerk scans it again because the stored one is damaged: the new one takes its place
            if (!(error instanceof StoreRefusal)) throw error;
          }
        }
        put(placeIn(folder, name), key === null ? content : seal(key, PURPOSE, content));
        return name;
      }),
    read: (name) =>
      withStoreErrors(() => {
        const path = NAME.test(name) ? find(name) : undefined;
        if (path === undefined) throw new StoreRefusal("attachment-damaged", `attachment ${name} is gone`);
        return open(path, name);
      }),
    keepDamaged: (name, file) => withStoreErrors(() => put(placeIn(folder, name), file)),
    sweep: (isNamed) =>
      withStoreErrors(() => {
        let setApart = 0;
        let deleted = 0;
        for (const path of everyFile(folder)) {
          const name = path.slice(path.lastIndexOf("/") + 1);
          if (name.endsWith(".unfinished")) {
            rmSync(path, { force: true });
            deleted++;
          } else if (NAME.test(name) && !isNamed(name)) {
            mkdirSync(join(folder, UNREFERENCED), { recursive: true, mode: 0o700 });
            renameSync(path, join(folder, UNREFERENCED, name));
            setApart++;
          }
        }
        return { setApart, deleted };
      }),
    encryptAll: () =>
      withStoreErrors(() => {
        if (key === null) return 0;
        let count = 0;
        const apart = join(folder, UNREFERENCED);
        const others = existsSync(apart) ? readdirSync(apart).map((name) => join(apart, name)) : [];
        for (const path of [...everyFile(folder), ...others]) {
          const bytes = readPlainFile(path, MOST_FILE_BYTES);
          if (bytes === undefined || isSealed(bytes)) continue;
          put(path, seal(key, PURPOSE, bytes));
          count++;
        }
        return count;
      }),
  };
}

/** Plain files in the two-letter folders, with `/` in their paths on every system. */
export function everyFile(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => /^[0-9a-f]{2}$/.test(entry.name) && entry.isDirectory())
    .flatMap(({ name: two }) =>
      readdirSync(join(folder, two), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${folder}/${two}/${name}`),
    );
}
