import { Anchor, type AnchorProps } from "@mantine/core";
import type { ComponentProps } from "react";

/** A small act among words. */
export const TextButton = (props: AnchorProps & Omit<ComponentProps<"button">, keyof AnchorProps | "type" | "className">) => (
  <Anchor component="button" type="button" underline="always" fz="sm" {...props} />
);
