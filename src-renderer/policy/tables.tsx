import { Table } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import type { LibraryTable } from "../../src-shared/contract/library.ts";
import { StateMark } from "../ui/page/state-mark.tsx";
import { tableLine } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { Sheet, SheetLines } from "./sheet.tsx";
import { text } from "./text.ts";
import classes from "./tables.module.css";

/** Decision tables as tables: conditions on the left, what follows on the right, the clause of each row. */
export function Tables() {
  const { catalogue } = useReading();
  return catalogue.library.tables.map((table) => <TableSheet key={table.id} table={table} />);
}

function TableSheet({ table }: { readonly table: LibraryTable }) {
  const { target } = useReading();
  const entry = useEntry("table", table.id);
  const line = target?.kind === "table" && target.id === table.id ? target.line : null;
  return (
    <Sheet
      label={table.title}
      title={table.title}
      id={table.id}
      aside={
        <StateMark tone="good">
          <IconShieldCheck size={16} aria-hidden />
          {text.table.proof(table.cellsProved)}
        </StateMark>
      }
      {...entry}
    >
      <div className={classes.wide} data-wide>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" ta="right" w={40}>
                {text.table.row}
              </Table.Th>
              {table.inputs.map((input) => (
                <Table.Th key={input} scope="col">
                  {input}
                </Table.Th>
              ))}
              {table.outputs.map((output) => (
                <Table.Th key={output} scope="col" bg="var(--accent-soft)">
                  {output}
                </Table.Th>
              ))}
              <Table.Th scope="col">{text.basis}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row, index) => (
              <Table.Tr
                key={row.when.join("|")}
                data-line={tableLine(index)}
                data-target={line === tableLine(index) || undefined}
              >
                <Table.Td ta="right" className="quiet tabular">
                  {index + 1}
                </Table.Td>
                {row.when.map((test, at) => (
                  <Table.Td key={table.inputs[at]}>{test}</Table.Td>
                ))}
                {row.then.map((value, at) => (
                  <Table.Td key={table.outputs[at]} bg="var(--accent-soft)">
                    <strong>{value}</strong>
                  </Table.Td>
                ))}
                <Table.Td>
                  <ClauseRefs ids={row.citations} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <SheetLines>
        <li>
          <UsedBy ids={table.usedBy} />
        </li>
      </SheetLines>
    </Sheet>
  );
}
