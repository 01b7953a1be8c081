import { Group, UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import classes from "./go-to-list.module.css";

/** What is still to be done in the form; each line leads to its field. */
export const GoToList = ({
  lines,
  onGoTo,
}: {
  readonly lines: readonly { readonly field: string; readonly message: string }[];
  readonly onGoTo: (field: string) => void;
}) => (
  <ul>
    {lines.map(({ field, message }) => (
      <li key={field}>
        <UnstyledButton w="100%" px={4} py={6} fz="sm" className={classes.line} onClick={() => onGoTo(field)}>
          <Group component="span" gap={6} wrap="nowrap">
            <IconArrowRight size={15} color="var(--accent)" aria-hidden />
            {message}
          </Group>
        </UnstyledButton>
      </li>
    ))}
  </ul>
);
