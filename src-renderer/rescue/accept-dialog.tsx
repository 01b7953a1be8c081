/** A store that is older than its backups is used all the same: the administrator says so, with the recovery code. */
import { Button, Group, PasswordInput, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { SHORTEST_REASON } from "../../src-shared/contract/define.ts";
import { secondsToWait, useCountdown } from "../app/start/use-tries.ts";
import { useAct } from "../ui/calls/act.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import type { Settle } from "./rescue-page.tsx";
import { rescueText } from "./rescue-text.ts";
import { DialogForm } from "../ui/dialogs/dialog-form.tsx";

const { accept: text, restore: words, unlock } = rescueText;

export function AcceptDialog({ settle, onClose }: { readonly settle: Settle; readonly onClose: () => void }) {
  const accept = useAct("rescue.accept");
  const [who, setWho] = useState({ login: "", password: "", reason: "", recoveryCode: "" });
  const [asked, setAsked] = useState(false);
  const [wait, setWait] = useCountdown();
  const isFilled =
    who.login.trim() !== "" &&
    who.password !== "" &&
    who.recoveryCode.trim() !== "" &&
    who.reason.trim().length >= SHORTEST_REASON;
  const { error } = accept;
  useEffect(() => {
    if (error !== null) setWait(secondsToWait(error));
  }, [error, setWait]);
  const run = async (): Promise<void> => {
    setAsked(true);
    if (!isFilled || wait > 0) return;
    const view = await accept.run(who);
    if (view === undefined) return;
    onClose();
    await settle(view, text.done);
  };
  const field = (which: keyof typeof who, label: string) => ({
    label,
    value: who[which],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setWho({ ...who, [which]: event.currentTarget.value }),
  });
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      size={560}
      commands={[{ id: "rescue-accept", label: text.run, key: "F9", run: () => void run() }]}
    >
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{text.body}</p>
        <TextInput {...field("login", words.confirm.login)} autoComplete="username" maxLength={40} data-autofocus />
        <PasswordInput {...field("password", words.confirm.password)} autoComplete="current-password" maxLength={200} />
        <TextInput {...field("recoveryCode", text.code)} autoComplete="off" spellCheck={false} maxLength={200} />
        <TextInput {...field("reason", text.reason)} autoComplete="off" maxLength={200} />
        {asked && !isFilled && error === null ? (
          <Text size="sm" c="var(--bad)">
            {text.needed}
          </Text>
        ) : null}
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button type="submit" color="red" loading={accept.running} disabled={wait > 0} rightSection={<KeyHint name="F9" />}>
            {wait > 0 ? unlock.wait(wait) : text.run}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {words.back}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}
