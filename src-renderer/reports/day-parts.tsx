import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DayCheckView, DayLedger } from "../../src-shared/contract/reports.ts";
import { AFTER_CLOSING, DAY_CHECK_LABELS, amountList, amountRows, ledgerList } from "../../src-shared/lists/day.ts";
import { LEDGER_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "../app/session/session.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { screenColumns } from "../ui/tables/list-columns.tsx";
import { PlainTable, RowTable } from "../ui/tables/row-table.tsx";
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
  const wentOn = rows.some(({ afterClosing }) => afterClosing);
  const signed = closed?.signed ?? ledger;
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
            {!wentOn || signed.counts[kind] === counts[kind] ? null : (
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
        <PlainTable
          label={text.day.amounts}
          columns={screenColumns(amountList(wentOn), { title: { wraps: true }, way: { wraps: true } })}
          rows={amountRows(amounts, signed.amounts)}
          keyOf={({ title, payer, payee }) => `${title} ${payer} ${payee}`}
        />
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
          {DAY_CHECK_LABELS[check.kind]}
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

const COLUMNS = screenColumns(
  ledgerList(false),
  {
    kind: {
      cell: (row) => (
        <>
          {LEDGER_LABELS[row.kind]}
          {row.afterClosing ? (
            <Badge variant="light" color="red" ml={6}>
              {AFTER_CLOSING}
            </Badge>
          ) : null}
        </>
      ),
    },
    name: { cell: (row) => <strong>{row.name}</strong> },
  },
  { first: ["time", "kind", "receipt", "name", "identity", "matter", "amount"] },
);

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
