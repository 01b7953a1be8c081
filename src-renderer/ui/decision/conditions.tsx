import { IconArrowRight, IconCheck, IconHelpCircle, IconX } from "@tabler/icons-react";
import {
  standingOfCondition,
  type Citation,
  type Condition,
  type ConditionStanding,
} from "../../../src-shared/domain/decision.ts";
import { CONDITION_LABELS } from "../../../src-shared/text/labels.ts";
import { PolicyLink } from "../policy-link.tsx";
import { byDocument } from "./explanation/sources.tsx";
import { text } from "./text.ts";
import { TextButton } from "../page/text-button.tsx";
import classes from "./conditions.module.css";

const MARKS: Record<ConditionStanding, typeof IconCheck> = { met: IconCheck, failed: IconX, unknown: IconHelpCircle };

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
    <ul className="conditions">
      {conditions.map((condition) => (
        <li key={condition.id} className={`${classes.condition} ${classes[`condition-${standingOfCondition(condition)}`]}`}>
          <div className={classes["condition-line"]}>
            <Mark standing={standingOfCondition(condition)} />
            <strong className={classes["condition-title"]}>{condition.title}</strong>
            <span className={classes["condition-pair"]}>
              <span>
                <small>{text.required}</small> {condition.required}
              </span>
              <span>
                <small>{text.actual}</small> <b>{condition.actual}</b>
              </span>
            </span>
            {onExplain !== null && condition.step !== null ? (
              <TextButton
                aria-label={text.why(condition.title)}
                onClick={() => condition.step !== null && onExplain(condition.step)}
              >
                {text.how}
              </TextButton>
            ) : null}
          </div>
          <Clauses condition={condition} citations={citations} />
          {condition.remedies.length === 0 ? null : (
            <div className={classes.remedies}>
              <strong>{remediesTitle}</strong>
              <ul>
                {condition.remedies.map((remedy) => (
                  <li key={`${remedy.kind}-${remedy.text}`}>
                    <IconArrowRight size={15} aria-hidden />
                    {remedy.text}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Mark({ standing }: { readonly standing: ConditionStanding }) {
  const Icon = MARKS[standing];
  return (
    <span className={classes["condition-mark"]}>
      <Icon size={16} stroke={2.4} aria-hidden />
      {CONDITION_LABELS[standing]}
    </span>
  );
}

/** Each document once with its clauses; below a failed condition also what they say. */
function Clauses({ condition, citations }: { readonly condition: Condition; readonly citations: ReadonlyMap<string, Citation> }) {
  const found = condition.citations.map((id) => citations.get(id)).filter((citation) => citation !== undefined);
  if (found.length === 0) return null;
  return (
    <p className={classes["condition-clause"]}>
      {byDocument(found).map(([document, cited]) => (
        <span key={document} className="condition-document">
          {document}
          {cited.map((citation) => (
            <span key={citation.id} className={classes["condition-cited"]}>
              <PolicyLink kind="clause" id={citation.id} title={citation.summary}>
                {citation.clause}
              </PolicyLink>
              {condition.met ? "" : `：${citation.summary}`}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
