import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import classes from "./side-link.module.css";

/** An entry of the menu at the side: a sign, a word, and how much waits there. */
export const SideLink = createLink(({ children, ...rest }: ComponentProps<"a">) => (
  <a {...rest} className={classes.link}>
    {children}
  </a>
));

/** How much waits behind an entry of the menu. */
export const SideCount = ({ urgent = false, children, ...rest }: ComponentProps<"span"> & { readonly urgent?: boolean }) => (
  <span {...rest} className={`${classes.count} tabular`} data-urgent={urgent || undefined}>
    {children}
  </span>
);

/** What looks like an entry of the menu and opens no page. */
export const SideButton = (props: Omit<ComponentProps<"button">, "type" | "className">) => (
  <button {...props} type="button" className={classes.link} />
);
