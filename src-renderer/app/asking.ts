/** Calls that wait for a word why: asked here, answered in the dialog of the frame. */
import { useSyncExternalStore } from "react";

export interface Asking {
  /** Why a reason is wanted, as the host says it. */
  readonly message: string;
  readonly answer: (reason: string | null) => void;
}

let waiting: readonly Asking[] = [];
const listeners = new Set<() => void>();

function become(next: readonly Asking[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Resolves to what was typed; `null` when the dialog was closed, and where there is none. */
export function askReason(message: string): Promise<string | null> {
  if (listeners.size === 0) return Promise.resolve(null);
  return new Promise((resolve) => {
    const asking: Asking = {
      message,
      answer: (reason) => {
        become(waiting.filter((one) => one !== asking));
        resolve(reason);
      },
    };
    become([...waiting, asking]);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The call that has waited longest. */
export const useAsking = (): Asking | undefined => useSyncExternalStore(subscribe, () => waiting[0]);
