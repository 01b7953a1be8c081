/** An administrator was made where none was there any more: everybody sees it until a third person has confirmed it. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconUserExclamation } from "@tabler/icons-react";
import { useState } from "react";
import type { AdministratorToConfirm } from "../../../src-shared/contract/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useSession } from "../session/session.tsx";
import { text as appText } from "../text.ts";

const text = appText.administratorMade;

export function AdministratorBanner() {
  const { administratorToConfirm: made } = useSession();
  const [confirming, setConfirming] = useState(false);
  if (made === null) return null;
  return (
    <Banner
      icon={IconUserExclamation}
      title={text.title(made.name, made.login)}
      body={text.body(dayAndTime(made.at), made.by, made.reason)}
    >
      {made.confirm === "yes" ? (
        <Button size="compact-sm" variant="white" onClick={() => setConfirming(true)}>
          {text.confirm}
        </Button>
      ) : made.confirm === "not-yet" ? (
        <small>{text.notYet}</small>
      ) : null}
      {confirming ? <ConfirmDialog made={made} onClose={() => setConfirming(false)} /> : null}
    </Banner>
  );
}

function ConfirmDialog({ made, onClose }: { readonly made: AdministratorToConfirm; readonly onClose: () => void }) {
  const confirm = useAct("clerks.confirm");
  const run = async (): Promise<void> => {
    if ((await confirm.run({ id: made.id })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={text.confirm}
      onClose={onClose}
      size={560}
      commands={[{ id: "confirm-administrator", label: text.run, key: "F9", run: () => void run() }]}
    >
      <Stack gap="sm">
        <p>{text.title(made.name, made.login)}</p>
        <p>{text.body(dayAndTime(made.at), made.by, made.reason)}</p>
        <Text size="sm" c="dimmed">
          {text.check}
        </Text>
        {confirm.error === null ? null : <ErrorNotice error={confirm.error} />}
        <Group gap="xs">
          <Button data-autofocus loading={confirm.running} onClick={() => void run()} rightSection={<KeyHint name="F9" />}>
            {text.run}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
