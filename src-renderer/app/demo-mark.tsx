import { Badge } from "@mantine/core";
import { text } from "./text.ts";

/** Says on every screen that the store is a demonstration. */
export const DemoMark = () => (
  <Badge variant="outline" color="currentcolor" flex="none" bd="1px dashed currentcolor">
    {text.demoMark}
  </Badge>
);
