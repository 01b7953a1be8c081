import { Group, Paper, Stack, Title, type PaperProps } from "@mantine/core";
import type { ReactNode } from "react";

interface CardProps extends PaperProps {
  readonly title: string;
  /** At the right end of its head: what can be done. */
  readonly tools?: ReactNode;
  /** More of it between fields than between lines. */
  readonly gap?: "sm";
  readonly children?: ReactNode;
}

/** One matter of a screen in a frame of its own, with its heading. */
export const Card = ({ title, tools, gap, children, ...rest }: CardProps) => (
  <Paper component="section" withBorder px="md" py="sm" flex="none" aria-label={title} {...rest}>
    <Stack gap={gap ?? 6}>
      <Group justify="space-between" gap="xs">
        <Title order={2} fz="sm">
          {title}
        </Title>
        {tools}
      </Group>
      {children}
    </Stack>
  </Paper>
);
