import { Button, Group, PasswordInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { z } from "zod";
import { calls, type CallInput } from "../../src-shared/contract/calls.ts";
import { at, formRules } from "../ui/calls/form-rules.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { standingByText as text } from "./safety/safety-text.ts";
import { DialogForm } from "../ui/dialogs/dialog-form.tsx";
import { FieldBox } from "../ui/dialogs/field-box.tsx";

/** Who stands by: somebody else with login and password, or the recovery code where nobody else may. */
export type StandingBy = NonNullable<CallInput<"backup.restore">["second"]>;

const { password, reason } = calls["backup.restore"].input.shape;

interface Asked {
  readonly reason: boolean;
  readonly person: boolean;
  readonly code: boolean;
}

/** What stands in a field that is not asked for is nobody's. */
const weighty = (asked: Asked) =>
  z
    .strictObject({
      reason: asked.reason ? reason : z.string(),
      password,
      login: z.string().trim(),
      secondPassword: z.string(),
      recoveryCode: z.string(),
    })
    .refine(({ login, secondPassword }) => !asked.person || (login.trim() !== "" && secondPassword !== ""), at("secondPassword"))
    .refine((typed) => !asked.code || typed.recoveryCode.trim() !== "", at("recoveryCode"));

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
  const byCode = standsBy === "recovery-code";
  const asked = { reason: reasonWords !== undefined, person: standsBy === "person", code: byCode || code === true };
  const schema = weighty(asked);
  const words: Readonly<Record<string, string | undefined>> = {
    reason: reasonWords?.needed,
    password: passwordWords.needed,
    secondPassword: text.secondNeeded,
    recoveryCode: text.codeNeeded,
  };
  const form = useForm({
    initialValues: { reason: "", password: "", login: "", secondPassword: "", recoveryCode: "" },
    validate: formRules(schema, (path) => words[path] ?? ""),
  });
  const run = form.onSubmit((values) => {
    if (running) return;
    const typed = schema.parse(values);
    const { recoveryCode } = typed;
    const standing = asked.person ? { login: typed.login, password: typed.secondPassword } : byCode ? { recoveryCode } : null;
    onConfirm(typed.password, typed.reason.trim(), standing, code === true ? recoveryCode : null);
  });
  return (
    <Dialog title={title} onClose={onClose} size={500} commands={[{ id: "confirm", label: confirm, key: "F9", run }]}>
      <DialogForm onSubmit={run}>
        {typeof body === "string" ? <p>{body}</p> : body}
        {reasonWords === undefined ? null : (
          <Textarea label={reasonWords.label} maxLength={200} rows={2} data-autofocus {...form.getInputProps("reason")} />
        )}
        <PasswordInput
          label={passwordWords.label}
          autoComplete="current-password"
          data-autofocus={reasonWords === undefined ? true : undefined}
          {...form.getInputProps("password")}
        />
        {standsBy === "person" ? (
          <FieldBox legend={text.second} lead={text.secondHelp}>
            <TextInput label={text.secondLogin} autoComplete="off" maxLength={40} {...form.getInputProps("login")} />
            <PasswordInput
              label={text.secondPassword}
              autoComplete="off"
              maxLength={200}
              {...form.getInputProps("secondPassword")}
            />
          </FieldBox>
        ) : null}
        {byCode || code === true ? (
          <TextInput
            label={text.code}
            description={byCode ? text.aloneHelp : text.unsignedHelp}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            {...form.getInputProps("recoveryCode")}
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
