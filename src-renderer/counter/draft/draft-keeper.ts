/** Keeps a form's typed content in the store: at every pause, when a field is left, and when the page goes away. */
import type { DraftContent } from "../../../src-shared/domain/case.ts";

export type DraftStatus =
  | { readonly kind: "untouched" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "failed"; readonly error: unknown };

/** Stores the content and tells when it was stored (ISO instant of the host). */
export type SaveDraft = (content: DraftContent, leaving: boolean) => Promise<string>;

export const PAUSE_MILLISECONDS = 400;
const RETRY_MILLISECONDS = 3_000;

export class DraftKeeper {
  readonly #save: SaveDraft;
  #status: DraftStatus;
  #dirty: DraftContent | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | null = null;
  #closed = false;
  readonly #listeners = new Set<() => void>();

  constructor(save: SaveDraft, savedAt: string | null) {
    this.#save = save;
    this.#status = savedAt === null ? { kind: "untouched" } : { kind: "saved", at: savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly status = (): DraftStatus => this.#status;

  /** The form has changed; it is stored after a pause in typing. */
  changed(content: DraftContent): void {
    if (this.#closed) return;
    this.#dirty = content;
    this.#become({ kind: "waiting" });
    this.#schedule(PAUSE_MILLISECONDS);
  }

  /** Stores now what is not stored yet. Resolves when nothing is left to store, or when storing has failed. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#inFlight && !leaving) await this.#inFlight;
    if (this.#dirty === null || this.#closed) return;
    const running = this.#write(this.#dirty, leaving);
    this.#inFlight = running;
    await running;
    if (this.#inFlight === running) this.#inFlight = null;
  }

  /** The form has been submitted or discarded: nothing may bring it back. Resolves when no save is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#dirty = null;
    clearTimeout(this.#timer);
    await this.#inFlight;
  }

  /** A submission failed after all: the form goes on. */
  reopen(content: DraftContent): void {
    this.#closed = false;
    this.changed(content);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #write(content: DraftContent, leaving: boolean): Promise<void> {
    this.#dirty = null;
    this.#become({ kind: "saving" });
    try {
      const at = await this.#save(content, leaving);
      if (this.#dirty === null) this.#become({ kind: "saved", at });
    } catch (error) {
      this.#dirty ??= content; // unless something newer has been typed meanwhile
      this.#become({ kind: "failed", error });
      if (!this.#closed) this.#schedule(RETRY_MILLISECONDS);
    }
  }

  #become(status: DraftStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
