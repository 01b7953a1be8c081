import { Button, PasswordInput, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import type { NewClerkView } from "../../../src-shared/contract/office.ts";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { useAct } from "../../ui/calls/act.ts";
import { at, formRules } from "../../ui/calls/form-rules.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { text as appText } from "../text.ts";
import { StartForm } from "./start-form.tsx";
import { StartLayout } from "./start-layout.tsx";
import { secondsToWait, useCountdown } from "./use-tries.ts";
import { Secret } from "../../ui/page/secret.tsx";

const text = appText.administratorGone;

const { recoveryCode, reason } = calls["session.replaceAdministrator"].input.shape;
/** The host knows which names it takes. */
const filled = z.string().trim().min(2);
const replacing = z
  .strictObject({
    isNew: z.boolean(),
    login: filled,
    name: z.string().trim(),
    recoveryCode,
    witness: z.string().trim(),
    password: z.string(),
    reason,
  })
  .refine(({ isNew, name }) => !isNew || filled.safeParse(name).success, at("name"))
  .refine(({ witness, password }) => witness.trim() === "" || password !== "", at("password"))
  .refine(({ witness, password }) => witness.trim() !== "" || password === "", at("witness"));
const rules = formRules(replacing, () => text.needed);

/** The recovery code and a colleague make an administrator, or let a present one in again. */
export function AdministratorGoneScreen({ status, onBack }: { readonly status: SessionStatus; readonly onBack: () => void }) {
  const replace = useAct("session.replaceAdministrator");
  const [made, setMade] = useState<NewClerkView | null>(null);
  const form = useForm({
    initialValues: { isNew: true, login: "", name: "", recoveryCode: "", witness: "", password: "", reason: "" },
    validate: rules,
  });
  const { isNew } = form.values;
  const [wait, setWait] = useCountdown();
  useEffect(() => setWait(secondsToWait(replace.error)), [replace.error, setWait]);

  const field = (name: Exclude<keyof typeof form.values, "isNew">) => ({
    ...form.getInputProps(name),
    autoComplete: "off",
    spellCheck: false,
  });
  const send = async (typed: typeof form.values): Promise<void> => {
    const { login, name, witness, password, ...proof } = replacing.parse(typed);
    const done = await replace.run({
      administrator: { login, name: typed.isNew ? name : null },
      recoveryCode: proof.recoveryCode,
      witness: witness === "" ? null : { login: witness, password },
      reason: proof.reason,
    });
    if (done !== undefined) setMade(done);
  };
  const submit = form.onSubmit((typed) => {
    if (wait === 0) void send(typed);
  });

  if (made !== null) return <Made status={status} made={made} onBack={onBack} />;
  return (
    <StartLayout title={text.title} lead={text.lead} wide demo={status.demo}>
      <StartForm onSubmit={submit} aria-label={text.title}>
        <SimpleGrid cols={2} spacing="xl">
          <fieldset>
            <legend>{text.whom}</legend>
            <SegmentedControl
              aria-label={text.whom}
              value={isNew ? "new" : "present"}
              onChange={(value) => form.setFieldValue("isNew", value === "new")}
              data={[
                { value: "new", label: text.another },
                { value: "present", label: text.present },
              ]}
              fullWidth
            />
            <TextInput label={isNew ? text.newLogin : text.presentLogin} maxLength={40} autoFocus {...field("login")} />
            {isNew ? <TextInput label={text.name} maxLength={40} {...field("name")} /> : null}
            <TextInput label={text.reason} maxLength={200} {...field("reason")} />
          </fieldset>
          <fieldset>
            <legend>{text.proof}</legend>
            <TextInput label={text.code} description={text.codeHelp} maxLength={200} {...field("recoveryCode")} />
            <TextInput label={text.witness} description={text.witnessHelp} maxLength={40} {...field("witness")} />
            <PasswordInput label={text.password} maxLength={200} {...field("password")} />
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
