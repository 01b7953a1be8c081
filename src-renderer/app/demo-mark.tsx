import { Badge } from "@mantine/core";
import { text } from "./text.ts";

/** Says on every screen that the store is a demonstration. */
export const DemoMark = () => (
  <Badge variant="outline" color="currentcolor" style={{ borderStyle: "dashed" }}>
    {text.demoMark}
  </Badge>
);
