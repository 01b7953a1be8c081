import { Button } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { errorText } from "../../ui/error-notice.tsx";
import { text } from "../text.ts";
import type { Draft } from "./use-draft.ts";
import classes from "./draft-mark.module.css";

/** Whether what is typed is stored, and since when. */
export function DraftMark({ draft }: { readonly draft: Draft }) {
  const { status } = draft;
  const Sign = status.kind === "failed" ? IconCloudOff : status.kind === "saved" ? IconCloudCheck : IconCloudUp;
  return (
    <span
      className={`${classes["draft-mark"]} ${classes[`draft-${status.kind}`]}`}
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
    </span>
  );
}
