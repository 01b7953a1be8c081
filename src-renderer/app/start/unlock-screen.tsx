import { Button, Group, PasswordInput, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { call } from "../calls/client.ts";
import { openWork } from "../session/open-work.ts";
import { useEnter } from "../session/session.tsx";
import { text } from "../text.ts";
import { LoginScreen } from "./login-screen.tsx";
import { StartForm } from "./start-form.tsx";
import { StartLayout } from "./start-layout.tsx";
import { useTries } from "./use-tries.ts";

/** The clerk's password opens the session again; somebody else signs in instead. */
export function UnlockScreen({ status, clerk }: { readonly status: SessionStatus; readonly clerk: ClerkIdentity }) {
  const enter = useEnter();
  const [other, setOther] = useState(false);
  const [password, setPassword] = useState("");
  const { attempt, busy, error, wait } = useTries();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const came = await attempt(async () => {
      await enter(await call("session.unlock", { password }));
      void openWork.store();
    });
    if (came === "failed") setPassword("");
  };

  if (other) return <LoginScreen status={status} lead={text.lock.other(clerk.name)} onBack={() => setOther(false)} />;
  return (
    <StartLayout title={text.lock.title} demo={status.demo}>
      <Text mt={4}>{text.lock.lead}</Text>
      <StartForm onSubmit={(event) => void submit(event)} noValidate={false} aria-label={text.lock.title}>
        <Group gap="xs" px="sm" py="xs" bg="var(--tint)">
          <IconLock size={20} stroke={1.7} aria-hidden />
          <strong>{clerk.name}</strong>
          <span>{ROLE_LABELS[clerk.role]}</span>
        </Group>
        <input type="text" value={clerk.login} autoComplete="username" readOnly hidden />
        <PasswordInput
          label={text.login.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          autoFocus
        />
        {error === null ? null : <ErrorNotice error={error} />}
        <Button type="submit" size="md" loading={busy} disabled={wait > 0} fullWidth>
          {wait > 0 ? text.login.wait(wait) : text.lock.unlock}
        </Button>
        <Button variant="subtle" onClick={() => setOther(true)}>
          {text.lock.otherClerk}
        </Button>
      </StartForm>
    </StartLayout>
  );
}
