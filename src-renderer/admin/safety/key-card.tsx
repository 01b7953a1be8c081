import { Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconKey, IconLockCheck } from "@tabler/icons-react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useCall } from "../../app/calls/queries.ts";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { useMay } from "../../ui/calls/rights.ts";
import { RecoveryCodeDialog } from "./recovery-code.tsx";
import { safetyText as text } from "./safety-text.ts";
import { WeightyDialog } from "../weighty-dialog.tsx";
import { Card } from "../../ui/page/card.tsx";
import { Finding } from "../../ui/page/finding.tsx";
import { StateMark } from "../../ui/page/state-mark.tsx";

/** What keeps the key, and the code that opens the data when this machine is lost. */
export function KeyCard() {
  const found = useCall("keys.status", {});
  const mayMake = useMay("keys.newRecoveryCode");
  const [making, setMaking] = useState(false);
  const [dropping, setDropping] = useState(false);
  const keys = found.data;
  return (
    <Card title={text.keys}>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {keys === undefined ? null : (
        <>
          <StateMark tone={keys.encrypted ? "good" : "bad"}>
            {keys.encrypted ? (
              <IconLockCheck size={18} stroke={1.8} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
            )}
            {keys.encrypted ? text.encrypted : text.notEncrypted}
          </StateMark>
          {keys.encrypted ? (
            <>
              <p>{text.keptBy[keys.keptBy]}</p>
              {keys.travels ? <Finding tone="warning">{text.keyTravels}</Finding> : null}
              {keys.recoveryCodeMadeAt === null ? (
                <Finding tone="warning">{text.codeMissing}</Finding>
              ) : (
                <p>{text.codeMade(dayAndTime(keys.recoveryCodeMadeAt))}</p>
              )}
              {keys.others.map((kind) => (
                <Finding tone="warning" key={kind}>
                  {text.otherKeys[kind]}
                </Finding>
              ))}
              <Group gap="xs">
                {mayMake && keys.others.length > 0 && keys.recoveryCodeMadeAt !== null ? (
                  <Button variant="default" size="xs" onClick={() => setDropping(true)}>
                    {text.drop.act}
                  </Button>
                ) : null}
                {mayMake ? (
                  <Button
                    variant="default"
                    size="xs"

                    leftSection={<IconKey size={16} stroke={1.7} aria-hidden />}
                    onClick={() => setMaking(true)}
                  >
                    {keys.recoveryCodeMadeAt === null ? text.makeCode : text.remakeCode}
                  </Button>
                ) : null}
              </Group>
            </>
          ) : null}
        </>
      )}
      {making ? <RecoveryCodeDialog onClose={() => setMaking(false)} /> : null}
      {dropping ? <DropDialog onClose={() => setDropping(false)} /> : null}
    </Card>
  );
}

/** After moving to the other edition: what only that one used goes. */
function DropDialog({ onClose }: { readonly onClose: () => void }) {
  const drop = useAct("keys.keepOnlyPresent");
  const words = text.drop;
  const run = async (password: string): Promise<void> => {
    const keys = await drop.run({ password });
    if (keys === undefined) return;
    notifications.show({ message: words.done, color: "pine" });
    onClose();
  };
  return (
    <WeightyDialog
      title={words.title}
      body={words.body}
      password={{ label: words.password, needed: words.needed }}
      confirm={words.run}
      keep={words.keep}
      running={drop.running}
      error={drop.error}
      onConfirm={(password) => void run(password)}
      onClose={onClose}
    />
  );
}
