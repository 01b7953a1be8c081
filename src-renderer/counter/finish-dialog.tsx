import { Button, Textarea } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { CaseView, DraftContent, PaperKind } from "../../src-shared/domain/case.ts";
import { natureOf, type Decision } from "../../src-shared/domain/decision.ts";
import { capitalYuan, formatYuan } from "../../src-shared/domain/money.ts";
import { MATERIAL_FORM_LABELS, OUTCOME_LABELS, paperTitle } from "../../src-shared/text/labels.ts";
import { useAct } from "../ui/act.ts";
import { MissingFigures } from "../ui/decision/missing-figures.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import type { Finish } from "./finish-model.ts";
import { text } from "./text.ts";

interface FinishDialogProps {
  readonly finish: Finish;
  readonly content: DraftContent;
  readonly submitting: boolean;
  readonly submitError: unknown;
  readonly saveError: unknown;
  readonly onSave: () => Promise<CaseView | undefined>;
  readonly onSubmit: (reason: string) => void;
  readonly onPaper: (paperId: string) => void;
  readonly onGoTo: (field: string) => void;
  readonly onClose: () => void;
}

/** What F9 leads to: what is missing, the paper that says so, or the last look before the case is fixed. */
export function FinishDialog(props: FinishDialogProps) {
  const { finish } = props;
  switch (finish.kind) {
    case "incomplete":
      return <Incomplete {...props} problems={finish.problems} />;
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
          <p className="finish-headline">{finish.decision.headline}</p>
          <ul className="finish-list">
            {finish.decision.conditions
              .filter((condition) => !condition.met)
              .map((condition) => (
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
        >
          <ul className="finish-list">
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
      return <Confirm {...props} decision={finish.decision} />;
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
      <div className="finish">
        {children}
        <div className="finish-foot">
          <Button variant="default" onClick={onClose} data-autofocus rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Incomplete({
  problems,
  onGoTo,
  onClose,
}: FinishDialogProps & { readonly problems: readonly { field: string; message: string }[] }) {
  const first = problems[0];
  return (
    <Dialog title={text.finish.incompleteTitle} onClose={onClose}>
      <div className="finish">
        <p>{text.finish.incomplete(problems.length)}</p>
        <ul className="finish-links">
          {problems.map((problem) => (
            <li key={problem.field}>
              <button type="button" onClick={() => onGoTo(problem.field)}>
                <IconArrowRight size={15} aria-hidden />
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
        <div className="finish-foot">
          <Button data-autofocus onClick={() => (first ? onGoTo(first.field) : onClose())}>
            {text.finish.goFill}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Saves the case and makes the paper that tells the person; both acts can be tried again. */
function PaperOffer({
  title,
  kind,
  button,
  saveError,
  onSave,
  onPaper,
  onClose,
  children,
}: FinishDialogProps & {
  readonly title: string;
  readonly kind: PaperKind;
  readonly button: string;
  readonly children: ReactNode;
}) {
  const make = useAct("papers.make");
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    const saved = await onSave();
    const paper = saved && (await make.run({ caseId: saved.id, kind }));
    setRunning(false);
    if (paper) onPaper(paper.id);
  };
  const error = make.error ?? saveError;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="finish">
        {children}
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="finish-foot">
          <Button data-autofocus loading={running} onClick={() => void run()}>
            {button}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Confirm({
  content,
  decision,
  submitting,
  submitError,
  onSubmit,
  onClose,
}: FinishDialogProps & { readonly decision: Decision }) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const due = decision.amounts.filter((amount) => amount.role === "due").reduce((sum, amount) => sum + amount.fen, 0);
  const must = decision.materials.filter((material) => material.need === "must").length;
  const reasonMissing = content.amends && reason.trim().length < 2;
  const submit = (): void => {
    setAsked(true);
    if (!reasonMissing) onSubmit(reason.trim());
  };
  const nature = natureOf(decision);
  const title = content.amends ? text.finish.confirmAmendTitle : text.finish.confirmTitle[nature];
  const body = nature === "transaction" ? text.finish.confirmBody : text.finish.confirmTold(paperTitle("guidance", nature));
  const confirm = text.finish.confirm[nature];
  return (
    <Dialog title={title} onClose={onClose} commands={[{ id: "confirm", label: confirm, key: "F9", run: submit }]}>
      <div className="finish">
        <dl className="finish-summary">
          <dt>{text.finish.matter}</dt>
          <dd>{decision.matterTitle}</dd>
          <dt>{decision.personTitle ?? text.finish.person}</dt>
          <dd>
            {content.person.name} <span className="tabular">{content.person.identityNumber}</span>
          </dd>
          <dt>{text.finish.outcome}</dt>
          <dd>
            {OUTCOME_LABELS[nature][decision.outcome]}：{decision.headline}
          </dd>
          {nature === "transaction" ? (
            <>
              <dt>{text.finish.pay}</dt>
              <dd>
                {due === 0 ? (
                  text.finish.nothingToPay
                ) : (
                  <>
                    <strong className="tabular finish-sum">
                      {formatYuan(due)} {text.form.yuan}
                    </strong>
                    <span>{capitalYuan(due)}</span>
                  </>
                )}
              </dd>
              <dt>{text.finish.materials}</dt>
              <dd>{must === 0 ? text.finish.noMaterials : text.finish.materialsDone(must)}</dd>
            </>
          ) : null}
        </dl>
        {content.amends ? (
          <Textarea
            label={text.finish.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            rows={2}
            data-autofocus
            error={asked && reasonMissing ? text.finish.reasonNeeded : undefined}
          />
        ) : null}
        <p className="quiet">{content.amends ? text.finish.confirmAmendBody : body}</p>
        {submitError === null ? null : <ErrorNotice error={submitError} />}
        <div className="finish-foot">
          <Button
            loading={submitting}
            onClick={submit}
            rightSection={<KeyHint name="F9" />}
            {...(content.amends ? {} : { "data-autofocus": true })}
          >
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
