/** Lists taken along as a file: the desktop has saved it already, the browser downloads it. */
import { Button, Group, Progress, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileSpreadsheet, IconFileTypePdf } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { CallInput } from "../../../src-shared/contract/calls.ts";
import type { ExportFile } from "../../../src-shared/contract/reports.ts";
import { useAsking } from "../../app/calls/asking.ts";
import { call, CallFailed } from "../../app/calls/client.ts";
import { blobUrl } from "./blob-url.ts";
import { Dialog } from "../dialogs/dialog.tsx";
import { errorText } from "../error-notice.tsx";
import { exportText as text } from "./export-text.ts";
import { KeyHint } from "../key-hint.tsx";
import { Finding } from "../page/finding.tsx";
import { useCall } from "../../app/calls/queries.ts";

type Format = "xlsx" | "pdf";
type AskedFor = "exportId" | "format" | "partial";
export type Exported =
  CallInput<"reports.export"> extends infer Each
    ? Each extends { readonly format: unknown }
      ? Omit<Each, AskedFor>
      : never
    : never;

/** Tells where the file has gone. */
export function takeFile(file: ExportFile): void {
  if (file.cancelled) return;
  if (file.base64 !== null) {
    const link = document.createElement("a");
    link.href = blobUrl(file.base64, file.mimeType);
    link.download = file.name;
    link.click();
    // the browser has taken the bytes over by the next turn
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
  notifications.show({ message: text.done(file.savedAs ?? file.name, file.rows), color: "pine" });
}

/** One of the office's lists. */
export const ExportButtons = ({ what }: { readonly what: Exported }) => (
  <FileButtons ask={(wanted) => call("reports.export", { ...what, ...wanted })} />
);

interface Running {
  readonly exportId: string;
  readonly format: Format;
}

/**
 * A list as a spreadsheet or as pages. What a file does not take whole is asked about first; what takes longer than a moment
 * shows how far it is, and can be given up.
 */
export function FileButtons({
  ask,
}: {
  readonly ask: (wanted: {
    readonly exportId: string;
    readonly format: Format;
    readonly partial: boolean;
  }) => Promise<ExportFile>;
}) {
  const [running, setRunning] = useState<Running | null>(null);
  const [tooLong, setTooLong] = useState<{ readonly format: Format; readonly message: string } | null>(null);
  const run = (format: Format, partial: boolean): void => {
    const exportId = crypto.randomUUID();
    setTooLong(null);
    setRunning({ exportId, format });
    ask({ exportId, format, partial })
      .then(takeFile, (error: unknown) => {
        if (error instanceof CallFailed && error.error.code === "list-too-long") setTooLong({ format, message: error.message });
        else notifications.show({ message: errorText(error), color: "red" });
      })
      .finally(() => setRunning(null));
  };
  const button = (format: Format, Icon: typeof IconFileTypePdf) => (
    <Button
      variant="default"
      size="xs"
      loading={running?.format === format}
      disabled={running !== null && running.format !== format}
      leftSection={<Icon size={17} stroke={1.6} aria-hidden />}
      onClick={() => run(format, false)}
    >
      {text[format]}
    </Button>
  );
  return (
    <Group gap="xs">
      {button("xlsx", IconFileSpreadsheet)}
      {button("pdf", IconFileTypePdf)}
      {running === null ? null : <ExportProgress key={running.exportId} exportId={running.exportId} />}
      {tooLong === null ? null : (
        <Dialog
          title={text.tooLong}
          onClose={() => setTooLong(null)}
          size={520}
          commands={[{ id: "confirm", label: text.partial, key: "F9", run: () => run(tooLong.format, true) }]}
        >
          <Stack gap="sm">
            <Finding tone="bad">{tooLong.message}</Finding>
            <Group gap="xs">
              <Button data-autofocus onClick={() => setTooLong(null)} rightSection={<KeyHint name="Escape" />}>
                {text.narrow}
              </Button>
              <Button variant="default" onClick={() => run(tooLong.format, true)} rightSection={<KeyHint name="F9" />}>
                {text.partial}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Group>
  );
}

/** What is done within a second needs no dialog. */
const SHOWN_AFTER = 1000;
const ASKED_EVERY = 400;

function ExportProgress({ exportId }: { readonly exportId: string }) {
  const [shown, setShown] = useState(false);
  const [givingUp, setGivingUp] = useState(false);
  // it has not begun while it is asked what it is for
  const isAsking = useAsking() !== undefined;
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER);
    return () => clearTimeout(timer);
  }, []);
  const { data: progress } = useCall(
    "exports.progress",
    { exportId },
    { enabled: shown && !isAsking, refetchInterval: ASKED_EVERY },
  );
  if (!shown || isAsking) return null;
  const giveUp = (): void => {
    setGivingUp(true);
    void call("exports.cancel", { exportId });
  };
  const percent = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <Dialog title={text.running} onClose={giveUp} size={420}>
      <Stack gap="sm">
        <Progress value={percent} size="lg" aria-label={text.running} />
        <p role="status">{givingUp ? text.givingUp : text.percent(percent)}</p>
        <Group gap="xs">
          <Button data-autofocus variant="default" disabled={givingUp} onClick={giveUp} rightSection={<KeyHint name="Escape" />}>
            {text.giveUp}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
