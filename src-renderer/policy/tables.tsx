import { Table } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import type { LibraryTable } from "../../src-shared/contract/library.ts";
import { tableLine } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { text } from "./text.ts";
import classes from "./tables.module.css";
import policyClasses from "./policy.module.css";

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
    <section className={policyClasses.policySheet} aria-label={table.title} {...entry}>
      <header>
        <h2>{table.title}</h2>
        <span className="mono quiet">{table.id}</span>
        <span className={`${classes.proof} ${policyClasses.policySheetAside}`}>
          <IconShieldCheck size={16} aria-hidden />
          {text.table.proof(table.cellsProved)}
        </span>
      </header>
      <Table className={classes.decisionTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className="number">
              {text.table.row}
            </Table.Th>
            {table.inputs.map((input) => (
              <Table.Th key={input} scope="col">
                {input}
              </Table.Th>
            ))}
            {table.outputs.map((output) => (
              <Table.Th key={output} scope="col" className={classes.decisionOutput}>
                {output}
              </Table.Th>
            ))}
            <Table.Th scope="col">{text.basis}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row, index) => (
            <Table.Tr key={row.when.join("|")} data-line={tableLine(index)} data-target={line === tableLine(index) || undefined}>
              <Table.Td className="number quiet tabular">{index + 1}</Table.Td>
              {row.when.map((test, at) => (
                <Table.Td key={table.inputs[at]}>{test}</Table.Td>
              ))}
              {row.then.map((value, at) => (
                <Table.Td key={table.outputs[at]} className={classes.decisionOutput}>
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
      <UsedBy ids={table.usedBy} />
    </section>
  );
}
