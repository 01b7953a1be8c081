/** Which mutants are on, and what a run passes. The instrumented sources find it as a global: they are imported outside of Node. */

/** What the sources remember from one call to the next. What they remember under a mutant is forgotten with it. */
class Memory<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  #underMutant = new Map<Key, Value>();
  #run = 0;

  #now(): Map<Key, Value> {
    if (!mutantSwitch.isOn) return this.#kept;
    if (this.#run !== mutantSwitch.run) {
      this.#run = mutantSwitch.run;
      this.#underMutant = new Map();
    }
    return this.#underMutant;
  }

  get size(): number {
    return this.#now().size;
  }

  get(key: Key): Value | undefined {
    const found = this.#now().get(key);
    return found === undefined && mutantSwitch.isOn && mutantSwitch.remembers ? this.#kept.get(key) : found;
  }

  set(key: Key, value: Value): this {
    this.#now().set(key, value);
    return this;
  }

  clear(): void {
    this.#now().clear();
  }
}

/** A mutant is passed too often: a loop that no longer ends. */
export class TooManyHits extends Error {}

export const mutantSwitch = {
  Memory,
  /** By mutant: 1 = on. */
  on: new Uint8Array(0),
  isOn: false,
  /** Number of the run under mutants. */
  run: 0,
  /** Whether the mutants that are on may be given what was remembered before. */
  remembers: true,
  hits: 0,
  hitLimit: 0,
  /** By mutant: times passed, in a build that counts. */
  counts: new Uint32Array(0),

  /** Called by the sources wherever a mutant that is on is passed. */
  hit(): true {
    if (++mutantSwitch.hits > mutantSwitch.hitLimit) throw new TooManyHits("a mutant is passed without end");
    return true;
  },

  cover(...mutants: readonly number[]): void {
    for (const mutant of mutants) mutantSwitch.counts[mutant]!++;
  },

  begin(mutants: readonly number[], options: { readonly remembers: boolean; readonly hitLimit: number }): void {
    for (const mutant of mutants) mutantSwitch.on[mutant] = 1;
    mutantSwitch.isOn = true;
    mutantSwitch.run++;
    mutantSwitch.remembers = options.remembers;
    mutantSwitch.hits = 0;
    mutantSwitch.hitLimit = options.hitLimit;
  },

  end(mutants: readonly number[]): void {
    for (const mutant of mutants) mutantSwitch.on[mutant] = 0;
    mutantSwitch.isOn = false;
  },
};

Object.assign(globalThis, { [Symbol.for("mutants")]: mutantSwitch });
