import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { DuplicateView } from "../../../src-shared/contract/people.ts";
import { isFailed } from "../../../src-shared/domain/decision.ts";
import type { CaseView, DraftContent, PaperKind } from "../../../src-shared/domain/case.ts";
import { MATERIAL_FORM_LABELS } from "../../../src-shared/text/labels.ts";
import { MissingFigures } from "../../ui/decision/missing-figures.tsx";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { Confirm } from "./finish-confirm.tsx";
import type { Finish } from "./finish-model.ts";
import { GoToList } from "../go-to-list.tsx";
import { text } from "../text.ts";
import { useMakePaper } from "./use-make-paper.ts";
import classes from "./finish.module.css";

export interface FinishDialogProps {
  readonly finish: Finish;
  readonly content: DraftContent;
  /** Who is in the files already. */
  readonly duplicates: readonly DuplicateView[];
  readonly submitting: boolean;
  readonly submitError: unknown;
  readonly saveError: unknown;
  readonly onSave: () => Promise<CaseView | undefined>;
  readonly onSubmit: (reason: string, promiseSigned: boolean) => void;
  /** All that may follow is promised until the last day of the limit. */
  readonly onPromise: (materials: readonly string[]) => void;
  readonly onPaper: (paperId: string) => void;
  readonly onGoTo: (field: string) => void;
  readonly onClose: () => void;
}

/** What F9 leads to: what is missing, the paper that says so, or the last look before the case is fixed. */
export function FinishDialog(props: FinishDialogProps) {
  const { finish } = props;
  switch (finish.kind) {
    case "incomplete":
      return <Incomplete {...props} act={finish.act} problems={finish.problems} />;
    case "figure-missing":
      return (
        <Plain title={text.finish.figureTitle} onClose={props.onClose}>
          <p>{text.finish.figureBody}</p>
          <MissingFigures missing={finish.decision.missingFigures} Entry={null} />
        </Plain>
      );
    case "refused":
      return (
        <PaperOffer
          {...props}
          kind="refusal"
          title={text.finish.refusedTitle[finish.decision.outcome === "not-yet" ? "not-yet" : "refused"]}
          button={text.finish.makeRefusal}
        >
          <Text fz="md" fw={600}>
            {finish.decision.headline}
          </Text>
          <ul className={classes.list}>
            {finish.decision.conditions.filter(isFailed).map((condition) => (
              <li key={condition.id}>
                <strong>{condition.title}</strong>
                {condition.remedies.map((remedy) => (
                  <span key={remedy.text}>{remedy.text}</span>
                ))}
              </li>
            ))}
          </ul>
          <p>{text.finish.refusedBody}</p>
        </PaperOffer>
      );
    case "materials-missing":
      return (
        <PaperOffer
          {...props}
          kind="one-time-notice"
          title={text.finish.missingTitle(finish.missing.length)}
          button={text.finish.makeNotice}
          more={
            finish.mayAllFollow ? (
              <Button variant="default" onClick={() => props.onPromise(finish.missing.map(({ material }) => material.id))}>
                {text.promise.all}
              </Button>
            ) : null
          }
        >
          <ul className={classes.list}>
            {finish.missing.map(({ material }) => (
              <li key={material.id}>
                <strong>{material.title}</strong>
                <span>{text.finish.copies(MATERIAL_FORM_LABELS[material.form], material.count)}</span>
              </li>
            ))}
          </ul>
          <p>{text.finish.missingBody}</p>
        </PaperOffer>
      );
    case "ready":
      return <Confirm {...props} decision={finish.decision} promised={finish.promised} />;
  }
}

function Plain({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack gap="sm">
        {children}
        <Group gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Incomplete({
  act,
  problems,
  onGoTo,
  onClose,
}: FinishDialogProps & {
  readonly act: "save" | "submit";
  readonly problems: readonly { field: string; message: string }[];
}) {
  const first = problems[0];
  return (
    <Dialog title={text.finish.incompleteTitle[act]} onClose={onClose}>
      <Stack gap="sm">
        <p>{text.finish.incomplete[act](problems.length)}</p>
        <GoToList lines={problems} onGoTo={onGoTo} />
        <Group gap="xs">
          <Button data-autofocus onClick={() => (first ? onGoTo(first.field) : onClose())}>
            {text.finish.goFill}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** The paper that tells the person why not, or what to bring. */
function PaperOffer({
  title,
  kind,
  button,
  more = null,
  saveError,
  onSave,
  onPaper,
  onClose,
  children,
}: FinishDialogProps & {
  readonly title: string;
  readonly kind: PaperKind;
  readonly button: string;
  /** Another way out, beside the paper. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const make = useMakePaper(kind, onSave, onPaper);
  const error = make.error ?? saveError;
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack gap="sm">
        {children}
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button data-autofocus loading={make.running} onClick={() => void make.run()}>
            {button}
          </Button>
          {more}
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
