/** Brings a store to the newest schema: all pending migrations in one transaction, a backup before. */
import type { SchemaWriter, Writer, WriterConnection } from "../file/connection.ts";
import { StoreError } from "../file/errors.ts";

export interface Migration {
  /** The `user_version` after it; each is higher than the one before. */
  readonly version: number;
  readonly name: string;
  /** May rebuild tables: foreign keys are checked at the end, not in between. */
  up(writer: SchemaWriter): void;
  /** Runs when all pending steps are through: derived rows made anew, with today's code on today's schema. */
  afterwards?(writer: SchemaWriter): void;
  /** What of the schema can go, or hold again, only after that. */
  readonly atLast?: string;
}

export interface MigrationHooks {
  /** Called before the first change; not for a new file. A throw leaves the store as it is. */
  backUp(fromVersion: number): void;
  /** Called in the same transaction, after the last migration. */
  finish(writer: Writer, fromVersion: number, toVersion: number): void;
}

/** The `user_version` that a list of migrations leads to. */
export function targetVersion(migrations: readonly Migration[]): number {
  let last = 0;
  for (const { version, name } of migrations) {
    if (version <= last) throw new Error(`migration “${name}” is numbered ${version}, after ${last}`);
    last = version;
  }
  return last;
}

/**
 * Runs what is pending; nothing when the store is up to date.
 * @throws StoreError `newer`, with nothing written, for a store of a later program.
 */
export function migrate(connection: WriterConnection, migrations: readonly Migration[], hooks: MigrationHooks): void {
  const target = targetVersion(migrations);
  const current = connection.pragma("user_version") as number;
  if (current > target) throw new StoreError("newer", `store has version ${current}, this program knows ${target}`);
  if (current === target) return;
  if (current > 0) hooks.backUp(current);
  const pending = migrations.filter(({ version }) => version > current);
  connection.restructure((writer) => {
    for (const migration of pending) migration.up(writer);
    for (const migration of pending) {
      migration.afterwards?.(writer);
      if (migration.atLast !== undefined) writer.exec(migration.atLast);
    }
    writer.exec(`PRAGMA user_version = ${target}`);
    hooks.finish(writer, current, target);
  });
}

/** The schema of a version, made in an empty store. */
export function makeSchema(writer: SchemaWriter, migrations: readonly Migration[], version: number): void {
  const steps = migrations.filter((migration) => migration.version <= version);
  for (const migration of steps) migration.up(writer);
  for (const { atLast } of steps) if (atLast !== undefined) writer.exec(atLast);
}
