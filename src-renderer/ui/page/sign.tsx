import { Center } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

/** A sign before words: as high as their first line, however many lines they take. */
export const Sign = ({
  icon: Drawn,
  size = 16,
  colour = "inherit",
}: {
  readonly icon: Icon;
  readonly size?: number;
  readonly colour?: string;
}) => (
  <Center component="span" inline flex="none" h="1lh" c={colour}>
    <Drawn size={size} stroke={1.8} aria-hidden />
  </Center>
);
