import type { ReactNode } from "react";
import classes from "./lines.module.css";

interface LinesProps {
  readonly component?: "ul" | "ol";
  readonly "data-part"?: string;
  readonly children: ReactNode;
}

/** A list of one line each, with a rule over every one. */
export const Lines = ({ component: List = "ul", ...rest }: LinesProps) => <List {...rest} className={classes.lines} />;
