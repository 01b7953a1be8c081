import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { MATERIAL_FORM_LABELS } from "../../src-shared/text/labels.ts";
import { call } from "../app/client.ts";
import { caseFilterOf, ALL_CASES, DUES } from "../cases/case-filter.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { DueMark, PromiseMark } from "../ui/due-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { ExportButtons } from "../ui/export.tsx";
import { useMay } from "../ui/rights.ts";
import { useTableKeys } from "../ui/table-keys.ts";
import { ReportTabs } from "./report-tabs.tsx";
import { text } from "./text.ts";

export const PROMISE_LISTS = ["overdue", "due", "all"] as const;
export interface DueSearch {
  readonly promises?: (typeof PROMISE_LISTS)[number];
  readonly cases?: (typeof DUES)[number];
}

/** Rows that fit a list to work through; the export holds all. */
const MOST_ROWS = 100;

/** What people promised to bring and what has to be decided, by when. */
export function DuePage({ search }: { readonly search: DueSearch }) {
  return (
    <div className="page">
      <header className="page-head">
        <ReportTabs />
      </header>
      <Promises search={search} />
      <Cases search={search} />
    </div>
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
    <header className="page-head">
      <h2>{title}</h2>
      {children}
      <span className="page-total tabular" role="status">
        {total === undefined ? "" : total > MOST_ROWS ? text.due.shown(MOST_ROWS) : text.due.total(total)}
      </span>
    </header>
  );
}

function Promises({ search }: { readonly search: DueSearch }) {
  const navigate = useNavigate();
  const go = useGo(search);
  const which = search.promises ?? "due";
  const found = useQuery({
    queryKey: ["promises.list", which],
    queryFn: () => call("promises.list", { which, limit: MOST_ROWS, offset: 0 }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const keys = useTableKeys(rows.length);
  const { columns } = text.due;
  return (
    <section aria-label={text.due.promises} className="due-list">
      <ListHead title={text.due.promises} total={found.data?.total}>
        <SegmentedControl
          size="xs"
          aria-label={`${text.due.promises}${text.due.whichLabel}`}
          value={which}
          onChange={(next) => go({ promises: next })}
          data={PROMISE_LISTS.map((value) => ({ value, label: text.due.which[value] }))}
        />
        <ExportButtons what={{ what: "promises", which }} />
      </ListHead>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="table-box">
        <table className="table cases-table" aria-label={text.due.promises}>
          <thead>
            <tr>
              <th scope="col">{columns.promisedOn}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.phone}</th>
              <th scope="col">{columns.material}</th>
              <th scope="col">{columns.matter}</th>
              <th scope="col">{columns.receipt}</th>
              <th scope="col">{columns.clerk}</th>
            </tr>
          </thead>
          <tbody ref={keys.body}>
            {rows.map((row, at) => (
              <tr
                key={`${row.case.id}-${row.material}`}
                aria-label={text.due.open(row.case.name, row.case.receiptNumber ?? "")}
                {...keys.row(at, () => void navigate({ to: "/cases/$caseId", params: { caseId: row.case.id }, search: {} }))}
              >
                <td>
                  <PromiseMark {...row} />
                </td>
                <td>
                  <strong>{row.case.name}</strong>
                </td>
                <td className="mono">{row.maskedPhone}</td>
                <td>
                  {row.title} <span className="quiet">{MATERIAL_FORM_LABELS[row.form]}</span>
                </td>
                <td>{row.case.matterTitle}</td>
                <td className="mono">{row.case.receiptNumber}</td>
                <td>{row.case.clerk}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.data !== undefined && rows.length === 0 ? <p className="table-none">{text.due.noPromises}</p> : null}
      </div>
    </section>
  );
}

function Cases({ search }: { readonly search: DueSearch }) {
  const navigate = useNavigate();
  const go = useGo(search);
  const mayExport = useMay("reports.statistics");
  const due = search.cases ?? "soon";
  const filter = caseFilterOf({ ...ALL_CASES, due, sort: "due" });
  const request = { ...filter, limit: MOST_ROWS, offset: 0 };
  const found = useQuery({
    queryKey: ["cases.search", request],
    queryFn: () => call("cases.search", request),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const keys = useTableKeys(rows.length);
  const { columns } = text.due;
  return (
    <section aria-label={text.due.cases} className="due-list">
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
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="table-box">
        <table className="table cases-table" aria-label={text.due.cases}>
          <thead>
            <tr>
              <th scope="col">{columns.due}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.matter}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.receipt}</th>
              <th scope="col">{columns.clerk}</th>
            </tr>
          </thead>
          <tbody ref={keys.body}>
            {rows.map((row, at) => (
              <tr
                key={row.id}
                aria-label={text.due.open(row.name, row.receiptNumber ?? "")}
                {...keys.row(at, () => void navigate({ to: "/cases/$caseId", params: { caseId: row.id }, search: {} }))}
              >
                <td>
                  <DueMark due={row.due} />
                </td>
                <td>
                  <strong>{row.name}</strong>
                </td>
                <td>{row.matterTitle}</td>
                <td>
                  <CaseStateMark of={row} />
                </td>
                <td className="mono">{row.receiptNumber}</td>
                <td>{row.clerk}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.data !== undefined && rows.length === 0 ? <p className="table-none">{text.due.noCases}</p> : null}
      </div>
    </section>
  );
}
