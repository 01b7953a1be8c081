import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { BackupView, PlannedRestore } from "../../../src-shared/contract/safety.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { RestorePlanView } from "../../ui/backups/restore-plan.tsx";
import { planText } from "../../ui/backups/restore-plan-text.ts";
import { useRestored } from "./restored.ts";
import { restoreText as text } from "./safety-text.ts";
import { useStandsBy } from "../admin-links.tsx";
import { WeightyDialog, type StandingBy } from "../weighty-dialog.tsx";
import { Reading } from "../../ui/page/reading.tsx";

/** First what the backup holds and what would be lost, then the act. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { folder, name } = backup;
  const plan = useCall("backup.inspect", { folder, name }, { gcTime: 0, staleTime: 0 });
  const [confirming, setConfirming] = useState(false);
  const ready = plan.data?.sound === true && !plan.data.otherKey;
  const go = (): void => {
    if (ready) setConfirming(true);
  };
  if (confirming && plan.data !== undefined) return <ConfirmRestore plan={plan.data} onClose={() => setConfirming(false)} />;
  return (
    <Dialog
      title={text.title(dayAndTime(backup.at))}
      onClose={onClose}
      size={760}
      commands={[{ id: "restore", label: text.next, key: "F9", run: go, disabled: !ready }]}
    >
      <Stack gap="sm">
        {plan.error ? <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} /> : null}
        {plan.data === undefined ? (
          plan.error ? null : (
            <Reading>{text.reading}</Reading>
          )
        ) : (
          <RestorePlanView plan={plan.data} aside={text.safety} />
        )}
        <Group gap="xs">
          {plan.data === undefined || ready ? (
            <Button color="red" disabled={!ready} onClick={go} rightSection={<KeyHint name="F9" />}>
              {text.next}
            </Button>
          ) : null}
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function ConfirmRestore({ plan, onClose }: { readonly plan: PlannedRestore; readonly onClose: () => void }) {
  const restore = useAct("backup.restore");
  const restored = useRestored();
  const { confirm } = text;
  const { folder, name, at } = plan.backup;
  const standsBy = useStandsBy();
  const run = async (password: string, reason: string, second: StandingBy | null, recoveryCode: string | null): Promise<void> => {
    const done = await restore.run({ folder, name, password, reason, second, recoveryCode });
    if (done !== undefined) await restored(done);
  };
  return (
    <WeightyDialog
      title={confirm.title}
      body={
        <>
          <p>
            <strong>{text.title(dayAndTime(at))}</strong>
          </p>
          {plan.lost === null ? null : plan.lost.writes === 0 ? (
            <p>{planText.nothingLost}</p>
          ) : (
            <p>
              {planText.lost}：{planText.lostCases(plan.lost.cases, plan.lost.events, plan.lost.writes)}
            </p>
          )}
          <Text size="sm" c="dimmed">
            {text.safety}
          </Text>
        </>
      }
      reason={{ label: confirm.reason, needed: confirm.reasonNeeded }}
      password={{ label: confirm.password, needed: confirm.passwordNeeded }}
      confirm={confirm.run}
      keep={confirm.keep}
      danger
      running={restore.running}
      error={restore.error}
      standsBy={standsBy}
      code={!plan.signed}
      onConfirm={(...given) => void run(...given)}
      onClose={onClose}
    />
  );
}
