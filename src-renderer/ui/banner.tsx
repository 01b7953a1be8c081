import { Alert, Group, Text } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A line over the page that stays until what it tells has been seen to. */
export function Banner({
  icon: Sign,
  title,
  body,
  children,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly body: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}) {
  return (
    <Alert color="red" variant="filled" radius={0} icon={<Sign size={20} aria-hidden />} role="alert">
      <Group gap="sm">
        <strong>{title}</strong>
        <Text span flex={1}>
          {body}
        </Text>
        {children}
      </Group>
    </Alert>
  );
}
