import { Button, Code, Group, NavLink, Paper, ScrollArea, Stack, Text } from "@mantine/core";
import { IconArrowUp, IconDeviceUsb, IconFolder, IconRefresh } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useCall } from "../../app/calls/queries.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { DriveSize } from "../../ui/backups/drive-size.tsx";
import { safetyText } from "./safety-text.ts";

const text = safetyText.choosing;

/** Mounted drives and the folders on them; the one that is open is the one chosen. */
export function FolderBrowser({ onChoose }: { readonly onChoose: (folder: string) => void }) {
  const [path, setPath] = useState<string | null>(null);
  const found = useCall("backup.folders", { path }, { retry: false, staleTime: 0 });
  const list = useRef<HTMLUListElement>(null);
  const shown = found.data?.path;
  useEffect(() => {
    // whoever opened a folder by key goes on in it
    if (shown !== undefined && path !== null) list.current?.querySelector("button")?.focus();
  }, [shown, path]);
  const open = (folder: string | null): void => {
    setPath(folder);
    if (folder !== null) onChoose(folder);
  };
  const folders = found.data?.folders ?? [];
  return (
    <Paper component="section" withBorder px="sm" py="xs" aria-label={text.drives}>
      <Stack gap={6}>
        <Group gap="xs">
          {path === null ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={15} aria-hidden />}
              onClick={() => void found.refetch()}
            >
              {text.again}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowUp size={15} aria-hidden />}
              onClick={() => open(found.data?.parent ?? null)}
            >
              {text.up}
            </Button>
          )}
          <Code>{path ?? text.drives}</Code>
        </Group>
        {found.error ? <ErrorNotice error={found.error} /> : null}
        {found.data && folders.length === 0 ? (
          <Text size="sm" c="dimmed">
            {path === null ? text.noDrives : text.noFolders}
          </Text>
        ) : null}
        <ScrollArea.Autosize mah={200}>
          <ul ref={list}>
            {folders.map((folder) => (
              <li key={folder.path}>
                <NavLink
                  component="button"
                  type="button"
                  aria-label={text.openFolder(folder.name)}
                  leftSection={path === null ? <IconDeviceUsb size={17} aria-hidden /> : <IconFolder size={17} aria-hidden />}
                  label={folder.name}
                  rightSection={folder.drive === null ? null : <DriveSize drive={folder.drive} />}
                  disableRightSectionRotation
                  onClick={() => open(folder.path)}
                />
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
        {found.data?.more ? (
          <Text size="sm" c="dimmed">
            {text.moreFolders}
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}
