import { useAct } from "../ui/calls/act.ts";
import { ReasonDialog } from "../ui/dialogs/reason-dialog.tsx";
import { text } from "./text.ts";

export function CancelDialog({
  caseId,
  asks,
  onClose,
}: {
  readonly caseId: string;
  /** Somebody else has to confirm it. */
  readonly asks: boolean;
  readonly onClose: () => void;
}) {
  const cancel = useAct("cases.cancel");
  const run = async (reason: string): Promise<void> => {
    if ((await cancel.run({ id: caseId, reason })) !== undefined) onClose();
  };
  const { title, body, confirm } = asks ? text.cancel.ask : text.cancel;
  return (
    <ReasonDialog
      title={title}
      body={body}
      label={text.cancel.reason}
      needed={text.cancel.needed}
      confirm={confirm}
      keep={text.cancel.keep}
      danger
      running={cancel.running}
      error={cancel.error}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
