import { RouterProvider } from "@tanstack/react-router";
import { Loader } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { SessionStatus } from "../../src-shared/contract/views.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { useCommands, type Command } from "./commands.tsx";
import { StoreFailure } from "./failures.tsx";
import { useHealth } from "./health.ts";
import { router } from "./router.tsx";
import { SessionProvider, useSessionStatus } from "./session.tsx";
import { LoginScreen } from "./start/login-screen.tsx";
import { SetupScreen } from "./start/setup-screen.tsx";
import { StartLayout } from "./start/start-layout.tsx";
import { text } from "./text.ts";

/**
 * Setup, login or the frame. When a session ends by itself the frame stays mounted below the login screen,
 * so that the form the clerk was filling in goes on where it was.
 */
export function App() {
  const { storeError, sessionEnded } = useHealth();
  const status = useSessionStatus();
  const lastClerk = useRef<ClerkIdentity | null>(null);

  const clerk = status.data?.clerk ?? null;
  const interrupted = sessionEnded && clerk === null ? lastClerk.current : null;
  useEffect(() => {
    if (clerk !== null) lastClerk.current = clerk;
    else if (!sessionEnded) lastClerk.current = null;
  }, [clerk, sessionEnded]);

  const shownClerk = clerk ?? interrupted;
  const loginAgain = sessionEnded && status.data !== undefined && shownClerk !== null;
  return (
    <>
      <div className="app" inert={loginAgain || storeError !== null}>
        {status.data === undefined ? (
          <StartLayout title={text.product}>
            {status.error ? <ErrorNotice error={status.error} onRetry={() => void status.refetch()} /> : <Loader />}
          </StartLayout>
        ) : status.data.needsSetup ? (
          <SetupScreen status={status.data} />
        ) : shownClerk === null ? (
          <LoginScreen status={status.data} />
        ) : (
          <SessionProvider key={shownClerk.id} session={{ ...status.data, clerk: shownClerk }}>
            <RouterProvider router={router} />
          </SessionProvider>
        )}
      </div>
      {loginAgain ? <LoginOver status={status.data} /> : null}
      {storeError === null ? null : <StoreFailure error={storeError} />}
    </>
  );
}

const NO_COMMANDS: readonly Command[] = [];

/** Login over the screen that is still there; its commands wait. */
function LoginOver({ status }: { readonly status: SessionStatus }) {
  useCommands(NO_COMMANDS, { modal: true });
  return (
    <div className="login-over" role="dialog" aria-modal="true" aria-label={text.login.title}>
      <LoginScreen status={status} again />
    </div>
  );
}
