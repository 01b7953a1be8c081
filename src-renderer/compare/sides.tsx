import { Box, Paper, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import type { AnswerStanding, ComparedSide, Comparison } from "../../src-shared/contract/counter.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInput, FactInputs } from "../../src-shared/domain/facts.ts";
import { useSession } from "../app/session/session.tsx";
import { QuestionFields } from "../counter/questions/question-groups.tsx";
import { EnterFigure } from "../ui/dialogs/enter-figure.tsx";
import { Amounts } from "../ui/decision/amounts/amounts.tsx";
import { Conditions } from "../ui/decision/conditions.tsx";
import { spanOf, type DrawnMonths } from "../ui/decision/coverage/coverage-model.ts";
import { CoverageStrip } from "../ui/decision/coverage/coverage-strip.tsx";
import { Assumed } from "../ui/decision/doubts.tsx";
import { GroupedAmountsTable } from "../ui/decision/amounts/grouped-amounts.tsx";
import { KeyDates } from "../ui/decision/coverage/key-dates.tsx";
import { MissingFigures } from "../ui/decision/missing-figures.tsx";
import { Options } from "../ui/decision/options.tsx";
import { OutcomeMark } from "../ui/decision/outcome-mark.tsx";
import { Notices, Readings } from "../ui/decision/remarks.tsx";
import { StandingBanner } from "../ui/decision/standing-banner.tsx";
import { PolicyCity } from "../ui/policy-link.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { text } from "./text.ts";
import classes from "./sides.module.css";

type OnAnswer = (id: string, value: FactInput | undefined, typing: boolean) => void;

/** What the other side has to be asked by itself. */
const OWN_ANSWER: ReadonlySet<AnswerStanding> = new Set(["other-only", "not-carried", "changed"]);

/** Two columns, part by part on one line, so that the eye can go across. */
export function Sides({
  comparison,
  typed,
  editing,
  stale,
  onAnswer,
}: {
  readonly comparison: Comparison;
  readonly typed: FactInputs;
  readonly editing: string | null;
  readonly stale: boolean;
  readonly onAnswer: OnAnswer;
}) {
  const { here, other, answers } = comparison;
  const [reopened, setReopened] = useState<ReadonlySet<string>>(new Set());
  const axis = useMemo(() => spanOf([here, other].flatMap(coveragesOf)) ?? undefined, [here, other]);
  const { errors, unanswered } = other.evaluation;
  const wanting = new Set([...unanswered, ...errors.map(({ fact }) => fact.split(".")[0] ?? fact)]);
  const open = new Set(
    answers
      .filter(({ fact, standing }) => OWN_ANSWER.has(standing) || wanting.has(fact) || reopened.has(fact))
      .map(({ fact }) => fact),
  );
  const toAnswer = other.evaluation.questions.filter(({ id }) => open.has(id));
  const city = other.matter.cityTitle;

  const row = (id: keyof typeof text.rows, show: (decision: Decision) => ReactNode): ReactNode => {
    const cells = [here, other].map(({ evaluation }) => (evaluation.decision === null ? null : show(evaluation.decision)));
    if (cells.every((cell) => cell === null)) return null;
    return (
      <section className={classes.row} aria-label={text.rows[id]}>
        <RowTitle>{text.rows[id]}</RowTitle>
        {[here, other].map(({ matter }, index) => (
          <PolicyCity key={matter.id} value={matter.city}>
            <div className={classes.cell}>
              {cells[index] ?? (
                <Text span size="sm" c="dimmed">
                  {text.empty}
                </Text>
              )}
            </div>
          </PolicyCity>
        ))}
      </section>
    );
  };

  return (
    <Paper withBorder aria-busy={stale}>
      <div className={classes.row} data-heads>
        <Text fz={12} className="tabular">
          <span className="quiet">{text.asOf}</span>
          <br />
          {comparison.asOf}
        </Text>
        {[here, other].map((side, index) => (
          <Head key={side.matter.id} side={side} waiting={index === 0 ? text.incompleteHere : text.incomplete} />
        ))}
      </div>
      {toAnswer.length === 0 ? null : (
        <section className={classes.row} aria-label={text.rows.answer}>
          <RowTitle>{text.rows.answer}</RowTitle>
          <div className={classes.cell}>
            <Text size="sm" c="dimmed">
              {text.answerLead(city, toAnswer.length)}
            </Text>
          </div>
          <Box component="form" p={0} className={classes.cell} noValidate onSubmit={(event) => event.preventDefault()}>
            <QuestionFields
              evaluation={other.evaluation}
              facts={{ ...other.facts, ...typed }}
              editing={editing}
              onAnswer={onAnswer}
              questions={toAnswer}
            />
          </Box>
        </section>
      )}
      {row("missing", ({ missingFigures }) => (missingFigures.length === 0 ? null : <Missing missing={missingFigures} />))}
      {row("assumed", ({ assumed = [] }) => (assumed.length === 0 ? null : <Assumed assumed={assumed} />))}
      {row("amounts", ({ amounts }) =>
        amounts.length === 0 ? null : (
          <>
            <Amounts amounts={amounts} onExplain={null} compact />
            <GroupedAmountsTable amounts={amounts} onExplain={null} />
          </>
        ),
      )}
      {row("dates", ({ dates }) => (dates.length === 0 ? null : <KeyDates dates={dates} onExplain={null} />))}
      {row("options", (decision) =>
        decision.options.length === 0 ? null : <Options decision={decision} onExplain={null} axis={axis} />,
      )}
      {row("coverage", (decision) => (isDrawn(decision) ? <Months decision={decision} axis={axis} /> : null))}
      {row("conditions", ({ conditions, citations }) =>
        conditions.length === 0 ? null : <Conditions conditions={conditions} citations={byId(citations)} onExplain={null} />,
      )}
      {row("notices", ({ notices, citations }) =>
        notices.length === 0 ? null : <Notices notices={notices} citations={byId(citations)} />,
      )}
      {row("readings", ({ readings, citations }) =>
        readings.length === 0 ? null : <Readings readings={readings} citations={byId(citations)} />,
      )}
      <AnswerTable
        answers={answers}
        here={here.matter.cityTitle}
        other={city}
        open={open}
        onReopen={(fact) => setReopened((before) => new Set(before).add(fact))}
      />
    </Paper>
  );
}

const RowTitle = ({ children }: { readonly children: string }) => (
  <Title order={3} fz="sm" c="var(--accent)">
    {children}
  </Title>
);

function Head({ side: { matter, evaluation }, waiting }: { readonly side: ComparedSide; readonly waiting: string }) {
  const { decision } = evaluation;
  return (
    <Stack
      component="section"
      gap={3}
      align="flex-start"
      className={`${classes.cell} ${classes.head}`}
      data-look={decision?.outcome}
      aria-label={matter.cityTitle}
    >
      <Text fz="md" fw={700}>
        {text.side(matter.cityTitle, matter.title)}
      </Text>
      {decision === null ? (
        <Text size="sm" c="dimmed">
          {waiting}
        </Text>
      ) : (
        <>
          <OutcomeMark decision={decision} />
          <StandingBanner standing={decision.standing} />
          <Title order={3} fz="md">
            {decision.headline}
          </Title>
        </>
      )}
    </Stack>
  );
}

function Missing({ missing }: { readonly missing: Decision["missingFigures"] }) {
  const isAdministrator = useSession().clerk.role === "administrator";
  return <MissingFigures missing={missing} Entry={isAdministrator ? EnterFigure : null} />;
}

const Months = ({ decision, axis }: { readonly decision: Decision; readonly axis: DrawnMonths | undefined }) => (
  <CoverageStrip coverage={decision.coverage} axis={axis} />
);

const coveragesOf = ({ evaluation: { decision } }: ComparedSide): Decision["coverage"][] =>
  decision === null ? [] : [decision.coverage, ...decision.options.map(({ coverage }) => coverage)];

/** The same months stand with the option that the decision reckons with. */
const isDrawn = ({ coverage, options }: Decision): boolean =>
  coverage.length > 0 && !options.some((option) => JSON.stringify(option.coverage) === JSON.stringify(coverage));

const byId = (citations: Decision["citations"]) => new Map(citations.map((citation) => [citation.id, citation]));
