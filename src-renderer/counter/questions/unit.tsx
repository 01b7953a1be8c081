import { Text } from "@mantine/core";

/** At the end of a field: in what it is counted. */
export const Unit = ({ children }: { readonly children: string }) => (
  <Text span fz={12} c="dimmed" className="tabular" aria-hidden>
    {children}
  </Text>
);
