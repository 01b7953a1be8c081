import { Text } from "@mantine/core";
import type { ReactNode } from "react";

/** What it all comes to, large. */
export const Sum = ({ children }: { readonly children: ReactNode }) => (
  <Text component="strong" fz={22} fw={700} c="var(--accent-dark)" className="tabular">
    {children}
  </Text>
);
