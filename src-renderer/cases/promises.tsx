import { Box, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { IconPackageImport } from "@tabler/icons-react";
import { useState } from "react";
import type { CaseView, MaterialTick, PromiseView } from "../../src-shared/domain/case.ts";
import { MATERIAL_FORM_LABELS } from "../../src-shared/text/labels.ts";
import { useAct } from "../ui/calls/act.ts";
import { HowReceived } from "../ui/decision/materials/how-received.tsx";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { PromiseMark } from "../ui/dates/due-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { Finding } from "../ui/page/finding.tsx";
import { Lines } from "../ui/page/lines.tsx";

/** Materials accepted on a promise that have not come yet, and promises that an amendment has replaced. */
export function Promises({ view, onReceive }: { readonly view: CaseView; readonly onReceive: (() => void) | null }) {
  const replaced = view.versions.flatMap(({ replacedPromises }) => replacedPromises).reverse();
  if (view.promises.length === 0 && replaced.length === 0) return null;
  const newest = view.versions.at(-1)?.version;
  const unsigned =
    view.promises.length > 0 &&
    view.papers.some(({ kind, version, timesPrinted }) => kind === "commitment" && version === newest && timesPrinted === 0);
  return (
    <Card
      title={text.promises.title}
      tools={
        onReceive === null ? null : (
          <Button
            size="compact-sm"
            leftSection={<IconPackageImport size={16} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F3" />}
            onClick={onReceive}
          >
            {text.promises.receive}
          </Button>
        )
      }
    >
      {unsigned ? <Finding tone="bad">{text.promises.toSign}</Finding> : null}
      <Lines>
        {view.promises.map((promise) => (
          <Group key={promise.material} component="li" justify="space-between" gap="0 10px">
            <strong>{promise.title}</strong>
            <Text span size="sm" c="dimmed">
              {MATERIAL_FORM_LABELS[promise.form]} {text.promises.count(promise.count)}
            </Text>
            <Box flex="1 0 100%">
              <PromiseMark {...promise} />
            </Box>
          </Group>
        ))}
        {replaced.map((old) => (
          <Text key={`${old.version} ${old.material}`} component="li" size="xs" c="dimmed">
            <del>
              {old.title} {text.promises.until(old.promisedOn)}
            </del>
            <br />
            {text.promises.replaced(old.version, old.promisedAnewOn)}
          </Text>
        ))}
      </Lines>
    </Card>
  );
}

const asPromised = ({ material, form, count }: PromiseView): MaterialTick => ({
  id: material,
  received: true,
  form,
  count,
  how: "paper",
});

/** Which of the promised materials have come, and how. */
export function ReceiveDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const receive = useAct("cases.receivePromised");
  const [ticks, setTicks] = useState<readonly MaterialTick[]>(() =>
    view.promises.map((promise) => ({ ...asPromised(promise), received: view.promises.length === 1 })),
  );
  const came = ticks.filter(({ received }) => received);
  const change = (tick: MaterialTick): void => setTicks(ticks.map((old) => (old.id === tick.id ? tick : old)));
  const run = async (): Promise<void> => {
    if (came.length === 0) return;
    if ((await receive.run({ id: view.id, materials: [...came] })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={text.promises.receiveTitle}
      onClose={onClose}
      size={640}
      commands={[{ id: "confirm", label: text.promises.confirm, key: "F9", run: () => void run() }]}
    >
      <Stack gap="sm">
        <Lines>
          {view.promises.map((promise, at) => {
            const tick = ticks.find(({ id }) => id === promise.material) ?? asPromised(promise);
            return (
              <li key={promise.material}>
                <Checkbox
                  checked={tick.received}
                  {...(at === 0 ? { "data-autofocus": true } : {})}
                  onChange={(event) => change({ ...tick, received: event.currentTarget.checked })}
                  label={
                    <>
                      <strong>{text.promises.came(promise.title)}</strong>{" "}
                      <Text span size="sm" c="dimmed">
                        {MATERIAL_FORM_LABELS[promise.form]} {text.promises.count(promise.count)}
                      </Text>
                    </>
                  }
                />
                {tick.received ? (
                  <Box pl={32} pt={6}>
                    <HowReceived title={promise.title} tick={tick} onTick={change} />
                  </Box>
                ) : null}
              </li>
            );
          })}
        </Lines>
        {receive.error === null ? null : <ErrorNotice error={receive.error} />}
        <Group gap="xs">
          <Button
            loading={receive.running}
            disabled={came.length === 0}
            onClick={() => void run()}
            rightSection={<KeyHint name="F9" />}
          >
            {text.promises.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.promises.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
