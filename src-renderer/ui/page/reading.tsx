import { Group, Loader } from "@mantine/core";
import type { ReactNode } from "react";

/** Something is being read through; what, and how far. */
export const Reading = ({ children }: { readonly children: ReactNode }) => (
  <Group gap="xs" role="status">
    <Loader size="sm" />
    {children}
  </Group>
);
