import { Alert, Table, Text, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { BackupContentsView, PlannedRestore } from "../../../src-shared/contract/safety.ts";
import { ageText } from "../../../src-shared/text/age.ts";
import { dayAndTime } from "../dates/format.ts";
import { planText as text } from "./restore-plan-text.ts";
import { Finding } from "../page/finding.tsx";
import { StateMark } from "../page/state-mark.tsx";
import classes from "./restore-plan.module.css";

/** What the backup holds beside the present data, and what a restore would lose. */
export function RestorePlanView({
  plan,
  aside,
}: {
  readonly plan: PlannedRestore;
  /** What becomes of the present data; `null` where there are none. */
  readonly aside: string | null;
}) {
  const { sound, problems, holds, present, otherKey } = plan;
  // that of another key says so itself
  const otherStore = plan.otherStore && !otherKey && present !== null;
  // while nobody has shown who they are, names are left out
  const rows = ROWS.filter((row) => row !== "clerks" || (holds?.clerks.length ?? 0) > 0);
  return (
    <>
      {sound ? (
        <StateMark tone="good">
          <IconCircleCheck size={18} stroke={1.8} aria-hidden />
          {text.sound}
        </StateMark>
      ) : (
        <Finding tone="warning">
          <strong>{text.damaged}</strong>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Finding>
      )}
      <Age plan={plan} />
      {otherKey ? (
        <Finding tone="warning">
          <p>{text.otherKey(plan.backup.office)}</p>
          <p>{text.otherKeyHelp}</p>
        </Finding>
      ) : null}
      {plan.signed || otherKey ? null : <Finding tone="warning">{text.unsigned(holds?.office ?? text.unknown)}</Finding>}
      {otherStore ? <Finding tone="warning">{text.otherStore}</Finding> : null}
      {holds === null ? null : (
        <Table aria-label={text.holds}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <VisuallyHidden>{text.rows.cases}</VisuallyHidden>
              </Table.Th>
              <Table.Th scope="col">{text.holds}</Table.Th>
              {present === null ? null : <Table.Th scope="col">{text.present}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row}>
                <Table.Th scope="row">{text.rows[row]}</Table.Th>
                <Table.Td className="tabular">{told(holds, row)}</Table.Td>
                {present === null ? null : <Table.Td className="tabular">{told(present, row)}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {sound && !otherKey ? <Lost plan={plan} /> : null}
      {sound && !otherKey && aside !== null ? (
        <Text size="sm" c="dimmed">
          {aside}
        </Text>
      ) : null}
    </>
  );
}

const ROWS = ["office", "clerks", "people", "cases", "attachments", "span", "lastReceipt"] as const;

function told(contents: BackupContentsView | null, row: (typeof ROWS)[number]): string {
  if (contents === null) return text.unknown;
  switch (row) {
    case "office":
      return contents.office ?? "";
    case "clerks":
      return contents.clerks.join("、");
    case "people":
    case "cases":
    case "attachments":
      return String(contents[row]);
    case "span":
      return [contents.firstAt, contents.lastAt].flatMap((at) => (at === null ? [] : [dayAndTime(at)])).join(" – ");
    case "lastReceipt":
      return contents.lastReceiptNumber ?? "";
  }
}

function Age({ plan: { backup, ageMinutes } }: { readonly plan: PlannedRestore }) {
  const at = dayAndTime(backup.at);
  return ageMinutes === null ? (
    <Finding tone="warning">{text.fromTheFuture(at)}</Finding>
  ) : (
    <p>
      <strong>{text.age(at, ageText(ageMinutes))}</strong>
    </p>
  );
}

function Lost({ plan: { lost, holds } }: { readonly plan: PlannedRestore }) {
  if (lost === null) {
    const lastAt = holds?.lastAt ?? null;
    const lastWork = text.lastWork(holds?.lastReceiptNumber ?? null, lastAt === null ? null : dayAndTime(lastAt));
    return <Finding tone="warning">{lastWork}</Finding>;
  }
  if (lost.writes === 0) return <p>{text.nothingLost}</p>;
  return (
    <Alert
      component="section"
      role="region"
      color="red"
      icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}
      title={text.lost}
      aria-label={text.lost}
    >
      <p>{text.lostCases(lost.cases, lost.events, lost.writes)}</p>
      {lost.receiptNumbers.length === 0 ? null : (
        <>
          <p>{text.lostReceipts(lost.receiptNumbers.length)}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list is scrolled by keyboard */}
          <ul className={`${classes.receipts} mono`} tabIndex={0}>
            {lost.receiptNumbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
          <Text size="sm" c="dimmed">
            {text.lostHelp}
          </Text>
        </>
      )}
    </Alert>
  );
}
