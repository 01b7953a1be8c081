import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, type ReactNode } from "react";
import type { SessionStatus } from "../../src-shared/contract/views.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import { call } from "./client.ts";
import { health } from "./health.ts";

export const SESSION_KEY = ["session.status"] as const;

/** The status is asked for again now and then, so that `today` follows midnight. */
export function useSessionStatus() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: () => call("session.status", {}), refetchInterval: 60_000 });
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

/** Called after login or setup: asks for everything anew under the new session. */
export function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.refetchQueries({ queryKey: SESSION_KEY });
    health.sessionRenewed();
    await client.invalidateQueries();
  }, [client]);
}

/** Ends the session on purpose; nothing of the former clerk's data stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call("session.logout", {});
    await client.cancelQueries();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
    await client.refetchQueries({ queryKey: SESSION_KEY });
    health.sessionRenewed();
  }, [client]);
}
