import { Button, Group, PasswordInput, SimpleGrid, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { useAct } from "../../ui/calls/act.ts";
import { CityChoice } from "../../ui/city-choice.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { call } from "../calls/client.ts";
import { useCommands } from "../keys/commands.tsx";
import { health } from "../calls/health.ts";
import { useEnter } from "../session/session.tsx";
import { text } from "../text.ts";
import { strengthText } from "./password-strength.ts";
import { setupRules } from "./setup-rules.ts";
import { FirstRecoveryCode, type Founder } from "./first-recovery-code.tsx";
import { StartLayout } from "./start-layout.tsx";
import { useTries } from "./use-tries.ts";
import { Finding } from "../../ui/page/finding.tsx";
import { StartForm } from "./start-form.tsx";

/** Office and first administrator, then the recovery code: without it a lost key is a lost office. */
export function SetupScreen({
  status,
  onFounding,
}: {
  readonly status: SessionStatus;
  /** Whether the office is made and the page has yet to be left. */
  readonly onFounding: (founding: boolean) => void;
}) {
  const enter = useEnter();
  const [founder, setFounder] = useState<Founder | null>(null);
  const setUp = useAct("session.setup");
  const form = useForm({
    initialValues: {
      office: { code: "", name: "", cities: status.cities.length === 1 ? status.cities.map(({ id }) => id) : [] },
      login: "",
      name: "",
      password: "",
      repeat: "",
      code: "",
    },
    validateInputOnBlur: true,
    validate: setupRules(status),
  });
  const found = async (input: Parameters<typeof setUp.run>[0]): Promise<void> => {
    const clerk = await setUp.run(input);
    if (clerk === undefined) return;
    onFounding(true);
    setFounder({ clerk, office: input.office, password: input.password });
  };
  const beginRestore = useTries();
  const restore = (): void =>
    void beginRestore.attempt(async () => {
      await call("session.beginRestore", {});
      health.rescuing();
    });
  useCommands(
    status.demo || founder !== null ? [] : [{ id: "begin-restore", label: text.setup.restore, key: "F7", run: restore }],
  );
  const submit = form.onSubmit(
    ({ repeat: _repeat, ...input }) => {
      void found(input);
    },
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? "")?.focus(),
  );

  if (founder !== null) {
    const leave = (): void => void enter(founder.clerk).then(() => onFounding(false));
    return <FirstRecoveryCode founder={founder} onDone={leave} />;
  }
  return (
    <StartLayout title={text.setup.title} lead={text.setup.lead} wide demo={status.demo}>
      <StartForm onSubmit={submit} aria-label={text.setup.title}>
        <SimpleGrid cols={2} spacing="xl">
          <fieldset>
            <legend>{text.setup.office}</legend>
            <TextInput label={text.setup.name} autoFocus maxLength={60} {...form.getInputProps("office.name")} />
            <TextInput
              label={text.setup.code}
              description={text.setup.codeHelp}
              maxLength={12}
              {...form.getInputProps("office.code")}
              onChange={(event) => form.setFieldValue("office.code", event.currentTarget.value.toUpperCase())}
            />
            <CityChoice
              label={text.setup.cities}
              description={text.setup.citiesHelp}
              cities={status.cities}
              value={form.values.office.cities}
              onChange={(cities) => form.setFieldValue("office.cities", cities)}
              error={typeof form.errors["office.cities"] === "string" ? form.errors["office.cities"] : undefined}
            />
          </fieldset>
          <fieldset>
            <legend>{text.setup.administrator}</legend>
            <SimpleGrid cols={2} spacing="sm">
              <TextInput label={text.setup.person} maxLength={40} autoComplete="name" {...form.getInputProps("name")} />
              <TextInput label={text.setup.login} maxLength={40} autoComplete="username" {...form.getInputProps("login")} />
            </SimpleGrid>
            <PasswordInput
              label={text.setup.password}
              description={
                form.errors.password
                  ? undefined
                  : form.values.password === ""
                    ? text.setup.errors.password
                    : strengthText(form.values.password, form.values.login)
              }
              inputWrapperOrder={["label", "input", "description", "error"]}
              autoComplete="new-password"
              {...form.getInputProps("password")}
            />
            <PasswordInput label={text.setup.repeat} autoComplete="new-password" {...form.getInputProps("repeat")} />
          </fieldset>
        </SimpleGrid>
        {status.otherOffices.map(({ account, day }) => (
          <Finding tone="warning" key={account}>
            {text.setup.otherOffice(account, day)}
          </Finding>
        ))}
        {status.setupNeedsCode ? (
          <TextInput
            label={text.setup.startCode}
            description={text.setup.startCodeHelp}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            {...form.getInputProps("code")}
          />
        ) : null}
        {setUp.error === null ? null : <ErrorNotice error={setUp.error} />}
        {beginRestore.error === null ? null : <ErrorNotice error={beginRestore.error} />}
        <Group gap="xs">
          <Button type="submit" size="md" loading={setUp.running}>
            {text.setup.submit}
          </Button>
          {status.demo ? null : (
            <Button
              variant="default"
              size="md"
              loading={beginRestore.busy}
              onClick={restore}
              title={text.setup.restoreHelp}
              rightSection={<KeyHint name="F7" />}
            >
              {text.setup.restore}
            </Button>
          )}
        </Group>
      </StartForm>
    </StartLayout>
  );
}
