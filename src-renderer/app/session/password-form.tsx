import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";
import { useAct } from "../../ui/calls/act.ts";
import { at, formRules } from "../../ui/calls/form-rules.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { strengthText } from "../start/password-strength.ts";
import { StartForm } from "../start/start-form.tsx";
import { text } from "../text.ts";

const change = calls["session.changePassword"].input.omit({ requestId: true }).extend({ repeat: z.string() });

const rulesFor = (login: string, lenient: boolean) =>
  formRules(
    change
      .refine(({ next }) => lenient || passwordProblem(next, login) === null, at("next"))
      .refine(({ next, repeat }) => repeat === next, at("repeat")),
    (path, { next }) => {
      if (path === "current") return text.password.currentNeeded;
      return path === "repeat" ? text.setup.different : saidOf(next, login);
    },
  );

const saidOf = (next: string, login: string): string => (next === "" ? text.password.rule : strengthText(next, login));

/** The clerk's own password, changed by whoever knows the present one. */
export function PasswordForm({
  login,
  lenient,
  currentLabel,
  size = "sm",
  onDone,
}: {
  readonly login: string;
  /** A demonstration takes any password. */
  readonly lenient: boolean;
  readonly currentLabel: string;
  readonly size?: "sm" | "md";
  readonly onDone: () => void | Promise<void>;
}) {
  const send = useAct("session.changePassword");
  const form = useForm({
    initialValues: { current: "", next: "", repeat: "" },
    validate: rulesFor(login, lenient),
  });
  const submit = form.onSubmit(({ current, next }) => {
    void send.run({ current, next }).then((done) => (done === undefined ? form.setFieldValue("current", "") : onDone()));
  });
  return (
    <StartForm onSubmit={submit} aria-label={text.password.title}>
      <input type="text" value={login} autoComplete="username" readOnly hidden />
      <PasswordInput
        label={currentLabel}
        autoComplete="current-password"
        size={size}
        data-autofocus
        autoFocus
        {...form.getInputProps("current")}
      />
      <PasswordInput
        label={text.password.next}
        autoComplete="new-password"
        size={size}
        inputWrapperOrder={["label", "input", "description", "error"]}
        description={form.errors.next === undefined ? saidOf(form.values.next, login) : undefined}
        {...form.getInputProps("next")}
      />
      <PasswordInput label={text.password.repeat} autoComplete="new-password" size={size} {...form.getInputProps("repeat")} />
      {send.error === null ? null : <ErrorNotice error={send.error} />}
      <Button type="submit" size={size} loading={send.running}>
        {text.password.submit}
      </Button>
    </StartForm>
  );
}
