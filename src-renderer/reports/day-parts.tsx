import { Badge, Group, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type AmountSum, type DayCheckView, type DayLedger, type LedgerRowView } from "../../src-shared/contract/reports.ts";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { LEDGER_LABELS } from "../../src-shared/text/labels.ts";
import { shownIdentity } from "../../src-shared/text/identity.ts";
import { useSession } from "../app/session/session.tsx";
import { clockTime } from "../ui/dates/format.ts";
import { useMay } from "../ui/calls/rights.ts";
import { RowTable, type Column } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { StandingLine } from "../ui/page/standing-line.tsx";
import { StateMark } from "../ui/page/state-mark.tsx";
import { TextButton } from "../ui/page/text-button.tsx";
import { LEDGER_KINDS } from "../../src-shared/domain/ledger.ts";

/** Items of a check that are shown before they are asked for. */
const SHOWN_ITEMS = 4;

/** Counts by kind, amounts by kind, the receipt numbers of the day. */
export function DayFigures({ ledger }: { readonly ledger: DayLedger }) {
  const { counts, amounts, receiptNumbers, closed, rows } = ledger;
  const { amountColumns } = text.day;
  const signed = closed !== null && rows.some(({ afterClosing }) => afterClosing) ? closed.signed : null;
  return (
    <Card title={text.day.counts} gap="sm">
      <Group component="ul" grow gap={0} wrap="nowrap" align="flex-start">
        {LEDGER_KINDS.map((kind) => (
          <Stack component="li" key={kind} gap={2} ta="center">
            <Text
              component="strong"
              fz={24}
              lh={1.2}
              className="tabular"
              {...(counts[kind] === 0 ? { c: "dimmed" } : { fw: 700 })}
            >
              {counts[kind]}
            </Text>
            {LEDGER_LABELS[kind]}
            {signed === null || signed.counts[kind] === counts[kind] ? null : (
              <Text fz="xs" c="dimmed" className="tabular">
                {text.day.signedCount(signed.counts[kind])}
              </Text>
            )}
          </Stack>
        ))}
      </Group>
      <p className="quiet tabular">
        {receiptNumbers === null
          ? text.day.noReceipts
          : text.day.receipts(receiptNumbers.first, receiptNumbers.last, receiptNumbers.count, receiptNumbers.advised)}
      </p>
      {amounts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.day.noAmounts}
        </Text>
      ) : (
        <Table aria-label={text.day.amounts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{amountColumns.title}</Table.Th>
              <Table.Th scope="col">{amountColumns.way}</Table.Th>
              <Table.Th scope="col" ta="right">
                {amountColumns.count}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {amountColumns.sum}
              </Table.Th>
              {signed === null ? null : (
                <Table.Th scope="col" ta="right">
                  {amountColumns.signed}
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {amounts.map((sum) => (
              <Table.Tr key={`${sum.title} ${sum.payer} ${sum.payee}`}>
                <Table.Td>{sum.title}</Table.Td>
                <Table.Td>{text.day.way(sum.payer, sum.payee)}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {sum.count}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {formatYuan(sum.fen)}
                </Table.Td>
                {signed === null ? null : (
                  <Table.Td ta="right" className="tabular">
                    {signedText(signed.amounts, sum)}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}

/** That a closed day went on. */
export function AfterClosing({ ledger: { rows } }: { readonly ledger: DayLedger }) {
  const after = rows.filter(({ afterClosing }) => afterClosing).length;
  if (after === 0) return null;
  return (
    <StandingLine tone="warning" icon={IconAlertTriangle}>
      {text.day.afterCount(after)}
    </StandingLine>
  );
}

/** What of one kind of amount was signed, of how many cases. */
function signedText(signed: readonly AmountSum[], { title, payer, payee }: AmountSum): string {
  const sum = signed.find((one) => one.title === title && one.payer === payer && one.payee === payee);
  return text.day.signedSum(sum?.count ?? 0, formatYuan(sum?.fen ?? 0));
}

/** What is to be seen to before the day is closed, each item leading to its case. */
export function DayChecks({ ledger: { checks } }: { readonly ledger: DayLedger }) {
  return (
    <Card title={text.day.checks}>
      <Stack component="ul" gap="sm">
        {checks.map((check) => (
          <Check key={check.kind} check={check} />
        ))}
      </Stack>
    </Card>
  );
}

function Check({ check }: { readonly check: DayCheckView }) {
  const [all, setAll] = useState(false);
  const items = all ? check.items : check.items.slice(0, SHOWN_ITEMS);
  const Icon = check.passed ? IconCircleCheck : IconAlertTriangle;
  return (
    <li>
      <StateMark tone={check.passed ? "good" : "bad"}>
        <Icon size={18} stroke={1.8} aria-hidden />
        <Text span inherit c="var(--ink)">
          {text.day.checkKinds[check.kind]}
        </Text>
        {check.passed ? text.day.passed : text.day.failed}
      </StateMark>
      <p>{check.message}</p>
      <Stack component="ul" gap={2} pl={23}>
        {items.map((item) => (
          <li key={item.text}>
            {item.caseId === null ? (
              <FormsOf item={item} />
            ) : (
              <Link to="/cases/$caseId" params={{ caseId: item.caseId }} search={{}}>
                {item.text}
              </Link>
            )}
          </li>
        ))}
      </Stack>
      {items.length < check.items.length ? (
        <TextButton onClick={() => setAll(true)}>{text.day.more(check.items.length - items.length)}</TextButton>
      ) : null}
    </li>
  );
}

/** Leads to the forms, for those who may see to them. */
function FormsOf({ item: { text: words, clerkId } }: { readonly item: DayCheckView["items"][number] }) {
  const may = useMay("drafts.ofOthers");
  const own = useSession().clerk.id;
  if (clerkId === undefined || !may || clerkId === own) return words;
  return (
    <Link to="/reports/forms" search={{ clerk: clerkId }}>
      {words}
    </Link>
  );
}

const { columns } = text.day;
const COLUMNS: readonly Column<LedgerRowView>[] = [
  { id: "time", title: columns.time, className: "tabular", cell: (row) => clockTime(row.at).slice(0, 5) },
  {
    id: "kind",
    title: columns.kind,
    cell: (row) => (
      <>
        {LEDGER_LABELS[row.kind]}
        {row.afterClosing ? (
          <Badge variant="light" color="red" ml={6}>
            {text.day.afterClosing}
          </Badge>
        ) : null}
      </>
    ),
  },
  { id: "receipt", title: columns.receipt, className: "mono", cell: (row) => row.receiptNumber },
  { id: "name", title: columns.name, cell: (row) => <strong>{row.name}</strong> },
  { id: "identity", title: columns.identity, className: "mono", cell: shownIdentity },
  { id: "matter", title: columns.matter, cell: (row) => row.matterTitle },
  {
    id: "amount",
    title: columns.amount,
    numeric: true,
    cell: (row) => (row.amountFen === null ? "" : formatYuan(row.amountFen)),
  },
  { id: "clerk", title: columns.clerk, cell: (row) => row.clerk },
];

/** Everything that happened, in the order it did. */
export function DayRows({ ledger: { rows } }: { readonly ledger: DayLedger }) {
  const navigate = useNavigate();
  const keys = useTableKeys(rows.length);
  return (
    <Card title={text.day.rows}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.day.noRows}
        </Text>
      ) : (
        <RowTable
          label={text.day.rows}
          columns={COLUMNS}
          rows={rows}
          // a case may do the same twice in one moment; the list is replaced as a whole
          keyOf={(row, at) => `${row.caseId}-${row.kind}-${at}`}
          keys={keys}
          open={{
            label: ({ name, receiptNumber }) => text.day.open(name, receiptNumber ?? ""),
            act: ({ caseId }) => void navigate({ to: "/cases/$caseId", params: { caseId }, search: {} }),
          }}
        />
      )}
    </Card>
  );
}
