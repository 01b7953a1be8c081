/** Passwords that somebody else gives: shown once, good for choosing another; they end, used or not, since they lie on a slip of paper. */
import { randomInt } from "node:crypto";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { Store } from "../../store/types.ts";
import { officeSettings } from "../office/settings.ts";

const DAY_MS = 24 * 60 * 60_000;

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

/**
 * Until when an account's one-time password opens it, as an ISO instant; `null` where its owner has chosen a password. Where nobody
 * knows any more when it was given, since the account was made.
 */
export function oneTimeUntil(store: Pick<Store, "clerks" | "settings">, clerk: ClerkRow): string | null {
  if (!clerk.mustChangePassword) return null;
  const given = store.clerks.history(clerk.id).find(({ what }) => what === "password" || what === "added");
  const at = Date.parse(given?.at ?? clerk.createdAt);
  const { oneTimePasswordDays } = officeSettings(store);
  return new Date((Number.isNaN(at) ? 0 : at) + oneTimePasswordDays * DAY_MS).toISOString();
}

/** Whether an account has a one-time password that opens nothing any more. @param now ISO instant */
export function isOneTimeOver(store: Pick<Store, "clerks" | "settings">, clerk: ClerkRow, now: string): boolean {
  const until = oneTimeUntil(store, clerk);
  return until !== null && until <= now;
}
