import { Badge, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { ReviewRow } from "../../src-shared/contract/index.ts";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { useCall } from "../app/calls/queries.ts";
import { DueMark } from "../ui/dates/due-mark.tsx";
import { focusWhenFree } from "../ui/focus.ts";
import { dayAndTime } from "../ui/dates/format.ts";
import { ListBox, RowTable, type Column } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { useWorkToday } from "../ui/calls/work-today.ts";
import { text } from "./text.ts";
import { Page, PageFoot, PageHead, PageTotal } from "../ui/page/page.tsx";

const { columns } = text.queue;
const COLUMNS: readonly Column<ReviewRow>[] = [
  { id: "name", title: columns.name, cell: (row) => <strong>{row.name}</strong> },
  { id: "matter", title: columns.matter, cell: (row) => row.matterTitle },
  {
    id: "amount",
    title: columns.amount,
    numeric: true,
    cell: (row) => (row.amountFen === null ? "" : formatYuan(row.amountFen)),
  },
  { id: "why", title: columns.why, widest: "26em", cell: (row) => <span title={row.why}>{row.why}</span> },
  {
    id: "maker",
    title: columns.maker,
    cell: (row) => (
      <>
        {row.maker}
        {row.mine ? (
          <Badge variant="outline" color="gray" size="sm" ml={6}>
            {text.queue.mine}
          </Badge>
        ) : null}
      </>
    ),
  },
  { id: "waiting", title: columns.waiting, className: "tabular", cell: (row) => dayAndTime(row.waitingSince) },
  { id: "due", title: columns.due, cell: (row) => <DueMark due={row.due} short /> },
  { id: "receipt", title: columns.receipt, className: "mono", cell: (row) => row.receiptNumber },
];

/** What waits for a second person, the longest waiting first. */
export function ReviewQueue() {
  const navigate = useNavigate();
  const queue = useCall("review.queue", {});
  // Asking for the queue by itself would keep a session from locking; the number beside the menu does not.
  const waiting = useWorkToday().data?.toReview;
  const { refetch } = queue;
  useEffect(() => {
    if (waiting !== undefined) void refetch();
  }, [waiting, refetch]);
  const rows = queue.data ?? [];
  const keys = useTableKeys(rows.length);
  const loaded = queue.data !== undefined;
  const { body } = keys;
  useEffect(() => (loaded ? focusWhenFree(() => body.current?.querySelector("tr")) : undefined), [loaded, body]);

  return (
    <Page>
      <PageHead>
        <h1>{text.queue.title}</h1>
        {loaded ? <PageTotal>{text.queue.total(rows.length, rows.filter(({ mine }) => mine).length)}</PageTotal> : null}
      </PageHead>
      <ListBox query={queue} empty={rows.length === 0} none={text.queue.none}>
        <RowTable
          label={text.queue.title}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          keys={keys}
          open={{
            label: ({ name, receiptNumber }) => text.queue.open(name, receiptNumber ?? ""),
            act: ({ id }) => void navigate({ to: "/review/$caseId", params: { caseId: id } }),
          }}
        />
      </ListBox>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {text.queue.hint}
        </Text>
      </PageFoot>
    </Page>
  );
}
