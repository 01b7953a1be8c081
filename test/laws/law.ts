/** A law of every city and every matter: it says how much it has seen, and what breaks it. */
import type { CityUnderTest } from "./city.ts";

export interface Seen {
  /** What the law was held against; a law that has seen nothing has proved nothing. */
  readonly count: number;
  readonly faults: readonly string[];
  /** What it passed over, and why, for whoever reads along. */
  readonly besides?: string;
}

export interface Law {
  readonly title: string;
  check(city: CityUnderTest): Seen;
  /** Left out: there is something in every city. `false` where a city has nothing that the law speaks of, e.g. no first day of cover. */
  concerns?(city: CityUnderTest): boolean;
}

/** Collects as it goes. */
export class Tally {
  count = 0;
  readonly faults: string[] = [];

  seen(): Seen {
    return { count: this.count, faults: this.faults };
  }
}
