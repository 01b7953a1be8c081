/** What a backup holds and what would be lost; an administrator of that backup confirms, and it takes the store's place. */
import { Button, Group, PasswordInput, Progress, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { BackupView } from "../../src-shared/contract/safety.ts";
import { SHORTEST_REASON } from "../../src-shared/contract/define.ts";
import { useCall } from "../app/calls/queries.ts";
import { secondsToWait, useCountdown } from "../app/start/use-tries.ts";
import { useAct } from "../ui/calls/act.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { RestorePlanView } from "../ui/backups/restore-plan.tsx";
import type { Settle } from "./rescue-page.tsx";
import { rescueText } from "./rescue-text.ts";
import { DialogForm } from "../ui/dialogs/dialog-form.tsx";
import { FieldBox } from "../ui/dialogs/field-box.tsx";
import { Reading } from "../ui/page/reading.tsx";

const text = rescueText.restore;
const LOOK_EVERY_MS = 500;

export function RescueRestoreDialog({
  backup: { folder, name, at },
  recoveryCode,
  aside,
  settle,
  onClose,
}: {
  readonly backup: BackupView;
  readonly recoveryCode: string | null;
  /** What becomes of the present data; `null` where there are none. */
  readonly aside: string | null;
  readonly settle: Settle;
  readonly onClose: () => void;
}) {
  const plan = useCall("rescue.inspect", { folder, name, recoveryCode }, { gcTime: 0, retry: false });
  const restore = useAct("rescue.restore");
  const [who, setWho] = useState({ login: "", password: "", reason: "" });
  const [asked, setAsked] = useState(false);
  const [wait, setWait] = useCountdown();
  const isReady = plan.data?.sound === true && !plan.data.otherKey;
  const isFilled = who.login.trim() !== "" && who.password !== "" && who.reason.trim().length >= SHORTEST_REASON;

  const run = async (): Promise<void> => {
    setAsked(true);
    if (!isReady || !isFilled || wait > 0) return;
    const view = await restore.run({ folder, name, recoveryCode, ...who });
    if (view === undefined) return;
    onClose();
    await settle(view, text.done);
  };
  const { error } = restore;
  useEffect(() => {
    if (error === null) return;
    setWho((given) => ({ ...given, password: "" }));
    setWait(secondsToWait(error));
  }, [error, setWait]);
  const close = (): void => {
    if (!restore.running) onClose();
  };
  const field = (which: keyof typeof who) => ({
    label: text.confirm[which],
    value: who[which],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setWho({ ...who, [which]: event.currentTarget.value }),
  });

  return (
    <Dialog
      title={text.planTitle(dayAndTime(at))}
      onClose={close}
      size={760}
      commands={[{ id: "rescue-restore", label: text.confirm.run, key: "F9", run: () => void run(), disabled: !isReady }]}
    >
      {restore.running ? (
        <Restoring />
      ) : (
        <DialogForm
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          {plan.error ? <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} /> : null}
          {plan.isFetching ? <Reading>{text.reading}</Reading> : null}
          {plan.data === undefined ? null : <RestorePlanView plan={plan.data} aside={aside} />}
          {isReady ? (
            <FieldBox legend={text.confirm.title} lead={text.confirm.lead} cols={3}>
              <TextInput {...field("login")} autoComplete="username" maxLength={40} data-autofocus />
              <PasswordInput {...field("password")} autoComplete="current-password" maxLength={200} />
              <TextInput {...field("reason")} autoComplete="off" maxLength={200} />
            </FieldBox>
          ) : null}
          {isReady && asked && !isFilled && error === null ? (
            <Text size="sm" c="var(--bad)">
              {text.confirm.needed}
            </Text>
          ) : null}
          {error === null ? null : <ErrorNotice error={error} />}
          <Group gap="xs">
            {isReady ? (
              <Button type="submit" color="red" disabled={wait > 0} rightSection={<KeyHint name="F9" />}>
                {wait > 0 ? rescueText.unlock.wait(wait) : text.confirm.run}
              </Button>
            ) : null}
            <Button variant="default" onClick={close} rightSection={<KeyHint name="Escape" />}>
              {text.back}
            </Button>
          </Group>
        </DialogForm>
      )}
    </Dialog>
  );
}

/** The host tells how far it is. */
function Restoring() {
  // apart from the page's own: that one takes the end of it for another window's doing
  const status = useCall(
    "rescue.status",
    {},
    { apart: "progress", refetchInterval: LOOK_EVERY_MS, staleTime: 0, gcTime: 0, retry: false },
  );
  const progress = status.data?.restoring ?? null;
  return (
    <Stack gap="sm" py="xl" px="xs" role="status">
      <p>
        <strong>{progress === null ? text.starting : text.steps[progress.step]}</strong>
      </p>
      <Progress
        value={progress === null || progress.total === 0 ? 0 : Math.round((100 * progress.done) / progress.total)}
        animated={progress?.step !== "reading"}
        aria-label={text.planTitle("")}
      />
      <Text size="sm" c="dimmed">
        {text.doNotClose}
      </Text>
    </Stack>
  );
}
