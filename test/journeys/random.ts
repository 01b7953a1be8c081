/** Numbers that look random and follow from a seed alone, so that a person can be met again by number. */

/** Two numbers to one, every bit of it depending on both (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number that a seed and a name agree on: the same answer however often, and in whatever order, it is asked for. */
export function named(seed: number, name: string): number {
  let hash = seed;
  for (let index = 0; index < name.length; index++) hash = mix(hash, name.charCodeAt(index));
  return hash;
}

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 … n − 1. */
  below(n: number): number {
    this.#state = mix(this.#state, 0x51ed270b);
    return this.#state % n;
  }

  /** Both ends included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** Whether something that happens so often in a hundred times happens. */
  percent(n: number): boolean {
    return this.below(100) < n;
  }
}
