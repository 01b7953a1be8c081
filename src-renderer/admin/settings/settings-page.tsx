import { Button, Checkbox, Group, Loader, SimpleGrid, Stack, Switch, Text, TextInput, type TextInputProps } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState, type ReactNode } from "react";
import type { OfficeSettingsView } from "../../../src-shared/contract/office.ts";
import { REVIEW_ROLES } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { ReasonDialog } from "../../ui/dialogs/reason-dialog.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { AdminTabs } from "../admin-links.tsx";
import { adminText } from "../admin-text.ts";
import { formOf, isChanged, settingsOf, settingsRules, type SettingsForm } from "./settings-form.ts";
import { PromiseMaterials, ReviewMatters, TimeLimits } from "./settings-lists.tsx";
import { settingsText as text } from "./settings-text.ts";
import { Card } from "../../ui/page/card.tsx";
import { Page, PageHead, PageTotal } from "../../ui/page/page.tsx";
import { Finding } from "../../ui/page/finding.tsx";

/** 单位设置: what the office settles for itself, with the reason for each change. */
export function SettingsPage() {
  const found = useCall("office.settings", {});
  return (
    <Page>
      {found.data === undefined ? (
        <>
          <PageHead>
            <AdminTabs page="settings" />
          </PageHead>
          {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <Loader m="xl" />}
        </>
      ) : (
        <SettingsEditor view={found.data} />
      )}
    </Page>
  );
}

type WholeNumber = "lockAfterMinutes" | "oneTimePasswordDays" | "longestPauseDays" | "promiseDays" | "dueSoonWorkingDays";

function SettingsEditor({ view }: { readonly view: OfficeSettingsView }) {
  const readOnly = !useMay("office.changeSettings");
  const save = useAct("office.changeSettings");
  const form = useForm<SettingsForm>({ initialValues: formOf(view.settings) });
  const [asking, setAsking] = useState(false);
  const { values } = form;
  const changed = isChanged(values, view.settings);
  const settings = settingsOf(values);
  // told while it is typed, one field by what another says
  const errors = settingsRules(values);
  const begin = (): void => {
    if (changed && settings !== null) setAsking(true);
  };
  useCommands(
    readOnly ? [] : [{ id: "save-settings", label: text.save, key: "F9", run: begin, disabled: !changed || settings === null }],
  );
  const confirm = async (reason: string): Promise<void> => {
    if (settings === null) return;
    const saved = await save.run({ settings, reason });
    if (saved === undefined) return;
    setAsking(false);
    form.setValues(formOf(saved.settings));
    notifications.show({ message: text.saving.done, color: "pine" });
  };
  const lists = { form: values, readOnly, onChange: (part: Partial<SettingsForm>) => form.setValues(part) };
  const field = (name: keyof SettingsForm) => ({ ...form.getInputProps(name), error: errors[name] });
  const whole = (name: WholeNumber, props: TextInputProps): ReactNode => (
    <TextInput {...props} {...field(name)} inputMode="numeric" disabled={readOnly} />
  );

  return (
    <>
      <PageHead>
        <AdminTabs page="settings" />
        <PageTotal>
          {view.changed === null
            ? text.usual
            : text.changed(view.changed.clerk, dayAndTime(view.changed.at), view.changed.reason)}
        </PageTotal>
        {readOnly ? null : (
          <>
            {changed ? (
              <Button variant="default" onClick={() => form.setValues(formOf(view.settings))}>
                {text.reset}
              </Button>
            ) : null}
            <Button disabled={!changed || settings === null} onClick={begin} rightSection={<KeyHint name="F9" />}>
              {changed ? text.save : text.unchanged}
            </Button>
          </>
        )}
      </PageHead>
      {readOnly ? (
        <Text size="sm" c="dimmed">
          {adminText.readOnly}
        </Text>
      ) : null}
      <SimpleGrid minColWidth={310} autoFlow="auto-fit" spacing="sm">
        <Stack gap="sm">
          <Card title={text.review} gap="sm">
            <Switch
              label={text.reviewOn}
              disabled={readOnly}
              {...(values.reviewOn ? {} : { description: text.reviewOff })}
              {...form.getInputProps("reviewOn", { type: "checkbox" })}
            />
            <TextInput
              label={text.reviewFrom}
              description={text.reviewFromHelp}
              inputMode="decimal"
              maxLength={14}
              disabled={readOnly || !values.reviewOn}
              {...field("reviewFrom")}
            />
            <Checkbox.Group
              label={text.reviewRoles}
              {...field("reviewRoles")}
              onChange={(roles) =>
                form.setFieldValue(
                  "reviewRoles",
                  REVIEW_ROLES.filter((role) => roles.includes(role)),
                )
              }
            >
              <Group gap="md" mt={4}>
                {REVIEW_ROLES.map((role) => (
                  <Checkbox key={role} value={role} label={ROLE_LABELS[role]} disabled={readOnly} />
                ))}
              </Group>
            </Checkbox.Group>
            <ReviewMatters {...lists} />
          </Card>
          <Calendar />
        </Stack>
        <Stack gap="sm">
          <Card title={text.promises} gap="sm">
            <Switch label={text.promisesOn} disabled={readOnly} {...form.getInputProps("promisesOn", { type: "checkbox" })} />
            {whole("promiseDays", {
              label: text.promiseDays,
              description: text.promiseDaysHelp,
              maxLength: 3,
            })}
            <PromiseMaterials {...lists} />
            <TextInput label={text.promiseDocument} maxLength={200} disabled={readOnly} {...field("promiseDocument")} />
          </Card>
        </Stack>
        <Stack gap="sm">
          <Card title={text.session} gap="sm">
            {whole("lockAfterMinutes", { label: text.lockAfter, description: text.lockHelp, maxLength: 3 })}
            {whole("oneTimePasswordDays", { label: text.oneTimeDays, description: text.oneTimeHelp, maxLength: 2 })}
            {whole("longestPauseDays", { label: text.longestPause, description: text.longestPauseHelp, maxLength: 2 })}
          </Card>
          <Card title={text.limits} gap="sm">
            {whole("dueSoonWorkingDays", { label: text.dueSoon, maxLength: 2 })}
            <TimeLimits {...lists} errors={errors} />
          </Card>
        </Stack>
      </SimpleGrid>
      {asking ? (
        <ReasonDialog
          title={text.saving.title}
          body={text.saving.body}
          label={text.saving.label}
          needed={text.saving.needed}
          confirm={text.saving.confirm}
          keep={text.saving.keep}
          running={save.running}
          error={save.error}
          onConfirm={(reason) => void confirm(reason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function Calendar() {
  const { data } = useCall("office.calendar", {});
  if (data === undefined) return null;
  return (
    <Card title={text.calendar}>
      <p>{text.calendarYears(data.years)}</p>
      {data.warning === null ? (
        <Text size="sm" c="dimmed">
          {text.calendarHelp}
        </Text>
      ) : (
        <Finding tone="warning">{data.warning}</Finding>
      )}
    </Card>
  );
}
