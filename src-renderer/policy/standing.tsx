import type { Standing as StandingKind } from "../../src-shared/domain/decision.ts";
import { STANDING_LABELS } from "../../src-shared/text/library.ts";
import classes from "./standing.module.css";

export function Standing({ standing }: { readonly standing: StandingKind }) {
  return (
    <span className={`${classes.policyStanding} ${classes[`policy-standing-${standing}`]}`}>{STANDING_LABELS[standing]}</span>
  );
}
