/**
 * Connections to the store file. Reading and writing are different types on different connections:
 * a `Reader` cannot change anything (SQLite refuses it, too), and a `Writer` exists only inside a transaction.
 */
import Database from "better-sqlite3";
import { StoreError, asStoreError, withStoreErrors } from "./errors.ts";
import { ENCRYPTED_MARK, keyIdOf } from "./format.ts";
import { makePrivate } from "./private-file.ts";
import type { DataKey } from "../keys/sealing.ts";

/** Only other processes' short locks are waited for (a reader recovering the log); a second app is refused by the lock file. */
const BUSY_TIMEOUT_MS = 5000;

const CIPHER = "aegis";

/** What `sqlite3_key` takes: the raw key, and the 16 bytes that the file begins with. */
const cipherKey = (key: DataKey): Buffer =>
  Buffer.concat([Buffer.from("raw:"), key.bytes, ENCRYPTED_MARK, Buffer.from(keyIdOf(key), "hex")]);

/** Opens a database file, encrypted where a key is given. Nothing of it has been read yet. */
function openDatabase(path: string, key: DataKey | null, options: Database.Options): Database.Database {
  const database = new Database(path, { ...options, timeout: BUSY_TIMEOUT_MS });
  try {
    if (key !== null) {
      database.pragma(`cipher = '${CIPHER}'`);
      (database as unknown as { key(bytes: Buffer): void }).key(cipherKey(key));
      // sorting large results spills into files that nothing encrypts
      database.pragma("temp_store = MEMORY");
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Gives a closed file another key, in place. Not safe against a crash: only for a copy under another name.
 * @param before `null` for one without encryption
 */
export function rekeyFile(path: string, before: DataKey | null, key: DataKey): void {
  withStoreErrors(() => {
    const database = openDatabase(path, before, { fileMustExist: true });
    try {
      database.pragma("synchronous = FULL");
      // a store as it was in use cannot be given another key
      database.pragma("journal_mode = DELETE");
      database.pragma(`cipher = '${CIPHER}'`);
      (database as unknown as { rekey(bytes: Buffer): void }).rekey(cipherKey(key));
    } finally {
      database.close();
    }
  });
}

export const encryptFile = (path: string, key: DataKey): void => rekeyFile(path, null, key);

/** The inner pages of the indexes stay in memory beside the large event payloads. */
const CACHE_KIB = 32 * 1024;

export type Value = string | number | null | Uint8Array;

export interface Reader {
  /** The row type is the query's own promise; STRICT tables hold the column types to it. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- named where the query is, instead of a cast there
  get<Row>(sql: string, ...parameters: Value[]): Row | undefined;
  all<Row>(sql: string, ...parameters: Value[]): Row[];
  /** Row by row; no other statement may run on this connection until the iteration ends. */
  iterate<Row>(sql: string, ...parameters: Value[]): IterableIterator<Row>;
}

export interface Writer extends Reader {
  /** Returns the number of changed rows. */
  run(sql: string, ...parameters: Value[]): number;
}

/** For migrations only. */
export interface SchemaWriter extends Writer {
  exec(sql: string): void;
  /** Puts one part of a table's text in other words. For constraints alone, of which nothing stands in the rows. */
  reword(table: string, part: string, otherWords: string): void;
}

interface Term {
  /** The row. */
  readonly doc: number;
  /** The column, and the position of the term in it. */
  readonly col: string;
  readonly offset: number;
  readonly term: string;
}

export interface ReaderConnection extends Reader {
  /** Everything read inside `body` belongs to one moment. */
  snapshot<Result>(body: () => Result): Result;
  pragma(source: string): unknown;
  /** Every term of a full-text table with the place where it stands. */
  vocabulary(table: string, read: (terms: IterableIterator<Term>) => void): void;
  /** Keeps the state of this moment readable on this connection until the returned function is called. */
  hold(): () => void;
  /** Writes a compacted copy in DELETE journal mode; `target` must not exist. */
  copyTo(target: string): void;
  close(): void;
}

export interface WriterConnection {
  /** One BEGIN IMMEDIATE transaction; anything thrown inside rolls it back. */
  transact<Result>(body: (writer: Writer) => Result): Result;
  /** A transaction for schema changes: foreign keys are off inside and checked before the commit. */
  restructure(body: (writer: SchemaWriter) => void): void;
  pragma(source: string): unknown;
  /** For pragmas that answer with several columns. */
  pragmaRows(source: string): unknown[];
  close(): void;
}

type Prepare = (sql: string) => Database.Statement<Value[]>;

function preparing(database: Database.Database): Prepare {
  const prepared = new Map<string, Database.Statement<Value[]>>();
  return (sql) => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = database.prepare<Value[]>(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
}

function reading(database: Database.Database, prepare: Prepare): Reader {
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- see Reader
    get: <Row>(sql: string, ...parameters: Value[]) => withStoreErrors(() => prepare(sql).get(...parameters) as Row | undefined),
    all: <Row>(sql: string, ...parameters: Value[]) => withStoreErrors(() => prepare(sql).all(...parameters) as Row[]),
    *iterate<Row>(sql: string, ...parameters: Value[]): IterableIterator<Row> {
      try {
        // a statement of its own: a cached one would be busy if the iteration were started twice
        yield* database.prepare<Value[]>(sql).iterate(...parameters) as IterableIterator<Row>;
      } catch (error) {
        throw asStoreError(error);
      }
    },
  };
}

function writing(database: Database.Database, prepare: Prepare): Writer {
  return {
    ...reading(database, prepare),
    run: (sql, ...parameters) => withStoreErrors(() => prepare(sql).run(...parameters).changes),
  };
}

function changingSchema(database: Database.Database, writer: Writer): SchemaWriter {
  return {
    ...writer,
    exec: (sql) => void database.exec(sql),
    reword(table, part, otherWords) {
      // SQLite's own way for changes that do not reach the file's content, where a table of millions of rows need not be copied
      database.unsafeMode(true);
      try {
        database.pragma("writable_schema = ON");
        const changed = database
          .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ? AND instr(sql, ?) > 0")
          .run(part, otherWords, table, part).changes;
        if (changed !== 1) throw new Error(`the text of ${table} has no “${part}”`);
      } finally {
        database.pragma("writable_schema = RESET");
        database.unsafeMode(false);
      }
    },
  };
}

type Begin = "BEGIN" | "BEGIN IMMEDIATE";

/** Runs a body between the beginning of a transaction and its commit. */
type Transaction = <Result>(begin: Begin, body: () => Result) => Result;

function transacting(database: Database.Database, prepare: Prepare): Transaction {
  return (begin, body) => {
    withStoreErrors(() => prepare(begin).run());
    try {
      const result = body();
      prepare("COMMIT").run();
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (full disk, I/O)
      if (database.inTransaction) prepare("ROLLBACK").run();
      throw asStoreError(error);
    }
  };
}

const simplePragma = (database: Database.Database) => (source: string) =>
  withStoreErrors(() => database.pragma(source, { simple: true }));

/** Opens an existing file for reading; nothing about its content is checked here. */
export function openReader(path: string, key: DataKey | null = null): ReaderConnection {
  const database = withStoreErrors(() => openDatabase(path, key, { readonly: true, fileMustExist: true }));
  withStoreErrors(() => {
    database.pragma(`cache_size = -${CACHE_KIB}`);
    // a file that comes from somewhere: what its schema brings along is carried out as little as possible before it is looked at
    database.pragma("trusted_schema = OFF");
    database.pragma("cell_size_check = ON");
  });
  const prepare = preparing(database);
  const reader = reading(database, prepare);
  const transact = transacting(database, prepare);
  return {
    ...reader,
    snapshot: (body) => transact("BEGIN", body),
    pragma: simplePragma(database),
    vocabulary(table, read) {
      // a view of the index that lives in this connection only
      withStoreErrors(() => database.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, ${table}, instance)`));
      try {
        read(reader.iterate<Term>("SELECT doc, col, offset, term FROM temp.terms"));
      } finally {
        withStoreErrors(() => database.exec("DROP TABLE temp.terms"));
      }
    },
    hold() {
      withStoreErrors(() => database.exec("BEGIN"));
      // a transaction begins with its first read
      reader.get("SELECT 1 FROM sqlite_schema LIMIT 1");
      return () => void (database.inTransaction && database.exec("ROLLBACK"));
    },
    copyTo: (target) =>
      withStoreErrors(() => {
        makePrivate(target);
        database.prepare("VACUUM INTO ?").run(target);
      }),
    close: () => void database.close(),
  };
}

/**
 * Folds what it can of the log into the file, waiting for nobody and keeping nobody waiting: for another thread than the writer's.
 * Returns whether the file holds all that the log does.
 */
export function foldLog(path: string, key: DataKey | null): boolean {
  return withStoreErrors(() => {
    const database = openDatabase(path, key, { fileMustExist: true });
    try {
      database.pragma("synchronous = FULL");
      const [{ log, checkpointed }] = database.pragma("wal_checkpoint(PASSIVE)") as [{ log: number; checkpointed: number }];
      return log === checkpointed;
    } finally {
      database.close();
    }
  });
}

function requirePragma(database: Database.Database, name: string, expected: string | number): void {
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected) throw new StoreError("read-only", `PRAGMA ${name} is ${String(actual)}, not ${expected}`);
}

/** The answer of `work`, on an empty database in memory that is gone afterwards. */
export function inMemory<Result>(work: (writer: SchemaWriter) => Result): Result {
  const database = new Database(":memory:");
  try {
    return work(changingSchema(database, writing(database, preparing(database))));
  } finally {
    database.close();
  }
}

/** A new file is built in DELETE mode and renamed when whole; a store in use is in WAL mode. */
export function openWriter(path: string, mode: "new-file" | "in-use", key: DataKey | null = null): WriterConnection {
  const database = withStoreErrors(() => {
    if (mode === "new-file") makePrivate(path);
    return openDatabase(path, key, { fileMustExist: mode === "in-use" });
  });
  try {
    if (mode === "in-use") {
      database.pragma("journal_mode = WAL");
      requirePragma(database, "journal_mode", "wal");
    }
    // this build of SQLite falls back to NORMAL in WAL mode at the first write unless FULL is set after WAL
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // without it INSERT OR REPLACE deletes rows past the triggers that refuse deletion
    database.pragma("recursive_triggers = ON");
    database.pragma(`cache_size = -${CACHE_KIB}`);
    // finds a read-only file now instead of at the first save; BEGIN IMMEDIATE alone lets one pass
    const version = database.pragma("user_version", { simple: true }) as number;
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; ROLLBACK`);
    requirePragma(database, "synchronous", 2);
    requirePragma(database, "foreign_keys", 1);
    requirePragma(database, "recursive_triggers", 1);
  } catch (error) {
    database.close();
    throw asStoreError(error);
  }
  const prepare = preparing(database);
  const writer = writing(database, prepare);
  const transact = transacting(database, prepare);
  return {
    transact: (body) => transact("BEGIN IMMEDIATE", () => body(writer)),
    restructure(body) {
      // SQLite ignores this pragma inside a transaction
      database.pragma("foreign_keys = OFF");
      try {
        transact("BEGIN IMMEDIATE", () => {
          body(changingSchema(database, writer));
          const orphans = database.pragma("foreign_key_check") as unknown[];
          if (orphans.length > 0) throw new Error(`schema change leaves ${orphans.length} rows without their parent`);
        });
      } finally {
        database.pragma("foreign_keys = ON");
      }
    },
    pragma: simplePragma(database),
    pragmaRows: (source) => withStoreErrors(() => database.pragma(source) as unknown[]),
    close: () => void database.close(),
  };
}
