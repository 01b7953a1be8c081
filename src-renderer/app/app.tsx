import { RouterProvider } from "@tanstack/react-router";
import { Loader } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { SessionStatus } from "../../src-shared/contract/session.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import { RescuePage } from "../rescue/rescue-page.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Cover } from "./session/cover.tsx";
import { StoreFailure } from "./calls/failures.tsx";
import { health, useHealth, type Health } from "./calls/health.ts";
import { openWork } from "./session/open-work.ts";
import { router } from "./router.tsx";
import { ClockScreen } from "./start/clock-screen.tsx";
import { SessionProvider, useLock, useSessionStatus } from "./session/session.tsx";
import { LoginScreen } from "./start/login-screen.tsx";
import { NewPasswordScreen } from "./start/new-password-screen.tsx";
import { ElsewherePage, OverPage } from "./start/over-page.tsx";
import { SetupScreen } from "./start/setup-screen.tsx";
import { StartLayout } from "./start/start-layout.tsx";
import { UnlockScreen } from "./start/unlock-screen.tsx";
import { useTextScale } from "./session/text-size.ts";
import { text } from "./text.ts";
import { useIdleLock } from "./session/use-idle-lock.ts";

/**
 * Setup, login or the frame. When a session ends by itself or is locked, the frame stays mounted below what covers it,
 * so that the form the clerk was filling in goes on where it was.
 */
export function App() {
  const { storeError, rescuing, sessionEnded, locking, hostChanged, elsewhere, clockRefused, lookingOnly } = useHealth();
  const status = useSessionStatus();
  const lock = useLock();
  const lastClerk = useRef<ClerkIdentity | null>(null);
  /** Whose frame is on screen. */
  const framed = useRef<string | null>(null);

  const clerk = status.data?.clerk ?? null;
  const interrupted = sessionEnded && clerk === null ? lastClerk.current : null;
  const shownClerk = clerk ?? interrupted;
  const cover = status.data && shownClerk ? coverOf(status.data, shownClerk, { sessionEnded, locking, lookingOnly }) : null;
  /** The first administrator still has the recovery code to make: the set-up is over on the host, and not on this page. */
  const [founding, setFounding] = useState(false);
  useEffect(() => {
    if (clerk !== null) lastClerk.current = clerk;
    else if (!sessionEnded) lastClerk.current = null;
  }, [clerk, sessionEnded]);
  useEffect(() => {
    if (shownClerk === null) framed.current = null;
    else if (cover === null) {
      framed.current = shownClerk.id;
      openWork.belongsTo(shownClerk.id);
    }
  });
  const doubted = status.data === undefined ? undefined : status.data.clockDoubt !== null;
  useEffect(() => {
    if (clockRefused) void status.refetch().then(({ data }) => health.clockAsked(data?.clockDoubt !== null));
    else if (doubted === false) health.clockAsked(false);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once for each refusal
  }, [clockRefused, doubted]);
  useIdleLock(status.data?.lockAfterMinutes ?? 1, clerk === null || cover !== null, () => void lock("idle"));
  useTextScale(status.data?.textSize ?? "usual");
  useStatusOnReturn(() => void status.refetch());

  // nothing of what was on it stays on a page that is over
  if (hostChanged) return <OverPage />;
  if (elsewhere) return <ElsewherePage />;
  return (
    <>
      <div className="app">
        {rescuing ? (
          <RescuePage />
        ) : status.data === undefined ? (
          <StartLayout title={text.product}>
            {status.error ? <ErrorNotice error={status.error} onRetry={() => void status.refetch()} /> : <Loader />}
          </StartLayout>
        ) : status.data.needsSetup || founding ? (
          <SetupScreen status={status.data} onFounding={setFounding} />
        ) : shownClerk === null ? (
          status.data.clockDoubt === null ? (
            <LoginScreen status={status.data} />
          ) : (
            <ClockScreen status={status.data} doubt={status.data.clockDoubt} />
          )
        ) : cover === null || framed.current === shownClerk.id ? (
          <SessionProvider key={shownClerk.id} session={{ ...status.data, clerk: shownClerk }}>
            <RouterProvider router={router} />
          </SessionProvider>
        ) : null}
      </div>
      {cover === null ? null : (
        <Cover key={cover.label} label={cover.label}>
          {cover.screen}
        </Cover>
      )}
      {storeError === null ? null : <StoreFailure error={storeError} />}
    </>
  );
}

/** What lies over the frame until somebody shows who they are. */
function coverOf(
  status: SessionStatus,
  clerk: ClerkIdentity,
  { sessionEnded, locking, lookingOnly }: Pick<Health, "sessionEnded" | "locking" | "lookingOnly">,
): { readonly label: string; readonly screen: ReactNode } | null {
  const isHidden = sessionEnded || status.locked || locking;
  // no password can be tried before: what comes of it could not be written down
  if (status.clockDoubt !== null && (isHidden || !lookingOnly)) {
    return {
      label: text.clock.title,
      screen: <ClockScreen status={status} doubt={status.clockDoubt} mayLook={!isHidden && !status.passwordChangeNeeded} />,
    };
  }
  if (sessionEnded) return { label: text.login.title, screen: <LoginScreen status={status} lead={text.login.again} /> };
  if (status.locked || locking) return { label: text.lock.title, screen: <UnlockScreen status={status} clerk={clerk} /> };
  if (status.passwordChangeNeeded)
    return { label: text.password.title, screen: <NewPasswordScreen status={status} clerk={clerk} /> };
  return null;
}

/** A window that comes forward may have been locked meanwhile: by time, or from another one. */
function useStatusOnReturn(ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const returned = (): void => {
      if (document.visibilityState === "visible") latest.current();
    };
    document.addEventListener("visibilitychange", returned);
    return () => document.removeEventListener("visibilitychange", returned);
  }, []);
}
