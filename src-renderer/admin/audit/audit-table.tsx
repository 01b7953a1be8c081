import { Button, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { AUDIT_LIST } from "../../../src-shared/lists/audit.ts";
import { screenColumns } from "../../ui/tables/list-columns.tsx";
import { ListBox, PlainTable } from "../../ui/tables/row-table.tsx";
import { auditText as text } from "./audit-text.ts";
import type { AuditPages } from "./use-audit-pages.ts";
import { PageFoot } from "../../ui/page/page.tsx";

const SHOWN_OF_HASH = 10;
const COLUMNS = screenColumns(AUDIT_LIST, {
  at: { className: "tabular" },
  clerk: {
    cell: (row) => (
      <>
        {row.clerk}{" "}
        <Text span size="sm" c="dimmed">
          {row.clerkLogin}
        </Text>
      </>
    ),
  },
  operation: { cell: (row) => <span title={row.operation}>{row.title}</span> },
  detail: { wraps: true },
  subject: {
    cell: (row) => (
      <Group component="span" gap="xs" wrap="nowrap">
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
      </Group>
    ),
  },
  hash: { cell: (row) => <span title={row.hash}>{row.hash.slice(0, SHOWN_OF_HASH)}</span> },
});

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
      <ListBox query={query} none={none} empty={rows.length === 0}>
        <PlainTable
          label={label}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ sequence }) => String(sequence)}
          busy={query.isPlaceholderData}
          dense
        />
      </ListBox>
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
