import { IconArrowRight, IconCheck, IconX } from "@tabler/icons-react";
import type { Citation, Condition } from "../../../src-shared/domain/decision.ts";
import { PolicyLink } from "../policy-link.tsx";
import { text } from "./text.ts";

/** Each condition with what is required and what is the case; below a failed one its clause and what would turn it. */
export function Conditions({
  conditions,
  citations,
  onExplain,
}: {
  readonly conditions: readonly Condition[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <ul className="conditions">
      {conditions.map((condition) => (
        <li key={condition.id} className={condition.met ? "condition condition-met" : "condition condition-unmet"}>
          <div className="condition-line">
            <span className="condition-mark">
              {condition.met ? <IconCheck size={16} stroke={2.4} aria-hidden /> : <IconX size={16} stroke={2.4} aria-hidden />}
              {condition.met ? text.met : text.unmet}
            </span>
            <strong className="condition-title">{condition.title}</strong>
            <span className="condition-pair">
              <span>
                <small>{text.required}</small> {condition.required}
              </span>
              <span>
                <small>{text.actual}</small> <b>{condition.actual}</b>
              </span>
            </span>
            {onExplain !== null && condition.step !== null ? (
              <button
                type="button"
                className="explain-link"
                aria-label={text.why(condition.title)}
                onClick={() => condition.step !== null && onExplain(condition.step)}
              >
                {text.how}
              </button>
            ) : null}
          </div>
          {condition.citations.length === 0 ? null : (
            <p className="condition-clause">
              {condition.citations.map((id) => {
                const citation = citations.get(id);
                return citation ? (
                  <span key={id}>
                    <PolicyLink kind="clause" id={id} title={citation.summary}>
                      {citation.document} {citation.clause}
                    </PolicyLink>
                    {condition.met ? "" : `：${citation.summary}`}
                  </span>
                ) : null;
              })}
            </p>
          )}
          {condition.met || condition.remedies.length === 0 ? null : (
            <div className="remedies">
              <strong>{text.remedies}</strong>
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
