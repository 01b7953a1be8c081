import { Group, Paper, Text } from "@mantine/core";
import { IconArrowRight, IconCheck, IconHelpCircle, IconX } from "@tabler/icons-react";
import {
  standingOfCondition,
  type Citation,
  type Condition,
  type ConditionStanding,
} from "../../../src-shared/domain/decision.ts";
import { CONDITION_LABELS } from "../../../src-shared/text/labels.ts";
import { PolicyLink } from "../policy-link.tsx";
import { byDocument, DocumentName } from "./explanation/sources.tsx";
import { text } from "./text.ts";
import { SignedLine } from "../page/signed-line.tsx";
import { StateMark } from "../page/state-mark.tsx";
import { TextButton } from "../page/text-button.tsx";
import classes from "./conditions.module.css";

const MARKS = {
  met: { icon: IconCheck, tone: "good" },
  failed: { icon: IconX, tone: "bad" },
  unknown: { icon: IconHelpCircle, tone: "warning" },
} as const satisfies Record<ConditionStanding, unknown>;

/** Each condition with what is required and what is the case; below a failed one its clause and what would turn it. */
export function Conditions({
  conditions,
  citations,
  onExplain,
  remediesTitle = text.remedies,
}: {
  readonly conditions: readonly Condition[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onExplain: ((step: number) => void) | null;
  readonly remediesTitle?: string;
}) {
  return (
    <ul>
      {conditions.map((condition) => (
        <li key={condition.id} className={classes.condition} data-standing={standingOfCondition(condition)}>
          <div className={classes.line}>
            <Mark standing={standingOfCondition(condition)} />
            <strong>{condition.title}</strong>
            <Group component="span" justify="flex-end" gap="0 14px" className="tabular">
              <span>
                <small className="quiet">{text.required}</small> {condition.required}
              </span>
              <span>
                <small className="quiet">{text.actual}</small> <b>{condition.actual}</b>
              </span>
            </Group>
            {onExplain !== null && condition.step !== null ? (
              <TextButton
                aria-label={text.howOf(condition.title)}
                onClick={() => condition.step !== null && onExplain(condition.step)}
              >
                {text.how}
              </TextButton>
            ) : null}
          </div>
          <Clauses condition={condition} citations={citations} />
          {condition.remedies.length === 0 ? null : (
            <Paper ml={86} mt={6} px={10} py={6} className={classes.remedies}>
              <strong>{remediesTitle}</strong>
              <ul>
                {condition.remedies.map((remedy) => (
                  <SignedLine key={`${remedy.kind}-${remedy.text}`} icon={IconArrowRight} colour="var(--accent)">
                    {remedy.text}
                  </SignedLine>
                ))}
              </ul>
            </Paper>
          )}
        </li>
      ))}
    </ul>
  );
}

function Mark({ standing }: { readonly standing: ConditionStanding }) {
  const { icon: Icon, tone } = MARKS[standing];
  return (
    <StateMark tone={tone}>
      <Icon size={16} stroke={2.4} aria-hidden />
      {CONDITION_LABELS[standing]}
    </StateMark>
  );
}

/** Each document once with its clauses; below a failed condition also what they say. */
function Clauses({ condition, citations }: { readonly condition: Condition; readonly citations: ReadonlyMap<string, Citation> }) {
  const found = condition.citations.map((id) => citations.get(id)).filter((citation) => citation !== undefined);
  if (found.length === 0) return null;
  return (
    <Text ml={86} fz="xs" c="dimmed" data-part="clauses">
      {byDocument(found).map(([document, cited]) => (
        <span key={document} className={classes.document}>
          <DocumentName document={document} />
          {cited.map((citation) => (
            <span key={citation.id} className={classes.cited}>
              <PolicyLink kind="clause" id={citation.id} title={citation.summary}>
                {citation.clause}
              </PolicyLink>
              {condition.met ? "" : `：${citation.summary}`}
            </span>
          ))}
        </span>
      ))}
    </Text>
  );
}
