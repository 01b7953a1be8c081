import { Button, Grid, Group, Loader, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconDatabaseExport } from "@tabler/icons-react";
import { useState } from "react";
import type { BackupStatusView } from "../../../src-shared/contract/safety.ts";
import { useCarryOut } from "../../app/calls/queries.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice, errorText } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { AdminTabs, useBackupStatus, useStandsBy } from "../admin-links.tsx";
import { BackupFolders } from "./backup-folders.tsx";
import { BackupList } from "./backup-list.tsx";
import { KeyCard } from "./key-card.tsx";
import { OnlyAdministrator } from "../clerks/only-administrator.tsx";
import { useRestored } from "./restored.ts";
import { restoreText, safetyText as text } from "./safety-text.ts";
import { UpgradeCopies } from "./upgrade-copies.tsx";
import { WeightyDialog, type StandingBy } from "../weighty-dialog.tsx";
import { Page, PageHead, PageTools } from "../../ui/page/page.tsx";
import { Card } from "../../ui/page/card.tsx";
import { Finding } from "../../ui/page/finding.tsx";

const REFRESH_MILLISECONDS = 10_000;

/** 数据安全: how old the backups are, where they lie, what they hold, and the keys. */
export function SafetyPage() {
  const status = useBackupStatus(REFRESH_MILLISECONDS);
  const mayBackUp = useMay("backup.now");
  const mayList = useMay("backup.list");
  const maySeeKeys = useMay("keys.status");
  const carryOut = useCarryOut();
  const [running, setRunning] = useState(false);

  const backUp = async (): Promise<void> => {
    if (running) return;
    setRunning(true);
    try {
      const made = await carryOut("backup.now", {});
      notifications.show({ message: text.made(dayAndTime(made.at)), color: "pine" });
    } catch (error) {
      notifications.show({ message: errorText(error), color: "red" });
    } finally {
      setRunning(false);
    }
  };
  useCommands(mayBackUp ? [{ id: "back-up", label: text.now, key: "F8", run: () => void backUp() }] : []);

  return (
    <Page>
      <PageHead>
        <AdminTabs page="safety" />
        {mayBackUp ? (
          <PageTools>
            <Button
              loading={running || status.data?.running === true}
              leftSection={<IconDatabaseExport size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F8" />}
              onClick={() => void backUp()}
            >
              {text.now}
            </Button>
          </PageTools>
        ) : null}
      </PageHead>
      {status.error ? <ErrorNotice error={status.error} onRetry={() => void status.refetch()} /> : null}
      {status.data === undefined ? (
        status.error ? null : (
          <Loader m="xl" />
        )
      ) : (
        <Grid gap="sm">
          <Grid.Col span={5}>
            <Stack gap="sm">
              <Status status={status.data} />
              <BackupFolders folders={status.data.folders} />
              {maySeeKeys ? <KeyCard /> : null}
              <OnlyAdministrator />
              <UpgradeCopies />
            </Stack>
          </Grid.Col>
          {mayList ? (
            <Grid.Col span={7}>
              <BackupList folders={status.data.folders} />
            </Grid.Col>
          ) : null}
        </Grid>
      )}
    </Page>
  );
}

function Status({ status }: { readonly status: BackupStatusView }) {
  const mayUndo = useMay("backup.undoRestore");
  const [undoing, setUndoing] = useState(false);
  return (
    <Card title={text.last}>
      <Group gap="sm" align="baseline" role="status">
        <Text span fz={22} fw={700}>
          {status.running ? text.running : text.age(status.lastAt, status.ageMinutes)}
        </Text>
        {status.lastAt === null ? null : <span className="tabular">{dayAndTime(status.lastAt)}</span>}
      </Group>
      <p>{text.changedSince(status.changedSince)}</p>
      {status.everyMinutes === 0 ? null : (
        <Text size="sm" c="dimmed">
          {text.every(status.everyMinutes)}
        </Text>
      )}
      {status.problem === null ? null : <Finding tone="warning">{status.problem}</Finding>}
      {status.undoableRestoreAt === null ? null : (
        <Group justify="space-between" gap="xs">
          <p>{text.undoable(dayAndTime(status.undoableRestoreAt))}</p>
          {mayUndo ? (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
              onClick={() => setUndoing(true)}
            >
              {text.undo}
            </Button>
          ) : null}
        </Group>
      )}
      {undoing ? <UndoDialog onClose={() => setUndoing(false)} /> : null}
    </Card>
  );
}

function UndoDialog({ onClose }: { readonly onClose: () => void }) {
  const standsBy = useStandsBy();
  const undo = useAct("backup.undoRestore");
  const restored = useRestored();
  const { confirm } = restoreText;
  const run = async (password: string, reason: string, second: StandingBy | null): Promise<void> => {
    const done = await undo.run({ password, reason, second });
    if (done !== undefined) await restored(done);
  };
  return (
    <WeightyDialog
      title={restoreText.undo.title}
      body={restoreText.undo.body}
      reason={{ label: confirm.reason, needed: confirm.reasonNeeded }}
      password={{ label: confirm.password, needed: confirm.passwordNeeded }}
      confirm={restoreText.undo.run}
      keep={confirm.keep}
      danger
      running={undo.running}
      error={undo.error}
      standsBy={standsBy}
      onConfirm={(password, reason, second) => void run(password, reason, second)}
      onClose={onClose}
    />
  );
}
