import { Code } from "@mantine/core";

/** What is shown once and written down: large, in letters that cannot be taken for one another. */
export const Secret = ({ children }: { readonly children: string }) => (
  <Code block fz={22} ta="center" p="md" data-part="secret" role="status" style={{ userSelect: "all", whiteSpace: "pre-wrap" }}>
    {children}
  </Code>
);
