import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPrinter } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { call } from "../app/calls/client.ts";
import { useSession } from "../app/session/session.tsx";
import { PDF_VIEWER, useBlobUrl } from "../ui/files/blob-url.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { paperText } from "../ui/files/paper-text.ts";
import { text } from "./text.ts";
import type { ComparisonRequest } from "./use-comparison.ts";
import { PaperFrame, PaperPlace } from "../ui/files/paper-frame.tsx";
import { useCall } from "../app/calls/queries.ts";

/** The comparison as a sheet of paper. It is no paper of a case: neither stored nor counted. */
export function SheetDialog({
  request,
  name,
  onClose,
}: {
  readonly request: ComparisonRequest;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { host } = useSession();
  const sheet = useCall("counter.comparisonPaper", { ...request, name, print: false }, { gcTime: 0 });
  const url = useBlobUrl(sheet.data?.pdfBase64, "application/pdf");
  const frame = useRef<HTMLIFrameElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [printing, setPrinting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const print = async (): Promise<void> => {
    setFailure(null);
    if (host === "electron") {
      setPrinting(true);
      try {
        await call("counter.comparisonPaper", { ...request, name, print: true });
        notifications.show({ message: text.sent, color: "pine" });
      } catch (error) {
        setFailure(error);
      } finally {
        setPrinting(false);
      }
      return;
    }
    try {
      frame.current?.contentWindow?.print();
    } catch {
      // The browser's PDF viewer may refuse scripts; its own button remains.
      notifications.show({ message: text.byHand, color: "yellow" });
    }
    // The viewer takes the focus, and with it Escape and F10.
    button.current?.focus();
  };

  return (
    <Dialog
      title={sheet.data?.title ?? paperText.loading}
      onClose={onClose}
      size={920}
      commands={[{ id: "print-sheet", label: text.print, key: "F10", run: () => void print() }]}
    >
      <Stack gap="xs">
        {sheet.error ? <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} /> : null}
        {failure === null ? null : <ErrorNotice error={failure} onRetry={() => void print()} />}
        <Group gap="xs">
          <Button
            ref={button}
            data-autofocus
            loading={printing}
            disabled={url === null}
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
            onClick={() => void print()}
          >
            {text.print}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
          <Group gap="md" ml="auto" fz="sm" c="dimmed">
            {text.warning}
          </Group>
        </Group>
        {url === null ? <PaperPlace /> : <PaperFrame ref={frame} title={text.preview} src={`${url}${PDF_VIEWER}`} />}
      </Stack>
    </Dialog>
  );
}
