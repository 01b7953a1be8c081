import { ActionIcon, Box, Button, Group, NativeSelect, Text } from "@mantine/core";
import { IconFileTypePdf, IconPaperclip, IconPhoto, IconTrash } from "@tabler/icons-react";
import { useRef, useState, type DragEvent } from "react";
import type { AttachmentView, CaseView } from "../../src-shared/domain/case.ts";
import type { Material } from "../../src-shared/domain/decision.ts";
import { useAct } from "../ui/calls/act.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { ReasonDialog } from "../ui/dialogs/reason-dialog.tsx";
import { AttachmentDialog } from "./attachment-dialog.tsx";
import { ACCEPTED, base64Of, fileProblem, sizeText } from "./attachment-files.ts";
import { attachmentText as text } from "./attachment-text.ts";
import { Card } from "../ui/page/card.tsx";
import { Lines } from "../ui/page/lines.tsx";
import { FileLine } from "./file-line.tsx";

/** What was scanned or sent in with the case; added by the file dialog or by dropping files. */
export function Attachments({
  view,
  mayAdd,
  mayRemove,
}: {
  readonly view: CaseView;
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
}) {
  const newest = view.working ?? view.versions.at(-1) ?? null;
  // a case saved before its form was complete has no decision yet
  const materials = (newest?.decision as { readonly materials: readonly Material[] } | null)?.materials ?? [];
  const titles = new Map(materials.map(({ id, title }) => [id, title]));
  const [opened, setOpened] = useState<AttachmentView | null>(null);
  const [removing, setRemoving] = useState<AttachmentView | null>(null);
  return (
    <Card title={text.title}>
      {view.attachments.length === 0 && !mayAdd ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      <Lines>
        {view.attachments.map((attachment) => (
          <FileLine
            key={attachment.id}
            icon={
              attachment.mimeType === "application/pdf" ? (
                <IconFileTypePdf size={18} stroke={1.6} color="var(--accent)" aria-hidden />
              ) : (
                <IconPhoto size={18} stroke={1.6} color="var(--accent)" aria-hidden />
              )
            }
            title={attachment.name}
            about={
              attachment.removed
                ? text.removed(attachment.removed.clerk, attachment.removed.reason)
                : [
                    titles.get(attachment.material ?? "") ?? text.other,
                    sizeText(attachment.bytes),
                    `${dayAndTime(attachment.at)} ${attachment.clerk}`,
                  ].join(" · ")
            }
            gone={attachment.removed !== null}
            act={text.open}
            onOpen={() => setOpened(attachment)}
          >
            {mayRemove && !attachment.removed ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.removeOf(attachment.name)}
                onClick={() => setRemoving(attachment)}
              >
                <IconTrash size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            ) : null}
          </FileLine>
        ))}
      </Lines>
      {mayAdd ? <AddFiles caseId={view.id} materials={materials} /> : null}
      {opened === null ? null : <AttachmentDialog attachmentId={opened.id} name={opened.name} onClose={() => setOpened(null)} />}
      {removing === null ? null : <RemoveDialog attachment={removing} onClose={() => setRemoving(null)} />}
    </Card>
  );
}

function AddFiles({ caseId, materials }: { readonly caseId: string; readonly materials: readonly Material[] }) {
  const add = useAct("attachments.add");
  const picker = useRef<HTMLInputElement>(null);
  const [material, setMaterial] = useState("");
  const [over, setOver] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState<string | null>(null);

  const take = async (files: readonly File[]): Promise<void> => {
    const judged = files.map((file) => ({ file, problem: fileProblem(file) }));
    setProblems(judged.flatMap(({ problem }) => problem ?? []));
    for (const { file, problem } of judged) {
      if (problem !== null) continue;
      setAdding(file.name);
      const added = await add.run({
        caseId,
        material: material === "" ? null : material,
        name: file.name,
        base64: await base64Of(file),
      });
      if (added === undefined) break; // the notice tells which and why; the rest can be added again
    }
    setAdding(null);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <Box
      p="xs"
      bd={`1px dashed ${over ? "var(--accent)" : "var(--line-strong)"}`}
      bg={over ? "var(--accent-soft)" : "none"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Group gap="xs" wrap="nowrap" mb={6}>
        <NativeSelect
          size="xs"
          flex={1}
          miw={0}
          aria-label={text.material}
          value={material}
          onChange={(event) => setMaterial(event.currentTarget.value)}
          data={[{ value: "", label: text.other }, ...materials.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        <Button
          size="xs"
          variant="default"
          loading={adding !== null}
          leftSection={<IconPaperclip size={16} stroke={1.7} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {text.add}
        </Button>
      </Group>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void take(files);
        }}
      />
      <Text size="xs" c="dimmed" role="status">
        {adding === null ? (over ? text.dropNow : text.drop) : text.adding(adding)}
      </Text>
      {problems.map((problem) => (
        <Text key={problem} size="xs" fw={600} c="var(--bad)" role="alert">
          {problem}
        </Text>
      ))}
      {add.error === null ? null : <ErrorNotice error={add.error} />}
    </Box>
  );
}

function RemoveDialog({ attachment, onClose }: { readonly attachment: AttachmentView; readonly onClose: () => void }) {
  const remove = useAct("attachments.remove");
  const run = async (reason: string): Promise<void> => {
    if ((await remove.run({ id: attachment.id, reason })) !== undefined) onClose();
  };
  return (
    <ReasonDialog
      title={text.removing.title}
      body={text.removing.body(attachment.name)}
      label={text.removing.reason}
      needed={text.removing.needed}
      confirm={text.removing.confirm}
      keep={text.removing.keep}
      danger
      running={remove.running}
      error={remove.error}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
