import { Button, Loader, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconChecks, IconLock } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { ReviewView } from "../../src-shared/contract/review.ts";
import type { CaseView } from "../../src-shared/domain/case.ts";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { shownIdentity } from "../../src-shared/text/identity.ts";
import { useCall } from "../app/calls/queries.ts";
import { useCommands, type Command } from "../app/keys/commands.tsx";
import { Attachments } from "../cases/attachments.tsx";
import { Papers } from "../cases/case-aside.tsx";
import { PersonCard } from "../cases/person-card.tsx";
import { useAct } from "../ui/calls/act.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { DecisionView } from "../ui/decision/decision-view.tsx";
import { Doubts } from "../ui/decision/doubts.tsx";
import { DueMark } from "../ui/dates/due-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { focusWhenFree } from "../ui/focus.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { PaperDialog } from "../ui/files/paper-dialog.tsx";
import { ReasonDialog } from "../ui/dialogs/reason-dialog.tsx";
import { Changes, SinceLastVersion, Why } from "./changes.tsx";
import { text } from "./text.ts";
import { EmptyPage } from "../ui/page/page.tsx";
import { WorkActs, WorkBar } from "../ui/page/work-bar.tsx";
import { FileBody } from "../ui/page/file-body.tsx";
import { Finding } from "../ui/page/finding.tsx";
import { StandingLine } from "../ui/page/standing-line.tsx";
import { Facts } from "../ui/page/facts.tsx";
import { Sum } from "../ui/page/sum.tsx";
import { FileTitle, WorkPage } from "../ui/page/work-page.tsx";
import { ResultSection } from "../ui/decision/result-section.tsx";

/** What a second person judges: the decision with its steps, and what has changed since the maker saw it. */
export function ReviewPage({ caseId }: { readonly caseId: string }) {
  const found = useCall("review.open", { id: caseId }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  if (found.data === undefined) {
    return (
      <EmptyPage label={text.page.loading}>
        {found.error ? (
          <>
            <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
            <Link to="/cases/$caseId" params={{ caseId }} search={{}}>
              {text.page.gone}
            </Link>
          </>
        ) : (
          <Loader />
        )}
      </EmptyPage>
    );
  }
  return <Review view={found.data} />;
}

function Review({ view }: { readonly view: ReviewView }) {
  const navigate = useNavigate();
  const [judging, setJudging] = useState<"approve" | "return" | null>(null);
  const [paper, setPaper] = useState<string | null>(null);
  const { case: shown, barred } = view;
  const version = shown.versions.find((one) => one.version === view.version);
  const decision = useRef<HTMLElement>(null);
  useEffect(() => focusWhenFree(() => decision.current), []);

  const back = (): void => void navigate({ to: "/review" });
  const commands: Command[] = [{ id: "back", label: text.page.back, key: "Escape", run: back }];
  if (barred === null) {
    commands.push({ id: "return", label: text.page.return, key: "F8", run: () => setJudging("return") });
    commands.push({ id: "approve", label: text.page.approve, key: "F9", run: () => setJudging("approve") });
  }
  useCommands(commands);

  return (
    <WorkPage>
      <WorkBar back={text.page.back} onBack={back}>
        <FileTitle name={shown.name} about={shown.matterTitle}>
          <CaseStateMark of={shown} />
          <strong className="mono">{shown.receiptNumber}</strong>
          <Text span size="sm" c="dimmed">
            {text.page.version(view.version)} · {text.page.maker(view.maker, dayAndTime(shown.submittedAt ?? shown.updatedAt))}
          </Text>
          <DueMark due={shown.due} />
        </FileTitle>
        {barred === null ? (
          <WorkActs>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F8" />}
              onClick={() => setJudging("return")}
            >
              {text.page.return}
            </Button>
            <Button
              leftSection={<IconChecks size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F9" />}
              onClick={() => setJudging("approve")}
            >
              {text.page.approve}
            </Button>
          </WorkActs>
        ) : null}
      </WorkBar>
      {barred === null ? null : (
        <StandingLine tone="warning" icon={IconLock}>
          {text.page.barred}：{barred}
        </StandingLine>
      )}
      <FileBody
        aside={
          <>
            <Why view={view} />
            <Changes view={view} />
            <SinceLastVersion view={view} />
            {version === undefined ? null : <PersonCard view={shown} version={version} />}
            <Attachments view={shown} mayAdd={false} mayRemove={false} />
            <Papers papers={shown.papers} onOpen={setPaper} onPrint={null} />
            <Link to="/cases/$caseId" params={{ caseId: shown.id }} search={{}}>
              {text.page.toCase}
            </Link>
          </>
        }
      >
        <ResultSection ref={decision} aria-label={text.page.decision}>
          {version === undefined ? null : <DecisionView decision={version.decision} ticks={version.materials} onTick={null} />}
        </ResultSection>
      </FileBody>
      {judging === null ? null : <JudgeDialog view={view} verdict={judging} onClose={() => setJudging(null)} onDone={back} />}
      {paper === null ? null : <PaperDialog paperId={paper} onClose={() => setPaper(null)} />}
    </WorkPage>
  );
}

function JudgeDialog({
  view,
  verdict,
  onClose,
  onDone,
}: {
  readonly view: ReviewView;
  readonly verdict: "approve" | "return";
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const approve = useAct("review.approve");
  const giveBack = useAct("review.return");
  const { cancelAsked } = view.case;
  const words = cancelAsked === null ? text[verdict] : text.cancelling[verdict];
  const { case: shown, version, resultChanged } = view;
  const judged = shown.versions.find((one) => one.version === version);
  const run = async (note: string): Promise<void> => {
    const done: CaseView | undefined =
      verdict === "approve"
        ? await approve.run({ id: shown.id, version, note })
        : await giveBack.run({ id: shown.id, version, reason: note });
    if (done === undefined) return;
    const told = cancelAsked === null ? text.page : text.cancelling;
    notifications.show({ message: told[verdict === "approve" ? "approved" : "returned"](shown.name), color: "pine" });
    onDone();
  };
  return (
    <ReasonDialog
      title={words.title}
      body={
        <>
          <Facts wide>
            <dt>{text.person}</dt>
            <dd>
              {shown.name} <span className="tabular">{shownIdentity(shown)}</span>
            </dd>
            <dt>{text.outcome}</dt>
            <dd>{shown.headline}</dd>
            {shown.amountFen === null ? null : (
              <>
                <dt>{text.amount}</dt>
                <dd>
                  <Sum>
                    {formatYuan(shown.amountFen)} {text.yuan}
                  </Sum>
                </dd>
              </>
            )}
          </Facts>
          {judged === undefined ? null : <Doubts decision={judged.decision} />}
          {verdict === "approve" && resultChanged ? <Finding tone="bad">{text.page.resultChanged}</Finding> : null}
          {cancelAsked === null ? null : (
            <Finding tone="bad">{text.cancelling.asked(cancelAsked.clerk, cancelAsked.reason)}</Finding>
          )}
          {view.alone && verdict === "approve" ? <Finding tone="bad">{text.alone.body}</Finding> : null}
          <Text size="sm" c="dimmed">
            {words.body}
          </Text>
        </>
      }
      label={verdict === "approve" ? (view.alone ? text.alone.reason : text.approve.note) : text.return.reason}
      needed={verdict === "approve" ? text.alone.needed : text.return.needed}
      optional={verdict === "approve" && !view.alone}
      confirm={words.confirm}
      keep={words.keep}
      danger={verdict === "return"}
      running={approve.running || giveBack.running}
      error={approve.error ?? giveBack.error}
      onConfirm={(note) => void run(note)}
      onClose={onClose}
    />
  );
}
