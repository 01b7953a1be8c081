/**
 * A disk that takes no more from the n-th write on: it is full, or it has become read-only. Every write of this process below one
 * folder is counted, those of Node's file system and those that SQLite is asked for; the n-th and all later ones fail.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Database from "better-sqlite3";

export type Trouble = "full" | "read-only";

const SYSTEM = { full: "ENOSPC", "read-only": "EROFS" } as const;
const SQLITE = { full: "SQLITE_FULL", "read-only": "SQLITE_READONLY" } as const;

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Patchable = Record<string, Method>;
/** What to do in place of the original; `undefined` = the original. */
type Instead = (receiver: unknown, given: readonly unknown[], original: Method) => (() => unknown) | undefined;

interface Statement {
  readonly database: Database.Database;
  readonly readonly: boolean;
  readonly source: string;
}

interface FailingOptions {
  readonly folder: string;
  /**
   * Counts every statement inside a transaction, also one that only reads, and nothing of Node's; and only the n-th fails.
   * That is how the operations of the store are tried.
   */
  readonly everyStatement?: boolean;
}

export class FailingDisk {
  readonly #undo: (() => void)[] = [];
  readonly #folder: string;
  readonly #everyStatement: boolean;
  #remaining = Number.POSITIVE_INFINITY;
  #trouble: Trouble = "full";
  /** Writes that failed since it was told to. */
  failures = 0;
  /** All that were asked for since then. */
  writes = 0;

  constructor({ folder, everyStatement = false }: FailingOptions) {
    this.#folder = folder;
    this.#everyStatement = everyStatement;
    this.#patchDatabase();
    if (!everyStatement) this.#patchFiles();
    syncBuiltinESMExports();
  }

  failFrom(nth: number, trouble: Trouble): void {
    this.#remaining = nth;
    this.#trouble = trouble;
    this.failures = 0;
    this.writes = 0;
  }

  /** Takes everything again. */
  mend(): void {
    this.#remaining = Number.POSITIVE_INFINITY;
  }

  stop(): void {
    for (const undo of this.#undo.toReversed()) undo();
    syncBuiltinESMExports();
  }

  #isFailing(): boolean {
    this.#remaining--;
    this.writes++;
    if (this.#remaining > 0 || (this.#everyStatement && this.#remaining < 0)) return false;
    this.failures++;
    return true;
  }

  #patch(owner: Patchable, name: string, instead: Instead): void {
    const original = owner[name]!;
    owner[name] = function (this: unknown, ...given) {
      const other = instead(this, given, original);
      return other === undefined ? original.apply(this, given) : other();
    };
    this.#undo.push(() => void (owner[name] = original));
  }

  /* ---------- what SQLite is asked for ---------- */

  #refuseStatement(): never {
    const code = SQLITE[this.#trouble];
    throw new Database.SqliteError(`a disk that is ${this.#trouble}`, code);
  }

  #patchDatabase(): void {
    const failsFor = (database: Database.Database, writes: boolean): (() => never) | undefined =>
      writes && database.name.startsWith(this.#folder) && this.#isFailing() ? () => this.#refuseStatement() : undefined;
    const statement = Object.getPrototypeOf(new Database(":memory:").prepare("SELECT 1")) as Patchable;
    for (const name of ["run", "get", "all"]) {
      this.#patch(statement, name, (receiver) => {
        const { database, readonly, source } = receiver as Statement;
        const writes = this.#everyStatement
          ? database.inTransaction && !database.readonly
          : (!readonly && /^\s*(INSERT|UPDATE|DELETE)/.test(source)) || source.startsWith("VACUUM INTO");
        return failsFor(database, writes);
      });
    }
    const connection = Database.prototype as unknown as Patchable;
    this.#patch(connection, "exec", (receiver, [sql]) => {
      const writes = this.#everyStatement
        ? sql === "COMMIT"
        : !/^(BEGIN|BEGIN IMMEDIATE|BEGIN EXCLUSIVE|ROLLBACK)$/.test(sql as string);
      const database = receiver as Database.Database;
      return failsFor(database, writes && !database.readonly);
    });
    this.#patch(connection, "rekey", (receiver) => failsFor(receiver as Database.Database, true));
  }

  /* ---------- what Node is asked for ---------- */

  #systemError(name: string, path: string): Error {
    const code = SYSTEM[this.#trouble];
    return Object.assign(new Error(`${code}: ${name} '${path}'`), { code, syscall: name, path });
  }

  /** The path, where a call of that name with these arguments would change the disk. */
  #changed(name: string, given: readonly unknown[]): string | undefined {
    const path = given.find((each): each is string => typeof each === "string" && each.startsWith(this.#folder));
    if (path === undefined) return undefined;
    switch (name) {
      // a full disk still lets go of what it has
      case "rm":
        return this.#trouble === "read-only" && fs.existsSync(path) ? path : undefined;
      case "rename":
        return this.#trouble === "read-only" ? path : undefined;
      case "mkdir":
        return fs.existsSync(path) ? undefined : path;
      // asked before writing; tells only what has happened already
      case "access":
        return this.#trouble === "read-only" && this.#remaining <= 0 && given[1] === fs.constants.W_OK ? path : undefined;
      case "open":
        return given[1] === "w" ? path : undefined;
      default:
        return path;
    }
  }

  #patchFiles(): void {
    const synchronous = fs as unknown as Patchable;
    const promises = fs.promises as unknown as Patchable;
    const refused = (name: string, given: readonly unknown[]): Error | undefined => {
      const path = this.#changed(name, given);
      return path !== undefined && this.#isFailing() ? this.#systemError(name, path) : undefined;
    };
    for (const name of ["writeFile", "appendFile", "mkdir", "rename", "rm", "link", "copyFile", "access"]) {
      this.#patch(synchronous, `${name}Sync`, (_receiver, given) => {
        const error = refused(name, given);
        return error && (() => fail(error));
      });
      this.#patch(promises, name, (_receiver, given) => {
        const error = refused(name, given);
        return error && (() => Promise.reject(error));
      });
    }
    this.#patch(promises, "open", (receiver, given, original) => {
      const error = refused("open", given);
      if (error !== undefined) return () => Promise.reject(error);
      const path = this.#changed("open", given);
      return path === undefined ? undefined : () => this.#opened(path, original.apply(receiver, [...given]));
    });
  }

  /** A file that stays open between writes. */
  async #opened(path: string, opening: unknown): Promise<unknown> {
    const handle = (await opening) as Patchable;
    for (const name of ["write", "writeFile"]) {
      const write = handle[name]!;
      handle[name] = (...content) =>
        this.#isFailing() ? Promise.reject(this.#systemError(name, path)) : write.apply(handle, content);
    }
    return handle;
  }
}

function fail(error: Error): never {
  throw error;
}
