import { Button, Group, PasswordInput, Textarea, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { CallInput } from "../../src-shared/contract/calls.ts";
import { SHORTEST_REASON } from "../../src-shared/contract/define.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { standingByText as text } from "./safety/safety-text.ts";
import { DialogForm } from "../ui/dialogs/dialog-form.tsx";
import { FieldBox } from "../ui/dialogs/field-box.tsx";

/** Who stands by: somebody else with login and password, or the recovery code where nobody else may. */
export type StandingBy = NonNullable<CallInput<"backup.restore">["second"]>;

/** An act of weight: a reason where one is wanted, the password once more, and somebody who stands by where that is needed. */
export function WeightyDialog({
  title,
  body,
  reason: reasonWords,
  password: passwordWords,
  confirm,
  keep,
  danger = false,
  standsBy,
  code,
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
  readonly standsBy?: "person" | "recovery-code";
  /** The recovery code itself is asked for. */
  readonly code?: boolean;
  readonly running: boolean;
  readonly error: unknown;
  readonly onConfirm: (password: string, reason: string, second: StandingBy | null, recoveryCode: string | null) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [second, setSecond] = useState({ login: "", password: "" });
  const [recoveryCode, setRecoveryCode] = useState("");
  const byCode = standsBy === "recovery-code";
  const secondMissing = standsBy === "person" && (second.login.trim() === "" || second.password === "");
  const codeMissing = (byCode || code === true) && recoveryCode.trim() === "";
  const reasonMissing = reasonWords !== undefined && reason.trim().length < SHORTEST_REASON;
  const run = (): void => {
    setAsked(true);
    if (reasonMissing || secondMissing || codeMissing || password === "" || running) return;
    const standing = standsBy === "person" ? { ...second, login: second.login.trim() } : byCode ? { recoveryCode } : null;
    onConfirm(password, reason.trim(), standing, code === true ? recoveryCode : null);
  };
  return (
    <Dialog title={title} onClose={onClose} size={500} commands={[{ id: "confirm", label: confirm, key: "F9", run }]}>
      <DialogForm
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
        {standsBy === "person" ? (
          <FieldBox legend={text.second} lead={text.secondHelp}>
            <TextInput
              label={text.secondLogin}
              value={second.login}
              onChange={(event) => setSecond({ ...second, login: event.currentTarget.value })}
              autoComplete="off"
              maxLength={40}
            />
            <PasswordInput
              label={text.secondPassword}
              value={second.password}
              onChange={(event) => setSecond({ ...second, password: event.currentTarget.value })}
              autoComplete="off"
              maxLength={200}
              error={asked && secondMissing ? text.secondNeeded : undefined}
            />
          </FieldBox>
        ) : null}
        {byCode || code === true ? (
          <TextInput
            label={text.code}
            description={byCode ? text.aloneHelp : text.unsignedHelp}
            value={recoveryCode}
            onChange={(event) => setRecoveryCode(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            error={asked && codeMissing ? text.codeNeeded : undefined}
          />
        ) : null}
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button type="submit" {...(danger ? { color: "red" } : {})} loading={running} rightSection={<KeyHint name="F9" />}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {keep}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}
