import { useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, type ReactNode } from "react";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { call } from "../calls/client.ts";
import { keyOf, useCall } from "../calls/queries.ts";
import { health } from "../calls/health.ts";
import { openWork } from "./open-work.ts";

export const SESSION_KEY = keyOf("session.status", {});

/** The status is asked for again now and then, so that `today` follows midnight. */
export function useSessionStatus() {
  return useCall("session.status", {}, { refetchInterval: 60_000 });
}

/** Asks for the status at once; `undefined` when no answer came, which `health` tells. */
export function useAskStatus(): () => Promise<SessionStatus | undefined> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.refetchQueries({ queryKey: SESSION_KEY });
    return client.getQueryData<SessionStatus>(SESSION_KEY);
  }, [client]);
}

export interface Session extends SessionStatus {
  readonly clerk: ClerkIdentity;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside a signed-in frame");
  return session;
}

/** Nothing of a former clerk's data stays in memory. */
function useForget(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.cancelQueries();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  }, [client]);
}

/** Called after login, setup or unlocking: asks for everything anew. Another clerk than before starts at the first screen. */
export function useEnter(): (clerk: ClerkIdentity) => Promise<void> {
  const client = useQueryClient();
  const forget = useForget();
  return useCallback(
    async ({ id }) => {
      if (!openWork.isOf(id)) {
        openWork.belongsTo(id);
        await forget();
        window.location.hash = "/";
      }
      openWork.belongsTo(id);
      await client.refetchQueries({ queryKey: SESSION_KEY });
      health.sessionRenewed();
      await client.invalidateQueries();
    },
    [client, forget],
  );
}

/** The session has ended, by this page's doing. */
export function useLeave(): () => Promise<void> {
  const client = useQueryClient();
  const forget = useForget();
  return useCallback(async () => {
    await forget();
    await client.refetchQueries({ queryKey: SESSION_KEY });
    health.sessionRenewed();
  }, [client, forget]);
}

export function useSignOut(): () => Promise<void> {
  const leave = useLeave();
  return useCallback(async () => {
    await openWork.store();
    await call("session.logout", {});
    await leave();
  }, [leave]);
}

/** Hides the screen at once; the forms below stay as they are, and what has been typed is stored before. */
export function useLock(): (by: "clerk" | "idle") => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (by) => {
      health.locking();
      await openWork.store();
      // without an answer the screen stays hidden all the same; `health` tells that the host is gone
      await call("session.lock", { by }).catch(() => undefined);
      await client.refetchQueries({ queryKey: SESSION_KEY });
    },
    [client],
  );
}
