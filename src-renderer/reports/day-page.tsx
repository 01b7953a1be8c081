import { ActionIcon, Button, Grid, Group, Loader, NativeSelect, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronLeft, IconChevronRight, IconLock, IconLockCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { DayLedger } from "../../src-shared/contract/reports.ts";
import { useCall } from "../app/calls/queries.ts";
import { searchOf, phrase } from "../app/search-params.ts";
import { useCommands } from "../app/keys/commands.tsx";
import { useSession } from "../app/session/session.tsx";
import { useClerkNames } from "../cases/case-filters.tsx";
import { useAct } from "../ui/calls/act.ts";
import { DateInput } from "../ui/dates/date-input.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { ExportButtons } from "../ui/files/export.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { ReasonDialog } from "../ui/dialogs/reason-dialog.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { readDate, tidyDate } from "../ui/dates/typed-date.ts";
import { AfterClosing, DayChecks, DayFigures, DayRows } from "./day-parts.tsx";
import { dayAfter } from "./days.ts";
import { ReportTabs } from "./report-tabs.tsx";
import { text } from "./text.ts";
import { UnclosedDays } from "./unclosed-days.tsx";
import { Page, PageHead, PageTools } from "../ui/page/page.tsx";
import { Finding } from "../ui/page/finding.tsx";
import { StandingLine } from "../ui/page/standing-line.tsx";

export const daySearch = searchOf({
  date: phrase,
  /** Of the clerk whose day is shown; `all` is the whole office. */
  clerk: phrase,
});
type DaySearch = z.output<typeof daySearch>;

/** 日结: what a day brought, what is still to be done, and its closing. */
export function DayPage({ search }: { readonly search: DaySearch }) {
  const session = useSession();
  const navigate = useNavigate();
  const seesAll = useMay("reports.statistics");
  const clerks = useClerkNames();
  const date = readDate(search.date ?? "") ?? session.today;
  const scope = seesAll ? (search.clerk ?? "all") : session.clerk.id;
  const clerkId = scope === "all" ? null : scope;
  const [typed, setTyped] = useState(date);
  useEffect(() => setTyped(date), [date]);
  const [closing, setClosing] = useState(false);
  const go = (change: z.input<typeof daySearch>): void =>
    void navigate({ to: "/reports/day", search: { ...search, ...change }, replace: true });
  const found = useCall("reports.day", { date, clerkId }, { keep: true });
  const ledger = found.data;
  const mayClose = ledger?.mayClose === true && ledger.date === date;
  const closeLabel = ledger?.late === true ? text.day.closeLate : text.day.close;
  useCommands(mayClose ? [{ id: "close-day", label: closeLabel, key: "F9", run: () => setClosing(true) }] : []);

  return (
    <Page>
      <PageHead>
        <ReportTabs open="day" />
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" size="lg" aria-label={text.day.previous} onClick={() => go({ date: dayAfter(date, -1) })}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <DateInput
            ariaLabel={text.day.date}
            value={typed}
            tidy={tidyDate}
            maxLength={11}
            onChange={(next) => {
              setTyped(next);
              const day = readDate(next);
              if (day !== undefined && day !== date) go({ date: day });
            }}
            error={readDate(typed) === undefined ? text.day.dateBad : undefined}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={text.day.next}
            disabled={date >= session.today}
            onClick={() => go({ date: dayAfter(date, 1) })}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
        {seesAll ? (
          <NativeSelect
            aria-label={text.day.clerk}
            value={scope}
            onChange={(event) => go({ clerk: event.currentTarget.value })}
            data={[
              { value: "all", label: text.day.wholeOffice },
              ...(clerks.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : (
          <Text span size="sm" c="dimmed">
            {text.day.own}
          </Text>
        )}
        <PageTools>
          <ExportButtons what={{ what: "day", date, clerkId }} />
          {mayClose ? (
            <Button
              leftSection={<IconLock size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F9" />}
              onClick={() => setClosing(true)}
            >
              {closeLabel}
            </Button>
          ) : null}
        </PageTools>
      </PageHead>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {ledger === undefined ? (
        found.error ? null : (
          <Loader m="xl" />
        )
      ) : (
        <Stack gap="sm" aria-busy={found.isPlaceholderData}>
          {ledger.closed === null ? null : (
            <StandingLine tone="good" icon={IconLockCheck}>
              {text.day.closed(ledger.closed.clerk, dayAndTime(ledger.closed.at), ledger.late)}
              {ledger.closed.note === "" ? null : <span>{text.day.closedNote(ledger.closed.note)}</span>}
            </StandingLine>
          )}
          <AfterClosing ledger={ledger} />
          <UnclosedDays shown={date} onChoose={(day) => go({ date: day, clerk: undefined })} />
          <Grid gap="sm">
            <Grid.Col span={7}>
              <DayFigures ledger={ledger} />
            </Grid.Col>
            <Grid.Col span={5}>
              <DayChecks ledger={ledger} />
            </Grid.Col>
          </Grid>
          <DayRows ledger={ledger} />
        </Stack>
      )}
      {closing && ledger !== undefined ? <CloseDialog ledger={ledger} onClose={() => setClosing(false)} /> : null}
    </Page>
  );
}

function CloseDialog({ ledger, onClose }: { readonly ledger: DayLedger; readonly onClose: () => void }) {
  const close = useAct("reports.closeDay");
  const failed = ledger.checks.filter(({ passed }) => !passed).length;
  const { closing } = text.day;
  const run = async (note: string): Promise<void> => {
    const closed = await close.run({ date: ledger.date, note });
    if (closed === undefined) return;
    notifications.show({ message: closing.done(ledger.date), color: "pine" });
    onClose();
  };
  return (
    <ReasonDialog
      title={ledger.late ? closing.lateTitle(ledger.date) : closing.title(ledger.date)}
      body={
        <>
          {failed === 0 ? null : <Finding tone="bad">{closing.failed(failed)}</Finding>}
          {ledger.late ? <Finding tone="bad">{closing.late}</Finding> : null}
          <Text size="sm" c="dimmed">
            {closing.body}
          </Text>
        </>
      }
      label={ledger.late ? closing.lateNote : failed === 0 ? closing.noteOptional : closing.note}
      needed={ledger.late ? closing.lateNeeded : closing.needed}
      optional={failed === 0 && !ledger.late}
      confirm={closing.confirm}
      keep={closing.keep}
      running={close.running}
      error={close.error}
      onConfirm={(note) => void run(note)}
      onClose={onClose}
    />
  );
}
