import type { BackupView } from "../../src-shared/contract/office-views.ts";
import { backupTableText as text } from "./backup-table-text.ts";
import { clockTime, dayText } from "./format.ts";
import { sizeText } from "./sizes.ts";
import { useTableKeys } from "./table-keys.ts";

/** Several may be made in a minute. */
const moment = (at: string): string => `${dayText(at)} ${clockTime(at)}`;

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
  const { columns } = text;
  return (
    <>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.reason}</th>
            {placeOf ? <th scope="col">{columns.place}</th> : null}
            <th scope="col" className="number">
              {columns.cases}
            </th>
            <th scope="col" className="number">
              {columns.people}
            </th>
            <th scope="col">{columns.lastReceipt}</th>
            <th scope="col" className="number">
              {columns.size}
            </th>
          </tr>
        </thead>
        <tbody ref={keys.body}>
          {rows.map((row, at) => (
            <tr
              key={`${row.folder} ${row.name}`}
              {...(onOpen ? { "aria-label": text.open(moment(row.at)), ...keys.row(at, () => onOpen(row)) } : {})}
            >
              <td className="tabular">{moment(row.at)}</td>
              <td>{text.reasons[row.reason]}</td>
              {placeOf ? <td>{placeOf(row)}</td> : null}
              {row.holds === null ? (
                <td colSpan={3} className="quiet">
                  {text.noKey}
                </td>
              ) : (
                <>
                  <td className="number tabular">{row.holds.cases}</td>
                  <td className="number tabular">{row.holds.people}</td>
                  <td className="mono">{row.holds.lastReceiptNumber}</td>
                </>
              )}
              <td className="number tabular">{sizeText(row.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="table-none">{text.none}</p> : null}
    </>
  );
}
