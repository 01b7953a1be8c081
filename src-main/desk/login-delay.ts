/** How long a login has to wait after wrong passwords. Reckoned from what the store keeps, so a restart shortens nothing. */

export interface FailedLogins {
  readonly failedLogins: number;
  /** ISO instant. */
  readonly lastFailedAt: string | null;
}

/** Slips of the finger that cost nothing. */
const FREE_FAILURES = 3;
const LONGEST_DELAY_SECONDS = 15 * 60;

/** 0 up to the third wrong password, then 2, 4, 8 … seconds, at most a quarter of an hour. */
export function delaySeconds(failedLogins: number): number {
  if (failedLogins < FREE_FAILURES) return 0;
  return Math.min(2 ** (failedLogins - FREE_FAILURES + 1), LONGEST_DELAY_SECONDS);
}

/** Whole seconds until the next try counts; 0 = now. */
export function secondsToWait(failed: FailedLogins, now: string): number {
  if (failed.lastFailedAt === null) return 0;
  // the distance either way: a machine's clock that was set back must not lock the only administrator out for a year
  const passed = Math.abs(Date.parse(now) - Date.parse(failed.lastFailedAt)) / 1000;
  return Math.max(0, Math.ceil(delaySeconds(failed.failedLogins) - passed));
}

/** Wrong tries that no store can keep, by name: whatever is tried while the store is not open. */
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
