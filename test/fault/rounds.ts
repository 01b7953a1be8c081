/**
 * How much of each fault is tried. `npm test` takes a short sample, the same in every run; `npm run test:fault` takes all of it,
 * with other random numbers each time. `FAULT_SEED` repeats a run, and every failure names its seed.
 */
export const ROUNDS = Number(process.env["FAULT_ROUNDS"] ?? 8);
export const IS_SAMPLE = ROUNDS < 100;
export const SEED = Number(process.env["FAULT_SEED"] ?? (IS_SAMPLE ? 1 : Date.now() % 1_000_000));

/** Mulberry32: small, and the same on every machine. Between 0 (inclusive) and 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(SEED);

/** Of a row of faults 1, 2, 3 … the next to be tried: all of them, or ever larger steps. */
export const nextOf = (nth: number): number => (IS_SAMPLE ? Math.ceil(nth * (1.5 + 2.5 * random())) : nth + 1);
