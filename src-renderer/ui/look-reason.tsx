import { useAsking } from "../app/asking.ts";
import { text } from "../app/text.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Asks why somebody else's paper, scan or list is opened; the call goes on with what is typed. */
export function LookReason() {
  const asking = useAsking();
  if (asking === undefined) return null;
  const { title, reason, needed, confirm, keep } = text.lookReason;
  return (
    <ReasonDialog
      title={title}
      body={asking.message}
      label={reason}
      needed={needed}
      confirm={confirm}
      keep={keep}
      running={false}
      error={null}
      onConfirm={asking.answer}
      onClose={() => asking.answer(null)}
    />
  );
}
