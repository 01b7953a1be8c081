import type { ReactNode } from "react";
import classes from "./difference-list.module.css";
import { Lines } from "./lines.tsx";

/** What was and what is, one line each: `del` and `ins` in them. */
export const DifferenceList = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.differences}>
    <Lines>{children}</Lines>
  </div>
);
