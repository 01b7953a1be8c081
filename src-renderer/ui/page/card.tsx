import { Paper, type PaperProps } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./card.module.css";

interface CardProps extends PaperProps {
  /** What the card is about, for those who do not see it. */
  readonly "aria-label": string;
  readonly children: ReactNode;
}

/** One matter of a screen in a frame of its own, with its heading. */
export const Card = ({ className, ...rest }: CardProps) => (
  <Paper
    component="section"
    withBorder
    px="md"
    py="sm"
    className={className === undefined ? classes.card : `${classes.card} ${className}`}
    {...rest}
  />
);
