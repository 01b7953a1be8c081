import { Button, Group, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { call } from "../app/calls/client.ts";
import { useTries } from "../app/start/use-tries.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { Settle } from "./rescue-page.tsx";
import { rescueText } from "./rescue-text.ts";
import classes from "./unlock-form.module.css";

const text = rescueText.unlock;

/** The recovery code gives the key back to this machine. */
export function UnlockForm({ settle }: { readonly settle: Settle }) {
  return (
    <CodeForm
      title={text.title}
      submit={text.submit}
      use={async (recoveryCode) => await settle(await call("rescue.unlock", { recoveryCode }), text.done)}
    />
  );
}

export function CodeForm({
  title,
  submit: submitLabel,
  use,
}: {
  readonly title: string;
  readonly submit: string;
  /** What it throws is shown; a wrong code stays in the field to be compared with the paper. */
  readonly use: (recoveryCode: string) => Promise<void>;
}) {
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState(false);
  const { attempt, busy, error, wait } = useTries();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (code.trim() !== "") await attempt(() => use(code));
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <Group gap="sm" align="flex-start" wrap="nowrap" mb="xs">
        <TextInput
          flex={1}
          label={text.label}
          description={text.help}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size="md"
          autoFocus
          classNames={{ input: classes.code }}
          error={asked && code.trim() === "" ? text.needed : undefined}
        />
        <Button type="submit" size="md" mt={24} flex="none" loading={busy} disabled={wait > 0}>
          {wait > 0 ? text.wait(wait) : submitLabel}
        </Button>
      </Group>
      {error === null ? null : <ErrorNotice error={error} />}
    </form>
  );
}
