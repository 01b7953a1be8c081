import { Title } from "@mantine/core";
import classes from "./sheet-heading.module.css";

/** Over the rows that belong together; stays in sight while they do. */
export const SheetHeading = ({ children }: { readonly children: string }) => (
  <Title order={2} fz="sm" c="var(--ink)" px="md" py={6} bg="var(--ground)" className={classes.heading}>
    {children}
  </Title>
);
