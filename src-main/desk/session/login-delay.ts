/**
 * How long somebody has to wait after wrong tries: passwords, and numbers that find nobody. Reckoned from what the store keeps, so a
 * restart shortens nothing.
 */

export interface FailedLogins {
  /** Or other tries that came to nothing. */
  readonly failedLogins: number;
  /** ISO instant. */
  readonly lastFailedAt: string | null;
}

export interface Patience {
  /** Slips of the finger that cost nothing: the wait begins with this one. */
  readonly free: number;
  readonly longestSeconds: number;
}
const WITH_PASSWORDS: Patience = { free: 3, longestSeconds: 15 * 60 };

/** 0 while it is free, then 2, 4, 8 … seconds. */
const delayWith = ({ free, longestSeconds }: Patience, failures: number): number =>
  failures < free ? 0 : Math.min(2 ** (failures - free + 1), longestSeconds);

/** 0 up to the third wrong password, then 2, 4, 8 … seconds, at most a quarter of an hour. */
export const delaySeconds = (failedLogins: number): number => delayWith(WITH_PASSWORDS, failedLogins);

/** Whole seconds until the next try counts; 0 = now. */
export function secondsToWait(failed: FailedLogins, now: string, patience = WITH_PASSWORDS): number {
  if (failed.lastFailedAt === null) return 0;
  // the distance either way: a machine's clock that was set back must not lock the only administrator out for a year
  const passed = Math.abs(Date.parse(now) - Date.parse(failed.lastFailedAt)) / 1000;
  return Math.max(0, Math.ceil(delayWith(patience, failed.failedLogins) - passed));
}

/** Wrong tries that no store can keep, by name: whatever is tried while nothing can be written. */
export class FailuresInMemory {
  readonly #failed = new Map<string, FailedLogins>();
  readonly #capacity = 1000;

  of(name: string): FailedLogins {
    return this.#failed.get(name) ?? { failedLogins: 0, lastFailedAt: null };
  }

  forget(name: string): void {
    this.#failed.delete(name);
  }

  recordFailure(name: string, at: string): void {
    const failedLogins = this.of(name).failedLogins + 1;
    this.#failed.delete(name);
    this.#failed.set(name, { failedLogins, lastFailedAt: at });
    if (this.#failed.size > this.#capacity) this.#failed.delete(this.#failed.keys().next().value!);
  }
}
