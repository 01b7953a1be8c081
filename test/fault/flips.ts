/** Bits that flip, reproducibly. */
import { SEED } from "./rounds.ts";

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
