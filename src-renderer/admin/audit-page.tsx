import { Button, Loader } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconShieldCheck } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AuditRowView } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";
import { useCommands } from "../app/commands.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { FileButtons } from "../ui/export.tsx";
import { clockTime, dayText } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { AdminTabs } from "./admin-links.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { auditFilterOf, readAuditSearch, type AuditSearch } from "./audit-search.ts";
import { auditText as text } from "./audit-text.ts";
import { AuditVerdict } from "./audit-verdict.tsx";
import { UnconfirmedPairs } from "./unconfirmed.tsx";

const PAGE_SIZE = 50;
const SHOWN_OF_HASH = 10;
const FIRST_PAGE: readonly (number | null)[] = [null];

/** 审计: who did and looked at what, newest first. */
export function AuditPage({ search }: { readonly search: AuditSearch }) {
  const filter = auditFilterOf(search);
  const navigate = useNavigate();
  /** The `before` of each page that has been opened; the newest page has none. Another filter starts anew. */
  const filterKey = JSON.stringify(filter);
  const [opened, setOpened] = useState({ filterKey, pages: FIRST_PAGE });
  const pages = opened.filterKey === filterKey ? opened.pages : FIRST_PAGE;
  const setPages = (next: readonly (number | null)[]): void => setOpened({ filterKey, pages: next });
  const [verifying, setVerifying] = useState(0);
  const request = { ...filter, before: pages.at(-1) ?? null, limit: PAGE_SIZE };
  const found = useQuery({
    queryKey: ["audit.list", request],
    queryFn: () => call("audit.list", request),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const next = found.data?.next ?? null;
  const go = (change: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }): void =>
    void navigate({
      to: "/admin/$page",
      params: { page: "audit" },
      search: readAuditSearch({ ...search, ...change }),
      replace: true,
    });
  const verify = (): void => setVerifying((times) => times + 1);
  useCommands([{ id: "verify-audit", label: text.verify, key: "F8", run: verify }]);
  const { columns } = text;

  return (
    <div className="page">
      <header className="page-head">
        <AdminTabs />
        <span className="page-tools">
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={17} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={verify}
          >
            {text.verify}
          </Button>
          <FileButtons ask={(wanted) => call("audit.export", { ...filter, ...wanted })} />
        </span>
      </header>
      <AuditFilters
        search={search}
        operations={found.data?.operations ?? []}
        onChange={go}
        onClear={() => void navigate({ to: "/admin/$page", params: { page: "audit" }, search: {}, replace: true })}
      />
      <UnconfirmedPairs />
      {verifying === 0 ? null : <AuditVerdict key={verifying} />}
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="table-box audit-box">
        <table className="table audit" aria-label={text.title} aria-busy={found.isPlaceholderData}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {columns.sequence}
              </th>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.clerk}</th>
              <th scope="col">{columns.operation}</th>
              <th scope="col">{columns.detail}</th>
              <th scope="col">{columns.subject}</th>
              <th scope="col">{columns.hash}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.sequence} row={row} />
            ))}
          </tbody>
        </table>
        {found.isLoading ? <Loader m="xl" /> : null}
        {found.data !== undefined && rows.length === 0 ? <p className="table-none">{text.none}</p> : null}
      </div>
      <footer className="page-foot">
        <span className="pager">
          <Button
            variant="default"
            size="compact-md"
            disabled={pages.length === 1}
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={() => setPages(pages.slice(0, -1))}
          >
            {text.newer}
          </Button>
          <span className="tabular">{text.page(pages.length)}</span>
          <Button
            variant="default"
            size="compact-md"
            disabled={next === null || found.isPlaceholderData}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => setPages([...pages, next])}
          >
            {text.older}
          </Button>
        </span>
      </footer>
    </div>
  );
}

function Row({ row }: { readonly row: AuditRowView }) {
  return (
    <tr>
      <td className="number tabular">{row.sequence}</td>
      <td className="tabular audit-time">
        {dayText(row.at)} {clockTime(row.at)}
      </td>
      <td>
        {row.clerk} <span className="quiet">{row.clerkLogin}</span>
      </td>
      <td title={row.operation}>{row.title}</td>
      <td className="audit-detail">{row.detail}</td>
      <td className="audit-subjects">
        {row.caseId === null ? null : (
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{}}>
            {text.openCase}
          </Link>
        )}
        {row.personId === null ? null : (
          <Link to="/people/$personId" params={{ personId: row.personId }}>
            {text.openPerson}
          </Link>
        )}
      </td>
      <td className="mono" title={row.hash}>
        {row.hash.slice(0, SHOWN_OF_HASH)}
      </td>
    </tr>
  );
}
