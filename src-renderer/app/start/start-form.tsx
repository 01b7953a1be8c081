import { Stack } from "@mantine/core";
import type { ComponentProps } from "react";

/** A form on a start screen; what is wrong is told by us, unless the browser is asked to by `noValidate={false}`. */
export const StartForm = ({ children, ...rest }: ComponentProps<"form">) => (
  <form noValidate {...rest}>
    <Stack gap="md" mt="md">
      {children}
    </Stack>
  </form>
);
