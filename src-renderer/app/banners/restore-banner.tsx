/** The data were restored by one person alone: everybody sees it until somebody else has confirmed it. */
import { Button, Group, TextInput } from "@mantine/core";
import { IconDatabaseExclamation } from "@tabler/icons-react";
import { useState } from "react";
import type { RestoreToConfirm } from "../../../src-shared/contract/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useSession } from "../session/session.tsx";
import { text as appText } from "../text.ts";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";
import { Finding } from "../../ui/page/finding.tsx";

const text = appText.restored;

export function RestoreBanner() {
  const { restoreToConfirm: restore } = useSession();
  const [confirming, setConfirming] = useState(false);
  if (restore === null) return null;
  return (
    <Banner
      icon={IconDatabaseExclamation}
      title={text.title}
      body={text.body(dayAndTime(restore.at), restore.by ?? text.byCommand, restore.reason)}
    >
      {restore.confirm === "no" ? null : (
        <Button size="compact-sm" variant="white" onClick={() => setConfirming(true)}>
          {text.confirm}
        </Button>
      )}
      {confirming ? <ConfirmDialog restore={restore} onClose={() => setConfirming(false)} /> : null}
    </Banner>
  );
}

function ConfirmDialog({ restore, onClose }: { readonly restore: RestoreToConfirm; readonly onClose: () => void }) {
  const confirm = useAct("backup.confirmRestore");
  const [recoveryCode, setRecoveryCode] = useState("");
  const byCode = restore.confirm === "by-code";
  const run = async (): Promise<void> => {
    if (byCode && recoveryCode.trim() === "") return;
    const done = await confirm.run({ sequence: restore.sequence, recoveryCode: byCode ? recoveryCode : null });
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      title={text.confirm}
      onClose={onClose}
      size={560}
      commands={[{ id: "confirm-restore", label: text.run, key: "F9", run: () => void run() }]}
    >
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{text.body(dayAndTime(restore.at), restore.by ?? text.byCommand, restore.reason)}</p>
        <p>{text.lost(restore.lostCases, restore.lostWrites)}</p>
        {restore.unsigned ? <Finding tone="warning">{text.unsigned}</Finding> : null}
        {byCode ? (
          <TextInput
            label={text.code}
            description={text.codeHelp}
            value={recoveryCode}
            onChange={(event) => setRecoveryCode(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            data-autofocus
          />
        ) : null}
        {confirm.error === null ? null : <ErrorNotice error={confirm.error} />}
        <Group gap="xs">
          <Button type="submit" loading={confirm.running} rightSection={<KeyHint name="F9" />}>
            {text.run}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.keep}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}
