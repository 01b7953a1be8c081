import { Group, Loader, SegmentedControl, Text } from "@mantine/core";
import { IconArrowBackUp, IconBan, IconCircleCheck, IconHistory } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { CaseAct, CaseVersion, CaseView } from "../../src-shared/domain/case.ts";
import { call } from "../app/calls/client.ts";
import { useCommands, type Command } from "../app/keys/commands.tsx";
import { CompareDialog } from "../compare/compare-dialog.tsx";
import { useAct } from "../ui/calls/act.ts";
import { DecisionView } from "../ui/decision/decision-view.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { focusWhenFree } from "../ui/focus.ts";
import { useFormForKnown } from "../ui/calls/forms.ts";
import { PaperDialog } from "../ui/files/paper-dialog.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { Attachments } from "./attachments.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { Events, Papers } from "./case-aside.tsx";
import { CaseHeader, type HeaderActs } from "./case-header.tsx";
import { lastList } from "./case-filter.ts";
import { PersonCard } from "./person-card.tsx";
import { Promises, ReceiveDialog } from "./promises.tsx";
import { ReviewCard } from "./review-card.tsx";
import { text } from "./text.ts";
import { EmptyPage } from "../ui/page/page.tsx";
import { FileBody } from "../ui/page/file-body.tsx";
import { StateMark } from "../ui/page/state-mark.tsx";
import { StandingLine } from "../ui/page/standing-line.tsx";
import { PageError, WorkPage } from "../ui/page/work-page.tsx";
import { ResultSection } from "../ui/decision/result-section.tsx";
import { useCall } from "../app/calls/queries.ts";

/** One case: its versions, what was decided, the papers, and what has happened to it. */
export function CasePage({ caseId, justDone }: { readonly caseId: string; readonly justDone: boolean }) {
  const found = useCall("cases.get", { id: caseId });
  if (found.data === undefined) {
    return (
      <EmptyPage label={text.page.loading}>
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <Loader />}
      </EmptyPage>
    );
  }
  return <Case view={found.data} justDone={justDone} />;
}

function Case({ view, justDone }: { readonly view: CaseView; readonly justDone: boolean }) {
  const navigate = useNavigate();
  const newest = view.working ?? view.versions.at(-1) ?? null;
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = view.versions.find((version) => version.version === chosen) ?? newest;
  const [paper, setPaper] = useState<{ id: string; print: boolean } | null>(null);
  const [dialog, setDialog] = useState<"cancel" | "receive" | null>(null);
  const [comparing, setComparing] = useState(false);
  const amendment = useAct("cases.startAmendment");
  const [resumeError, setResumeError] = useState<unknown>(null);
  const mayPrint = useMay("papers.print");
  const may = (act: CaseAct): boolean => view.may.includes(act);

  const decision = useRef<HTMLElement>(null);
  useEffect(() => focusWhenFree(() => decision.current), []);

  const openMatter = useFormForKnown(view.personId);
  const openForm = (draftId: string): void => void navigate({ to: "/form/$draftId", params: { draftId }, search: {} });
  const amend = async (): Promise<void> => {
    const draft = await amendment.run({ id: view.id });
    if (draft) openForm(draft.id);
  };
  const resume = async (): Promise<void> => {
    setResumeError(null);
    try {
      // The form this case was saved from may still be there, with more in it than the case has.
      const drafts = await call("drafts.list", {});
      const own = drafts.find((draft) => draft.content.caseId === view.id && !draft.content.amends);
      if (own) openForm(own.id);
      else await amend();
    } catch (error) {
      setResumeError(error);
    }
  };
  const acts: HeaderActs = {
    back: () => void navigate({ to: "/cases", search: lastList() }),
    resume: view.state === "open" && may("amend") ? () => void resume() : null,
    amend: view.state !== "open" && may("amend") ? () => void amend() : null,
    cancel: may("cancel") || may("ask-cancel") ? () => setDialog("cancel") : null,
    compare: shown === null ? null : () => setComparing(true),
    review: may("review") ? () => void navigate({ to: "/review/$caseId", params: { caseId: view.id } }) : null,
    amending: amendment.running,
  };
  const receive = may("receive-promised") ? () => setDialog("receive") : null;
  const firstPaper = view.papers.toSorted((a, b) => b.version - a.version)[0];
  useCommands([
    { id: "back", label: text.page.back, key: "Escape", run: acts.back },
    ...(firstPaper
      ? command("print", text.page.printOf(firstPaper.title), "F10", () => setPaper({ id: firstPaper.id, print: false }))
      : []),
    ...command("compare", text.page.compare, "F7", acts.compare),
    ...command("resume", text.page.continue, "F8", acts.resume),
    ...command("amend", text.page.amend, "F8", acts.amend),
    ...command("review", text.page.review, "F9", acts.review),
    ...command("receive", text.promises.receive, "F3", receive),
    ...command("cancel", text.page.cancel, undefined, acts.cancel),
  ]);

  const newestNumber = view.versions.at(-1)?.version ?? 0;
  const returned = view.state === "returned" ? (view.versions.at(-1)?.review?.note ?? null) : null;
  return (
    <WorkPage>
      <CaseHeader view={view} acts={acts} />
      {(amendment.error ?? resumeError) ? (
        <PageError>
          <ErrorNotice error={amendment.error ?? resumeError} />
        </PageError>
      ) : null}
      {justDone && view.receiptNumber !== null && (view.state === "submitted" || view.state === "in-review") ? (
        <StandingLine tone="good" icon={IconCircleCheck}>
          {view.state === "in-review"
            ? text.page.doneWaiting(view.receiptNumber, newestNumber)
            : text.page.done(view.receiptNumber, newestNumber, view.nature)}
        </StandingLine>
      ) : null}
      {returned === null ? null : (
        <StandingLine tone="warning" icon={IconArrowBackUp}>
          {text.page.returned(returned)}
        </StandingLine>
      )}
      {view.cancelReason === null ? null : (
        <StandingLine tone="quiet" icon={IconBan}>
          {text.page.cancelled(view.cancelReason)}
        </StandingLine>
      )}
      {view.cancelAsked === null ? null : (
        <StandingLine tone="warning" icon={IconBan}>
          {text.page.cancelAsked(view.cancelAsked.clerk, view.cancelAsked.reason)}
        </StandingLine>
      )}
      <FileBody
        aside={
          <>
            <Promises view={view} onReceive={receive} />
            {shown === null ? null : <ReviewCard version={shown} />}
            <Papers
              papers={view.papers}
              onOpen={(id) => setPaper({ id, print: false })}
              onPrint={mayPrint ? (id) => setPaper({ id, print: true }) : null}
            />
            <Attachments view={view} mayAdd={may("attach")} mayRemove={may("detach")} />
            {shown === null ? null : <PersonCard view={view} version={shown} />}
            <Events events={view.events} />
          </>
        }
      >
        {view.versions.length > 1 ? (
          <Group gap="sm" px={20} py={7} bg="var(--tint)">
            <span>{text.page.versions}</span>
            <SegmentedControl
              size="xs"
              aria-label={text.page.versions}
              value={String(shown?.version ?? newestNumber)}
              onChange={(version) => setChosen(Number(version))}
              data={view.versions.map(({ version }) => ({
                value: String(version),
                label: `${text.page.version(version)}${version === newestNumber ? `（${text.page.newest}）` : ""}`,
              }))}
            />
            {shown !== null && shown.version !== newestNumber && view.working === null ? (
              <StateMark tone="warning" role="status">
                <IconHistory size={16} aria-hidden />
                {text.page.old(shown.version, newestNumber)}
              </StateMark>
            ) : null}
          </Group>
        ) : null}
        <ResultSection ref={decision} aria-label={text.page.decision}>
          {shown === null || (shown.decision as CaseVersion["decision"] | null) === null ? (
            <Text p="xl" c="dimmed">
              {text.page.noDecision}
            </Text>
          ) : (
            <DecisionView
              key={shown.version}
              decision={shown.decision}
              ticks={shown.materials}
              onTick={null}
              onOpenMatter={openMatter}
            />
          )}
        </ResultSection>
      </FileBody>
      {paper === null ? null : <PaperDialog paperId={paper.id} printAtOnce={paper.print} onClose={() => setPaper(null)} />}
      {dialog === "receive" ? <ReceiveDialog view={view} onClose={() => setDialog(null)} /> : null}
      {comparing && shown !== null ? (
        <CompareDialog
          subject={{ matter: view.matter, asOf: shown.asOf, facts: shown.facts, name: view.name }}
          onClose={() => setComparing(false)}
        />
      ) : null}
      {dialog === "cancel" ? <CancelDialog caseId={view.id} asks={may("ask-cancel")} onClose={() => setDialog(null)} /> : null}
    </WorkPage>
  );
}

/** A command where the act may be done, none where not. */
const command = (id: string, label: string, key: string | undefined, run: (() => void) | null): Command[] =>
  run === null ? [] : [{ id, label, run, ...(key === undefined ? {} : { key }) }];
