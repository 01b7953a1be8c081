import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { useCarryOut } from "../../app/calls/queries.ts";
import { openWork } from "../../app/session/open-work.ts";
import { useSession } from "../../app/session/session.tsx";
import { DraftKeeper, type DraftStatus } from "./draft-keeper.ts";

/** Saves of forms that have just been left; a form opened again waits for its own. */
const leaving = new Map<string, Promise<void>>();

/** Whether what was typed into the form when it was left is stored. */
export function useDraftSettled(draftId: string): boolean {
  const [settled, setSettled] = useState(() => !leaving.has(draftId));
  useEffect(() => {
    let isHere = true;
    // it may have been stored between the first rendering and now
    void (leaving.get(draftId) ?? Promise.resolve()).then(() => isHere && setSettled(true));
    return () => void (isHere = false);
  }, [draftId]);
  return settled;
}

export interface Draft {
  readonly content: DraftContent;
  change(part: Partial<DraftContent> | ((content: DraftContent) => Partial<DraftContent>)): void;
  readonly status: DraftStatus;
  flush(): Promise<void>;
  close(): Promise<void>;
  reopen(): void;
}

export function useDraft(draftId: string, initial: DraftContent, savedAt: string | null): Draft {
  const carryOut = useCarryOut();
  const clerkId = useSession().clerk.id;
  const [content, setContent] = useState(initial);
  const newest = useRef(initial);
  const [keeper] = useState(
    () =>
      new DraftKeeper(async (typed, isLeaving) => {
        if (!openWork.isOf(clerkId)) throw new Error("another clerk has signed in");
        const stored = await carryOut("drafts.save", { id: draftId, content: typed }, { leaving: isLeaving });
        return stored.updatedAt;
      }, savedAt),
  );
  const status = useSyncExternalStore(keeper.subscribe, keeper.status);

  const change = useCallback<Draft["change"]>(
    (part) => {
      const next = { ...newest.current, ...(typeof part === "function" ? part(newest.current) : part) };
      newest.current = next;
      setContent(next);
      keeper.changed(next);
    },
    [keeper],
  );

  useEffect(() => {
    const leave = (): void => void keeper.flush(true);
    const hide = (): void => {
      if (document.visibilityState === "hidden") leave();
    };
    window.addEventListener("beforeunload", leave);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    const takeOff = openWork.add(() => keeper.flush());
    return () => {
      takeOff();
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      // the form of a clerk who locked the screen ends with what was stored then
      if (!openWork.isOf(clerkId)) return void keeper.close();
      const last = keeper.flush().finally(() => leaving.delete(draftId));
      leaving.set(draftId, last);
    };
  }, [keeper, draftId, clerkId]);

  return {
    content,
    change,
    status,
    flush: useCallback(() => keeper.flush(), [keeper]),
    close: useCallback(() => keeper.close(), [keeper]),
    reopen: useCallback(() => keeper.reopen(newest.current), [keeper]),
  };
}
