import { useState } from "react";
import type { CaseView, PaperKind } from "../../../src-shared/domain/case.ts";
import { useAct } from "../../ui/calls/act.ts";

/** Saves the case and makes the paper; both acts can be tried again. */
export function useMakePaper(
  kind: PaperKind,
  onSave: () => Promise<CaseView | undefined>,
  onPaper: (paperId: string) => void,
): { run(): Promise<void>; readonly running: boolean; readonly error: unknown } {
  const make = useAct("papers.make");
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    const saved = await onSave();
    const paper = saved && (await make.run({ caseId: saved.id, kind }));
    setRunning(false);
    if (paper) onPaper(paper.id);
  };
  return { run, running, error: make.error };
}
