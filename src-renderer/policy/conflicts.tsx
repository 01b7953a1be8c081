import type { LibraryConflict } from "../../src-shared/contract/library.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { UsedBy } from "./refs.tsx";
import { text } from "./text.ts";
import classes from "./conflicts.module.css";
import policyClasses from "./policy.module.css";

/** Where two sources differ: which one is used, when and why. */
export function Conflicts() {
  const { catalogue } = useReading();
  return catalogue.library.conflicts.map((conflict) => <ConflictSheet key={conflict.id} conflict={conflict} />);
}

function ConflictSheet({ conflict }: { readonly conflict: LibraryConflict }) {
  const { catalogue } = useReading();
  const entry = useEntry("conflict", conflict.id);
  return (
    <section className={policyClasses.policySheet} aria-label={conflict.title} {...entry}>
      <header>
        <h2>{conflict.title}</h2>
        <span className="mono quiet">{conflict.id}</span>
      </header>
      <dl className={classes.conflict}>
        <div className={classes.conflictUsed}>
          <dt>{text.conflict.used}</dt>
          <dd>{conflict.used}</dd>
        </div>
        <div>
          <dt>{text.conflict.other}</dt>
          <dd>{conflict.other}</dd>
        </div>
        <div className="conflict-why">
          <dt>{text.conflict.why}</dt>
          <dd>{conflict.why}</dd>
        </div>
      </dl>
      <ul className={classes.conflictSources}>
        {conflict.citations.map((id) => {
          const found = catalogue.clause(id);
          return found === null ? null : (
            <li key={id}>
              <span className={`${policyClasses.authority} ${policyClasses[`authority-${found.document.authority}`]}`}>
                {AUTHORITY_LABELS[found.document.authority]}
              </span>
              <PolicyLink kind="clause" id={id} title={found.clause.summary}>
                {found.document.title} {found.clause.clause}
              </PolicyLink>
            </li>
          );
        })}
      </ul>
      <UsedBy ids={conflict.usedBy} />
    </section>
  );
}
