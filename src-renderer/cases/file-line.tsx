import { Anchor, Group, Text, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./file-line.module.css";

/** A paper or a stored file: its name opens it, what is known about it stands below, and at the end what else can be done. */
export const FileLine = ({
  icon,
  title,
  about,
  gone = false,
  act,
  onOpen,
  children,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly about: string;
  /** It is not part of the case any more, but still to be seen. */
  readonly gone?: boolean;
  /** What opening it is called, before its name. */
  readonly act: string;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}) => (
  <Group component="li" gap="xs" wrap="nowrap">
    {icon}
    <Anchor component="button" type="button" c="inherit" ta="left" flex={1} onClick={onOpen} className={classes.open}>
      <Text span display="block" fz="sm" fw={700} {...(gone ? { c: "dimmed", td: "line-through" } : {})}>
        <VisuallyHidden>{act} </VisuallyHidden>
        {title}
      </Text>
      <Text span display="block" size="xs" c="dimmed">
        {about}
      </Text>
    </Anchor>
    {children}
  </Group>
);
