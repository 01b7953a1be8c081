import { UnstyledButton } from "@mantine/core";
import type { ComponentProps } from "react";
import classes from "./top-button.module.css";

/** A button on the dark bar. */
export const TopButton = (props: Omit<ComponentProps<"button">, "type" | "className">) => (
  <UnstyledButton {...props} className={classes.button} />
);
