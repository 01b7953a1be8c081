import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { RevealedNumber } from "../../src-shared/contract/people.ts";
import { DOCUMENT_NAMES, NUMBER_NAMES } from "../../src-shared/text/identity.ts";
import { useAct } from "../ui/calls/act.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { ReasonDialog } from "../ui/dialogs/reason-dialog.tsx";
import { text } from "./text.ts";
import { Facts } from "../ui/page/facts.tsx";

/** Asks why, then shows the full number until the dialog is closed. Nothing of it is kept. */
export function RevealDialog({
  personId,
  name,
  onClose,
}: {
  readonly personId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const reveal = useAct("people.reveal");
  const [shown, setShown] = useState<RevealedNumber | null>(null);
  if (shown === null) {
    return (
      <ReasonDialog
        title={text.reveal.title(name)}
        body={text.reveal.body}
        label={text.reveal.reason}
        needed={text.reveal.needed}
        confirm={text.reveal.confirm}
        keep={text.reveal.keep}
        running={reveal.running}
        error={reveal.error}
        onConfirm={(reason) =>
          void reveal.run({ id: personId, reason }).then((found) => (found === undefined ? undefined : setShown(found)))
        }
        onClose={onClose}
      />
    );
  }
  const copy = (): void =>
    void navigator.clipboard
      .writeText(shown.identityNumber)
      .then(() => notifications.show({ message: text.reveal.copied, color: "pine" }));
  return (
    <Dialog title={name} onClose={onClose} size={480}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {text.reveal.shown}
        </Text>
        <Facts>
          <dt>{NUMBER_NAMES[shown.identityKind]}</dt>
          <dd className="mono">{shown.identityNumber === "" ? DOCUMENT_NAMES.none : shown.identityNumber}</dd>
          <dt>{text.page.phone}</dt>
          <dd className="mono">{shown.phone === "" ? text.page.none : shown.phone}</dd>
        </Facts>
        <Group gap="xs">
          <Button data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.reveal.close}
          </Button>
          <Button variant="default" leftSection={<IconCopy size={17} stroke={1.6} aria-hidden />} onClick={copy}>
            {text.reveal.copy}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
