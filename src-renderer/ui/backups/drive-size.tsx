import { Text } from "@mantine/core";
import type { DriveView } from "../../../src-shared/contract/safety.ts";
import { driveText as text } from "./drive-text.ts";
import { sizeText } from "./sizes.ts";

/** What tells one drive from another. */
export function DriveSize({ drive: { label, totalBytes, freeBytes } }: { readonly drive: DriveView }) {
  const size = totalBytes === null || freeBytes === null ? [] : [text.size(sizeText(freeBytes), sizeText(totalBytes))];
  const told = [...(label === null ? [] : [label]), ...size];
  return told.length === 0 ? null : (
    <Text span size="sm" c="dimmed">
      {told.join(text.and)}
    </Text>
  );
}
