import type { ReactNode } from "react";
import classes from "./tabs.module.css";

/** Pages beside one another: links, since each has an address of its own. */
export const PageTabs = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav className={classes.tabs} aria-label={label}>
    {children}
  </nav>
);
