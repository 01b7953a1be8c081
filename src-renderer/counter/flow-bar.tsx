import { Badge, Button } from "@mantine/core";
import { IconArrowsLeftRight, IconDeviceFloppy, IconSend2 } from "@tabler/icons-react";
import { KeyHint } from "../ui/key-hint.tsx";
import { DraftMark } from "./draft/draft-mark.tsx";
import { text } from "./text.ts";
import type { Draft } from "./draft/use-draft.ts";
import { WorkActs, WorkBar } from "../ui/page/work-bar.tsx";

/** Title of the form, whether it is stored, comparing, saving and submitting. */
export function FlowBar({
  title,
  draft,
  submitLabel,
  saving,
  onBack,
  onCompare,
  onSave,
  onSubmit,
}: {
  readonly title: string;
  readonly draft: Draft;
  readonly submitLabel: string;
  readonly saving: boolean;
  readonly onBack: () => void;
  readonly onCompare: () => void;
  readonly onSave: () => void;
  readonly onSubmit: () => void;
}) {
  const { amends } = draft.content;
  return (
    <WorkBar back={text.form.back} onBack={onBack}>
      <h1>{title}</h1>
      {amends ? (
        <Badge variant="light" color="yellow" size="lg">
          {text.form.amendMark}
        </Badge>
      ) : null}
      <DraftMark draft={draft} />
      <WorkActs>
        <Button
          variant="default"
          leftSection={<IconArrowsLeftRight size={18} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint name="F7" />}
          title={text.acts.compare}
          onClick={onCompare}
        >
          {text.acts.compareShort}
        </Button>
        {amends ? null : (
          <Button
            variant="default"
            loading={saving}
            leftSection={<IconDeviceFloppy size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={onSave}
          >
            {text.acts.save}
          </Button>
        )}
        <Button
          leftSection={<IconSend2 size={18} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint name="F9" />}
          onClick={onSubmit}
        >
          {submitLabel}
        </Button>
      </WorkActs>
    </WorkBar>
  );
}
