import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CaseView } from "../../src-shared/domain/case.ts";
import { useAct } from "../ui/act.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";

export function CancelDialog({
  caseId,
  onClose,
  onDone,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onDone: (view: CaseView) => void;
}) {
  const cancel = useAct("cases.cancel");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < 2;
  const run = async (): Promise<void> => {
    setAsked(true);
    if (missing) return;
    const cancelled = await cancel.run({ id: caseId, reason: reason.trim() });
    if (cancelled) onDone(cancelled);
  };
  return (
    <Dialog title={text.cancel.title} onClose={onClose} size={480}>
      <div className="finish">
        <p>{text.cancel.body}</p>
        <Textarea
          label={text.cancel.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          rows={2}
          data-autofocus
          error={asked && missing ? text.cancel.needed : undefined}
        />
        {cancel.error === null ? null : <ErrorNotice error={cancel.error} />}
        <div className="finish-foot">
          <Button color="red" loading={cancel.running} onClick={() => void run()}>
            {text.cancel.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.cancel.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
