import type { ReactNode } from "react";
import classes from "./difference-list.module.css";

/** What was and what is, one line each: `del` and `ins` in them. */
export const DifferenceList = ({ children }: { readonly children: ReactNode }) => (
  <ul className={classes.differences}>{children}</ul>
);
