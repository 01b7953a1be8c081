import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { SHORTEST_REASON } from "../../../src-shared/contract/define.ts";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "../error-notice.tsx";
import { KeyHint } from "../key-hint.tsx";

/** An act that wants a reason: said once, checked before the host is asked. */
export function ReasonDialog({
  title,
  body,
  label,
  needed,
  confirm,
  keep,
  danger = false,
  optional = false,
  running,
  error,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly body: ReactNode;
  readonly label: string;
  /** Said while the reason is missing. */
  readonly needed: string;
  readonly confirm: string;
  readonly keep: string;
  readonly danger?: boolean;
  /** A note rather than a reason: may stay empty. */
  readonly optional?: boolean;
  readonly running: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = !optional && reason.trim().length < SHORTEST_REASON;
  const run = (): void => {
    setAsked(true);
    if (!missing) onConfirm(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose} size={480} commands={[{ id: "confirm", label: confirm, key: "F9", run }]}>
      <Stack gap="sm">
        {typeof body === "string" ? <p>{body}</p> : body}
        <Textarea
          label={label}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          rows={2}
          data-autofocus
          error={asked && missing ? needed : undefined}
        />
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button {...(danger ? { color: "red" } : {})} loading={running} onClick={run} rightSection={<KeyHint name="F9" />}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
