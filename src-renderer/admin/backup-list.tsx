import { Button, Loader, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupFolderView, BackupView } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { clockTime, dayText } from "../ui/format.ts";
import { useMay } from "../ui/rights.ts";
import { useTableKeys } from "../ui/table-keys.ts";
import { RestoreDialog } from "./restore-dialog.tsx";
import { safetyText as text } from "./safety-text.ts";
import { sizeText } from "./sizes.ts";

const OTHER = "other";

/** Several may be made in a minute. */
const moment = (at: string): string => `${dayText(at)} ${clockTime(at)}`;

function Proof({ proof }: Pick<BackupView, "proof">) {
  if (proof === null) return <span className="quiet">{text.proofs.none}</span>;
  const result = proof.sound ? proof.how : "damaged";
  return (
    <span className={proof.sound ? "state-good" : "state-bad"} title={text.proofs[`${result}Why`](moment(proof.at))}>
      {text.proofs[result]}
    </span>
  );
}

/** The backups of one place, newest first; each can be looked into before anything is changed. */
export function BackupList({ folders }: { readonly folders: readonly BackupFolderView[] }) {
  const mayRestore = useMay("backup.inspect");
  const beside = folders.find(({ kind }) => kind === "beside-store")?.folder ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const folder = chosen ?? beside;
  const [other, setOther] = useState<string | null>(null);
  const [open, setOpen] = useState<BackupView | null>(null);
  const found = useQuery({
    queryKey: ["backup.list", folder],
    queryFn: () => call("backup.list", { folder }),
    enabled: folder !== null,
  });
  const rows = found.data ?? [];
  const keys = useTableKeys(rows.length);
  const { columns } = text;

  return (
    <section className="card safety-list" aria-label={text.list}>
      <header className="safety-list-head">
        <h2>{text.list}</h2>
        <NativeSelect
          size="xs"
          aria-label={text.where}
          value={other === null ? (folder ?? "") : OTHER}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === OTHER) return setOther("");
            setOther(null);
            setChosen(value);
          }}
          data={[
            ...folders.map((one) => ({ value: one.folder, label: text.folderKinds[one.kind] })),
            { value: OTHER, label: text.other },
          ]}
        />
        {other === null ? null : (
          <form
            className="safety-other"
            onSubmit={(event) => {
              event.preventDefault();
              if (other.trim() !== "") setChosen(other.trim());
            }}
          >
            <TextInput
              size="xs"
              aria-label={text.otherLabel}
              placeholder={text.otherLabel}
              value={other}
              maxLength={400}
              autoComplete="off"
              spellCheck={false}
              autoFocus
              onChange={(event) => setOther(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" variant="default">
              {text.look}
            </Button>
          </form>
        )}
      </header>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="safety-list-body">
        <table className="table" aria-label={text.list}>
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.reason}</th>
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
              <th scope="col">{columns.proof}</th>
            </tr>
          </thead>
          <tbody ref={keys.body}>
            {rows.map((row, at) => (
              <tr
                key={row.name}
                {...(mayRestore ? { "aria-label": text.open(moment(row.at)), ...keys.row(at, () => setOpen(row)) } : {})}
              >
                <td className="tabular">{moment(row.at)}</td>
                <td>{text.reasons[row.reason]}</td>
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
                <td>
                  <Proof proof={row.proof} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.isLoading ? <Loader m="md" /> : null}
        {rows.length === 0 && !found.isLoading && !found.error ? <p className="table-none">{text.none}</p> : null}
      </div>
      <p className="quiet">{mayRestore ? text.hint : text.hintReadOnly}</p>
      {open === null ? null : <RestoreDialog backup={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
