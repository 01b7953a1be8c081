/** A session locks by itself when nobody has done anything for as long as the office's settings say. */
import type { Clock } from "../clock.ts";
import type { Connection } from "./handlers.ts";
import { officeSettings } from "./settings.ts";
import type { DeskTools } from "./tools.ts";

export function noteActivity(clock: Clock, connection: Connection): void {
  connection.active = { elapsed: clock.elapsed(), at: clock.now() };
}

/** Locks the session of `clerkId` when its time is over; the audit keeps it. */
export function lockWhenIdle(tools: Pick<DeskTools, "store" | "clock" | "safe">, connection: Connection, clerkId: string): void {
  if (connection.locked || connection.active === null) return;
  const { elapsed, at } = connection.active;
  const { clock, store } = tools;
  const idle = Math.max(clock.elapsed() - elapsed, Date.parse(clock.now()) - Date.parse(at));
  if (idle < officeSettings(store).lockAfterMinutes * 60_000) return;
  connection.locked = true;
  store.audit.record(
    { operation: "session.lock", clerkId, at: clock.now(), requestId: null },
    { subject: clerkId, detail: { by: "idle" } },
  );
  tools.safe?.backups.shiftEnded();
}
