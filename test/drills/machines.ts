/** Offices with a window each, machines that die and are replaced, and the sticks that go from one to the other; all in one folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { fixedClock, type Clock } from "../../src-main/clock.ts";
import { inThisThread } from "../../src-main/store/backups/in-thread.ts";
import {
  fileKeeper,
  openStoreReadOnly,
  openWithSafe,
  restoreOffline,
  type BackupFailure,
  type BackupInfo,
  type SafeStore,
} from "../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act, setUp, submit } from "../store/support.ts";

export const DAY_MS = 24 * 60 * 60_000;
/** A checkout or six weeks of backups, on a disk that has other things to do. */
const REMOVING_MS = 120_000;

/** Of a machine: stands where it was set, and goes on by a second at each look, so that backups have names of their own. */
export class MachineClock implements Clock {
  #at: number;
  constructor(at: string) {
    this.#at = Date.parse(at);
  }
  set(at: string): void {
    this.#at = Date.parse(at);
  }
  now(): string {
    this.#at += 1000;
    return new Date(this.#at).toISOString();
  }
  today = (): ReturnType<Clock["today"]> => fixedClock(new Date(this.#at).toISOString()).today();
  elapsed = (): number => this.#at;
}

export function drillFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counter-drill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), REMOVING_MS);
  return folder;
}

/** One machine with its data folder and its key. */
export class Window {
  readonly path: string;
  readonly keyFile: string;
  readonly clock: MachineClock;
  readonly failures: BackupFailure[] = [];
  #open: SafeStore | undefined;

  constructor(folder: string, at: string) {
    this.path = join(folder, "data", "counter.db");
    this.keyFile = join(folder, "machine.key");
    this.clock = new MachineClock(at);
  }

  get office(): SafeStore {
    return this.#open!;
  }

  start(): SafeStore {
    this.#open = openWithSafe(this.path, {
      clock: this.clock,
      keepers: [fileKeeper(this.keyFile)],
      scryptCost: CHEAP_SCRYPT_COST,
      onFailure: (failure) => void this.failures.push(failure),
      threads: inThisThread(),
      durable: false,
    });
    return this.#open;
  }

  async end(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }

  /** The first day: an office, its recovery code, the stick. */
  async found(stick: string): Promise<string> {
    const { store, safe } = this.start();
    setUp(store, this.clock.now());
    const code = safe.keys.newRecoveryCode(act("keys.newRecoveryCode", { at: this.clock.now() }));
    safe.backups.setFolder(act("backup.chooseFolder", { at: this.clock.now() }), stick);
    await this.end();
    return code;
  }

  /** A day at the counter: so many cases, then the end of the shift with its backup. */
  async day(at: string, cases = 1): Promise<void> {
    this.clock.set(at);
    const { store } = this.start();
    for (let made = 0; made < cases; made++) submit(store, { act: { at: this.clock.now() } });
    await this.end();
  }
}

export const casesIn = ({ store }: SafeStore): number => store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;

/** What a new machine gets out of a backup, with nothing but stick and recovery code. */
export async function casesRestored(folder: string, { folder: room, name }: BackupInfo, recoveryCode: string): Promise<number> {
  const path = join(folder, `restored-${name}`, "counter.db");
  const keepers = [fileKeeper(`${path}.key`)];
  await restoreOffline(path, room, name, { keepers, recoveryCode }, { clock: fixedClock("2030-01-01T00:00:00.000Z") });
  // brought up by an opening, as the program does it
  const opened = openWithSafe(path, { clock: fixedClock("2030-01-01T00:00:00.000Z"), keepers, onFailure: () => undefined });
  opened.closeNow();
  const reader = openStoreReadOnly(path, { keepers });
  try {
    return reader.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;
  } finally {
    reader.close();
    rmSync(join(path, ".."), { recursive: true });
  }
}
