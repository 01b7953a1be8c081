import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "../../../src-shared/contract/calls.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useAct } from "../../ui/calls/act.ts";
import { dayAndTime } from "../../ui/dates/format.ts";
import { ReasonDialog } from "../../ui/dialogs/reason-dialog.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { upgradeText as text } from "./upgrade-text.ts";
import { Card } from "../../ui/page/card.tsx";
import { Finding } from "../../ui/page/finding.tsx";

type Copy = CallOutput<"upgrade.status">["copies"][number];

/** Nothing where somebody else administrates. */
export const useUpgrade = () => useCall("upgrade.status", {}, { enabled: useMay("upgrade.status") });

/** The store as the earlier program left it: how to go back, and how to be rid of it. */
export function UpgradeCopies() {
  const copies = useUpgrade().data?.copies ?? [];
  const [removing, setRemoving] = useState<Copy | null>(null);
  if (copies.length === 0) return null;
  return (
    <Card title={text.title}>
      {copies.map((copy) => (
        <div key={copy.name}>
          <p>{text.copy(dayAndTime(copy.at), copy.version, Math.ceil(copy.bytes / 1024 / 1024))}</p>
          <Text size="sm" c="dimmed">
            {copy.name}
          </Text>
          {copy.encrypted ? <p>{text.encrypted}</p> : <Finding tone="warning">{text.plain}</Finding>}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
            onClick={() => setRemoving(copy)}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <Text size="sm" c="dimmed">
        {text.back}
      </Text>
      {removing === null ? null : <RemoveDialog copy={removing} onClose={() => setRemoving(null)} />}
    </Card>
  );
}

function RemoveDialog({ copy, onClose }: { readonly copy: Copy; readonly onClose: () => void }) {
  const remove = useAct("upgrade.removeCopy");
  const confirm = async (reason: string): Promise<void> => {
    const now = await remove.run({ name: copy.name, reason });
    if (now === undefined) return;
    notifications.show({ message: text.removed, color: "pine" });
    onClose();
  };
  return (
    <ReasonDialog
      title={text.dialog.title}
      body={text.dialog.body}
      label={text.dialog.reason}
      needed={text.dialog.needed}
      confirm={text.remove}
      keep={text.dialog.keep}
      danger
      running={remove.running}
      error={remove.error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  );
}
