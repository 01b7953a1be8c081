import { Button, PasswordInput, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState, type SubmitEvent } from "react";
import type { NewClerkView } from "../../../src-shared/contract/office.ts";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { SHORTEST_REASON } from "../../../src-shared/contract/define.ts";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { text as appText } from "../text.ts";
import { StartForm } from "./start-form.tsx";
import { StartLayout } from "./start-layout.tsx";
import { secondsToWait, useCountdown } from "./use-tries.ts";
import { Secret } from "../../ui/page/secret.tsx";

const text = appText.administratorGone;

/** The recovery code and a colleague make an administrator, or let a present one in again. */
export function AdministratorGoneScreen({ status, onBack }: { readonly status: SessionStatus; readonly onBack: () => void }) {
  const replace = useAct("session.replaceAdministrator");
  const [made, setMade] = useState<NewClerkView | null>(null);
  const [isNew, setIsNew] = useState(true);
  const [values, setValues] = useState({ login: "", name: "", recoveryCode: "", witness: "", password: "", reason: "" });
  const [asked, setAsked] = useState(false);
  const [wait, setWait] = useCountdown();
  useEffect(() => setWait(secondsToWait(replace.error)), [replace.error, setWait]);

  const field = (name: keyof typeof values, shortest: number) => ({
    value: values[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
    error: asked && values[name].trim().length < shortest ? text.needed : undefined,
    autoComplete: "off",
    spellCheck: false,
  });
  const missing =
    values.login.trim().length < 2 ||
    (isNew && values.name.trim().length < 2) ||
    values.recoveryCode.trim() === "" ||
    values.reason.trim().length < SHORTEST_REASON ||
    (values.witness.trim() === "") !== (values.password === "");
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (missing || wait > 0) return;
    const { login, name, recoveryCode, witness, password, reason } = values;
    const done = await replace.run({
      administrator: { login: login.trim(), name: isNew ? name.trim() : null },
      recoveryCode,
      witness: witness.trim() === "" ? null : { login: witness.trim(), password },
      reason: reason.trim(),
    });
    if (done !== undefined) setMade(done);
  };

  if (made !== null) return <Made status={status} made={made} onBack={onBack} />;
  return (
    <StartLayout title={text.title} lead={text.lead} wide demo={status.demo}>
      <StartForm onSubmit={(event) => void submit(event)} aria-label={text.title}>
        <SimpleGrid cols={2} spacing="xl">
          <fieldset>
            <legend>{text.whom}</legend>
            <SegmentedControl
              aria-label={text.whom}
              value={isNew ? "new" : "present"}
              onChange={(value) => setIsNew(value === "new")}
              data={[
                { value: "new", label: text.another },
                { value: "present", label: text.present },
              ]}
              fullWidth
            />
            <TextInput label={isNew ? text.newLogin : text.presentLogin} maxLength={40} autoFocus {...field("login", 2)} />
            {isNew ? <TextInput label={text.name} maxLength={40} {...field("name", 2)} /> : null}
            <TextInput label={text.reason} maxLength={200} {...field("reason", SHORTEST_REASON)} />
          </fieldset>
          <fieldset>
            <legend>{text.proof}</legend>
            <TextInput label={text.code} description={text.codeHelp} maxLength={200} {...field("recoveryCode", 1)} />
            <TextInput label={text.witness} description={text.witnessHelp} maxLength={40} {...field("witness", 0)} />
            <PasswordInput label={text.password} maxLength={200} {...field("password", values.witness.trim() === "" ? 0 : 1)} />
          </fieldset>
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          {text.told}
        </Text>
        {replace.error === null ? null : <ErrorNotice error={replace.error} />}
        <SimpleGrid cols={2} spacing="sm">
          <Button type="submit" size="md" loading={replace.running} disabled={wait > 0}>
            {wait > 0 ? appText.login.wait(wait) : text.submit}
          </Button>
          <Button variant="default" size="md" onClick={onBack}>
            {text.back}
          </Button>
        </SimpleGrid>
      </StartForm>
    </StartLayout>
  );
}

/** Shown once; nothing of it is kept on the page. */
function Made({
  status,
  made: { clerk, oneTimePassword },
  onBack,
}: {
  readonly status: SessionStatus;
  readonly made: NewClerkView;
  readonly onBack: () => void;
}) {
  return (
    <StartLayout title={text.made.title} demo={status.demo}>
      <Stack gap="md" mt="md" role="status">
        {oneTimePassword === null ? (
          <p>{text.made.gone}</p>
        ) : (
          <>
            <p>{text.made.body(clerk.name, clerk.login)}</p>
            <Secret>{oneTimePassword}</Secret>
            <p>{text.made.next}</p>
          </>
        )}
        <Button size="md" autoFocus onClick={onBack}>
          {text.made.toLogin}
        </Button>
      </Stack>
    </StartLayout>
  );
}
