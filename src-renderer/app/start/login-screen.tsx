import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useEffect, useState, type SubmitEvent } from "react";
import type { SessionStatus } from "../../../src-shared/contract/views.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { CallFailed, call } from "../client.ts";
import { useEnter } from "../session.tsx";
import { text } from "../text.ts";
import { StartLayout } from "./start-layout.tsx";

/** Counts down to the moment from which the next try counts. */
function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}

/** @param again the session ended below a screen that is still mounted */
export function LoginScreen({ status, again = false }: { readonly status: SessionStatus; readonly again?: boolean }) {
  const enter = useEnter();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    setBusy(true);
    setError(null);
    try {
      await call("session.login", { login: login.trim(), password });
      await enter();
    } catch (failure) {
      setError(failure);
      setPassword("");
      if (failure instanceof CallFailed) setWait(Math.ceil(failure.error.retryAfterSeconds ?? 0));
    } finally {
      setBusy(false);
    }
  };

  return (
    <StartLayout title={again ? text.login.title : (status.office?.name ?? text.login.title)}>
      {again ? <p className="start-lead">{text.login.again}</p> : null}
      <form onSubmit={(event) => void submit(event)} className="start-form" aria-label={text.login.title}>
        <TextInput
          label={text.login.login}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          label={text.login.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
        />
        {error === null ? null : <ErrorNotice error={error} />}
        <Button type="submit" size="md" loading={busy} disabled={wait > 0} fullWidth>
          {wait > 0 ? text.login.wait(wait) : text.login.submit}
        </Button>
        {status.demo ? (
          <div className="start-demo">
            <span>
              {text.login.demo}：<code>{text.login.demoAccount}</code> / <code>{text.login.demoPassword}</code>
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setLogin(text.login.demoAccount);
                setPassword(text.login.demoPassword);
              }}
            >
              {text.login.demoFill}
            </Button>
          </div>
        ) : null}
        {again ? <p className="start-note">{text.login.otherClerk}</p> : null}
      </form>
    </StartLayout>
  );
}
