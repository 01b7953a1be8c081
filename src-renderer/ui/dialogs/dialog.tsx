import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useCommands, type Command } from "../../app/keys/commands.tsx";
import { text } from "../../app/text.ts";

/** A modal dialog that also takes the keys: nothing of the screen below can be reached until it is closed. */
export function Dialog({
  title,
  onClose,
  commands = [],
  size = 560,
  fullScreen = false,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly commands?: readonly Command[];
  readonly size?: number | string;
  /** Takes the whole window, for what must be seen side by side. */
  readonly fullScreen?: boolean;
  readonly children: ReactNode;
}) {
  useCommands([{ id: "close-dialog", label: text.commands.close, key: "Escape", run: onClose }, ...commands], { modal: true });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      title={title}
      size={size}
      fullScreen={fullScreen}
      closeButtonProps={{ "aria-label": text.commands.close }}
    >
      {children}
    </Modal>
  );
}
