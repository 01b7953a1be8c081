import { IconShieldCheck } from "@tabler/icons-react";
import type { LibraryTable } from "../../src-shared/contract/library.ts";
import { tableLine } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { text } from "./text.ts";

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
    <section className="policy-sheet" aria-label={table.title} {...entry}>
      <header>
        <h2>{table.title}</h2>
        <span className="mono quiet">{table.id}</span>
        <span className="proof policy-sheet-aside">
          <IconShieldCheck size={16} aria-hidden />
          {text.table.proof(table.cellsProved)}
        </span>
      </header>
      <table className="table decision-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {text.table.row}
            </th>
            {table.inputs.map((input) => (
              <th key={input} scope="col">
                {input}
              </th>
            ))}
            {table.outputs.map((output) => (
              <th key={output} scope="col" className="decision-output">
                {output}
              </th>
            ))}
            <th scope="col">{text.basis}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={row.when.join("|")} data-line={tableLine(index)} data-target={line === tableLine(index) || undefined}>
              <td className="number quiet tabular">{index + 1}</td>
              {row.when.map((test, at) => (
                <td key={table.inputs[at]}>{test}</td>
              ))}
              {row.then.map((value, at) => (
                <td key={table.outputs[at]} className="decision-output">
                  <strong>{value}</strong>
                </td>
              ))}
              <td>
                <ClauseRefs ids={row.citations} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <UsedBy ids={table.usedBy} />
    </section>
  );
}
