import { Button, Group, VisuallyHidden } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { KeyHint } from "../key-hint.tsx";
import classes from "./work-bar.module.css";

/** Over what is worked on: the way back, what it is, and at the right end what can be done with it. */
export function WorkBar({
  back,
  onBack,
  children,
}: {
  readonly back: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Group component="header" gap="4px 16px" className={classes.bar}>
      <Button
        variant="subtle"
        color="gray"
        px="xs"
        flex="none"
        onClick={onBack}
        title={back}
        rightSection={<KeyHint name="Escape" />}
      >
        <IconArrowLeft size={20} stroke={1.8} aria-hidden />
        <VisuallyHidden>{back}</VisuallyHidden>
      </Button>
      {children}
    </Group>
  );
}

export const WorkActs = ({ children }: { readonly children: ReactNode }) => (
  <Group gap="xs" ml="auto" wrap="nowrap">
    {children}
  </Group>
);
