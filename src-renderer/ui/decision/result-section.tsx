import type { ComponentProps } from "react";
import classes from "./result-section.module.css";

/** Where a decision stands, live or stored; takes the focus, so that the arrow keys scroll it. */
export const ResultSection = ({
  stale = false,
  ...rest
}: Omit<ComponentProps<"section">, "className"> & { readonly stale?: boolean }) => (
  <section tabIndex={-1} {...rest} className={classes.result} data-stale={stale || undefined} />
);
