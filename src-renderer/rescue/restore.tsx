/** The backups that were found, and those of another folder; one is chosen and looked into before anything is changed. */
import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { IconDeviceUsb, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import type { BackupView } from "../../src-shared/contract/safety.ts";
import { call } from "../app/calls/client.ts";
import { BackupTable } from "../ui/backups/backup-table.tsx";
import { DriveSize } from "../ui/backups/drive-size.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { Settle } from "./rescue-page.tsx";
import classes from "./rescue.module.css";
import { rescueText } from "./rescue-text.ts";
import { RescueRestoreDialog } from "./restore-dialog.tsx";
import { CodeForm } from "./unlock-form.tsx";
import { Reading } from "../ui/page/reading.tsx";
import { useCall } from "../app/calls/queries.ts";

const text = rescueText.restore;

export function RescueRestore({
  settle,
  isFirstStart,
}: {
  readonly settle: Settle;
  /** No place is known there: the drive with the backups is chosen first. */
  readonly isFirstStart: boolean;
}) {
  /** `null`: the places that are known. */
  const [folder, setFolder] = useState<string | null>(null);
  /** Only one that has opened a backup. */
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  if (isFirstStart && folder === null) {
    return (
      <Stack component="section" gap="xs" aria-label={text.where}>
        <h2>{text.where}</h2>
        <Drives recoveryCode={null} onLook={setFolder} autoFocus />
        <OtherFolder onLook={setFolder} />
      </Stack>
    );
  }
  const leave = (): void => {
    setFolder(null);
    // one that opens the backups of one stick says nothing about another
    if (isFirstStart) setRecoveryCode(null);
  };
  return (
    <>
      {isFirstStart ? <p>{text.chosen(folder ?? "")}</p> : null}
      <Found folder={folder} recoveryCode={recoveryCode} onProved={setRecoveryCode} settle={settle} isFirstStart={isFirstStart} />
      {isFirstStart ? null : (
        <>
          {recoveryCode === null ? null : <Drives recoveryCode={recoveryCode} onLook={setFolder} />}
          <OtherFolder onLook={setFolder} />
        </>
      )}
      {folder === null ? null : (
        <div>
          <Button size="xs" variant="subtle" onClick={leave}>
            {isFirstStart ? text.elsewhere : text.known}
          </Button>
        </div>
      )}
    </>
  );
}

function Found({
  folder,
  recoveryCode,
  onProved,
  settle,
  isFirstStart,
}: {
  readonly folder: string | null;
  readonly recoveryCode: string | null;
  readonly onProved: (recoveryCode: string) => void;
  readonly settle: Settle;
  readonly isFirstStart: boolean;
}) {
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const found = useCall("rescue.backups", { folder, recoveryCode }, { staleTime: Infinity, gcTime: 0, retry: false });

  const places = found.data?.folders ?? [];
  const placeName = (wanted: string): string => {
    if (folder !== null) return text.otherPlace;
    return wanted === places[0]?.folder ? text.here : text.second;
  };
  /** Nothing is told yet, which is not the same as that nothing is there. */
  const needsCode = found.data?.needsCode === true && recoveryCode === null;

  return (
    <Stack component="section" gap="xs" mih={0} aria-label={text.list}>
      {(isFirstStart ? [] : places).map((place) => (
        <p key={place.folder} className={classes.folder}>
          {placeName(place.folder)}：{place.folder}
          {place.reachable ? null : (
            <Text span inherit ml="xs" c="var(--bad)">
              {text.unreachable}
            </Text>
          )}
        </p>
      ))}
      {needsCode ? (
        <Paper withBorder px="md" py="xs">
          <p>{text.needsCode}</p>
          <CodeForm
            title={text.giveCode}
            submit={text.giveCode}
            use={async (code) => {
              await call("rescue.backups", { folder, recoveryCode: code });
              onProved(code);
            }}
          />
        </Paper>
      ) : null}
      {needsCode ? null : (
        <Paper withBorder mah={230} className={classes.table}>
          {found.isFetching ? <Reading>{text.reading}</Reading> : null}
          {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
          {found.data && !found.isFetching ? (
            <BackupTable
              label={text.list}
              rows={found.data.backups}
              onOpen={setChosen}
              {...(places.length > 1 ? { placeOf: (backup: BackupView) => placeName(backup.place) } : {})}
            />
          ) : null}
        </Paper>
      )}
      {found.data && found.data.backups.length > 0 ? (
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
      ) : null}
      {isFirstStart && found.data && !needsCode && found.data.backups.length === 0 ? (
        <Text size="sm" c="var(--bad)">
          {text.none}
        </Text>
      ) : null}
      {chosen === null ? null : (
        <RescueRestoreDialog
          backup={chosen}
          recoveryCode={recoveryCode}
          aside={isFirstStart ? null : text.aside}
          settle={settle}
          onClose={() => setChosen(null)}
        />
      )}
    </Stack>
  );
}

/** Whoever stands here with a stick need not know how its folder is called: what is on it is looked through. */
function Drives({
  recoveryCode,
  onLook,
  autoFocus = false,
}: {
  readonly recoveryCode: string | null;
  readonly onLook: (folder: string) => void;
  readonly autoFocus?: boolean;
}) {
  const found = useCall("rescue.drives", { recoveryCode }, { staleTime: 0, gcTime: 0, retry: false });
  return (
    <Group gap="xs" role="group" aria-label={text.drives}>
      {found.error ? <ErrorNotice error={found.error} /> : null}
      {found.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noDrives}
        </Text>
      ) : null}
      {found.data?.map((drive, index) => (
        <Button
          key={drive.path}
          variant="default"
          leftSection={<IconDeviceUsb size={17} aria-hidden />}
          rightSection={<DriveSize drive={drive} />}
          onClick={() => onLook(drive.path)}
          // drives take a while to be found: whoever types a path meanwhile goes on typing
          autoFocus={autoFocus && index === 0 && document.activeElement === document.body}
        >
          {drive.path}
        </Button>
      ))}
      <Button variant="subtle" leftSection={<IconRefresh size={15} aria-hidden />} onClick={() => void found.refetch()}>
        {text.again}
      </Button>
    </Group>
  );
}

function OtherFolder({ onLook }: { readonly onLook: (folder: string) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onLook(typed.trim());
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={text.other}
          placeholder={`${text.other}（${text.otherHelp}）`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          size="xs"
        />
        <Button type="submit" size="xs" variant="default">
          {text.look}
        </Button>
      </Group>
    </form>
  );
}
