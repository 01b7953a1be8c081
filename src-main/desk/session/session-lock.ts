/** A session is locked by its clerk, by itself when nobody has done anything for as long as the settings say, and by the end of the program. */
import type { Clock } from "../../clock.ts";
import type { LockedBy } from "../../../src-shared/contract/index.ts";
import type { Connection } from "../frame/handlers.ts";
import { officeSettings } from "../office/settings.ts";
import type { DeskTools } from "../frame/tools.ts";

export function noteActivity(clock: Clock, connection: Connection): void {
  connection.active = clock.elapsed();
}

type Tools = Pick<DeskTools, "store" | "clock" | "safe">;

/** The audit keeps who or what locked it; the end of a shift is a time for a backup. */
export function lockSession({ store, clock, safe }: Tools, connection: Connection, clerkId: string, by: LockedBy): void {
  connection.locked = true;
  // nothing can be written while the clock is doubted; a screen is hidden all the same
  if (store.clock.doubt() === null) {
    store.audit.record(
      { operation: "session.lock", clerkId, at: clock.now(), requestId: null },
      { subject: clerkId, detail: { by } },
    );
  }
  safe?.backups.shiftEnded();
}

/** Locks the session of `clerkId` when its time is over. */
export function lockWhenIdle(tools: Tools, connection: Connection, clerkId: string): void {
  if (connection.locked || connection.active === null) return;
  const { clock, store } = tools;
  if (clock.elapsed() - connection.active < officeSettings(store).lockAfterMinutes * 60_000) return;
  lockSession(tools, connection, clerkId, "idle");
}
