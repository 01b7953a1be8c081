import { Button, Group, Stack, Text } from "@mantine/core";
import type { ElsewhereView } from "../../../src-shared/contract/policy.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { text } from "../text.ts";
import { Facts } from "../../ui/page/facts.tsx";

/** Where to go for what is not done here, to be read out at the counter. */
export function ElsewhereDialog({
  business: { title, cityTitle, where, because, near },
  onStart,
  onClose,
}: {
  readonly business: ElsewhereView;
  /** `null` for who may not begin a form. */
  readonly onStart: ((matter: string) => void) | null;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={text.elsewhere.dialog(cityTitle, title)} onClose={onClose}>
      <Stack gap="md">
        <Facts>
          <dt>{text.elsewhere.where}</dt>
          <dd>
            <strong>{where}</strong>
          </dd>
          <dt>{text.elsewhere.because}</dt>
          <dd>{because}</dd>
          {near.length === 0 || onStart === null ? null : (
            <>
              <dt>{text.elsewhere.near}</dt>
              <Group component="dd" gap={8}>
                {near.map((matter) => (
                  <Button key={matter.id} variant="default" size="compact-md" onClick={() => onStart(matter.id)}>
                    {matter.title}
                  </Button>
                ))}
              </Group>
            </>
          )}
        </Facts>
        <Text fz="xs" c="dimmed">
          {text.elsewhere.note}
        </Text>
        <Group gap="xs">
          <Button data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.elsewhere.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
