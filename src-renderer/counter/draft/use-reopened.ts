import { useEffect, useRef, type RefObject } from "react";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { focusWhenFree } from "../../ui/focus.ts";
import { formProblems } from "../finish/finish-model.ts";
import type { LiveEvaluation } from "../use-evaluation.ts";

/**
 * A form that comes up with its person filled in takes the clerk to what is still open in it, or to the result; an empty one begins
 * at the number. Wherever the clerk has gone by the time the questions are there, the focus stays.
 * @param goTo brings the focus to a field
 */
export function useReopened(
  content: DraftContent,
  reading: IdentityReading,
  live: LiveEvaluation,
  goTo: (field: string) => void,
  result: RefObject<HTMLElement | null>,
): void {
  const settled = useRef(reading.kind !== "none" && content.person.identityNumber === "");
  useEffect(() => {
    if (settled.current || live.stale || live.evaluation === null) return;
    settled.current = true;
    const first = formProblems(content, reading, live.evaluation)[0];
    // no cleanup: this is done once, and what is typed meanwhile does not take it back
    focusWhenFree(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return null;
      if (first === undefined) return result.current;
      goTo(first.field);
      return null;
    });
  });
}
