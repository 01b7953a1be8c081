/** Whether the host answers, the store works and the session lasts: known from the calls themselves, shown by the frame. */
import { useSyncExternalStore } from "react";
import type { CallError } from "../../../src-shared/contract/errors.ts";

export interface Health {
  readonly lost: boolean;
  readonly storeError: CallError | null;
  /** The host has no store open: only what can be done about that is answered. */
  readonly rescuing: boolean;
  /** The host no longer knows this session though nobody signed out. */
  readonly sessionEnded: boolean;
  /** Another process answers at the address: this page is over, and is told so without anything of what was on it. */
  readonly hostChanged: boolean;
  /** Another page of this browser has the place. */
  readonly elsewhere: boolean;
  /** A write was refused because the machine's clock is doubted; the session's status tells why. */
  readonly clockRefused: boolean;
  /** Whoever is signed in looks at what is there, though nothing can be written while the clock is doubted. */
  readonly lookingOnly: boolean;
  /** The screen is to be hidden: asked for here, or the host said so. The session's status tells the rest. */
  readonly locking: boolean;
}

let current: Health = {
  lost: false,
  storeError: null,
  rescuing: false,
  sessionEnded: false,
  hostChanged: false,
  elsewhere: false,
  clockRefused: false,
  lookingOnly: false,
  locking: false,
};
const listeners = new Set<() => void>();

function become(change: Partial<Health>): void {
  const next = { ...current, ...change };
  if ((Object.keys(next) as (keyof Health)[]).every((name) => next[name] === current[name])) return;
  current = next;
  for (const listener of listeners) listener();
}

export const health = {
  hostLost: () => become({ lost: true }),
  hostAnswered: () => become({ lost: false }),
  hostChanged: () => become({ hostChanged: true }),
  elsewhere: () => become({ elsewhere: true }),
  here: () => become({ elsewhere: false, sessionEnded: false }),
  storeFailed: (error: CallError) => become({ storeError: error }),
  storeRecovered: () => become({ storeError: null }),
  rescuing: () => become({ rescuing: true }),
  rescued: () => become({ rescuing: false }),
  sessionEnded: () => become({ sessionEnded: true }),
  sessionRenewed: () => become({ sessionEnded: false, locking: false }),
  locking: () => become({ locking: true }),
  clockRefused: () => become({ clockRefused: true }),
  /** The status says what of it is true. */
  clockAsked: (doubted: boolean) => become({ clockRefused: false, ...(doubted ? {} : { lookingOnly: false }) }),
  lookOnly: (lookingOnly: boolean) => become({ lookingOnly }),
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHealth = (): Health => useSyncExternalStore(subscribe, () => current);
