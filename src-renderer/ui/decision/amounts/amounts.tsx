import { Group, Paper, Table, Text } from "@mantine/core";
import type { Amount } from "../../../../src-shared/domain/decision.ts";
import { capitalYuan, formatYuan } from "../../../../src-shared/domain/money.ts";
import { text } from "../text.ts";
import { TextButton } from "../../page/text-button.tsx";
import classes from "./amounts.module.css";

/** What is to be paid, large and in capital characters; its parts and what is only for information, small. */
export function Amounts({
  amounts: all,
  onExplain,
  compact = false,
}: {
  /** Those that belong to a group stand in a table of their own. */
  readonly amounts: readonly Amount[];
  readonly onExplain: ((step: number) => void) | null;
  /** For a narrow column: who pays whom is left out where it is said beside. */
  readonly compact?: boolean;
}) {
  const amounts = all.filter((amount) => amount.group === "");
  const due = amounts.filter((amount) => amount.role === "due");
  const total = due.reduce((sum, amount) => sum + amount.fen, 0);
  const groups = [
    { label: text.part, rows: amounts.filter((amount) => amount.role === "part") },
    { label: text.information, rows: amounts.filter((amount) => amount.role === "information") },
  ].filter((group) => group.rows.length > 0);

  if (amounts.length === 0) return null;
  return (
    <div data-part="ungrouped">
      {due.length === 0 ? null : (
        <Paper px="sm" pt={8} pb={10} bg="var(--accent-soft)" className={classes.total}>
          <Group justify="space-between" align="baseline" gap="0 16px">
            <strong>{due.length === 1 ? due[0]?.title : text.total}</strong>
            <Text fz={compact ? 24 : 32} fw={700} lh={1.15} c="var(--accent-dark)" className="tabular">
              {formatYuan(total)}
              <Text span fz="md" ml={4}>
                {text.yuan}
              </Text>
            </Text>
          </Group>
          <Text fz="xs" ta="right" c="var(--ink-2)">
            {capitalYuan(total)}
          </Text>
          {due.length === 1 && due[0] ? (
            <Group justify="space-between" mt={2} pt={4} fz="xs" c="var(--ink-2)" className={classes.who}>
              {text.payerToPayee(due[0].payer, due[0].payee)}
              <Explain amount={due[0]} onExplain={onExplain} />
            </Group>
          ) : null}
        </Paper>
      )}
      {due.length > 1 ? <AmountTable label={text.due} rows={due} onExplain={onExplain} compact={compact} /> : null}
      {groups.map((group) => (
        <AmountTable key={group.label} label={group.label} rows={group.rows} onExplain={onExplain} compact={compact} />
      ))}
    </div>
  );
}

function Explain({ amount, onExplain }: { readonly amount: Amount; readonly onExplain: ((step: number) => void) | null }) {
  if (!onExplain) return null;
  return (
    <TextButton aria-label={text.howOf(amount.title)} onClick={() => onExplain(amount.step)}>
      {text.how}
    </TextButton>
  );
}

function AmountTable({
  label,
  rows,
  onExplain,
  compact,
}: {
  readonly label: string;
  readonly rows: readonly Amount[];
  readonly compact: boolean;
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <Table captionSide="top" verticalSpacing={4} horizontalSpacing={0} mt={8}>
      <Table.Caption mb={2} mt={0} ta="left">
        {label}
      </Table.Caption>
      <Table.Tbody>
        {rows.map((amount) => (
          <Table.Tr key={`${amount.id}-${amount.step}-${amount.title}`}>
            <th scope="row" className={classes.what}>
              {amount.title}
            </th>
            {compact ? null : (
              <Table.Td px="sm" fz="xs" c="dimmed">
                {amount.payer === "" ? null : text.payerToPayee(amount.payer, amount.payee)}
              </Table.Td>
            )}
            <Table.Td className={`tabular ${classes.value}`}>
              {formatYuan(amount.fen)} {text.yuan}
            </Table.Td>
            {onExplain === null ? null : (
              <Table.Td w={1} pl="sm">
                <Explain amount={amount} onExplain={onExplain} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
