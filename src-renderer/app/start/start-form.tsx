import { Stack } from "@mantine/core";
import type { ComponentProps } from "react";

/** A form on a start screen; what is wrong is told by us, not by the browser. */
export const StartForm = ({ children, ...rest }: Omit<ComponentProps<"form">, "noValidate">) => (
  <form noValidate {...rest}>
    <Stack gap="md" mt="md">
      {children}
    </Stack>
  </form>
);
