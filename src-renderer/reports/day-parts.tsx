import { Table, Text } from "@mantine/core";
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
import { StandingLine } from "../ui/page/standing-line.tsx";
import { TextButton } from "../ui/page/text-button.tsx";
import classes from "./day-parts.module.css";
import { LEDGER_KINDS } from "../../src-shared/domain/ledger.ts";

/** Items of a check that are shown before they are asked for. */
const SHOWN_ITEMS = 4;

/** Counts by kind, amounts by kind, the receipt numbers of the day. */
export function DayFigures({ ledger }: { readonly ledger: DayLedger }) {
  const { counts, amounts, receiptNumbers, closed, rows } = ledger;
  const { amountColumns } = text.day;
  const signed = closed !== null && rows.some(({ afterClosing }) => afterClosing) ? closed.signed : null;
  return (
    <section className={classes.dayFigures} aria-label={text.day.counts}>
      <ul className={classes.dayCounts}>
        {LEDGER_KINDS.map((kind) => (
          <li key={kind} className={counts[kind] === 0 ? classes.dayCountNone : undefined}>
            <strong className="tabular">{counts[kind]}</strong>
            <span>{LEDGER_LABELS[kind]}</span>
            {signed === null || signed.counts[kind] === counts[kind] ? null : (
              <small className="tabular">{text.day.signedCount(signed.counts[kind])}</small>
            )}
          </li>
        ))}
      </ul>
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
        <Table className="day-amounts" aria-label={text.day.amounts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{amountColumns.title}</Table.Th>
              <Table.Th scope="col">{amountColumns.way}</Table.Th>
              <Table.Th scope="col" className="number">
                {amountColumns.count}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {amountColumns.sum}
              </Table.Th>
              {signed === null ? null : (
                <Table.Th scope="col" className="number">
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
                <Table.Td className="number tabular">{sum.count}</Table.Td>
                <Table.Td className="number tabular">{formatYuan(sum.fen)}</Table.Td>
                {signed === null ? null : <Table.Td className="number tabular">{signedText(signed.amounts, sum)}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
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
    <section className={classes.dayChecks} aria-label={text.day.checks}>
      <h2>{text.day.checks}</h2>
      <ul>
        {checks.map((check) => (
          <Check key={check.kind} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check }: { readonly check: DayCheckView }) {
  const [all, setAll] = useState(false);
  const items = all ? check.items : check.items.slice(0, SHOWN_ITEMS);
  const Icon = check.passed ? IconCircleCheck : IconAlertTriangle;
  return (
    <li className={check.passed ? classes.dayCheck : `${classes.dayCheck} ${classes.dayCheckFailed}`}>
      <p>
        <Icon size={18} stroke={1.8} aria-hidden />
        <strong>{text.day.checkKinds[check.kind]}</strong>
        <span className={classes.dayCheckVerdict}>{check.passed ? text.day.passed : text.day.failed}</span>
      </p>
      <p>{check.message}</p>
      <ul>
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
      </ul>
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
        {row.afterClosing ? <span className={classes.dayAfter}>{text.day.afterClosing}</span> : null}
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
    <section className={classes.dayRows} aria-label={text.day.rows}>
      <h2>{text.day.rows}</h2>
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
    </section>
  );
}
