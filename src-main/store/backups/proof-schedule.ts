/** Which backups are tried out, and when: the newest of each folder, after every shift, and every few hours in between. */
import type { Clock } from "../../clock.ts";
import { isMadeFor } from "./names.ts";
import { proofOf } from "./proof.ts";
import { removeUnfinished } from "../file/files.ts";
import type { PlacedBackup } from "./places/rooms.ts";
import type { Threads } from "./in-thread.ts";
import { Serial } from "../../serial.ts";
import type { DataKey } from "../keys/sealing.ts";
import type { BackupFailure, BackupProof } from "./types.ts";

/** A backup of the timer is one of many of the day. */
const TIMER_EVERY_MS = 4 * 3_600_000;

export interface ProvingOptions {
  readonly run: Threads["run"];
  readonly clock: Clock;
  /** Of each place the backup that reaches furthest. */
  readonly newest: () => readonly PlacedBackup[];
  readonly key: () => DataKey | null;
  readonly scratch: string;
  /** `mends`: another backup may put it right; not where that one was damaged as well. */
  onDamage(failure: BackupFailure, mends: boolean): void;
}

export interface Proving {
  prove(folder: string, name: string): Promise<BackupProof>;
  /** Begins with one that is due, if none is under way. */
  look(): void;
}

export function provingOf({ run, clock, newest, key, scratch, onDamage }: ProvingOptions): Proving {
  const queue = new Serial();
  let startedAt = -Infinity;
  let wasSound = true;
  /** By `look`; one that could not be tried out is not tried again and again. */
  const taken = new Set<string>();
  // what a killed process left
  removeUnfinished(scratch);

  async function provedNow(folder: string, name: string): Promise<BackupProof> {
    startedAt = clock.elapsed();
    const proof = await run("prove", { folder, name, key: key(), scratch, at: clock.now() });
    if (!proof.sound) {
      const detail = `${name}: ${proof.problems.join("; ")}`;
      onDamage({ at: clock.now(), folder, code: "backup-damaged", detail }, wasSound);
    }
    wasSound = proof.sound;
    return proof;
  }

  const prove = (folder: string, name: string): Promise<BackupProof> => queue.run(() => provedNow(folder, name));

  const isDue = (folder: string, name: string): boolean =>
    proofOf(folder, name, key()) === null && (!isMadeFor(name, "timer") || clock.elapsed() - startedAt >= TIMER_EVERY_MS);

  return {
    prove,
    look() {
      if (queue.isBusy) return;
      try {
        for (const { folder, name } of newest()) {
          if (taken.has(folder + name) || !isDue(folder, name)) continue;
          taken.add(folder + name);
          return void prove(folder, name).catch(() => undefined);
        }
      } catch {
        // a share that went away, a stick that was pulled: told by the next backup that goes there
      }
    },
  };
}
