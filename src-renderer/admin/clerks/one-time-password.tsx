import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy } from "@tabler/icons-react";
import type { NewClerkView } from "../../../src-shared/contract/office.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { clerksText } from "./clerks-text.ts";
import { Secret } from "../../ui/page/secret.tsx";

const text = clerksText.password;

/** Shown once; nothing of it is kept on the page. */
export function OneTimePassword({
  made: { clerk, oneTimePassword },
  onClose,
}: {
  readonly made: NewClerkView;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={text.title} onClose={onClose} size={480}>
      <Stack gap="sm">
        {oneTimePassword === null ? (
          <p role="status">{text.gone}</p>
        ) : (
          <>
            <p>{text.body(clerk.name, clerk.login)}</p>
            <Secret>{oneTimePassword}</Secret>
            <Text size="sm" c="dimmed">
              {text.once}
              {clerk.oneTimeUntil === null ? "" : text.until(dayAndTime(clerk.oneTimeUntil))}
            </Text>
          </>
        )}
        <Group gap="xs">
          <Button data-autofocus onClick={onClose}>
            {text.close}
          </Button>
          {oneTimePassword === null ? null : (
            <Button
              variant="default"
              leftSection={<IconCopy size={17} stroke={1.6} aria-hidden />}
              onClick={() =>
                void navigator.clipboard
                  .writeText(oneTimePassword)
                  .then(() => notifications.show({ message: text.copied, color: "pine" }))
              }
            >
              {text.copy}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
