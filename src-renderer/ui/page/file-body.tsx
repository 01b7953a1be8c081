import type { ReactNode } from "react";
import classes from "./file-body.module.css";

/** What is known about a case or a person: facts and papers on cards at the side, the matter itself beside them. */
export const FileBody = ({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) => (
  <div className={classes.body}>
    <aside className={classes.aside}>{aside}</aside>
    <div className={classes.main}>{children}</div>
  </div>
);
