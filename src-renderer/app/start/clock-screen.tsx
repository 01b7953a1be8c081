/** The machine's clock is doubted: it is set right, or an administrator says that it is right. Nothing is written until then. */
import { Button, PasswordInput, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { ClockDoubt, SessionStatus } from "../../../src-shared/contract/session.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { call } from "../calls/client.ts";
import { health } from "../calls/health.ts";
import { openWork } from "../session/open-work.ts";
import { useAskStatus } from "../session/session.tsx";
import { text as appText } from "../text.ts";
import { StartLayout } from "./start-layout.tsx";
import styles from "./clock-screen.module.css";
import { useTries } from "./use-tries.ts";

const text = appText.clock;
const MINUTE_MS = 60_000;

/** About how far: both times stand below. */
function away({ now, stored }: ClockDoubt): string {
  const minutes = Math.abs(Date.parse(now) - Date.parse(stored)) / MINUTE_MS;
  if (minutes < 60) return text.minutes(Math.round(minutes));
  return minutes < 24 * 60 ? text.hours(Math.round(minutes / 60)) : text.days(Math.round(minutes / (24 * 60)));
}

/** @param mayLook somebody is signed in, and may look at what is there meanwhile */
export function ClockScreen({
  status,
  doubt,
  mayLook = false,
}: {
  readonly status: SessionStatus;
  readonly doubt: ClockDoubt;
  readonly mayLook?: boolean;
}) {
  const askStatus = useAskStatus();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [checking, setChecking] = useState(false);
  const [still, setStill] = useState(false);
  const { attempt, busy, error, wait } = useTries();

  /** What was typed meanwhile is stored as soon as it can be. */
  const ask = async (): Promise<boolean> => {
    const isRight = (await askStatus())?.clockDoubt === null;
    if (isRight) void openWork.store();
    return isRight;
  };
  const check = async (): Promise<void> => {
    setChecking(true);
    setStill(!(await ask()));
    setChecking(false);
  };
  const confirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const came = await attempt(async () => {
      await call("clock.confirm", { login: login.trim(), password });
      await ask();
    });
    if (came === "failed") setPassword("");
  };

  return (
    <StartLayout title={text.title} lead={text[doubt.kind](away(doubt))} wide demo={status.demo}>
      <dl className={`${styles["times"]} tabular`}>
        <dt>{text.now}</dt>
        <dd>{dayAndTime(doubt.now)}</dd>
        <dt>{text.stored}</dt>
        <dd>{dayAndTime(doubt.stored)}</dd>
      </dl>
      <Text size="xs" c="dimmed">
        {text.why}
      </Text>
      <SimpleGrid cols={2} spacing="xl">
        <section className={styles["way"]} aria-label={text.check}>
          <p>{text.wrong}</p>
          <Button size="md" loading={checking} onClick={() => void check()} autoFocus>
            {text.check}
          </Button>
          {still ? (
            <p className={styles["still"]} role="alert">
              {text.still}
            </p>
          ) : null}
          {mayLook ? (
            <Button size="md" variant="default" onClick={() => health.lookOnly(true)}>
              {text.look}
            </Button>
          ) : null}
        </section>
        <form onSubmit={(event) => void confirm(event)} className={styles["way"]} aria-label={text.confirm}>
          <p>{text.right}</p>
          <TextInput
            label={text.login}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={text.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          {error === null ? null : <ErrorNotice error={error} />}
          <Button type="submit" variant="default" loading={busy} disabled={wait > 0}>
            {wait > 0 ? appText.login.wait(wait) : text.confirm}
          </Button>
        </form>
      </SimpleGrid>
    </StartLayout>
  );
}
