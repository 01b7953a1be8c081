/** In place of setup and login while the host has no store open: what is wrong, what it means, and what can be done here. */
import { Alert, Button, Group, List, Loader, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDatabaseOff, IconFileExport, IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RescueView } from "../../src-shared/contract/rescue.ts";
import { call, CallFailed } from "../app/calls/client.ts";
import { useCommands } from "../app/keys/commands.tsx";
import { health } from "../app/calls/health.ts";
import { SESSION_KEY } from "../app/session/session.tsx";
import { StartLayout } from "../app/start/start-layout.tsx";
import { TROUBLES } from "../app/calls/store-text.ts";
import { text as appText } from "../app/text.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { takeFile } from "../ui/files/export.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import classes from "./rescue.module.css";
import { rescueText as text } from "./rescue-text.ts";
import { RescueRestore } from "./restore.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { keyOf, useCall } from "../app/calls/queries.ts";

/** What an act has led to: the app is open, or the page shows what is wrong now. */
export type Settle = (view: RescueView | null, said: string) => Promise<void>;

export function RescuePage() {
  const status = useCall("rescue.status", {}, { staleTime: 0 });
  const settle = useSettle();
  // another window may have done it
  const openedElsewhere = status.error instanceof CallFailed && status.error.error.code === "not-rescuing";
  useEffect(() => {
    if (openedElsewhere) void settle(null, text.opened);
  }, [openedElsewhere, settle]);
  if (status.data !== undefined) return <Rescue key={status.data.problem} view={status.data} settle={settle} />;
  return (
    <StartLayout title={appText.product}>
      {status.error ? <ErrorNotice error={status.error} onRetry={() => void status.refetch()} /> : <Loader />}
    </StartLayout>
  );
}

function useSettle(): Settle {
  const client = useQueryClient();
  const [settle] = useState<Settle>(() => async (view: RescueView | null, said: string) => {
    if (view !== null) {
      client.setQueryData(keyOf("rescue.status", {}), view);
      return;
    }
    await client.refetchQueries({ queryKey: SESSION_KEY });
    client.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("rescue.") });
    health.rescued();
    notifications.show({ message: said, color: "pine", autoClose: 15_000 });
  });
  return settle;
}

function Rescue({ view, settle }: { readonly view: RescueView; readonly settle: Settle }) {
  const [restoring, setRestoring] = useState(false);
  const [accepting, setAccepting] = useState(false);
  const { title, meaning, opening } = TROUBLES[view.problem];
  const mayUnlock = view.ways.includes("unlock");
  const mayRestore = view.ways.includes("restore");
  // nothing is wrong there: trying again means to set up an office after all
  const isFirstStart = view.problem === "first-start";
  const retryLabel = isFirstStart ? text.leaveFirstStart : text.retry;
  const acts = useActs(settle, isFirstStart ? text.backAtSetup : text.opened);
  useCommands([
    { id: "rescue-retry", label: retryLabel, key: "F5", run: acts.retry },
    { id: "rescue-diagnosis", label: text.diagnosis, key: "F10", run: acts.takeDiagnosis },
  ]);
  return (
    <StartLayout title={title} lead={meaning} wide>
      <Stack gap="sm" mt="sm">
        {/* a first start is a way that was chosen, not a trouble */}
        <Alert
          component="section"
          role="region"
          color={isFirstStart ? "gray" : "red"}
          icon={<IconDatabaseOff size={24} stroke={1.5} aria-hidden />}
          aria-label={text.next}
        >
          <List type="ordered" pl={opening.length > 1 ? "1.3em" : 0} listStyleType={opening.length > 1 ? "decimal" : "none"}>
            {opening.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
          {view.details.map((detail) => (
            <Text key={detail} size="sm" mt={4} className={classes.folder}>
              {detail}
            </Text>
          ))}
        </Alert>
        {mayUnlock && !restoring ? <UnlockForm settle={settle} /> : null}
        {mayRestore && (!mayUnlock || restoring) ? <RescueRestore settle={settle} isFirstStart={isFirstStart} /> : null}
        {accepting ? <AcceptDialog settle={settle} onClose={() => setAccepting(false)} /> : null}
        {acts.error === null ? null : <ErrorNotice error={acts.error} />}
        {acts.tries === 0 ? null : (
          <Text size="sm" c="var(--ink-2)" role="status">
            {text.still(acts.tries)}
          </Text>
        )}
        <Group gap="sm">
          <Button
            variant={view.ways.length === 0 ? "filled" : "default"}
            loading={acts.trying}
            onClick={acts.retry}
            leftSection={<IconRefresh size={17} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F5" />}
            autoFocus={view.ways.length === 0}
          >
            {retryLabel}
          </Button>
          {mayUnlock && mayRestore ? (
            <Button variant="default" onClick={() => setRestoring(!restoring)}>
              {restoring ? text.restore.back : text.restore.open}
            </Button>
          ) : null}
          {view.ways.includes("accept") ? (
            <Button variant="default" onClick={() => setAccepting(true)}>
              {text.accept.open}
            </Button>
          ) : null}
          <Button
            variant="default"
            onClick={acts.takeDiagnosis}
            title={text.diagnosisHelp}
            leftSection={<IconFileExport size={17} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
          >
            {text.diagnosis}
          </Button>
        </Group>
        <Group justify="space-between" gap="0 16px" fz="xs" c="dimmed">
          <span className={classes.folder}>
            {text.folder}：{view.folder}
          </span>
          <span>{text.version(view.version)}</span>
        </Group>
      </Stack>
    </StartLayout>
  );
}

/** What can be tried whatever the trouble is. */
function useActs(settle: Settle, opened: string) {
  const [trying, setTrying] = useState(false);
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const retryOnce = async (): Promise<void> => {
    setTrying(true);
    setError(null);
    try {
      const view = await call("rescue.retry", {});
      await settle(view, opened);
      setTries((made) => made + 1);
    } catch (failure) {
      setError(failure);
    } finally {
      setTrying(false);
    }
  };
  const retry = (): void => {
    if (!trying) void retryOnce();
  };
  const takeDiagnosis = (): void => {
    setError(null);
    call("rescue.diagnosis", {}).then(takeFile).catch(setError);
  };
  return { retry, takeDiagnosis, trying, tries, error };
}
