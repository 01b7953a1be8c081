import { ScrollArea, Table, UnstyledButton } from "@mantine/core";
import { useId, useMemo } from "react";
import type { Amount } from "../../../../src-shared/domain/decision.ts";
import { formatYuan } from "../../../../src-shared/domain/money.ts";
import { groupAmounts, type AmountGroup, type Kind } from "./grouped-model.ts";
import { text } from "../text.ts";
import classes from "./grouped-amounts.module.css";

/** Colour and texture of a kind by its place; neighbours differ in both. */
const LOOKS = [
  { fill: "#0b5a4f", stroke: "", path: "" },
  { fill: "#f0d9a8", stroke: "#8a5a10", path: "M-1 7 7 -1" },
  { fill: "#5b8fa8", stroke: "#e6f0f5", path: "M0 3H6" },
  { fill: "#ffffff", stroke: "#44524e", path: "M-1 -1 7 7" },
  { fill: "#a8cfc6", stroke: "#0b5a4f", path: "M3 0V6" },
  { fill: "#c77d32", stroke: "#fff3e2", path: "M-1 7 7 -1M-1 -1 7 7" },
] as const;

const lookId = (prefix: string, kind: number): string => `${prefix}-${kind % LOOKS.length}`;

function Patterns({ prefix }: { readonly prefix: string }) {
  return (
    <svg className={classes.patterns} width="0" height="0" aria-hidden>
      <defs>
        {LOOKS.map((look, at) => (
          <pattern key={look.fill} id={lookId(prefix, at)} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={look.fill} />
            {look.path === "" ? null : <path d={look.path} stroke={look.stroke} strokeWidth="1.2" fill="none" />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

const PERCENT = new Intl.NumberFormat("zh-CN", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = (size: number): string => PERCENT.format(size);

/** Each group as a bar of shares and a line of amounts; the column heads are the legend. */
export function GroupedAmountsTable({
  amounts,
  onExplain,
}: {
  readonly amounts: readonly Amount[];
  readonly onExplain: ((step: number) => void) | null;
}) {
  const prefix = useId();
  const { kinds, groups } = useMemo(() => groupAmounts(amounts), [amounts]);
  if (groups.length === 0) return null;
  return (
    <ScrollArea type="auto" my="xs" data-wide>
      <Patterns prefix={prefix} />
      <Table captionSide="top" withRowBorders={false} data-part="shares" className={classes.table}>
        <Table.Caption mb={0} mt={0} ta="left">
          {text.shares.caption}
        </Table.Caption>
        <thead>
          <tr>
            <th scope="col">{text.shares.unit}</th>
            {kinds.map((kind, at) => (
              <th key={kind.id} scope="col">
                <svg width="14" height="11" aria-hidden>
                  <rect width="14" height="11" fill={`url(#${lookId(prefix, at)})`} className={classes.share} />
                </svg>
                {kind.title}
                {kind.payer === kind.title ? null : <small>{text.shares.payer(kind.payer)}</small>}
              </th>
            ))}
            <th scope="col">{text.shares.total}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className={classes.amounts}>
              <th scope="rowgroup">{group.title}</th>
              {kinds.map((kind) => (
                <td key={kind.id} className="tabular">
                  <ShareAmount group={group} kind={kind} onExplain={onExplain} />
                </td>
              ))}
              <td className="tabular">
                <strong>{formatYuan(group.total)}</strong>
              </td>
            </tr>
            <tr>
              <td colSpan={kinds.length + 2} className={classes.bar}>
                <Bar group={group} prefix={prefix} />
              </td>
            </tr>
          </tbody>
        ))}
      </Table>
    </ScrollArea>
  );
}

function ShareAmount({
  group,
  kind,
  onExplain,
}: {
  readonly group: AmountGroup;
  readonly kind: Kind;
  readonly onExplain: ((step: number) => void) | null;
}) {
  const share = group.shares.find(({ amount }) => amount.id === kind.id);
  if (!share) return text.shares.none;
  const yuan = formatYuan(share.amount.fen);
  if (!onExplain) return yuan;
  return (
    <UnstyledButton
      fz="inherit"
      className={classes.explain}
      aria-label={`${yuan} ${text.howOf(`${group.title} ${kind.title}`)}`}
      title={text.how}
      onClick={() => onExplain(share.amount.step)}
    >
      {yuan}
    </UnstyledButton>
  );
}

function Bar({ group, prefix }: { readonly group: AmountGroup; readonly prefix: string }) {
  const words = group.shares.map(({ amount, size }) => text.shares.share(amount.title, percent(size)));
  return (
    <svg role="img" aria-label={text.shares.bar(group.title, words)} width="100%" height="15">
      {group.shares.map(({ amount, kind, start, size }) => (
        <rect
          key={amount.id}
          x={`${start * 100}%`}
          width={`${size * 100}%`}
          height="15"
          fill={`url(#${lookId(prefix, kind)})`}
          className={classes.share}
        >
          <title>{`${amount.title} ${formatYuan(amount.fen)} ${text.yuan}（${percent(size)}）`}</title>
        </rect>
      ))}
    </svg>
  );
}
