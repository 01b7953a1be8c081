import { Button, Group, Stack, Text } from "@mantine/core";
import { useCall } from "../app/calls/queries.ts";
import { PDF_VIEWER, useBlobUrl } from "../ui/files/blob-url.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { attachmentText as text } from "./attachment-text.ts";
import { PaperFrame, PaperPlace } from "../ui/files/paper-frame.tsx";

/** A stored file, checked against its hash by the host before it is shown. */
export function AttachmentDialog({
  attachmentId,
  name,
  onClose,
}: {
  readonly attachmentId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const stored = useCall("attachments.open", { id: attachmentId }, { gcTime: 0 });
  const file = stored.data;
  const mimeType = file?.attachment.mimeType ?? "application/pdf";
  const url = useBlobUrl(file?.base64, mimeType);
  return (
    <Dialog title={name} onClose={onClose} size={920}>
      <Stack gap="xs">
        {stored.error ? <ErrorNotice error={stored.error} onRetry={() => void stored.refetch()} /> : null}
        <Group gap="xs">
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
          {file === undefined ? null : (
            <Text span ml="auto" size="sm" c="dimmed" className="mono" title={file.attachment.sha256}>
              {text.hash} {file.attachment.sha256.slice(0, 12)}
            </Text>
          )}
        </Group>
        {url === null ? (
          stored.error ? null : (
            <PaperPlace label={text.loading} />
          )
        ) : mimeType === "application/pdf" ? (
          <PaperFrame title={text.preview(name)} src={`${url}${PDF_VIEWER}`} />
        ) : (
          <PaperPlace>
            <img src={url} alt={text.preview(name)} />
          </PaperPlace>
        )}
      </Stack>
    </Dialog>
  );
}
