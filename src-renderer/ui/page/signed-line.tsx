import { Group } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Sign } from "./sign.tsx";

/** A line of a list with a sign before it. */
export const SignedLine = ({
  icon,
  colour,
  children,
}: {
  readonly icon: Icon;
  readonly colour: string;
  readonly children: ReactNode;
}) => (
  <Group component="li" gap={8} py={2} wrap="nowrap" align="flex-start">
    <Sign icon={icon} size={17} colour={colour} />
    <span>{children}</span>
  </Group>
);
