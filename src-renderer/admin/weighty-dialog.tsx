import { Button, PasswordInput, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { SHORTEST_REASON } from "../../src-shared/contract/define.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";

/** An act of weight: a reason where one is wanted, and the password once more. */
export function WeightyDialog({
  title,
  body,
  reason: reasonWords,
  password: passwordWords,
  confirm,
  keep,
  danger = false,
  running,
  error,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly body: ReactNode;
  readonly reason?: { readonly label: string; readonly needed: string };
  readonly password: { readonly label: string; readonly needed: string };
  readonly confirm: string;
  readonly keep: string;
  readonly danger?: boolean;
  readonly running: boolean;
  readonly error: unknown;
  readonly onConfirm: (password: string, reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const reasonMissing = reasonWords !== undefined && reason.trim().length < SHORTEST_REASON;
  const run = (): void => {
    setAsked(true);
    if (!reasonMissing && password !== "" && !running) onConfirm(password, reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose} size={500} commands={[{ id: "confirm", label: confirm, key: "F9", run }]}>
      <form
        className="finish"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {typeof body === "string" ? <p>{body}</p> : body}
        {reasonWords === undefined ? null : (
          <Textarea
            label={reasonWords.label}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            rows={2}
            data-autofocus
            error={asked && reasonMissing ? reasonWords.needed : undefined}
          />
        )}
        <PasswordInput
          label={passwordWords.label}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          data-autofocus={reasonWords === undefined ? true : undefined}
          error={asked && password === "" ? passwordWords.needed : undefined}
        />
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="finish-foot">
          <Button type="submit" {...(danger ? { color: "red" } : {})} loading={running} rightSection={<KeyHint name="F9" />}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
