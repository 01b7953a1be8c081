import { Button, Grid, Group, Paper, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useAct } from "../calls/act.ts";
import { refusedPaths } from "../calls/check-input.ts";
import { DateInput } from "../dates/date-input.tsx";
import { ErrorNotice, fieldErrors } from "../error-notice.tsx";
import { figureEntryText as text } from "./figure-entry-text.ts";
import { tidyDate } from "../dates/typed-date.ts";

const CHECK_REQUEST_ID = "00000000-0000-4000-8000-000000000000";

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
  const client = useQueryClient();
  const enter = useAct("policy.enterFigure");
  const year = date.slice(0, 4);
  const form = useForm({
    initialValues: { value: "", from: `${year}-01-01`, to: `${year}-12-31`, document: "", note: "" },
    validate: (values) =>
      Object.fromEntries(
        refusedPaths("policy.enterFigure", { ...tidied(values), figure, requestId: CHECK_REQUEST_ID }).map((path) => [
          path,
          text.errors[path] ?? text.errors.value ?? "",
        ]),
      ),
  });
  const refused = fieldErrors(enter.error);
  const send = async (values: typeof form.values): Promise<void> => {
    const entered = await enter.run({ figure, ...tidied(values) });
    if (entered === undefined) return;
    const waiting = [
      "policy.library",
      "policy.matters",
      "policy.figuresToEnter",
      "counter.evaluate",
      "counter.span",
      "counter.compare",
    ];
    for (const key of waiting) await client.invalidateQueries({ queryKey: [key] });
    onDone();
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

function tidied(values: { value: string; from: string; to: string; document: string; note: string }) {
  return { ...values, from: tidyDate(values.from), to: tidyDate(values.to) };
}
