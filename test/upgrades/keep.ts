/**
 * Adds a store to the archive: `node test/upgrades/keep.ts COMMIT`, from the root of a checkout with its packages installed.
 * A released version of the schema is added once and then stays as it is: what it holds is what offices have.
 *
 * The commit's own sources run beside today's packages: those it uses are the same versions, except that the first three ran on
 * better-sqlite3 without encryption, which writes the same file.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import Database from "better-sqlite3";
import { openReader } from "../../src-main/store/file/connection.ts";
import type { DataKey } from "../../src-main/store/keys/sealing.ts";
import { ARCHIVE, keptStores, keyOf, packStores, STORE, type KeptFile, type KeptStore } from "./stores.ts";
import { ENCRYPTED_MARK, keyIdOf } from "../../src-main/store/file/format.ts";

const root = join(import.meta.dirname, "../..");

/** As it was, without encryption and without what is free in it. */
function withoutEncryption(path: string, { bytes }: DataKey, keyId: string): void {
  const database = new Database(path);
  try {
    database.pragma("cipher = 'aegis'");
    const cipherKey = Buffer.concat([Buffer.from("raw:"), bytes, ENCRYPTED_MARK, Buffer.from(keyId, "hex")]);
    const ciphered = database as unknown as { key(bytes: Buffer): void; rekey(bytes: Buffer): void };
    ciphered.key(cipherKey);
    database.pragma("journal_mode = DELETE");
    ciphered.rekey(Buffer.alloc(0));
  } finally {
    database.close();
  }
}

function filesIn(folder: string): KeptFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(lock|db-wal|db-shm)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path).replaceAll("\\", "/"), bytes: readFileSync(path) }));
}

function storeOf(commit: string): KeptStore {
  const work = mkdtempSync(join(tmpdir(), "counter-keep-"));
  const checkout = join(work, "checkout");
  const folder = join(work, "office");
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", checkout, commit], { cwd: root });
  try {
    symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
    const visit = join(work, "day-at-the-counter.ts");
    copyFileSync(join(import.meta.dirname, "day-at-the-counter.ts"), visit);
    execFileSync(process.execPath, [visit, checkout, folder], { stdio: "inherit" });
    const path = join(folder, STORE);
    const encrypted = existsSync(`${path}.keys.json`);
    if (encrypted) {
      const key = keyOf(folder);
      withoutEncryption(path, key, keyIdOf(key));
    }
    const reader = openReader(path);
    const version = reader.pragma("user_version") as number;
    reader.close();
    return { commit, version, encrypted, files: filesIn(folder) };
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", checkout], { cwd: root });
    rmSync(work, { recursive: true });
  }
}

const commits = process.argv.slice(2);
const kept = existsSync(ARCHIVE) ? keptStores() : [];
const known = commits.filter((commit) => kept.some((store) => store.commit === commit));
if (commits.length === 0 || known.length > 0) throw new Error(`name commits that are not kept yet (kept: ${known.join(", ")})`);
writeFileSync(ARCHIVE, packStores([...kept, ...commits.map(storeOf)]));
