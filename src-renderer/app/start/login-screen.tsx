import { Button, Paper, PasswordInput, Text, TextInput } from "@mantine/core";
import { useRef, useState, type SubmitEvent } from "react";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { call } from "../calls/client.ts";
import { useEnter } from "../session/session.tsx";
import { text } from "../text.ts";
import { AdministratorGoneScreen } from "./administrator-gone-screen.tsx";
import { StartForm } from "./start-form.tsx";
import { StartLayout } from "./start-layout.tsx";
import { useTries } from "./use-tries.ts";

/**
 * @param lead why one has to sign in: below lies a screen that is still mounted
 * @param onBack back to where one came from
 */
export function LoginScreen({
  status,
  lead,
  onBack,
}: {
  readonly status: SessionStatus;
  readonly lead?: string;
  readonly onBack?: () => void;
}) {
  const enter = useEnter();
  const [isGone, setIsGone] = useState(false);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const { attempt, busy, error, wait } = useTries();
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const came = await attempt(async () => await enter(await call("session.login", { login: login.trim(), password })));
    if (came === "failed") setPassword("");
  };

  if (isGone) return <AdministratorGoneScreen status={status} onBack={() => setIsGone(false)} />;
  return (
    <StartLayout title={lead === undefined ? (status.office?.name ?? text.login.title) : text.login.title} demo={status.demo}>
      {lead === undefined ? null : <Text mt={4}>{lead}</Text>}
      <StartForm onSubmit={(event) => void submit(event)} noValidate={false} aria-label={text.login.title}>
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
          ref={passwordField}
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
          <Paper withBorder p="xs" bd="1px dashed var(--line-strong)">
            <span>
              {text.login.demo}：<code>{text.login.demoAccount}</code> / <code>{text.login.demoPassword}</code>
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setLogin(text.login.demoAccount);
                setPassword(text.login.demoPassword);
                // Enter signs in from here
                passwordField.current?.focus();
              }}
            >
              {text.login.demoFill}
            </Button>
          </Paper>
        ) : null}
        {lead === undefined ? null : (
          <Text size="xs" c="dimmed">
            {text.login.otherClerk}
          </Text>
        )}
        {lead !== undefined || status.demo ? null : (
          <Button variant="subtle" size="compact-sm" color="gray" onClick={() => setIsGone(true)}>
            {text.administratorGone.open}
          </Button>
        )}
        {onBack === undefined ? null : (
          <Button variant="subtle" onClick={onBack}>
            {text.login.back}
          </Button>
        )}
      </StartForm>
    </StartLayout>
  );
}
