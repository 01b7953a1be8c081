import { Button, Group, Loader, Table, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { AuditRowView } from "../../../src-shared/contract/reports.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { auditText as text } from "./audit-text.ts";
import type { AuditPages } from "./use-audit-pages.ts";
import { PageFoot } from "../../ui/page/page.tsx";
import classes from "./audit-table.module.css";

const SHOWN_OF_HASH = 10;
const { columns } = text;

/** Rows of the audit, newest first, a page at a time. */
export function AuditTable({
  label,
  none,
  found,
}: {
  readonly label: string;
  readonly none: string;
  readonly found: AuditPages;
}) {
  const { query, number, newer, older } = found;
  const rows = query.data?.rows ?? [];
  return (
    <>
      {query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div className={`table-box ${classes.auditBox}`}>
        <Table className={classes.audit} aria-label={label} aria-busy={query.isPlaceholderData}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className="number">
                {columns.sequence}
              </Table.Th>
              <Table.Th scope="col">{columns.at}</Table.Th>
              <Table.Th scope="col">{columns.clerk}</Table.Th>
              <Table.Th scope="col">{columns.operation}</Table.Th>
              <Table.Th scope="col">{columns.detail}</Table.Th>
              <Table.Th scope="col">{columns.subject}</Table.Th>
              <Table.Th scope="col">{columns.hash}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.sequence} row={row} />
            ))}
          </Table.Tbody>
        </Table>
        {query.isLoading ? <Loader m="xl" /> : null}
        {query.data !== undefined && rows.length === 0 ? <p className="table-none">{none}</p> : null}
      </div>
      <PageFoot>
        <Group gap="sm">
          <Button
            variant="default"
            size="compact-md"
            disabled={newer === null}
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={() => newer?.()}
          >
            {text.newer}
          </Button>
          <span className="tabular">{text.page(number)}</span>
          <Button
            variant="default"
            size="compact-md"
            disabled={older === null}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => older?.()}
          >
            {text.older}
          </Button>
        </Group>
      </PageFoot>
    </>
  );
}

function Row({ row }: { readonly row: AuditRowView }) {
  return (
    <tr>
      <td className="number tabular">{row.sequence}</td>
      <td className={`tabular ${classes.auditTime}`}>{row.time}</td>
      <td>
        {row.clerk}{" "}
        <Text span size="sm" c="dimmed">
          {row.clerkLogin}
        </Text>
      </td>
      <td title={row.operation}>{row.title}</td>
      <td className={classes.auditDetail}>{row.detail}</td>
      <td className={classes.auditSubjects}>
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
