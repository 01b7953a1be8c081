import { Anchor, type AnchorProps } from "@mantine/core";
import type { ComponentProps } from "react";
import classes from "./text-button.module.css";

/** A small act among words. */
export const TextButton = (props: AnchorProps & Omit<ComponentProps<"button">, keyof AnchorProps | "type">) => (
  <Anchor component="button" type="button" underline="always" fz="sm" {...props} className={classes.button} />
);
