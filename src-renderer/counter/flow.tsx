import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useReducer } from "react";
import type { DraftContent, MaterialTick } from "../../src-shared/domain/case.ts";
import type { Nature } from "../../src-shared/domain/decision.ts";
import type { FactInput } from "../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../src-shared/domain/history/history.ts";
import { useCommands } from "../app/keys/commands.tsx";
import { CompareDialog } from "../compare/compare-dialog.tsx";
import { useSession } from "../app/session/session.tsx";
import { withTick } from "../ui/decision/materials/materials-model.ts";
import { useFormFor } from "../ui/calls/forms.ts";
import { ErrorNotice, errorText } from "../ui/error-notice.tsx";
import { PaperDialog } from "../ui/files/paper-dialog.tsx";
import { readDate } from "../ui/dates/typed-date.ts";
import { FlowBar } from "./flow-bar.tsx";
import { flowReducer, isWithoutNumber, judge, OPENED, whyNotSaved, withAnswer, withPromises } from "./flow-model.ts";
import { HistoryField } from "./history/history-field.tsx";
import { lineContext } from "./history/history-model.ts";
import { FinishDialog } from "./finish/finish-dialog.tsx";
import { openOfPerson, type OpenField } from "./finish/finish-model.ts";
import { PersonBlock } from "./person/person-block.tsx";
import { useIdentity } from "./person/use-identity.ts";
import { PersonQuestions, QuestionGroups } from "./questions/question-groups.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { text } from "./text.ts";
import { useCaseActs } from "./finish/use-case-acts.ts";
import { useDraft } from "./draft/use-draft.ts";
import { useDuplicates } from "./person/use-duplicates.ts";
import { useEvaluation } from "./use-evaluation.ts";
import { useGoing } from "./use-going.ts";
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
  const [state, dispatch] = useReducer(flowReducer, OPENED);
  const { over, editing } = state;

  const identity = useIdentity(content.person, session.today, change);
  const { reading, facts: personFacts } = identity;
  useKnownPerson(identity, change);
  const duplicates = useDuplicates(identity);

  const live = useEvaluation(content, personFacts, { typing: editing !== null, today: session.today });
  const { evaluation, stale, error } = live;
  const span = useSpan(content.matter, live);
  const onAnswer = useCallback(
    (id: string, value: FactInput | undefined, typing: boolean) => {
      dispatch({ type: "answered", id, typing });
      change((now) => withAnswer(now, id, value));
    },
    [change],
  );
  const onTick = useCallback(
    (tick: MaterialTick) => change(({ materials }) => ({ materials: withTick(materials, tick) })),
    [change],
  );
  const promising = usePromising(content.matter, evaluation?.decision ?? null, content.amends ? content.caseId : null);

  const here = evaluation?.history?.here;
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

  const withoutNumber = isWithoutNumber(state, content, evaluation);

  const { form, result, sheet, goTo, goToAfterDialog, jump, onKeyDown } = useGoing(stale);
  useReopened(content, reading, live, goTo, result);

  const openMatter = useFormFor(content.person);
  const acts = useCaseActs(draftId, draft, evaluation, identity);
  const saveByKey = async (): Promise<void> => {
    const refusal = whyNotSaved({ content, reading, live });
    if (refusal !== null) {
      dispatch(refusal);
      return;
    }
    const saved = await acts.save();
    if (saved) notifications.show({ message: text.acts.saved(saved.name), color: "pine" });
  };
  const submit = async (reason: string, promiseSigned: boolean): Promise<void> => {
    const submitted = await acts.submit(reason, promiseSigned);
    if (submitted) await navigate({ to: "/cases/$caseId", params: { caseId: submitted.id }, search: { done: true } });
  };

  const { clearError } = acts.submitAct;
  const isJudging = over.what === "judging";
  useEffect(() => {
    const event = isJudging
      ? judge({ content, reading, live: { evaluation, stale, error }, promising, today: session.today })
      : null;
    if (event === null) return;
    if (event.type === "judged") clearError();
    else notifications.show({ message: errorText(error), color: "red" });
    dispatch(event);
  }, [isJudging, evaluation, stale, error, content, reading, clearError, promising, session.today]);

  const back = (): void => {
    if (content.amends && content.caseId !== null) {
      void navigate({ to: "/cases/$caseId", params: { caseId: content.caseId }, search: {} });
    } else {
      void navigate({ to: "/" });
    }
  };
  const submitLabel = content.amends ? text.acts.submitAmendment : text.acts.submit[nature];
  const promiseAll = (materials: readonly string[]): void => {
    const asked = evaluation?.decision?.materials.filter(({ id }) => materials.includes(id)) ?? [];
    change((now) => withPromises(now, asked, promising?.lastOn ?? ""));
    dispatch({ type: "submit" });
  };
  const startSubmit = (): void => dispatch({ type: "submit" });
  const compare = (): void => dispatch({ type: "compare" });
  const close = (): void => dispatch({ type: "closed" });
  useCommands([
    { id: "jump", label: text.acts.jump, key: "F6", run: jump },
    { id: "compare", label: text.acts.compare, key: "F7", run: compare },
    ...(content.amends ? [] : [{ id: "save", label: text.acts.save, key: "F8", run: () => void saveByKey() }]),
    { id: "submit", label: submitLabel, key: "F9", run: startSubmit },
    {
      id: "print",
      label: text.acts.print,
      key: "F10",
      run: () =>
        state.lastPaper === null
          ? notifications.show({ message: text.finish.saveFirst, color: "pine" })
          : dispatch({ type: "print-again" }),
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
        onCompare={compare}
        onSave={() => void saveByKey()}
        onSubmit={startSubmit}
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
            if (row === null || !row.contains(event.relatedTarget)) dispatch({ type: "left-row" });
            void draft.flush();
          }}
        >
          <PersonBlock
            title={personTitle ?? text.form.person}
            content={content}
            identity={identity}
            known={evaluation?.known ?? []}
            duplicates={duplicates}
            onAsOf={(asOf) => change({ asOf })}
            withoutNumber={withoutNumber}
            onWithoutNumber={() => dispatch({ type: "estimate" })}
          >
            {evaluation === null ? null : (
              <PersonQuestions evaluation={evaluation} facts={content.facts} editing={editing} onAnswer={onAnswer} />
            )}
          </PersonBlock>
          {evaluation === null ? (
            error === null ? (
              <Text px="md" py="lg" c="dimmed">
                {text.form.loading}
              </Text>
            ) : (
              <ErrorNotice error={error} onRetry={live.retry} />
            )
          ) : (
            <>
              {evaluation.history === null || history === null ? null : (
                <section aria-label={text.history.label}>
                  <HistoryField
                    view={evaluation.history}
                    line={textOf(content.facts[HISTORY_FACT])}
                    source={textOf(content.facts[HISTORY_SOURCE_FACT])}
                    context={history}
                    typing={editing === HISTORY_FACT}
                    errors={evaluation.errors}
                    onAnswer={onAnswer}
                  />
                </section>
              )}
              <QuestionGroups evaluation={evaluation} facts={content.facts} editing={editing} onAnswer={onAnswer} />
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
      {over.what === "finish" ? (
        <FinishDialog
          finish={over.finish}
          content={{ ...content, person: identity.person }}
          duplicates={duplicates}
          submitting={acts.submitAct.running}
          submitError={acts.submitAct.error}
          saveError={acts.saveAct.error}
          onSave={acts.save}
          onSubmit={(reason, promiseSigned) => void submit(reason, promiseSigned)}
          onPaper={(id) => dispatch({ type: "paper-made", id })}
          onPromise={promiseAll}
          onGoTo={(field) => {
            close();
            goToAfterDialog(field);
          }}
          onClose={close}
        />
      ) : null}
      {over.what === "comparing" ? (
        <CompareDialog
          subject={{
            matter: content.matter,
            asOf: readDate(content.asOf) ?? session.today,
            // the other city may ask for what this one does not
            facts: { ...personFacts, ...live.facts },
            name: content.person.name.trim(),
          }}
          onClose={close}
        />
      ) : null}
      {over.what === "paper" ? <PaperDialog paperId={over.id} onClose={close} /> : null}
    </WorkPage>
  );
}
