import type { Standing as StandingKind } from "../../src-shared/domain/decision.ts";
import { STANDING_LABELS } from "../../src-shared/text/library.ts";

export function Standing({ standing }: { readonly standing: StandingKind }) {
  return <span className={`policy-standing policy-standing-${standing}`}>{STANDING_LABELS[standing]}</span>;
}
