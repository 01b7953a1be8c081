import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { CaseSummary } from "../../src-shared/domain/case.ts";
import { CASE_LIST } from "../../src-shared/lists/cases.ts";
import { PROMISE_LIST } from "../../src-shared/lists/promises.ts";
import { MATERIAL_FORM_LABELS } from "../../src-shared/text/labels.ts";
import { useCall } from "../app/calls/queries.ts";
import { oneOf, searchOf } from "../app/search-params.ts";
import { caseFilterOf, ALL_CASES, DUES } from "../cases/case-filter.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { DueMark, PromiseMark } from "../ui/dates/due-mark.tsx";
import { ExportButtons } from "../ui/files/export.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { screenColumns } from "../ui/tables/list-columns.tsx";
import { ListBox, RowTable } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { ReportTabs } from "./report-tabs.tsx";
import { text } from "./text.ts";
import { Page, PageHead, PageTotal } from "../ui/page/page.tsx";

const PROMISE_LISTS = ["overdue", "due", "all"] as const;
export const dueSearch = searchOf({ promises: oneOf(PROMISE_LISTS), cases: oneOf(DUES) });
type DueSearch = z.output<typeof dueSearch>;

/** Rows that fit a list to work through; the export holds all. */
const MOST_ROWS = 100;

/** What people promised to bring and what has to be decided, by when. */
export function DuePage({ search }: { readonly search: DueSearch }) {
  return (
    <Page>
      <PageHead>
        <ReportTabs open="due" />
      </PageHead>
      <Promises search={search} />
      <Cases search={search} />
    </Page>
  );
}

function useGo(search: DueSearch): (change: DueSearch) => void {
  const navigate = useNavigate();
  return (change) => void navigate({ to: "/reports/due", search: { ...search, ...change }, replace: true });
}

function ListHead({
  title,
  total,
  children,
}: {
  readonly title: string;
  readonly total: number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <PageHead>
      <h2>{title}</h2>
      {children}
      <PageTotal>{total === undefined ? "" : total > MOST_ROWS ? text.due.shown(MOST_ROWS) : text.due.total(total)}</PageTotal>
    </PageHead>
  );
}

const openLabel = ({ name, receiptNumber }: CaseSummary): string => text.due.open(name, receiptNumber ?? "");

function useOpenCase(): (row: CaseSummary) => void {
  const navigate = useNavigate();
  return ({ id }) => void navigate({ to: "/cases/$caseId", params: { caseId: id }, search: {} });
}

const PROMISE_COLUMNS = screenColumns(
  PROMISE_LIST,
  {
    promisedOn: { cell: (row) => <PromiseMark {...row} /> },
    name: { cell: (row) => <strong>{row.case.name}</strong> },
    material: {
      cell: (row) => (
        <>
          {row.title}{" "}
          <Text span size="sm" c="dimmed">
            {MATERIAL_FORM_LABELS[row.form]}
          </Text>
        </>
      ),
    },
  },
  { first: ["promisedOn", "name", "phone", "material", "matter", "receipt", "clerk"] },
);

function Promises({ search }: { readonly search: DueSearch }) {
  const openCase = useOpenCase();
  const mayExport = useMay("reports.statistics");
  const go = useGo(search);
  const which = search.promises ?? "due";
  const found = useCall("promises.list", { which, limit: MOST_ROWS, offset: 0 }, { keep: true });
  const rows = found.data?.rows ?? [];
  const keys = useTableKeys(rows.length);
  return (
    <Stack component="section" gap="xs" aria-label={text.due.promises}>
      <ListHead title={text.due.promises} total={found.data?.total}>
        <SegmentedControl
          size="xs"
          aria-label={`${text.due.promises}${text.due.whichLabel}`}
          value={which}
          onChange={(next) => go({ promises: next })}
          data={PROMISE_LISTS.map((value) => ({ value, label: text.due.which[value] }))}
        />
        {mayExport ? <ExportButtons what={{ what: "promises", which }} /> : null}
      </ListHead>
      <ListBox query={found} empty={rows.length === 0} none={text.due.noPromises}>
        <RowTable
          label={text.due.promises}
          columns={PROMISE_COLUMNS}
          rows={rows}
          keyOf={(row) => `${row.case.id}-${row.material}`}
          keys={keys}
          open={{ label: (row) => openLabel(row.case), act: (row) => openCase(row.case) }}
        />
      </ListBox>
    </Stack>
  );
}

const CASE_COLUMNS = screenColumns(
  CASE_LIST,
  {
    due: { cell: (row) => <DueMark due={row.due} /> },
    name: { cell: (row) => <strong>{row.name}</strong> },
    state: { cell: (row) => <CaseStateMark of={row} /> },
  },
  { only: ["due", "name", "matter", "state", "receipt", "clerk"] },
);

function Cases({ search }: { readonly search: DueSearch }) {
  const openCase = useOpenCase();
  const go = useGo(search);
  const mayExport = useMay("reports.statistics");
  const due = search.cases ?? "soon";
  const filter = caseFilterOf({ ...ALL_CASES, due, sort: "due" });
  const request = { ...filter, limit: MOST_ROWS, offset: 0 };
  const found = useCall("cases.search", request, { keep: true });
  const rows = found.data?.rows ?? [];
  const keys = useTableKeys(rows.length);
  return (
    <Stack component="section" gap="xs" aria-label={text.due.cases}>
      <ListHead title={text.due.cases} total={found.data?.total}>
        <SegmentedControl
          size="xs"
          aria-label={`${text.due.cases}${text.due.whichLabel}`}
          value={due}
          onChange={(next) => go({ cases: next })}
          data={DUES.map((value) => ({ value, label: text.due.caseWhich[value] }))}
        />
        {mayExport ? <ExportButtons what={{ what: "cases", ...filter }} /> : null}
      </ListHead>
      <ListBox query={found} empty={rows.length === 0} none={text.due.noCases}>
        <RowTable
          label={text.due.cases}
          columns={CASE_COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          keys={keys}
          open={{ label: openLabel, act: openCase }}
        />
      </ListBox>
    </Stack>
  );
}
