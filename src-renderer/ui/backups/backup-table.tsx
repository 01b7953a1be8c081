import { Text } from "@mantine/core";
import type { BackupView } from "../../../src-shared/contract/safety.ts";
import { backupTableText as text } from "./backup-table-text.ts";
import { clockTime, dayText } from "../dates/format.ts";
import { RowTable, type Column } from "../tables/row-table.tsx";
import { sizeText } from "./sizes.ts";
import { useTableKeys } from "../tables/table-keys.ts";
import { StateMark } from "../page/state-mark.tsx";

/** Several may be made in a minute. */
const moment = (at: string): string => `${dayText(at)} ${clockTime(at)}`;

function Proof({ proof }: Pick<BackupView, "proof">) {
  if (proof === null)
    return (
      <Text span size="sm" c="dimmed">
        {text.proofs.none}
      </Text>
    );
  const result = proof.sound ? proof.how : "damaged";
  return (
    <StateMark tone={proof.sound ? "good" : "bad"} title={text.proofs[`${result}Why`](moment(proof.at))}>
      {text.proofs[result]}
    </StateMark>
  );
}

const { columns } = text;
const COLUMNS: readonly Column<BackupView>[] = [
  { id: "at", title: columns.at, className: "tabular", cell: ({ at }) => moment(at) },
  { id: "reason", title: columns.reason, cell: ({ reason }) => text.reasons[reason] },
  { id: "cases", title: columns.cases, numeric: true, cell: ({ holds }) => holds?.cases },
  { id: "people", title: columns.people, numeric: true, cell: ({ holds }) => holds?.people },
  {
    id: "lastReceipt",
    title: columns.lastReceipt,
    className: "mono",
    cell: ({ holds, office }) =>
      holds === null ? (
        <Text span size="sm" c="dimmed">
          {text.ofOthers(office)}
        </Text>
      ) : (
        holds.lastReceiptNumber
      ),
  },
  { id: "proof", title: columns.proof, cell: (row) => <Proof proof={row.proof} /> },
  { id: "size", title: columns.size, numeric: true, cell: ({ bytes }) => sizeText(bytes) },
];

/** Backups, newest first; with `onOpen` each row can be chosen. */
export function BackupTable({
  label,
  rows,
  placeOf,
  onOpen,
}: {
  readonly label: string;
  readonly rows: readonly BackupView[];
  /** Where several places are listed together. */
  readonly placeOf?: (backup: BackupView) => string;
  readonly onOpen?: (backup: BackupView) => void;
}) {
  const keys = useTableKeys(rows.length);
  const place: readonly Column<BackupView>[] = placeOf ? [{ id: "place", title: columns.place, cell: placeOf }] : [];
  return (
    <>
      <RowTable
        label={label}
        columns={[...COLUMNS.slice(0, 2), ...place, ...COLUMNS.slice(2)]}
        rows={rows}
        keyOf={({ folder, name }) => `${folder} ${name}`}
        keys={keys}
        open={onOpen && { label: ({ at }) => text.open(moment(at)), act: onOpen }}
      />
      {rows.length === 0 ? (
        <Text p="md" ta="center" c="dimmed">
          {text.none}
        </Text>
      ) : null}
    </>
  );
}
