/** Calls that wait for something that only somebody at the screen can say: asked here, answered in a dialog of the frame. */
import { useSyncExternalStore } from "react";
import type { CallInput } from "../../../src-shared/contract/calls.ts";

/** Who stands by an act that takes two. */
export type StandsBy = NonNullable<CallInput<"clerks.confirm">["second"]>;

interface Waiting<What extends string, Answer> {
  readonly what: What;
  /** Why it is asked, as the host says it. */
  readonly message: string;
  readonly answer: (answer: Answer | null) => void;
}
type AskingWhy = Waiting<"reason", string>;
export type AskingSecond = Waiting<"second", StandsBy>;
export type Asking = AskingWhy | AskingSecond;

let waiting: readonly Asking[] = [];
const listeners = new Set<() => void>();

function become(next: readonly Asking[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Resolves to the answer; `null` when the dialog was closed, and where there is none. */
function answerTo<Answer>(asking: (answer: (answer: Answer | null) => void) => Asking): Promise<Answer | null> {
  if (listeners.size === 0) return Promise.resolve(null);
  return new Promise((resolve) => {
    const one = asking((answer) => {
      become(waiting.filter((other) => other !== one));
      resolve(answer);
    });
    become([...waiting, one]);
  });
}

export const askReason = (message: string): Promise<string | null> =>
  answerTo<string>((answer) => ({ what: "reason", message, answer }));

export const askSecond = (message: string): Promise<StandsBy | null> =>
  answerTo<StandsBy>((answer) => ({ what: "second", message, answer }));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The call that has waited longest. */
export const useAsking = (): Asking | undefined => useSyncExternalStore(subscribe, () => waiting[0]);
