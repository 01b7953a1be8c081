import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { PaperFile } from "../../../src-shared/contract/cases.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useAct } from "../calls/act.ts";
import { Dialog } from "../dialogs/dialog.tsx";
import { ErrorNotice } from "../error-notice.tsx";
import { KeyHint } from "../key-hint.tsx";
import { paperText as text } from "./paper-text.ts";
import { PDF_VIEWER, useBlobUrl } from "./blob-url.ts";
import { PaperFrame, PaperPlace } from "./paper-frame.tsx";

/** A paper as it is stored, and its printing. From the second print on the host marks it 补打. */
export function PaperDialog({
  paperId,
  printAtOnce = false,
  onClose,
}: {
  readonly paperId: string;
  readonly printAtOnce?: boolean;
  readonly onClose: () => void;
}) {
  const stored = useCall("papers.open", { id: paperId }, { gcTime: 0 });
  const [printed, setPrinted] = useState<PaperFile | null>(null);
  const printing = useAct("papers.print");
  const frame = useRef<HTMLIFrameElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** The next load of the frame is the copy to be printed. */
  const printOnLoad = useRef(false);
  const asked = useRef(false);

  const file = printed ?? stored.data;
  const url = useBlobUrl(file?.pdfBase64, "application/pdf");

  const print = async (): Promise<void> => {
    const answer = await printing.run({ id: paperId });
    if (answer === undefined) return;
    if (answer.printedByHost) {
      notifications.show({ message: text.sent, color: "pine" });
    } else if (answer.pdfBase64 === file?.pdfBase64) {
      printFrame();
    } else {
      printOnLoad.current = true;
    }
    setPrinted(answer);
  };
  const printFrame = (): void => {
    try {
      frame.current?.contentWindow?.print();
    } catch {
      // The browser's PDF viewer may refuse scripts; its own button remains.
      notifications.show({ message: text.byHand, color: "yellow" });
    }
    // The viewer takes the focus, and with it Escape and F10.
    button.current?.focus();
  };
  const onLoad = (): void => {
    if (printOnLoad.current) {
      printOnLoad.current = false;
      printFrame();
    } else if (printAtOnce && !asked.current) {
      asked.current = true;
      void print();
    }
  };

  const isLoaded = file !== undefined;
  useEffect(() => {
    // the button could not take the focus while it was disabled: the keys would still go to the screen below
    if (isLoaded) button.current?.focus();
  }, [isLoaded]);

  const times = file?.paper.timesPrinted ?? 0;
  const label = times === 0 ? text.print : text.reprint;
  return (
    <Dialog
      title={file?.paper.title ?? text.loading}
      onClose={onClose}
      size={920}
      commands={[{ id: "print-paper", label, key: "F10", run: () => void print() }]}
    >
      <Stack gap="xs">
        {stored.error ? <ErrorNotice error={stored.error} onRetry={() => void stored.refetch()} /> : null}
        {printing.error === null ? null : <ErrorNotice error={printing.error} onRetry={() => void print()} />}
        <Group gap="xs">
          <Button
            ref={button}
            data-autofocus
            loading={printing.running}
            disabled={file === undefined}
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
            onClick={() => void print()}
          >
            {label}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
          {file === undefined ? null : (
            <Group gap="md" ml="auto" fz="sm" c="dimmed">
              <span role="status">{text.printed(times)}</span>
              <span className="mono" title={file.paper.sha256}>
                {text.hash} {file.paper.sha256.slice(0, 12)}
              </span>
            </Group>
          )}
        </Group>
        {url === null ? (
          <PaperPlace />
        ) : (
          <PaperFrame ref={frame} title={text.preview(file?.paper.title ?? "")} src={`${url}${PDF_VIEWER}`} onLoad={onLoad} />
        )}
      </Stack>
    </Dialog>
  );
}
