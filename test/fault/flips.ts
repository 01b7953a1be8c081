/** Bits that flip, reproducibly: `FAULT_SEED` repeats a run, and every failure names its seed. */

/** As for any number that is only to be told apart from others. */
export const SEED = Number(process.env["FAULT_SEED"] ?? Date.now() % 1_000_000);

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

export interface Flip {
  readonly byte: number;
  readonly bit: number;
}

export const flipped = (bytes: Buffer, { byte, bit }: Flip): Buffer => {
  const damaged = Buffer.from(bytes);
  damaged[byte]! ^= 1 << bit;
  return damaged;
};

/** Every bit of the bytes from `first` up to, not including, `end`. */
export const everyBit = (first: number, end: number): Flip[] =>
  Array.from({ length: (end - first) * 8 }, (_, i) => ({ byte: first + (i >> 3), bit: i & 7 }));

/** `count` bits anywhere from `first` on. */
export function randomBits(random: () => number, count: number, first: number, end: number): Flip[] {
  return Array.from({ length: count }, () => ({
    byte: first + Math.floor(random() * (end - first)),
    bit: Math.floor(random() * 8),
  }));
}

export const nameOf = ({ byte, bit }: Flip): string => `byte ${byte}, bit ${bit}, FAULT_SEED=${SEED}`;
