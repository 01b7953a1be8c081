import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { DemoMark } from "../demo-mark.tsx";
import { text } from "../text.ts";
import classes from "./start-layout.module.css";

/** The sheet on which setup and login stand. */
export function StartLayout({
  title,
  lead,
  wide = false,
  demo = false,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  /** Whether the store is a demonstration: said on every screen. */
  readonly demo?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <main className={classes.ground}>
      <div className={classes.card} data-wide={wide || undefined}>
        <header className={classes.head}>
          <span className={classes.product}>{text.product}</span>
          <Text span c="dimmed">
            {text.productLong}
          </Text>
          {demo ? <DemoMark /> : null}
        </header>
        <div className={classes.body}>
          <h1>{title}</h1>
          {lead === undefined ? null : <Text mt={4}>{lead}</Text>}
          {children}
        </div>
      </div>
    </main>
  );
}
