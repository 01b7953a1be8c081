import { Button, Loader } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupContents, BackupView, RestorePlan } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";
import { useAct } from "../ui/act.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useRestored } from "./restored.ts";
import { restoreText as text } from "./safety-text.ts";
import { WeightyDialog } from "./weighty-dialog.tsx";

/** First what the backup holds and what would be lost, then the act. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { folder, name } = backup;
  const plan = useQuery({
    queryKey: ["backup.inspect", folder, name],
    queryFn: () => call("backup.inspect", { folder, name }),
    gcTime: 0,
    staleTime: 0,
  });
  const [confirming, setConfirming] = useState(false);
  const ready = plan.data?.sound === true;
  const go = (): void => {
    if (ready) setConfirming(true);
  };
  if (confirming && plan.data !== undefined) return <ConfirmRestore plan={plan.data} onClose={() => setConfirming(false)} />;
  return (
    <Dialog
      title={text.title(dayAndTime(backup.at))}
      onClose={onClose}
      size={760}
      commands={[{ id: "restore", label: text.next, key: "F9", run: go, disabled: !ready }]}
    >
      <div className="finish">
        {plan.error ? <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} /> : null}
        {plan.data === undefined ? (
          plan.error ? null : (
            <p className="restore-reading" role="status">
              <Loader size="sm" />
              {text.reading}
            </p>
          )
        ) : (
          <Plan plan={plan.data} />
        )}
        <div className="finish-foot">
          {plan.data === undefined || ready ? (
            <Button color="red" disabled={!ready} onClick={go} rightSection={<KeyHint name="F9" />}>
              {text.next}
            </Button>
          ) : null}
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Plan({ plan }: { readonly plan: RestorePlan }) {
  const { sound, problems, holds, present, otherStore } = plan;
  return (
    <>
      {sound ? (
        <p className="state-good" role="status">
          <IconCircleCheck size={18} stroke={1.8} aria-hidden />
          {text.sound}
        </p>
      ) : (
        <div className="warning-line" role="alert">
          <strong>{text.damaged}</strong>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {otherStore ? (
        <p className="warning-line" role="alert">
          {text.otherStore}
        </p>
      ) : null}
      <table className="table restore-contents" aria-label={text.holds}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text.rows.cases}</span>
            </th>
            <th scope="col">{text.holds}</th>
            <th scope="col">{text.present}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{text.rows[row]}</th>
              <td className="tabular">{told(holds, row)}</td>
              <td className="tabular">{told(present, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sound ? <Lost plan={plan} /> : null}
      {sound ? <p className="quiet">{text.safety}</p> : null}
    </>
  );
}

const ROWS = ["office", "clerks", "people", "cases", "attachments", "span", "lastReceipt"] as const;

function told(contents: BackupContents | null, row: (typeof ROWS)[number]): string {
  if (contents === null) return text.unknown;
  switch (row) {
    case "office":
      return contents.office ?? "";
    case "clerks":
      return contents.clerks.join("、");
    case "people":
    case "cases":
    case "attachments":
      return String(contents[row]);
    case "span":
      return [contents.firstAt, contents.lastAt].flatMap((at) => (at === null ? [] : [dayAndTime(at)])).join(" – ");
    case "lastReceipt":
      return contents.lastReceiptNumber ?? "";
  }
}

function Lost({ plan: { lost } }: { readonly plan: RestorePlan }) {
  if (lost.writes === 0) return <p>{text.nothingLost}</p>;
  return (
    <section className="restore-lost" aria-label={text.lost}>
      <h3>
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
        {text.lost}
      </h3>
      <p>{text.lostCases(lost.cases, lost.events, lost.writes)}</p>
      {lost.receiptNumbers.length === 0 ? null : (
        <>
          <p>{text.lostReceipts(lost.receiptNumbers.length)}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list is scrolled by keyboard */}
          <ul className="restore-receipts mono" tabIndex={0}>
            {lost.receiptNumbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
          <p className="quiet">{text.lostHelp}</p>
        </>
      )}
    </section>
  );
}

function ConfirmRestore({ plan, onClose }: { readonly plan: RestorePlan; readonly onClose: () => void }) {
  const restore = useAct("backup.restore");
  const restored = useRestored();
  const { confirm } = text;
  const { folder, name, at } = plan.backup;
  const run = async (password: string, reason: string): Promise<void> => {
    const done = await restore.run({ folder, name, password, reason });
    if (done !== undefined) await restored(done);
  };
  return (
    <WeightyDialog
      title={confirm.title}
      body={
        <>
          <p>
            <strong>{text.title(dayAndTime(at))}</strong>
          </p>
          {plan.lost.writes === 0 ? (
            <p>{text.nothingLost}</p>
          ) : (
            <p>
              {text.lost}：{text.lostCases(plan.lost.cases, plan.lost.events, plan.lost.writes)}
            </p>
          )}
          <p className="quiet">{text.safety}</p>
        </>
      }
      reason={{ label: confirm.reason, needed: confirm.reasonNeeded }}
      password={{ label: confirm.password, needed: confirm.passwordNeeded }}
      confirm={confirm.run}
      keep={confirm.keep}
      danger
      running={restore.running}
      error={restore.error}
      onConfirm={(password, reason) => void run(password, reason)}
      onClose={onClose}
    />
  );
}
