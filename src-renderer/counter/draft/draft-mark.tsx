import { Button, Group } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { errorText } from "../../ui/error-notice.tsx";
import { text } from "../text.ts";
import type { Draft } from "./use-draft.ts";

/** Whether what is typed is stored, and since when. */
export function DraftMark({ draft }: { readonly draft: Draft }) {
  const { status } = draft;
  const Sign = status.kind === "failed" ? IconCloudOff : status.kind === "saved" ? IconCloudCheck : IconCloudUp;
  return (
    <Group
      component="span"
      gap={6}
      fz="xs"
      {...(status.kind === "failed" ? { c: "var(--bad)", fw: 600 } : { c: "dimmed" })}
      role="status"
      title={status.kind === "failed" ? errorText(status.error) : undefined}
    >
      <Sign size={17} stroke={1.7} aria-hidden />
      <span className="tabular">{text.draft(status)}</span>
      {status.kind === "failed" ? (
        <Button size="compact-xs" variant="default" onClick={() => void draft.flush()}>
          {text.acts.retrySave}
        </Button>
      ) : null}
    </Group>
  );
}
