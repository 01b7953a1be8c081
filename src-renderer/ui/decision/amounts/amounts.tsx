import type { Amount } from "../../../../src-shared/domain/decision.ts";
import { capitalYuan, formatYuan } from "../../../../src-shared/domain/money.ts";
import { text } from "../text.ts";
import { TextButton } from "../../page/text-button.tsx";
import classes from "./amounts.module.css";
import decisionClasses from "../decision.module.css";

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
    <div className={compact ? `${classes.amounts} ${classes.amountsCompact}` : classes.amounts}>
      {due.length === 0 ? null : (
        <div className={classes.amountTotal}>
          <span className={classes.amountTotalLabel}>{due.length === 1 ? due[0]?.title : text.total}</span>
          <span className={`${decisionClasses.amountTotalValue} tabular`}>
            {formatYuan(total)}
            <small>{text.yuan}</small>
          </span>
          <span className={classes.amountCapital}>{capitalYuan(total)}</span>
          {due.length === 1 && due[0] ? (
            <span className={classes.amountWho}>
              {text.payerToPayee(due[0].payer, due[0].payee)}
              <Explain amount={due[0]} onExplain={onExplain} />
            </span>
          ) : null}
        </div>
      )}
      {due.length > 1 ? <AmountTable label={text.due} rows={due} onExplain={onExplain} /> : null}
      {groups.map((group) => (
        <AmountTable key={group.label} label={group.label} rows={group.rows} onExplain={onExplain} />
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
}: {
  readonly label: string;
  readonly rows: readonly Amount[];
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <table className={classes.amountTable}>
      <caption>{label}</caption>
      <tbody>
        {rows.map((amount) => (
          <tr key={`${amount.id}-${amount.step}-${amount.title}`}>
            <th scope="row">{amount.title}</th>
            <td className={classes.amountTableWho}>
              {amount.payer === "" ? null : text.payerToPayee(amount.payer, amount.payee)}
            </td>
            <td className={`tabular ${classes.amountTableValue}`}>
              {formatYuan(amount.fen)} {text.yuan}
            </td>
            <td>
              <Explain amount={amount} onExplain={onExplain} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
