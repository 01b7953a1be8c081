/** Passwords that somebody else gives: shown once, good for choosing another. */
import { randomInt } from "node:crypto";

/** Without 0 O 1 l I and the like: it is read from a slip of paper. */
const LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 12;

/** Twelve legible characters in groups of four, about 59 bits. */
export function oneTimePassword(): string {
  const characters = Array.from({ length: LENGTH }, () => LEGIBLE[randomInt(LEGIBLE.length)]!);
  return [0, 4, 8].map((at) => characters.slice(at, at + 4).join("")).join("-");
}

interface Given {
  readonly clerkId: string;
  readonly password: string;
}

/** An answer that got lost on its way must not cost the clerk the account: the same request gets the same password again. */
export class GivenPasswords {
  readonly #given = new Map<string, Given>();

  remember(requestId: string, clerkId: string, password: string): void {
    this.#given.set(requestId, { clerkId, password });
  }

  of(requestId: string): Given | undefined {
    return this.#given.get(requestId);
  }
}
