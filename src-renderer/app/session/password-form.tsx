import { Button, PasswordInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { strengthText } from "../start/password-strength.ts";
import { StartForm } from "../start/start-form.tsx";
import { text } from "../text.ts";

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
  const change = useAct("session.changePassword");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [repeat, setRepeat] = useState("");
  const [asked, setAsked] = useState(false);
  const tooWeak = !lenient && passwordProblem(next, login) !== null;
  const different = repeat !== next;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (current === "" || next === "" || tooWeak || different) return;
    if ((await change.run({ current, next })) === undefined) setCurrent("");
    else await onDone();
  };
  const said = next === "" ? text.password.rule : strengthText(next, login);
  return (
    <StartForm onSubmit={(event) => void submit(event)} aria-label={text.password.title}>
      <input type="text" value={login} autoComplete="username" readOnly hidden />
      <PasswordInput
        label={currentLabel}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        autoComplete="current-password"
        size={size}
        data-autofocus
        autoFocus
        error={asked && current === "" ? text.password.currentNeeded : undefined}
      />
      <PasswordInput
        label={text.password.next}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        autoComplete="new-password"
        size={size}
        inputWrapperOrder={["label", "input", "description", "error"]}
        description={asked && tooWeak ? undefined : said}
        error={asked && tooWeak ? said : undefined}
      />
      <PasswordInput
        label={text.password.repeat}
        value={repeat}
        onChange={(event) => setRepeat(event.currentTarget.value)}
        autoComplete="new-password"
        size={size}
        error={asked && different ? text.setup.different : undefined}
      />
      {change.error === null ? null : <ErrorNotice error={change.error} />}
      <Button type="submit" size={size} loading={change.running}>
        {text.password.submit}
      </Button>
    </StartForm>
  );
}
