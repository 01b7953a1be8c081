import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ClerkView } from "../../../src-shared/contract/office.ts";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { clerksText as text } from "./clerks-text.ts";

/** A third one says that the account is the person whose name it bears. */
export function ConfirmClerkDialog({ clerk, onClose }: { readonly clerk: ClerkView; readonly onClose: () => void }) {
  const confirm = useAct("clerks.confirm");
  const words = text.confirming;
  const run = async (): Promise<void> => {
    if ((await confirm.run({ id: clerk.id })) === undefined) return;
    notifications.show({ message: words.done(clerk.name), color: "pine" });
    onClose();
  };
  return (
    <Dialog
      title={words.title(clerk.name, clerk.login)}
      onClose={onClose}
      size={480}
      commands={[{ id: "confirm", label: words.confirm, key: "F9", run: () => void run() }]}
    >
      <Stack gap="sm">
        <p>{words.body}</p>
        {confirm.error === null ? null : <ErrorNotice error={confirm.error} />}
        <Group gap="xs">
          <Button data-autofocus loading={confirm.running} onClick={() => void run()} rightSection={<KeyHint name="F9" />}>
            {words.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {words.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
