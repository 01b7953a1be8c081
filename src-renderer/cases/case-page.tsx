import { Button, Loader, SegmentedControl } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowsLeftRight,
  IconBan,
  IconCircleCheck,
  IconEdit,
  IconHistory,
  IconPlayerPlay,
} from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { CaseVersion, CaseView, DraftContent } from "../../src-shared/domain/case.ts";
import { call } from "../app/client.ts";
import { useCommands, type Command } from "../app/commands.tsx";
import { CompareDialog } from "../compare/compare-dialog.tsx";
import { useAct } from "../ui/act.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { DecisionView } from "../ui/decision/decision-view.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/format.ts";
import { useFormFor } from "../ui/forms.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { PaperDialog } from "../ui/paper-dialog.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { Events, Papers } from "./case-aside.tsx";
import { text } from "./text.ts";

/** One case: its versions, what was decided, the papers, and what has happened to it. */
export function CasePage({ caseId, justDone }: { readonly caseId: string; readonly justDone: boolean }) {
  const found = useQuery({ queryKey: ["cases.get", caseId], queryFn: () => call("cases.get", { id: caseId }) });
  if (found.data === undefined) {
    return (
      <div className="page page-empty" aria-label={text.page.loading}>
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <Loader />}
      </div>
    );
  }
  return <Case view={found.data} justDone={justDone} />;
}

/** The stored state of an open case as a form that can go on. */
function contentOf(view: CaseView, version: CaseVersion): DraftContent {
  return {
    matter: view.matter,
    asOf: version.asOf,
    person: version.person,
    facts: version.facts,
    materials: version.materials,
    caseId: view.id,
    amends: false,
  };
}

function Case({ view, justDone }: { readonly view: CaseView; readonly justDone: boolean }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const newest = view.working ?? view.versions.at(-1) ?? null;
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = view.versions.find((version) => version.version === chosen) ?? newest;
  const [paper, setPaper] = useState<{ id: string; print: boolean } | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const [comparing, setComparing] = useState(false);
  const amendment = useAct("cases.startAmendment");
  const [resumeError, setResumeError] = useState<unknown>(null);

  const decision = useRef<HTMLElement>(null);
  useEffect(() => decision.current?.focus({ preventScroll: true }), []);

  const openMatter = useFormFor(shown?.person ?? { identityNumber: "", name: view.name, phone: "" });
  const openForm = (draftId: string): void => void navigate({ to: "/form/$draftId", params: { draftId }, search: {} });
  const amend = async (): Promise<void> => {
    const draft = await amendment.run({ id: view.id });
    if (draft) openForm(draft.id);
  };
  const resume = async (): Promise<void> => {
    if (view.working === null) return;
    setResumeError(null);
    try {
      // The form this case was saved from may still be there, with more in it than the case has.
      const drafts = await call("drafts.list", {});
      const own = drafts.find((draft) => draft.content.caseId === view.id && !draft.content.amends);
      const draft = own ?? (await call("drafts.save", { id: crypto.randomUUID(), content: contentOf(view, view.working) }));
      openForm(draft.id);
    } catch (error) {
      setResumeError(error);
    }
  };
  const back = (): void => void navigate({ to: "/cases", search: { text: "", state: null, page: 1 } });
  const firstPaper = view.papers.toSorted((a, b) => b.version - a.version)[0];
  const commands: Command[] = [{ id: "back", label: text.page.back, key: "Escape", run: back }];
  if (firstPaper) {
    commands.push({
      id: "print",
      label: text.page.printOf(firstPaper.title),
      key: "F10",
      run: () => setPaper({ id: firstPaper.id, print: false }),
    });
  }
  if (shown !== null) commands.push({ id: "compare", label: text.page.compare, key: "F7", run: () => setComparing(true) });
  if (view.state === "open") commands.push({ id: "resume", label: text.page.continue, key: "F8", run: () => void resume() });
  if (view.state === "submitted") commands.push({ id: "amend", label: text.page.amend, run: () => void amend() });
  if (view.state !== "cancelled") commands.push({ id: "cancel", label: text.page.cancel, run: () => setCancelling(true) });
  useCommands(commands);

  const newestNumber = view.versions.at(-1)?.version ?? 0;
  return (
    <div className="case">
      <header className="flow-bar">
        <button type="button" className="flow-back" onClick={back} aria-label={text.page.back}>
          <IconArrowLeft size={20} stroke={1.8} aria-hidden />
          <KeyHint name="Escape" />
        </button>
        <div className="case-title">
          <h1>
            {view.name} <span>{view.matterTitle}</span>
          </h1>
          <p>
            <CaseStateMark of={view} />
            <strong className="mono case-receipt">{view.receiptNumber ?? text.page.noReceipt}</strong>
          </p>
        </div>
        <div className="flow-acts">
          {shown === null ? null : (
            <Button
              variant="default"
              leftSection={<IconArrowsLeftRight size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F7" />}
              aria-label={text.page.compare}
              onClick={() => setComparing(true)}
            >
              {text.page.compareShort}
            </Button>
          )}
          {view.state === "open" ? (
            <Button
              leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F8" />}
              onClick={() => void resume()}
            >
              {text.page.continue}
            </Button>
          ) : null}
          {view.state === "submitted" ? (
            <Button
              variant="default"
              loading={amendment.running}
              leftSection={<IconEdit size={18} stroke={1.7} aria-hidden />}
              onClick={() => void amend()}
            >
              {text.page.amend}
            </Button>
          ) : null}
          {view.state === "cancelled" ? null : (
            <Button
              variant="default"
              leftSection={<IconBan size={18} stroke={1.7} aria-hidden />}
              onClick={() => setCancelling(true)}
            >
              {text.page.cancel}
            </Button>
          )}
        </div>
      </header>
      {(amendment.error ?? resumeError) ? (
        <div className="flow-error">
          <ErrorNotice error={amendment.error ?? resumeError} />
        </div>
      ) : null}
      {justDone && view.receiptNumber !== null && view.state === "submitted" ? (
        <p className="case-banner case-banner-done" role="status">
          <IconCircleCheck size={20} aria-hidden />
          {text.page.done(view.receiptNumber, newestNumber, view.nature)}
        </p>
      ) : null}
      {view.cancelReason === null ? null : (
        <p className="case-banner case-banner-cancelled">
          <IconBan size={20} aria-hidden />
          {text.page.cancelled(view.cancelReason)}
        </p>
      )}
      <div className="case-body">
        <aside className="case-aside">
          <Papers
            papers={view.papers}
            onOpen={(id) => setPaper({ id, print: false })}
            onPrint={(id) => setPaper({ id, print: true })}
          />
          {shown === null ? null : <Person version={shown} />}
          <Events events={view.events} />
        </aside>
        <div className="case-main">
          {view.versions.length > 1 ? (
            <div className="case-versions">
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
                <span className="case-old" role="status">
                  <IconHistory size={16} aria-hidden />
                  {text.page.old(shown.version, newestNumber)}
                </span>
              ) : null}
            </div>
          ) : null}
          <section ref={decision} className="result" aria-label={text.page.decision} tabIndex={-1}>
            {shown === null || (shown.decision as CaseVersion["decision"] | null) === null ? (
              <p className="quiet case-undecided">{text.page.noDecision}</p>
            ) : (
              <DecisionView
                key={shown.version}
                decision={shown.decision}
                ticks={shown.materials}
                onTick={null}
                onOpenMatter={openMatter}
              />
            )}
          </section>
        </div>
      </div>
      {paper === null ? null : <PaperDialog paperId={paper.id} printAtOnce={paper.print} onClose={() => setPaper(null)} />}
      {comparing && shown !== null ? (
        <CompareDialog
          subject={{ matter: view.matter, asOf: shown.asOf, facts: shown.facts, name: view.name }}
          onClose={() => setComparing(false)}
        />
      ) : null}
      {cancelling ? (
        <CancelDialog
          caseId={view.id}
          onClose={() => setCancelling(false)}
          onDone={(cancelled) => {
            setCancelling(false);
            client.setQueryData(["cases.get", cancelled.id], cancelled);
            void client.invalidateQueries({ queryKey: ["cases.search"] });
          }}
        />
      ) : null}
    </div>
  );
}

function Person({ version }: { readonly version: CaseVersion }) {
  const { person } = version;
  // an open case may have no decision yet
  const decision = version.decision as CaseVersion["decision"] | null;
  const title = decision?.personTitle ?? text.page.person;
  return (
    <section className="case-card" aria-label={title}>
      <h2>{title}</h2>
      <dl className="case-facts">
        <dt>{text.page.identity}</dt>
        <dd className="mono">{person.identityNumber}</dd>
        <dt>{text.page.phone}</dt>
        <dd className="tabular">{person.phone === "" ? text.page.none : person.phone}</dd>
        <dt>{text.page.asOf}</dt>
        <dd className="tabular">{version.asOf}</dd>
        <dt>{text.page.submittedBy}</dt>
        <dd>
          {version.clerk} <span className="tabular">{dayAndTime(version.at)}</span>
        </dd>
        {version.reason === "" ? null : (
          <>
            <dt>{text.page.reason}</dt>
            <dd>{version.reason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
