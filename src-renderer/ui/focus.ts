/** The palette that led to a page closes while the page comes up; nobody opens and leaves a dialog faster than this. */
const TRY_AGAIN_MILLISECONDS = 80;
const MOST_TRIES = 10;

/**
 * A page that has loaded takes the focus, unless the clerk has opened a dialog by then.
 * @returns gives up; for the cleanup of an effect
 */
export function focusWhenFree(find: () => HTMLElement | null | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (left: number): void => {
    const inDialog = document.activeElement?.closest('[role="dialog"]') ?? null;
    if (inDialog === null) find()?.focus({ preventScroll: true });
    else if (left > 0) timer = setTimeout(() => attempt(left - 1), TRY_AGAIN_MILLISECONDS);
  };
  attempt(MOST_TRIES);
  return () => clearTimeout(timer);
}
