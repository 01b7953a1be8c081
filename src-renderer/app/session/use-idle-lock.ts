import { useEffect, useRef } from "react";
import { call } from "../calls/client.ts";
import { IdleWatch } from "./idle-watch.ts";

const TICK_SECONDS = 5;
const ACTS = ["pointerdown", "pointermove", "keydown", "wheel", "input"] as const;

/** Locks when nobody has touched keyboard or mouse for so many minutes. Screens that ask by themselves do not count. */
export function useIdleLock(lockAfterMinutes: number, resting: boolean, lock: () => void): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    if (resting) return;
    const watch = new IdleWatch(lockAfterMinutes, {
      lock: () => latest.current(),
      // any call that is no passive one; a failure shows in `health`
      keepAlive: () => void call("office.get", {}).catch(() => undefined),
    });
    const act = (): void => watch.act();
    const timer = setInterval(() => watch.pass(TICK_SECONDS), TICK_SECONDS * 1_000);
    for (const name of ACTS) window.addEventListener(name, act, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTS) window.removeEventListener(name, act, { capture: true });
    };
  }, [lockAfterMinutes, resting]);
}
