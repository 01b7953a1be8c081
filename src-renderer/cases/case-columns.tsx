import { Button, Checkbox, Popover, SimpleGrid } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { CaseSummary } from "../../src-shared/domain/case.ts";
import { CASE_LIST } from "../../src-shared/lists/cases.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { receiptNumberOf } from "../ui/receipt-number.tsx";
import { outcomeLabel } from "../ui/outcome-label.ts";
import { DueMark } from "../ui/dates/due-mark.tsx";
import { screenColumns } from "../ui/tables/list-columns.tsx";
import type { Column } from "../ui/tables/row-table.tsx";
import { text } from "./text.ts";

/** In the order of the table; the name always stands first. */
const COLUMNS: readonly Column<CaseSummary>[] = screenColumns(
  CASE_LIST,
  {
    name: { cell: (row) => <strong>{row.name}</strong> },
    matter: { widest: "clamp(8em, 14vw, 15em)", cell: (row) => <span title={row.matterTitle}>{row.matterTitle}</span> },
    state: { cell: (row) => <CaseStateMark of={row} /> },
    outcome: { cell: (row) => <span title={row.headline}>{outcomeLabel(row)}</span> },
    due: { cell: (row) => <DueMark due={row.due} short /> },
    receipt: { cell: receiptNumberOf },
  },
  { first: ["name", "identity", "matter", "state", "outcome", "amount", "due", "receipt", "clerk", "reviewer", "submitted"] },
);

const USUAL: readonly string[] = ["name", "identity", "matter", "state", "amount", "due", "receipt", "clerk", "updated"];
const KEPT_AS = "cases.columns";

/** Which columns this workplace shows; a browser that keeps nothing shows the usual ones. */
export function useCaseColumns(): { readonly columns: readonly Column<CaseSummary>[]; toggle(id: string): void } {
  const [shown, setShown] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(KEPT_AS)?.split(",") ?? USUAL;
    return kept.includes("name") ? kept : USUAL;
  });
  const toggle = useCallback((id: string) => {
    setShown((before) => {
      const next = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
      localStorage.setItem(KEPT_AS, next.join(","));
      return next;
    });
  }, []);
  return { columns: COLUMNS.filter(({ id }) => shown.includes(id)), toggle };
}

export function ColumnChooser({
  columns,
  onToggle,
}: {
  readonly columns: readonly Column<CaseSummary>[];
  readonly onToggle: (id: string) => void;
}) {
  return (
    <Popover position="top-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden />}>
          {text.list.chooseColumns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <SimpleGrid cols={2} spacing="md" verticalSpacing="xs" role="group" aria-label={text.list.chooseColumns}>
          {COLUMNS.filter(({ id }) => id !== "name").map(({ id, title }) => (
            <Checkbox
              key={id}
              size="xs"
              label={title}
              checked={columns.some((column) => column.id === id)}
              onChange={() => onToggle(id)}
            />
          ))}
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  );
}
