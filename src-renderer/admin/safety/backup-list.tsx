import { Box, Button, Group, Loader, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { BackupFolderView, BackupView } from "../../../src-shared/contract/safety.ts";
import { useCall } from "../../app/calls/queries.ts";
import { BackupTable } from "../../ui/backups/backup-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { RestoreDialog } from "./restore-dialog.tsx";
import { Card } from "../../ui/page/card.tsx";
import { safetyText as text } from "./safety-text.ts";
import classes from "./backup-list.module.css";

const OTHER = "other";

/** The backups of one place, newest first; each can be looked into before anything is changed. */
export function BackupList({ folders }: { readonly folders: readonly BackupFolderView[] }) {
  const mayRestore = useMay("backup.inspect");
  const beside = folders.find(({ kind }) => kind === "beside-store")?.folder ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const folder = chosen ?? beside;
  const [other, setOther] = useState<string | null>(null);
  const [open, setOpen] = useState<BackupView | null>(null);
  const found = useCall("backup.list", { folder }, { enabled: folder !== null });

  return (
    <Card
      title={text.list}
      tools={
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label={text.where}
            value={other === null ? (folder ?? "") : OTHER}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === OTHER) return setOther("");
              setOther(null);
              setChosen(value);
            }}
            data={[
              ...folders.map((one) => ({ value: one.folder, label: text.folderKinds[one.kind] })),
              { value: OTHER, label: text.other },
            ]}
          />
          {other === null ? null : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (other.trim() !== "") setChosen(other.trim());
              }}
            >
              <Group gap="xs">
                <TextInput
                  size="xs"
                  w={240}
                  aria-label={text.otherLabel}
                  placeholder={text.otherLabel}
                  value={other}
                  maxLength={400}
                  autoComplete="off"
                  spellCheck={false}
                  autoFocus
                  onChange={(event) => setOther(event.currentTarget.value)}
                />
                <Button type="submit" size="xs" variant="default">
                  {text.look}
                </Button>
              </Group>
            </form>
          )}
        </Group>
      }
    >
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <Box mah={520} className={classes.list}>
        {found.isLoading ? <Loader m="md" /> : null}
        {found.data ? <BackupTable label={text.list} rows={found.data} {...(mayRestore ? { onOpen: setOpen } : {})} /> : null}
      </Box>
      <Text size="sm" c="dimmed">
        {mayRestore ? text.hint : text.hintReadOnly}
      </Text>
      {open === null ? null : <RestoreDialog backup={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
