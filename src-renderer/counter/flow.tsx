import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { DraftContent, MaterialTick } from "../../src-shared/domain/case.ts";
import type { Nature } from "../../src-shared/domain/decision.ts";
import type { FactInput } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../src-shared/domain/history/history.ts";
import { useCommands } from "../app/keys/commands.tsx";
import { CompareDialog } from "../compare/compare-dialog.tsx";
import { useSession } from "../app/session/session.tsx";
import { blankTick, promisedFor, withTick } from "../ui/decision/materials/materials-model.ts";
import { useFormFor } from "../ui/calls/forms.ts";
import { ErrorNotice, errorText } from "../ui/error-notice.tsx";
import { PaperDialog } from "../ui/files/paper-dialog.tsx";
import { readDate } from "../ui/dates/typed-date.ts";
import { fieldStops, focusField } from "./questions/field-order.ts";
import { FlowBar } from "./flow-bar.tsx";
import { HistoryField } from "./history/history-field.tsx";
import { lineContext } from "./history/history-model.ts";
import { FinishDialog } from "./finish/finish-dialog.tsx";
import { finishOf, openOfPerson, personProblems, saveProblems, type Finish, type OpenField } from "./finish/finish-model.ts";
import { PersonBlock } from "./person/person-block.tsx";
import { useIdentity } from "./person/use-identity.ts";
import { PersonQuestions, QuestionGroups } from "./questions/question-groups.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { text } from "./text.ts";
import { useAdvance } from "./questions/use-advance.ts";
import { useCaseActs } from "./finish/use-case-acts.ts";
import { useDraft } from "./draft/use-draft.ts";
import { useDuplicates } from "./person/use-duplicates.ts";
import { useEvaluation } from "./use-evaluation.ts";
import { useKnownPerson } from "./person/use-known-person.ts";
import { useReopened } from "./draft/use-reopened.ts";
import { useSpan } from "./use-span.ts";
import { usePromising } from "./finish/use-promising.ts";
import { PageError, WorkPage } from "../ui/page/work-page.tsx";
import classes from "./flow.module.css";

const NOTHING_ASKED: readonly OpenField[] = [];

const textOf = (input: FactInput | undefined): string => (typeof input === "string" ? input : "");

/** The one flow of every matter: person, questions, result, materials, finish. */
export function Flow({
  draftId,
  title,
  nature,
  personTitle,
  initial,
  savedAt,
}: {
  readonly draftId: string;
  readonly title: string;
  readonly nature: Nature;
  /** Whose number is asked for, where that is not the person at the counter. */
  readonly personTitle: string | null;
  readonly initial: DraftContent;
  readonly savedAt: string | null;
}) {
  const session = useSession();
  const navigate = useNavigate();
  const draft = useDraft(draftId, initial, savedAt);
  const { content, change } = draft;
  const form = useRef<HTMLFormElement>(null);
  const result = useRef<HTMLDivElement>(null);
  /** Form and result: both hold what can be gone to. */
  const sheet = useRef<HTMLDivElement>(null);

  const identity = useIdentity(content.person, session.today, change);
  const { reading, facts: personFacts } = identity;
  useKnownPerson(identity, change);
  const duplicates = useDuplicates(identity);

  /** The question being typed in; a choice is made at once. */
  const [editing, setEditing] = useState<string | null>(null);
  const [wantsEstimate, setWithoutNumber] = useState(false);
  const live = useEvaluation(content, personFacts, { typing: editing !== null, today: session.today });
  const span = useSpan(content.matter, live);
  const onAnswer = useCallback(
    (id: string, value: FactInput | undefined, typing: boolean) => {
      setEditing(typing ? id : null);
      change(({ facts }) => {
        const { [id]: _old, ...others } = facts;
        return { facts: value === undefined ? others : { ...others, [id]: value } };
      });
    },
    [change],
  );
  const onTick = useCallback(
    (tick: MaterialTick) => change(({ materials }) => ({ materials: withTick(materials, tick) })),
    [change],
  );
  const promising = usePromising(content.matter, live.evaluation?.decision ?? null, content.amends ? content.caseId : null);

  const here = live.evaluation?.history?.here;
  const history = useMemo(
    () =>
      here === undefined
        ? null
        : lineContext(
            here,
            readDate(content.asOf) ?? session.today,
            personFacts?.birthDate || textOf(content.facts["birthDate"]),
          ),
    [here, content.asOf, content.facts, personFacts, session.today],
  );

  const personQuestions = live.evaluation?.questions.filter((question) => question.fromPerson) ?? [];
  const withoutNumber = wantsEstimate || personQuestions.some((question) => content.facts[question.id] !== undefined);

  const goTo = (field: string): void => {
    const row = sheet.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const stop = row ? fieldStops(row)[0] : undefined;
    if (stop) focusField(stop);
  };

  useReopened(content, reading, live, goTo, result);

  const advance = useAdvance(form, result, live.stale);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLElement) || event.target.closest("button")) return;
    event.preventDefault();
    advance(event.target);
  };

  const lastField = useRef<Element | null>(null);
  const jump = (): void => {
    const inForm = form.current?.contains(document.activeElement) ?? false;
    if (inForm) {
      lastField.current = document.activeElement;
      result.current?.focus();
    } else if (lastField.current instanceof HTMLElement && lastField.current.isConnected) {
      focusField(lastField.current);
    } else {
      const first = form.current ? fieldStops(form.current)[0] : undefined;
      if (first) focusField(first);
    }
  };

  const openMatter = useFormFor(content.person);
  const acts = useCaseActs(draftId, draft, live.evaluation, identity);
  const saveByKey = async (): Promise<void> => {
    const problems = saveProblems(content, reading, live.stale ? null : live.evaluation);
    if (problems[0]) {
      setFinish({ kind: "incomplete", act: "save", problems });
      return;
    }
    const saved = await acts.save();
    if (saved) notifications.show({ message: text.acts.saved(saved.name), color: "pine" });
  };
  const submit = async (reason: string, promiseSigned: boolean): Promise<void> => {
    const submitted = await acts.submit(reason, promiseSigned);
    if (submitted) await navigate({ to: "/cases/$caseId", params: { caseId: submitted.id }, search: { done: true } });
  };

  const [finish, setFinish] = useState<Finish | null>(null);
  const [finishing, setFinishing] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [paper, setPaper] = useState<string | null>(null);
  const [lastPaper, setLastPaper] = useState<string | null>(null);
  const { clearError } = acts.submitAct;
  useEffect(() => {
    if (!finishing) return;
    if (readDate(content.asOf) === undefined) {
      setFinish({ kind: "incomplete", act: "submit", problems: personProblems(content, reading) });
    } else if (live.error !== null) {
      notifications.show({ message: errorText(live.error), color: "red" });
    } else if (live.stale || live.evaluation === null) {
      return; // judged by the answer that is under way, not by the one before
    } else {
      clearError();
      setFinish(finishOf(content, reading, live.evaluation, promising, session.today));
    }
    setFinishing(false);
  }, [finishing, live.stale, live.error, live.evaluation, content, reading, clearError, setFinish, promising, session.today]);

  const back = (): void => {
    if (content.amends && content.caseId !== null) {
      void navigate({ to: "/cases/$caseId", params: { caseId: content.caseId }, search: {} });
    } else {
      void navigate({ to: "/" });
    }
  };
  const submitLabel = content.amends ? text.acts.submitAmendment : text.acts.submit[nature];
  const promiseAll = (materials: readonly string[]): void => {
    const asked = live.evaluation?.decision?.materials.filter(({ id }) => materials.includes(id)) ?? [];
    change(({ materials: ticks }) => ({
      materials: asked.reduce((all, material) => withTick(all, promisedFor(blankTick(material), promising?.lastOn ?? "")), ticks),
    }));
    setFinish(null);
    setFinishing(true);
  };
  const showPaper = (id: string): void => {
    setFinish(null);
    setLastPaper(id);
    setPaper(id);
  };
  useCommands([
    { id: "jump", label: text.acts.jump, key: "F6", run: jump },
    { id: "compare", label: text.acts.compare, key: "F7", run: () => setComparing(true) },
    ...(content.amends ? [] : [{ id: "save", label: text.acts.save, key: "F8", run: () => void saveByKey() }]),
    { id: "submit", label: submitLabel, key: "F9", run: () => setFinishing(true) },
    {
      id: "print",
      label: text.acts.print,
      key: "F10",
      run: () =>
        lastPaper === null ? notifications.show({ message: text.finish.saveFirst, color: "pine" }) : setPaper(lastPaper),
    },
    { id: "back", label: text.acts.back, key: "Escape", run: back },
  ]);

  return (
    <WorkPage>
      <FlowBar
        title={title}
        draft={draft}
        submitLabel={submitLabel}
        saving={acts.saveAct.running}
        onBack={back}
        onCompare={() => setComparing(true)}
        onSave={() => void saveByKey()}
        onSubmit={() => setFinishing(true)}
      />
      {acts.saveAct.error === null ? null : (
        <PageError>
          <ErrorNotice error={acts.saveAct.error} onRetry={() => void saveByKey()} />
        </PageError>
      )}
      <div className={classes.body} ref={sheet}>
        <form
          ref={form}
          className={classes.sheet}
          aria-label={text.form.region}
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            // A record is filled in cell by cell; it is judged when its row is left.
            const row = event.target.closest("[data-row]");
            if (row === null || !row.contains(event.relatedTarget)) setEditing(null);
            void draft.flush();
          }}
        >
          <PersonBlock
            title={personTitle ?? text.form.person}
            content={content}
            identity={identity}
            known={live.evaluation?.known ?? []}
            duplicates={duplicates}
            onAsOf={(asOf) => change({ asOf })}
            withoutNumber={withoutNumber}
            onWithoutNumber={() => setWithoutNumber(true)}
          >
            {live.evaluation === null ? null : (
              <PersonQuestions evaluation={live.evaluation} facts={content.facts} editing={editing} onAnswer={onAnswer} />
            )}
          </PersonBlock>
          {live.evaluation === null ? (
            live.error === null ? (
              <Text px="md" py="lg" c="dimmed">
                {text.form.loading}
              </Text>
            ) : (
              <ErrorNotice error={live.error} onRetry={live.retry} />
            )
          ) : (
            <>
              {live.evaluation.history === null || history === null ? null : (
                <section aria-label={text.history.label}>
                  <HistoryField
                    view={live.evaluation.history}
                    line={textOf(content.facts[HISTORY_FACT])}
                    source={textOf(content.facts[HISTORY_SOURCE_FACT])}
                    context={history}
                    typing={editing === HISTORY_FACT}
                    errors={live.evaluation.errors}
                    onAnswer={onAnswer}
                  />
                </section>
              )}
              <QuestionGroups evaluation={live.evaluation} facts={content.facts} editing={editing} onAnswer={onAnswer} />
            </>
          )}
        </form>
        <ResultPanel
          panelRef={result}
          live={live}
          ticks={content.materials}
          promising={promising}
          editing={editing}
          asked={withoutNumber ? NOTHING_ASKED : openOfPerson(reading)}
          onTick={onTick}
          onGoTo={goTo}
          onOpenMatter={openMatter}
          span={span}
        />
      </div>
      {finish === null ? null : (
        <FinishDialog
          finish={finish}
          content={{ ...content, person: identity.person }}
          duplicates={duplicates}
          submitting={acts.submitAct.running}
          submitError={acts.submitAct.error}
          saveError={acts.saveAct.error}
          onSave={acts.save}
          onSubmit={(reason, promiseSigned) => void submit(reason, promiseSigned)}
          onPaper={showPaper}
          onPromise={promiseAll}
          onGoTo={(field) => {
            setFinish(null);
            // After the dialog has given the focus back.
            setTimeout(() => goTo(field), 120);
          }}
          onClose={() => setFinish(null)}
        />
      )}
      {comparing ? (
        <CompareDialog
          subject={{
            matter: content.matter,
            asOf: readDate(content.asOf) ?? session.today,
            // the other city may ask for what this one does not
            facts: { ...personFacts, ...live.facts },
            name: content.person.name.trim(),
          }}
          onClose={() => setComparing(false)}
        />
      ) : null}
      {paper === null ? null : <PaperDialog paperId={paper} onClose={() => setPaper(null)} />}
    </WorkPage>
  );
}
