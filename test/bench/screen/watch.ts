/** What a benchmark measures inside the page, by the page's own clock. */

export interface Answered {
  /** From the key to the call that asks for the new result. */
  readonly asked: number;
  /** From that call to the end of the host's answer. */
  readonly host: number;
  /** From the key to the frame that shows the new result. */
  readonly shown: number;
}

declare global {
  interface Window {
    watch: {
      /** The next key's way to a new result. */
      nextKey(): void;
      answered(): Promise<Answered>;
      /** The time when what has been changed by now is painted. */
      shown(): Promise<number>;
      /** From the address to the frame in which the first page can be used. */
      readonly usable: Promise<number>;
    };
  }
}

/** The result beside a form, and when it is the form's as it stands; earlier checkouts told that by a class. */
export const RESULT = {
  any: '[aria-label="结果"][aria-busy]',
  settled: '[aria-label="结果"][aria-busy=false]:not([data-stale], .result-stale)',
} as const;

/** Runs in every page, before anything else; it stands for itself, as the page has nothing of this module. */
export function giveWatch(selectors: typeof RESULT): void {
  const PATIENCE_MS = 10_000;

  /** What a frame's own callbacks are followed by is layout and paint; what was sent before comes after them. */
  const shown = (): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(performance.now()), { once: true });
        port1.start();
        port2.postMessage(null);
      }),
    );

  /** Resolves at the change of the document, or the move of its focus, after which it is so. */
  const when = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        observer.disconnect();
        removeEventListener("focusin", look);
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      addEventListener("focusin", look);
      look();
    });

  const result = (): Element => document.querySelector(selectors.any)!;
  let answered: Promise<Answered> = Promise.reject(new Error("no key is watched"));
  answered.catch(() => undefined);

  window.watch = {
    shown,
    nextKey() {
      const before = result().textContent;
      performance.clearResourceTimings();
      answered = new Promise((resolve, reject) => {
        setTimeout(reject, PATIENCE_MS, new Error(`no new result within ${PATIENCE_MS} ms`));
        const hear = async ({ timeStamp: pressed }: KeyboardEvent): Promise<void> => {
          await when(() => result().matches(selectors.settled) && result().textContent !== before);
          const end = await shown();
          const call = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).findLast(({ name }) =>
            name.endsWith("/call/counter.evaluate"),
          )!;
          resolve({ asked: call.startTime - pressed, host: call.responseEnd - call.startTime, shown: end - pressed });
        };
        addEventListener("keydown", (event) => void hear(event), { capture: true, once: true });
      });
    },
    answered: () => answered,
    usable: when(
      () => document.querySelector('[id^="matter-"]') !== null && document.activeElement instanceof HTMLInputElement,
    ).then(shown),
  };
}
