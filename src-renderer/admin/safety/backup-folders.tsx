import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { BackupFolderView } from "../../../src-shared/contract/safety.ts";
import { call } from "../../app/calls/client.ts";
import { useSession } from "../../app/session/session.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { FolderBrowser } from "./folder-browser.tsx";
import { safetyText as text } from "./safety-text.ts";
import { sizeText } from "../../ui/backups/sizes.ts";
import { Card } from "../../ui/page/card.tsx";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";
import { Lines } from "../../ui/page/lines.tsx";
import { StateMark } from "../../ui/page/state-mark.tsx";

/** Where backups are written to, and the second place. */
export function BackupFolders({ folders }: { readonly folders: readonly BackupFolderView[] }) {
  const mayChoose = useMay("backup.chooseFolder");
  const [open, setOpen] = useState<"choose" | "give-up" | null>(null);
  const second = folders.find(({ kind }) => kind === "second");
  return (
    <Card title={text.folders}>
      <Lines data-part="folders">
        {folders.map((folder) => (
          <li key={folder.folder}>
            <Group gap="0 12px">
              <StateMark tone={folder.reachable ? "good" : "bad"}>
                {folder.reachable ? (
                  <IconCircleCheck size={17} stroke={1.8} aria-hidden />
                ) : (
                  <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
                )}
                {folder.reachable ? text.reachable : text.unreachable}
              </StateMark>
              <strong>{text.folderKinds[folder.kind]}</strong>
              {/* what lies in a place that is not there nobody knows */}
              <Group gap="sm" ml="auto" className="tabular">
                <span>{folder.reachable ? text.backups(folder.backups) : ""}</span>
                <span>{folder.freeBytes === null ? "" : text.free(sizeText(folder.freeBytes))}</span>
                <span className="quiet">
                  {folder.reachable ? (folder.lastAt === null ? text.noBackup : dayAndTime(folder.lastAt)) : ""}
                </span>
              </Group>
            </Group>
            {folder.sameDevice ? <StateMark tone="bad">{text.sameDevice}</StateMark> : null}
            {folder.others.length === 0 ? null : (
              <Text size="sm" c="dimmed">
                {text.others(folder.others)}
              </Text>
            )}
            <Text size="xs" c="dimmed" truncate className="mono" title={folder.folder}>
              {folder.folder}
            </Text>
          </li>
        ))}
      </Lines>
      {mayChoose ? (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setOpen("choose")}>
            {second === undefined ? text.choose : text.change}
          </Button>
          {second === undefined ? null : (
            <Button variant="subtle" size="xs" onClick={() => setOpen("give-up")}>
              {text.giveUp}
            </Button>
          )}
        </Group>
      ) : null}
      {open === "choose" ? <ChooseFolder onClose={() => setOpen(null)} /> : null}
      {open === "give-up" ? <GiveUpFolder onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

function ChooseFolder({ onClose }: { readonly onClose: () => void }) {
  const choose = useAct("backup.chooseFolder");
  const [folder, setFolder] = useState("");
  const [asked, setAsked] = useState(false);
  const words = text.choosing;
  const { host } = useSession();
  const [pickError, setPickError] = useState<unknown>(null);
  const pick = async (): Promise<void> => {
    setPickError(null);
    try {
      const picked = await call("backup.pickFolder", {});
      if (picked.folder !== null) setFolder(picked.folder);
    } catch (error) {
      setPickError(error);
    }
  };
  const use = async (): Promise<void> => {
    setAsked(true);
    if (folder.trim() === "") return;
    if ((await choose.run({ folder: folder.trim() })) === undefined) return;
    notifications.show({ message: words.done, color: "pine" });
    onClose();
  };
  const run = (): void => void use();
  return (
    <Dialog title={words.title} onClose={onClose} size={540} commands={[{ id: "confirm", label: words.confirm, key: "F9", run }]}>
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <p>{words.body}</p>
        <TextInput
          label={words.label}
          placeholder={words.example}
          value={folder}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={asked && folder.trim() === "" ? words.needed : undefined}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        {host === "electron" ? (
          <Button variant="default" onClick={() => void pick()}>
            {words.browse}
          </Button>
        ) : (
          <FolderBrowser onChoose={setFolder} />
        )}
        {(pickError ?? choose.error) === null ? null : <ErrorNotice error={pickError ?? choose.error} />}
        <Group gap="xs">
          <Button type="submit" loading={choose.running} rightSection={<KeyHint name="F9" />}>
            {words.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {words.keep}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}

function GiveUpFolder({ onClose }: { readonly onClose: () => void }) {
  const choose = useAct("backup.chooseFolder");
  const giveUp = async (): Promise<void> => {
    if ((await choose.run({ folder: null })) === undefined) return;
    notifications.show({ message: text.choosing.givenUp, color: "pine" });
    onClose();
  };
  const run = (): void => void giveUp();
  return (
    <Dialog
      title={text.giving.title}
      onClose={onClose}
      size={480}
      commands={[{ id: "confirm", label: text.giving.confirm, key: "F9", run }]}
    >
      <Stack gap="sm">
        <p>{text.giving.body}</p>
        {choose.error === null ? null : <ErrorNotice error={choose.error} />}
        <Group gap="xs">
          <Button color="red" loading={choose.running} onClick={run} rightSection={<KeyHint name="F9" />}>
            {text.giving.confirm}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.choosing.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
