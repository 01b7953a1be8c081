/** Brings a store to the newest schema: all pending migrations in one transaction, a backup before. */
import type { SchemaWriter, Writer, WriterConnection } from "../connection.ts";
import { StoreError } from "../errors.ts";

export interface Migration {
  /** 1, 2, 3 …: the `user_version` after it. */
  readonly version: number;
  readonly name: string;
  /** May rebuild tables: foreign keys are checked at the end, not in between. */
  up(writer: SchemaWriter): void;
}

export interface MigrationHooks {
  /** Called before the first change; not for a new file. A throw leaves the store as it is. */
  backUp(fromVersion: number): void;
  /** Called in the same transaction, after the last migration. */
  finish(writer: Writer, fromVersion: number, toVersion: number): void;
}

/** The `user_version` that a list of migrations leads to. */
export function targetVersion(migrations: readonly Migration[]): number {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${index + 1} is numbered ${migration.version}`);
  });
  return migrations.length;
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
  connection.restructure((writer) => {
    for (const migration of migrations.slice(current)) migration.up(writer);
    writer.exec(`PRAGMA user_version = ${target}`);
    hooks.finish(writer, current, target);
  });
}
