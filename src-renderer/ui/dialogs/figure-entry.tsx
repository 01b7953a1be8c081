import { Button, Grid, Group, Paper, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import { useAct } from "../calls/act.ts";
import { formRules } from "../calls/form-rules.ts";
import { DateInput } from "../dates/date-input.tsx";
import { ErrorNotice, fieldErrors } from "../error-notice.tsx";
import { figureEntryText as text } from "./figure-entry-text.ts";
import { tidyDate } from "../dates/typed-date.ts";

const { from, to, ...fields } = calls["policy.enterFigure"].input.omit({ requestId: true, figure: true }).shape;
const typedDay = z.string().transform(tidyDate);
const entry = z.strictObject({ ...fields, from: typedDay.pipe(from), to: typedDay.pipe(to) });
const rules = formRules(entry, (path) => text.errors[path] ?? "");

/** An administrator enters a figure with its document; every decision that waits for it is asked for again. */
export function FigureEntry({
  figure,
  title,
  unit,
  date,
  onDone,
  onCancel,
}: {
  readonly figure: string;
  readonly title: string;
  readonly unit: string;
  /** ISO date for which the figure is needed; its calendar year is proposed. */
  readonly date: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const enter = useAct("policy.enterFigure");
  const year = date.slice(0, 4);
  const form = useForm({
    initialValues: { value: "", from: `${year}-01-01`, to: `${year}-12-31`, document: "", note: "" },
    validate: rules,
  });
  const refused = fieldErrors(enter.error);
  const send = async (values: typeof form.values): Promise<void> => {
    if ((await enter.run({ figure, ...entry.parse(values) })) !== undefined) onDone();
  };
  const submit = form.onSubmit((values) => void send(values));
  const errorOf = (field: keyof typeof form.values): string | undefined =>
    typeof form.errors[field] === "string" ? form.errors[field] : refused[field];
  const dateField = (field: "from" | "to") => (
    <DateInput
      label={text[field]}
      value={form.values[field]}
      onChange={(value) => form.setFieldValue(field, value)}
      tidy={tidyDate}
      error={errorOf(field)}
    />
  );

  return (
    <Paper component="form" withBorder p="sm" mt="xs" onSubmit={submit} noValidate aria-label={text.label(title)}>
      <Grid gap="sm">
        <Grid.Col span={4}>
          <TextInput
            label={text.value(unit)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            autoFocus
            data-autofocus
            {...form.getInputProps("value")}
            error={errorOf("value")}
          />
        </Grid.Col>
        <Grid.Col span={4}>{dateField("from")}</Grid.Col>
        <Grid.Col span={4}>{dateField("to")}</Grid.Col>
        <Grid.Col span={8}>
          <TextInput
            label={text.document}
            placeholder={text.documentPlaceholder}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps("document")}
            error={errorOf("document")}
          />
        </Grid.Col>
        <Grid.Col span={4}>
          <TextInput
            label={text.note}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps("note")}
            error={errorOf("note")}
          />
        </Grid.Col>
        {enter.error === null || Object.keys(refused).length > 0 ? null : (
          <Grid.Col span={12}>
            <ErrorNotice error={enter.error} />
          </Grid.Col>
        )}
      </Grid>
      <Group gap="sm" mt="sm">
        <Button type="submit" loading={enter.running}>
          {text.submit}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        ) : null}
        <Text span size="sm" c="dimmed">
          {text.marked}
        </Text>
      </Group>
    </Paper>
  );
}
