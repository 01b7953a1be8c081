import type { ComponentProps } from "react";
import classes from "./facts.module.css";

/** Names and what they are, one below the other: a `dl` of our own looks. */
export const Facts = ({ wide = false, ...rest }: Omit<ComponentProps<"dl">, "className"> & { readonly wide?: boolean }) => (
  <dl {...rest} className={classes.facts} data-wide={wide || undefined} />
);
