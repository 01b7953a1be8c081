/** A password that an administrator has given: it ends, used or not, since it lies on a slip of paper. */
import type { ClerkRow, Store } from "../store/types.ts";
import { officeSettings } from "./settings.ts";

const DAY_MS = 24 * 60 * 60_000;

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
