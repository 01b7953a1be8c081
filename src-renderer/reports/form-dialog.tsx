import { Button, Group, NativeSelect, Paper, ScrollArea, Stack, Table, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { SHORTEST_REASON } from "../../src-shared/contract/define.ts";
import type { OthersForm, OthersFormContent } from "../../src-shared/contract/counter.ts";
import { isAtCounter } from "../../src-shared/domain/roles.ts";
import { shownIdentity } from "../../src-shared/text/identity.ts";
import { call } from "../app/calls/client.ts";
import { useSession } from "../app/session/session.tsx";
import { useClerkNames } from "../cases/case-filters.tsx";
import { useAct } from "../ui/calls/act.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { text as reportText } from "./text.ts";

const text = reportText.forms;

/** One form of somebody else: the reason is typed once, and goes with whatever is done. */
export function FormDialog({ form, onClose }: { readonly form: OthersForm; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const own = useSession().clerk.id;
  const clerks = useClerkNames();
  const handOver = useAct("drafts.handOver");
  const discard = useAct("drafts.discardOfOther");
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [to, setTo] = useState(own);
  const [read, setRead] = useState<OthersFormContent | null>(null);
  const [readError, setReadError] = useState<unknown>(null);
  const missing = reason.trim().length < SHORTEST_REASON;

  const withReason = (act: (why: string) => Promise<void>): void => {
    setAsked(true);
    if (missing) reasonField.current?.focus();
    else void act(reason.trim());
  };
  const done = (message: string): void => {
    notifications.show({ message, color: "pine" });
    onClose();
  };
  const look = async (why: string): Promise<void> => {
    try {
      setReadError(null);
      setRead(await call("drafts.look", { id: form.id, reason: why }));
    } catch (failure) {
      setReadError(failure);
    }
  };
  const give = async (why: string): Promise<void> => {
    if ((await handOver.run({ id: form.id, to, reason: why })) === undefined) return;
    done(text.handedOver(nameOf(to)));
    if (to === own) await navigate({ to: "/form/$draftId", params: { draftId: form.id }, search: {} });
  };
  const giveUp = async (why: string): Promise<void> => {
    if ((await discard.run({ id: form.id, reason: why })) !== undefined) done(text.discarded);
  };
  const takers = (clerks.data ?? []).filter(
    (clerk) => clerk.active && isAtCounter(clerk) && clerk.id !== form.clerkId && clerk.id !== own,
  );
  const nameOf = (id: string): string => clerks.data?.find((clerk) => clerk.id === id)?.name ?? "";
  const error = readError ?? handOver.error ?? discard.error;
  return (
    <Dialog
      title={text.dialog(form.name === "" ? text.nobody : form.name, form.matterTitle)}
      onClose={onClose}
      size={640}
      commands={[{ id: "hand-over", label: text.handOver, key: "F9", run: () => withReason(give) }]}
    >
      <Stack gap="sm">
        <p>{text.whoseSince(form.clerk, form.active, dayAndTime(form.updatedAt))}</p>
        {read === null ? null : <Content read={read} />}
        <Textarea
          ref={reasonField}
          label={text.reason}
          value={reason}
          maxLength={200}
          rows={2}
          data-autofocus
          error={asked && missing ? text.reasonNeeded : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <NativeSelect
          label={text.to}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={[{ value: own, label: text.myself }, ...takers.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button loading={handOver.running} onClick={() => withReason(give)} rightSection={<KeyHint name="F9" />}>
            {text.handOver}
          </Button>
          <Button variant="default" disabled={read !== null} onClick={() => withReason(look)}>
            {text.look}
          </Button>
          <Button variant="default" color="red" loading={discard.running} onClick={() => withReason(giveUp)}>
            {text.discard}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Content({ read }: { readonly read: OthersFormContent }) {
  const person = [read.name, shownIdentity(read), read.maskedPhone].filter((part) => part !== "").join("　");
  const lines = [
    { title: text.person, text: person },
    { title: text.asOf, text: read.asOf },
    ...read.answers,
    { title: text.materials, text: text.received(read.materialsReceived) },
  ];
  return (
    <Paper component="section" withBorder aria-label={text.content}>
      <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0 }}>
        <Table layout="fixed" verticalSpacing={4}>
          <Table.Tbody>
            {lines.map(({ title, text: said }) => (
              <Table.Tr key={title}>
                <Table.Th scope="row" w="40%" fw={400} c="dimmed">
                  {title}
                </Table.Th>
                <Table.Td>{said}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Paper>
  );
}
