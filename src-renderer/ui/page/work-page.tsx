import { Stack, Title, Group } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./work-page.module.css";

/** One case, one person, one form: a bar on top, the rest of the height for what it is about. */
export const WorkPage = ({ children }: { readonly children: ReactNode }) => (
  <Stack gap={0} className={classes.page}>
    {children}
  </Stack>
);

/** What a file is: whose, of which matter, and under it what tells how it stands. */
const FileTitle = ({
  name,
  about,
  children,
}: {
  readonly name: string;
  readonly about?: string;
  readonly children?: ReactNode;
}) => (
  <Group gap="md" align="baseline">
    <Title order={1}>
      {name}
      {about === undefined ? null : <span className={classes.about}>{about}</span>}
    </Title>
    <Group gap="xs">{children}</Group>
  </Group>
);

/** An answer of the host that stands over what was asked for. */
export const PageError = ({ children }: { readonly children: ReactNode }) => <div className={classes.error}>{children}</div>;
