import { Stack } from "@mantine/core";
import type { ComponentProps } from "react";

/** What a dialog asks for; Enter sends it, and what is wrong is told by us, not by the browser. */
export const DialogForm = ({ children, ...rest }: Omit<ComponentProps<"form">, "noValidate">) => (
  <form noValidate {...rest}>
    <Stack gap="sm">{children}</Stack>
  </form>
);
