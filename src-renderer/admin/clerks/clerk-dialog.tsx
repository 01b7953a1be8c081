import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ClerkView, NewClerkView } from "../../../src-shared/contract/office.ts";
import { useSession } from "../../app/session/session.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { ReasonDialog } from "../../ui/dialogs/reason-dialog.tsx";
import { clerksText as text } from "./clerks-text.ts";
import { OpenWorkDialog } from "./open-work.tsx";
import { FieldWithAct, RoleForm } from "./role-form.tsx";

const told = (message: string) => notifications.show({ message, color: "pine" });

/** One person: name, role, password, and whether they may sign in. */
export function ClerkDialog({
  clerk,
  onPassword,
  onClose,
}: {
  readonly clerk: ClerkView;
  readonly onPassword: (made: NewClerkView) => void;
  readonly onClose: () => void;
}) {
  const isSelf = useSession().clerk.id === clerk.id;
  const rename = useAct("clerks.rename");
  const [name, setName] = useState(clerk.name);
  const [next, setNext] = useState<"reset" | "active" | "left" | null>(null);
  const nameBad = name.trim().length < 2;

  if (next === "reset") return <ResetDialog clerk={clerk} onPassword={onPassword} onClose={() => setNext(null)} />;
  if (next === "active") {
    const changed = (active: boolean): void => {
      if (active) onClose();
      else setNext("left");
    };
    return <ActiveDialog clerk={clerk} onChanged={changed} onClose={() => setNext(null)} />;
  }
  if (next === "left") return <OpenWorkDialog clerk={clerk} onClose={onClose} />;
  const saveName = async (): Promise<void> => {
    if (nameBad || (await rename.run({ id: clerk.id, name: name.trim() })) === undefined) return;
    told(text.dialog.renamed);
  };
  return (
    <Dialog title={`${clerk.name}（${clerk.login}）`} onClose={onClose} size={480}>
      <Stack gap="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void saveName();
          }}
        >
          <FieldWithAct>
            <TextInput
              label={text.form.name}
              value={name}
              maxLength={40}
              autoComplete="off"
              data-autofocus
              error={nameBad ? text.form.nameBad : undefined}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={rename.running} disabled={name.trim() === clerk.name || nameBad}>
              {text.dialog.rename}
            </Button>
          </FieldWithAct>
        </form>
        {rename.error === null ? null : <ErrorNotice error={rename.error} />}
        <RoleForm
          key={JSON.stringify(clerk.acting)}
          clerk={clerk}
          disabled={isSelf}
          onChanged={() => told(text.dialog.roleChanged)}
        />
        {isSelf ? (
          <Text size="sm" c="dimmed">
            {text.dialog.own}
          </Text>
        ) : null}
        <Group gap="xs">
          {isSelf ? null : (
            <>
              <Button variant="default" onClick={() => setNext("reset")}>
                {text.dialog.reset}
              </Button>
              <Button variant="default" color={clerk.active ? "red" : "pine"} onClick={() => setNext("active")}>
                {clerk.active ? text.dialog.off : text.dialog.on}
              </Button>
            </>
          )}
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.dialog.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function ResetDialog({
  clerk,
  onPassword,
  onClose,
}: {
  readonly clerk: ClerkView;
  readonly onPassword: (made: NewClerkView) => void;
  readonly onClose: () => void;
}) {
  const reset = useAct("clerks.resetPassword");
  const run = (): void => void reset.run({ id: clerk.id }).then((made) => (made === undefined ? undefined : onPassword(made)));
  return (
    <Dialog
      title={text.reset.title(clerk.name)}
      onClose={onClose}
      size={480}
      commands={[{ id: "confirm", label: text.reset.confirm, key: "F9", run }]}
    >
      <Stack gap="sm">
        <p>{text.reset.body}</p>
        {reset.error === null ? null : <ErrorNotice error={reset.error} />}
        <Group gap="xs">
          <Button data-autofocus loading={reset.running} onClick={run} rightSection={<KeyHint name="F9" />}>
            {text.reset.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.reset.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function ActiveDialog({
  clerk,
  onChanged,
  onClose,
}: {
  readonly clerk: ClerkView;
  /** With what they are now. */
  readonly onChanged: (active: boolean) => void;
  readonly onClose: () => void;
}) {
  const setActive = useAct("clerks.setActive");
  const words = text.active;
  const active = !clerk.active;
  const confirm = async (reason: string): Promise<void> => {
    if ((await setActive.run({ id: clerk.id, active, reason })) === undefined) return;
    told(words.done(clerk.name, active));
    onChanged(active);
  };
  return (
    <ReasonDialog
      title={active ? words.onTitle(clerk.name) : words.offTitle(clerk.name)}
      body={active ? words.onBody : words.offBody}
      label={words.reason}
      needed={words.needed}
      confirm={active ? text.dialog.on : text.dialog.off}
      keep={words.keep}
      danger={!active}
      running={setActive.running}
      error={setActive.error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  );
}
