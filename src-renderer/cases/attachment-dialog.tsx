import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { call } from "../app/calls/client.ts";
import { PDF_VIEWER, useBlobUrl } from "../ui/files/blob-url.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { attachmentText as text } from "./attachment-text.ts";

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
  const stored = useQuery({
    queryKey: ["attachments.open", attachmentId],
    queryFn: () => call("attachments.open", { id: attachmentId }),
    gcTime: 0,
  });
  const file = stored.data;
  const mimeType = file?.attachment.mimeType ?? "application/pdf";
  const url = useBlobUrl(file?.base64, mimeType);
  return (
    <Dialog title={name} onClose={onClose} size={920}>
      <div className="paper">
        {stored.error ? <ErrorNotice error={stored.error} onRetry={() => void stored.refetch()} /> : null}
        <div className="paper-bar">
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
          {file === undefined ? null : (
            <span className="paper-facts mono" title={file.attachment.sha256}>
              {text.hash} {file.attachment.sha256.slice(0, 12)}
            </span>
          )}
        </div>
        {url === null ? (
          stored.error ? null : (
            <div className="paper-frame paper-waiting" aria-label={text.loading}>
              <Loader />
            </div>
          )
        ) : mimeType === "application/pdf" ? (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- the PDF viewer does not run in a sandboxed frame; the address is our own blob
          <iframe className="paper-frame" title={text.preview(name)} src={`${url}${PDF_VIEWER}`} />
        ) : (
          <div className="paper-frame attachment-picture">
            <img src={url} alt={text.preview(name)} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
