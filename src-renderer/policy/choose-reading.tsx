import { Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ReadingView } from "../../src-shared/contract/policy.ts";
import { useAct } from "../ui/calls/act.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { text } from "./text.ts";

/** The office chooses how an open point is read, and says why. */
export function ChooseReading({ reading, onClose }: { readonly reading: ReadingView; readonly onClose: () => void }) {
  const choose = useAct("policy.chooseReading");
  const [option, setOption] = useState(reading.chosen);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < 2;
  const run = async (): Promise<void> => {
    setAsked(true);
    if (missing) return;
    const chosen = await choose.run({ reading: reading.id, option, reason: reason.trim() });
    if (chosen !== undefined) onClose();
  };
  return (
    <Dialog title={text.reading.chooseTitle} onClose={onClose}>
      <Stack gap="sm">
        <Radio.Group label={reading.question} value={option} onChange={setOption}>
          <Stack gap="xs" mt="xs">
            {reading.options.map((one) => (
              <Radio key={one.id} value={one.id} label={one.title} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={text.reading.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          rows={2}
          error={asked && missing ? text.reading.reasonNeeded : undefined}
        />
        <Text size="sm" c="dimmed">
          {text.reading.chooseBody}
        </Text>
        {choose.error === null ? null : <ErrorNotice error={choose.error} />}
        <Group gap="xs">
          <Button loading={choose.running} onClick={() => void run()}>
            {text.reading.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.reading.cancel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
