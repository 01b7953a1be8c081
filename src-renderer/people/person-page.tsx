import { Box, Button, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { IconEdit, IconEye, IconEyeSearch, IconWritingSign } from "@tabler/icons-react";
import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonCorrection, PersonFile, TimelineEntry } from "../../src-shared/contract/people.ts";
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { kindOf } from "../../src-shared/domain/identity/kinds.ts";
import { CASE_LIST } from "../../src-shared/lists/cases.ts";
import { CASE_EVENT_LABELS } from "../../src-shared/text/labels.ts";
import { DOCUMENT_NAMES, NUMBER_NAMES, SEX_NAMES, sexName, shownIdentity } from "../../src-shared/text/identity.ts";
import { useCall } from "../app/calls/queries.ts";
import { useCommands, type Command } from "../app/keys/commands.tsx";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { receiptNumberOf } from "../ui/receipt-number.tsx";
import { DueMark } from "../ui/dates/due-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { screenColumns } from "../ui/tables/list-columns.tsx";
import { RowTable, TableBox } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { CorrectDialog } from "./correct-dialog.tsx";
import { NewMatterDialog } from "./new-matter-dialog.tsx";
import { RevealDialog } from "./reveal-dialog.tsx";
import { text } from "./text.ts";
import { EmptyPage } from "../ui/page/page.tsx";
import { Card } from "../ui/page/card.tsx";
import { WorkActs, WorkBar } from "../ui/page/work-bar.tsx";
import { FileBody } from "../ui/page/file-body.tsx";
import { Facts } from "../ui/page/facts.tsx";
import { Lines } from "../ui/page/lines.tsx";
import { FileTitle, WorkPage } from "../ui/page/work-page.tsx";
import { DifferenceList } from "../ui/page/difference-list.tsx";

/** One person across all cases. */
export function PersonPage({ personId }: { readonly personId: string }) {
  const found = useCall("people.get", { id: personId });
  if (found.data === undefined) {
    return (
      <EmptyPage label={text.page.loading}>
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <Loader />}
      </EmptyPage>
    );
  }
  return <Person file={found.data} />;
}

function Person({ file }: { readonly file: PersonFile }) {
  const { history } = useRouter();
  const [dialog, setDialog] = useState<"reveal" | "correct" | "matter" | null>(null);
  const mayCorrect = useMay("people.correct");
  const mayStart = useMay("drafts.startFor");
  const oversees = useMay("audit.list");
  const navigate = useNavigate();
  const showLooks = (): void =>
    void navigate({
      to: "/admin/$page",
      params: { page: "looks" },
      search: { person: file.id, about: `${file.name} ${shownIdentity(file)}` },
    });
  const commands: Command[] = [
    { id: "back", label: text.page.back, key: "Escape", run: () => history.back() },
    { id: "reveal", label: text.page.reveal, key: "F7", run: () => setDialog("reveal") },
  ];
  if (mayCorrect) commands.push({ id: "correct", label: text.page.correct, key: "F8", run: () => setDialog("correct") });
  if (mayStart) commands.push({ id: "new", label: text.page.newMatter, key: "F4", run: () => setDialog("matter") });
  if (oversees) commands.push({ id: "looks", label: text.page.looks, run: showLooks });
  useCommands(commands);
  const facts: readonly (readonly [string, string])[] = [
    [
      NUMBER_NAMES[file.identityKind],
      file.identityKind === "none" ? text.page.noNumber(file.noNumberBecause) : file.maskedIdentityNumber,
    ],
    [text.page.phone, file.maskedPhone === "" ? text.page.none : file.maskedPhone],
    [text.page.birth, file.birthDate ?? text.page.none],
    [text.page.sex, file.sex === null ? text.page.none : SEX_NAMES[file.sex]],
  ];
  return (
    <WorkPage>
      <WorkBar back={text.page.back} onBack={() => history.back()}>
        <FileTitle name={file.name} about={text.page.title} />
        <WorkActs>
          {oversees ? (
            <Button variant="default" leftSection={<IconEyeSearch size={18} stroke={1.7} aria-hidden />} onClick={showLooks}>
              {text.page.looks}
            </Button>
          ) : null}
          <Button
            variant="default"
            leftSection={<IconEye size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F7" />}
            onClick={() => setDialog("reveal")}
          >
            {text.page.reveal}
          </Button>
          {mayCorrect ? (
            <Button
              variant="default"
              leftSection={<IconEdit size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F8" />}
              onClick={() => setDialog("correct")}
            >
              {text.page.correct}
            </Button>
          ) : null}
          {mayStart ? (
            <Button
              leftSection={<IconWritingSign size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F4" />}
              onClick={() => setDialog("matter")}
            >
              {text.page.newMatter}
            </Button>
          ) : null}
        </WorkActs>
      </WorkBar>
      <FileBody
        aside={
          <>
            <Card title={text.page.title}>
              <Facts>
                {facts.map(([title, value]) => (
                  <Fact key={title} title={title} value={value} />
                ))}
              </Facts>
            </Card>
            <Corrections corrections={file.corrections} />
          </>
        }
      >
        <Stack gap="lg" px="md" py="sm">
          <Cases file={file} />
          <Timeline entries={file.timeline} />
        </Stack>
      </FileBody>
      {dialog === "reveal" ? <RevealDialog personId={file.id} name={file.name} onClose={() => setDialog(null)} /> : null}
      {dialog === "matter" ? <NewMatterDialog file={file} onClose={() => setDialog(null)} /> : null}
      {dialog === "correct" ? <CorrectDialog file={file} onClose={() => setDialog(null)} /> : null}
    </WorkPage>
  );
}

function Fact({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd className="mono">{value}</dd>
    </>
  );
}

const CASE_COLUMNS = screenColumns(
  CASE_LIST,
  {
    matter: { cell: (row) => <strong>{row.matterTitle}</strong> },
    state: { cell: (row) => <CaseStateMark of={row} /> },
    receipt: { cell: receiptNumberOf },
    outcome: { widest: "20em", cell: (row) => <span title={row.headline}>{row.headline}</span> },
    due: { cell: (row) => <DueMark due={row.due} short /> },
  },
  { only: ["matter", "state", "receipt", "outcome", "due", "updated"] },
);

function Cases({ file: { cases } }: { readonly file: PersonFile }) {
  const navigate = useNavigate();
  const keys = useTableKeys(cases.length);
  return (
    <section aria-label={text.page.cases(cases.length)}>
      <Title order={2} fz="md" mb={6}>
        {text.page.cases(cases.length)}
      </Title>
      {cases.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noCases}
        </Text>
      ) : (
        <TableBox>
          <RowTable
            label={text.page.cases(cases.length)}
            columns={CASE_COLUMNS}
            rows={cases}
            keyOf={({ id }) => id}
            keys={keys}
            open={{
              label: ({ matterTitle, receiptNumber }) => text.page.openCase(matterTitle, receiptNumber ?? ""),
              act: ({ id }) => void navigate({ to: "/cases/$caseId", params: { caseId: id }, search: {} }),
            }}
          />
        </TableBox>
      )}
    </section>
  );
}

function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <section aria-label={text.page.timeline}>
      <Title order={2} fz="md" mb={6}>
        {text.page.timeline}
      </Title>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noTimeline}
        </Text>
      ) : null}
      <Lines component="ol">
        {entries.map((entry, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- one moment may bear several events of one kind; the list is replaced as a whole
          <Group key={`${entry.caseId}-${entry.at}-${at}`} component="li" gap="xs" wrap="nowrap" align="baseline">
            <Text span size="sm" c="dimmed" w="10em" flex="none" className="tabular">
              {dayAndTime(entry.at)}
            </Text>
            <Text span size="sm" fw={700} w="6em" flex="none">
              {CASE_EVENT_LABELS[entry.kind]}
            </Text>
            <Box flex={1}>
              <Link to="/cases/$caseId" params={{ caseId: entry.caseId }} search={{}}>
                {entry.matterTitle}
                {entry.receiptNumber === null ? "" : ` ${entry.receiptNumber}`}
              </Link>{" "}
              {entry.summary}
            </Box>
            <Text span size="sm" c="dimmed">
              {entry.clerk}
            </Text>
          </Group>
        ))}
      </Lines>
    </section>
  );
}

/** What a correction may have changed, in words. */
const said = (person: PersonInput): Readonly<Record<keyof typeof text.page.fields, string>> => ({
  name: person.name,
  identityKind: DOCUMENT_NAMES[kindOf(person)],
  identityNumber: person.identityNumber,
  birthDate: person.birthDate ?? "",
  sex: sexName(person.sex),
  noNumberBecause: person.noNumberBecause ?? "",
  phone: person.phone,
});
const FIELDS = Object.keys(text.page.fields) as (keyof typeof text.page.fields)[];

function Corrections({ corrections }: { readonly corrections: readonly PersonCorrection[] }) {
  return (
    <Card title={text.page.corrections}>
      {corrections.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noCorrections}
        </Text>
      ) : null}
      <DifferenceList>
        {corrections.map((correction) => (
          <li key={correction.at}>
            <small className="tabular">{text.page.by(correction.clerk, dayAndTime(correction.at))}</small>
            <Changes before={said(correction.before)} after={said(correction.after)} />
            <div>{text.page.reason(correction.reason)}</div>
          </li>
        ))}
      </DifferenceList>
    </Card>
  );
}

function Changes({ before, after }: { readonly before: ReturnType<typeof said>; readonly after: ReturnType<typeof said> }) {
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => (
    <div key={field}>
      <small>{text.page.fields[field]}</small>
      <del>{before[field] === "" ? text.page.empty : before[field]}</del>
      {" → "}
      <ins>{after[field] === "" ? text.page.empty : after[field]}</ins>
    </div>
  ));
}
