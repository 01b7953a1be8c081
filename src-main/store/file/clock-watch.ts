/**
 * Whether the machine's clock can be believed: it is compared with the times that people's work has left in the store, and with how
 * long the machine itself has counted. A clock that is doubted writes nothing until it is set right or an administrator confirms it.
 */
import type { Clock } from "../../clock.ts";
import type { ClockDoubt } from "../../../src-shared/contract/session.ts";
import { officeSettingsOf, SETTINGS_NAME } from "../../../src-shared/domain/office-settings.ts";
import type { Reader } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import type { Perform, WriteName } from "./operation.ts";
import { settingReads } from "../areas/office/settings.ts";
import type { Store } from "../types.ts";

/**
 * What setting a clock by the network moves it back: it drifts by seconds a day, and time services step what is off by more than
 * these minutes only on command. The order of what is stored goes by numbers, so that minutes harm nobody.
 */
const TOLERANCE_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/** Whether an instant is earlier than a stored one by more than clocks are put right by themselves. */
export const isBehind = (at: string, stored: string): boolean => Date.parse(at) - Date.parse(stored) < -TOLERANCE_MS;

/** What the machine writes by itself, or somebody who opens what is closed: no work that tells of the time. */
const NO_TESTIMONY: ReadonlySet<WriteName> = new Set<WriteName>([
  "store.create",
  "store.migrate",
  "store.restore",
  "keys.unlock",
]);
const TESTIMONY = `write NOT IN (${[...NO_TESTIMONY].map((write) => `'${write}'`).join(", ")})`;

/** One for the life of the process, over all stores that take each other's place. */
export class ClockWatch {
  readonly #clock: Pick<Clock, "now" | "elapsed">;
  /** When the clock was last believed without anything to go by but the store: from then on the machine's own count tells the time. */
  #believed: { readonly at: number; readonly elapsed: number } | undefined;

  constructor(clock: Pick<Clock, "now" | "elapsed">) {
    this.#clock = clock;
  }

  now = (): string => this.#clock.now();

  believe(at: string): void {
    this.#believed = { at: Date.parse(at), elapsed: this.#clock.elapsed() };
  }

  /**
   * @param stored the highest time of what people wrote, `null` where there is nothing
   * @param longestPauseDays so long a machine may have been off; asked for only where it matters
   */
  doubt(at: string, stored: string | null, longestPauseDays: () => number): ClockDoubt | null {
    const now = Date.parse(at);
    if (stored !== null) {
      if (isBehind(at, stored)) return { kind: "behind", now: at, stored };
      const ahead = now - Date.parse(stored);
      if (ahead > DAY_MS && this.#isUnexplained(now, ahead, longestPauseDays)) return { kind: "ahead", now: at, stored };
    }
    if (this.#believed === undefined) this.believe(at);
    return null;
  }

  /** While the process runs, a pause is as long as the machine counts, asleep or not; how long it was off nobody counts. */
  #isUnexplained(now: number, ahead: number, longestPauseDays: () => number): boolean {
    if (this.#believed === undefined) return ahead > longestPauseDays() * DAY_MS;
    const { at, elapsed } = this.#believed;
    return now - (at + this.#clock.elapsed() - elapsed) > DAY_MS;
  }
}

/** The clock of one open store, as its writes ask for it. */
export interface StoreClock {
  readonly doubt: Store["clock"]["doubt"];
  /** @throws StoreRefusal `clock-doubted` */
  require(at: string): void;
  wrote(at: string, write: WriteName): void;
  /** From now on `at` is the time; what is stored of a later one stays as it is. */
  confirmed(at: string): void;
}

/** @param watch left out: nobody doubts the clock (a demonstration's, a test's that goes through years) */
export function storeClock(reader: Reader, watch: ClockWatch | undefined): StoreClock {
  let highest = watch === undefined ? null : highestSinceConfirmed(reader);
  const pause = (): number => officeSettingsOf(settingReads(reader).get(SETTINGS_NAME)?.value).longestPauseDays;
  const doubtOf = (at: string): ClockDoubt | null => watch?.doubt(at, highest, pause) ?? null;
  return {
    doubt: () => (watch === undefined ? null : doubtOf(watch.now())),
    require(at) {
      const doubt = doubtOf(at);
      if (doubt !== null) throw new StoreRefusal("clock-doubted", `it is ${at}, and ${doubt.stored} is stored`);
    },
    wrote(at, write) {
      if (!NO_TESTIMONY.has(write) && (highest === null || at > highest)) highest = at;
    },
    confirmed(at) {
      highest = at;
      watch?.believe(at);
    },
  };
}

/** The last confirmation stands for all that was written before it. */
function highestSinceConfirmed(reader: Reader): string | null {
  const confirmed = reader.get<{ sequence: number }>(
    `SELECT sequence FROM audit INDEXED BY audit_operation WHERE operation = 'clock.confirm' AND write = 'clock.confirm'
     ORDER BY sequence DESC LIMIT 1`,
  );
  return (
    reader.get<{ at: string }>(
      `SELECT at FROM audit INDEXED BY audit_at WHERE sequence >= ? AND ${TESTIMONY} ORDER BY at DESC LIMIT 1`,
      confirmed?.sequence ?? 0,
    )?.at ?? null
  );
}

export const clockCalls = (perform: Perform, clock: StoreClock): Store["clock"] => ({
  doubt: clock.doubt,
  confirm(act) {
    const doubt = clock.doubt();
    if (doubt === null) return;
    const { kind, stored } = doubt;
    perform(act, "clock.confirm", () => ({ answer: null, subject: act.clerkId, detail: { clock: kind, stored, now: act.at } }));
    clock.confirmed(act.at);
  },
});
