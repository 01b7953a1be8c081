import { Button } from "@mantine/core";
import { IconArrowsLeftRight, IconBan, IconChecks, IconEdit, IconPlayerPlay } from "@tabler/icons-react";
import type { CaseView } from "../../src-shared/domain/case.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { DueMark } from "../ui/dates/due-mark.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";
import { WorkActs, WorkBar } from "../ui/page/work-bar.tsx";
import { FileTitle } from "../ui/page/work-page.tsx";

export interface HeaderActs {
  readonly back: () => void;
  /** `null` while there is nothing to compare. */
  readonly compare: (() => void) | null;
  /** Each `null` where the signed-in clerk may not. */
  readonly resume: (() => void) | null;
  readonly amend: (() => void) | null;
  readonly cancel: (() => void) | null;
  readonly review: (() => void) | null;
  readonly amending: boolean;
}

/** Name, matter, state, receipt number, limit, and what may be done now. */
export function CaseHeader({ view, acts }: { readonly view: CaseView; readonly acts: HeaderActs }) {
  return (
    <WorkBar back={text.page.back} onBack={acts.back}>
      <FileTitle name={view.name} about={view.matterTitle}>
        <CaseStateMark of={view} />
        <strong className="mono">{view.receiptNumber ?? text.page.noReceipt}</strong>
        <DueMark due={view.due} />
      </FileTitle>
      <WorkActs>
        {acts.compare === null ? null : (
          <Button
            variant="default"
            leftSection={<IconArrowsLeftRight size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F7" />}
            title={text.page.compare}
            onClick={acts.compare}
          >
            {text.page.compareShort}
          </Button>
        )}
        {acts.resume === null ? null : (
          <Button
            leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={acts.resume}
          >
            {text.page.continue}
          </Button>
        )}
        {acts.review === null ? null : (
          <Button
            leftSection={<IconChecks size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F9" />}
            onClick={acts.review}
          >
            {text.page.review}
          </Button>
        )}
        {acts.amend === null ? null : (
          <Button
            variant={view.state === "returned" ? "filled" : "default"}
            loading={acts.amending}
            leftSection={<IconEdit size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={acts.amend}
          >
            {text.page.amend}
          </Button>
        )}
        {acts.cancel === null ? null : (
          <Button variant="default" leftSection={<IconBan size={18} stroke={1.7} aria-hidden />} onClick={acts.cancel}>
            {text.page.cancel}
          </Button>
        )}
      </WorkActs>
    </WorkBar>
  );
}
