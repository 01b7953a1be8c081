import { Box, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** One case, one person, one form: a bar on top, the rest of the height for what it is about. */
export const WorkPage = ({ children }: { readonly children: ReactNode }) => (
  <Stack gap={0} h="100%" mih={0}>
    {children}
  </Stack>
);

/** What a file is: whose, of which matter, and beside it what tells how it stands. */
export const FileTitle = ({
  name,
  about,
  children,
}: {
  readonly name: string;
  readonly about?: string;
  readonly children?: ReactNode;
}) => (
  <Group gap="0 16px" py={4}>
    <Title order={1}>
      {name}
      {about === undefined ? null : (
        <Text span ml="xs" fz="md" c="var(--ink-2)">
          {about}
        </Text>
      )}
    </Title>
    <Group gap="0 12px">{children}</Group>
  </Group>
);

/** An answer of the host that stands over what was asked for. */
export const PageError = ({ children }: { readonly children: ReactNode }) => (
  <Box px="md" pt="xs">
    {children}
  </Box>
);
