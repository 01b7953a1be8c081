import { Fieldset, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** Fields of a dialog that belong together, in a frame with a name. */
export const FieldBox = ({
  legend,
  lead,
  cols = 1,
  children,
}: {
  readonly legend: string;
  readonly lead: string;
  readonly cols?: number;
  readonly children: ReactNode;
}) => (
  <Fieldset
    px="md"
    pb="sm"
    bd="1px solid var(--line-strong)"
    legend={
      <Text span px={6} fw={700} c="var(--accent)">
        {legend}
      </Text>
    }
  >
    <Text size="sm" c="dimmed">
      {lead}
    </Text>
    <SimpleGrid cols={cols} spacing="sm" verticalSpacing="xs" mt="xs">
      {children}
    </SimpleGrid>
  </Fieldset>
);
