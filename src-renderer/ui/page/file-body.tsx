import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./file-body.module.css";

/** What is known about a case or a person: facts and papers on cards at the side, the matter itself beside them. */
export const FileBody = ({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) => (
  <div className={classes.body}>
    <Stack component="aside" gap="sm">
      {aside}
    </Stack>
    <Stack gap={0} bg="var(--paper)" bd="1px solid var(--line)">
      {children}
    </Stack>
  </div>
);
