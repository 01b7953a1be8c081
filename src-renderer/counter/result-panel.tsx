import { Box, Text } from "@mantine/core";
import { useCallbackRef } from "@mantine/hooks";
import { IconClipboardList } from "@tabler/icons-react";
import { memo, useMemo, useRef, type RefObject } from "react";
import type { MaterialTick } from "../../src-shared/domain/case.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { ReadingSpan } from "../../src-shared/domain/span.ts";
import { useFiguresToEnter } from "../admin/figures/figures-to-enter.ts";
import { useSession } from "../app/session/session.tsx";
import { EnterFigure } from "../ui/dialogs/enter-figure.tsx";
import { DecisionView } from "../ui/decision/decision-view.tsx";
import type { Promising } from "../ui/decision/materials/materials-model.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { GoToList } from "./go-to-list.tsx";
import type { OpenField } from "./finish/finish-model.ts";
import { errorTitle } from "./list/list-model.ts";
import { text } from "./text.ts";
import type { LiveEvaluation } from "./use-evaluation.ts";
import { ResultSection } from "../ui/decision/result-section.tsx";

/** Hundreds of lines, which a key need not draw again before its answer is there. */
const LiveDecision = memo(DecisionView);

/**
 * The result beside the form. The former result stays while a new one is under way or a field is half typed;
 * it gives way only when an answer that is needed is missing.
 */
export function ResultPanel({
  panelRef,
  live,
  ticks,
  promising,
  editing,
  asked,
  onTick,
  onGoTo,
  onOpenMatter,
  span,
}: {
  readonly panelRef: RefObject<HTMLDivElement | null>;
  readonly live: LiveEvaluation;
  readonly ticks: readonly MaterialTick[];
  readonly promising: Promising | null;
  readonly editing: string | null;
  /** What is open of the person, in place of the questions that the person answers. */
  readonly asked: readonly OpenField[];
  readonly onTick: (tick: MaterialTick) => void;
  readonly onGoTo: (field: string) => void;
  readonly onOpenMatter: (matter: string) => void;
  readonly span: ReadingSpan | null;
}) {
  const session = useSession();
  const { evaluation } = live;
  const shown = useRef<Decision | null>(null);
  if (evaluation?.decision) shown.current = evaluation.decision;
  else if (editing === null && !live.stale) shown.current = null;
  const decision = shown.current;
  const held = decision !== null && !evaluation?.decision;
  const status = useMemo(() => <span data-part="status">{held ? text.result.held : text.result.stale}</span>, [held]);
  const goTo = useCallbackRef(onGoTo);
  const openMatter = useCallbackRef(onOpenMatter);

  return (
    <ResultSection ref={panelRef} stale={live.stale || held} aria-label={text.form.result} aria-busy={live.stale}>
      {live.error === null ? null : <ErrorNotice error={live.error} onRetry={live.retry} />}
      {decision === null ? (
        <Remaining live={live} asked={asked} onGoTo={onGoTo} />
      ) : (
        <LiveDecision
          decision={decision}
          ticks={ticks}
          onTick={onTick}
          promising={promising}
          onOpenMatter={openMatter}
          onGoTo={goTo}
          span={span}
          FigureEntry={session.clerk.role === "administrator" ? EnterFigure : AskAdministrator}
          status={status}
        />
      )}
    </ResultSection>
  );
}

/** What is still to be answered before there is a result. */
function Remaining({
  live: { evaluation },
  asked,
  onGoTo,
}: {
  readonly live: LiveEvaluation;
  readonly asked: readonly OpenField[];
  readonly onGoTo: (field: string) => void;
}) {
  const questions = evaluation?.questions ?? [];
  const titles = new Map(questions.map((question) => [question.id, question.title]));
  const byNumber = new Set(asked.length > 0 ? questions.filter((question) => question.fromPerson).map(({ id }) => id) : []);
  const wrong = (evaluation?.errors ?? []).filter((error) => !byNumber.has(error.fact));
  const mistakes = wrong.filter((error) => error.code !== "required").length;
  const wrongFacts = new Set(wrong.map((error) => error.fact));
  const open = (evaluation?.unanswered ?? []).filter((id) => titles.has(id) && !byNumber.has(id) && !wrongFacts.has(id));
  const lines = [
    ...(byNumber.size > 0 ? asked.map(({ id, title }) => ({ field: id, message: title })) : []),
    ...wrong.map((error) => ({
      field: error.fact,
      message: `${errorTitle(error.fact, questions, text.list.row)} ${error.code === "required" ? "" : error.message}`.trim(),
    })),
    ...open.map((id) => ({ field: id, message: titles.get(id) ?? id })),
  ];
  return (
    <Box px={32} py={40}>
      <IconClipboardList size={40} stroke={1.2} color="var(--line-strong)" aria-hidden />
      <Text c="var(--ink-2)">{text.result.waiting}</Text>
      {lines.length === 0 ? null : (
        <>
          <Text component="h2" fz="md" fw={700} c="var(--accent)" mt={20} mb={6}>
            {mistakes > 0 ? text.result.wrong(mistakes) : text.result.remaining(lines.length)}
          </Text>
          <GoToList lines={lines} onGoTo={onGoTo} />
        </>
      )}
    </Box>
  );
}

/** Who can help, for those who may not enter it themselves. */
function AskAdministrator() {
  const names = useFiguresToEnter().data?.administrators ?? [];
  return names.length === 0 ? null : <strong>{text.result.askFigure(names)}</strong>;
}
