/** Lists taken along as a file: the desktop has saved it already, the browser downloads it. */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileSpreadsheet, IconFileTypePdf } from "@tabler/icons-react";
import { useState } from "react";
import type { CallInput } from "../../src-shared/contract/calls.ts";
import type { ExportFile } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";
import { blobUrl } from "./blob-url.ts";
import { errorText } from "./error-notice.tsx";
import { exportText as text } from "./export-text.ts";

export type Exported =
  CallInput<"reports.export"> extends infer Each
    ? Each extends { readonly format: unknown }
      ? Omit<Each, "format">
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

export function ExportButtons({ what }: { readonly what: Exported }) {
  const [running, setRunning] = useState<"xlsx" | "pdf" | null>(null);
  const run = (format: "xlsx" | "pdf"): void => {
    setRunning(format);
    call("reports.export", { ...what, format })
      .then(takeFile, (error: unknown) => notifications.show({ message: errorText(error), color: "red" }))
      .finally(() => setRunning(null));
  };
  return (
    <span className="export">
      <Button
        variant="default"
        size="xs"
        loading={running === "xlsx"}
        disabled={running === "pdf"}
        leftSection={<IconFileSpreadsheet size={17} stroke={1.6} aria-hidden />}
        onClick={() => run("xlsx")}
      >
        {text.xlsx}
      </Button>
      <Button
        variant="default"
        size="xs"
        loading={running === "pdf"}
        disabled={running === "xlsx"}
        leftSection={<IconFileTypePdf size={17} stroke={1.6} aria-hidden />}
        onClick={() => run("pdf")}
      >
        {text.pdf}
      </Button>
    </span>
  );
}
