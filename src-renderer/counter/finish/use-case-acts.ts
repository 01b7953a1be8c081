import { useRef } from "react";
import type { CaseView, DraftContent } from "../../../src-shared/domain/case.ts";
import type { Evaluation } from "../../../src-shared/domain/facts.ts";
import { useCarryOut } from "../../app/calls/queries.ts";
import { useAct, type Act } from "../../ui/calls/act.ts";
import { tidyDate } from "../../ui/dates/typed-date.ts";
import { factsToSubmit } from "../questions/answers.ts";
import type { IdentityTyped } from "../person/use-identity.ts";
import type { Draft } from "../draft/use-draft.ts";

/** The form as a case keeps it: only what is asked for, in the form the rules read. */
function caseContent(content: DraftContent, evaluation: Evaluation | null, { person, facts }: IdentityTyped): DraftContent {
  const wanted = evaluation?.decision?.materials.map((material) => material.id);
  return {
    ...content,
    asOf: tidyDate(content.asOf),
    person,
    facts: factsToSubmit(content.facts, evaluation?.questions ?? [], facts),
    materials: (wanted === undefined ? content.materials : content.materials.filter((tick) => wanted.includes(tick.id))).map(
      (tick) => (tick.promisedOn === undefined ? tick : { ...tick, promisedOn: tidyDate(tick.promisedOn) }),
    ),
  };
}

export interface CaseActs {
  /** Both resolve to the case, or to `undefined` when the act's `error` says why not. */
  save(): Promise<CaseView | undefined>;
  submit(reason: string, promiseSigned: boolean): Promise<CaseView | undefined>;
  readonly saveAct: Act<"cases.save">;
  readonly submitAct: Act<"cases.submit">;
}

/** Writes the form into its case, or fixes it. */
export function useCaseActs(draftId: string, draft: Draft, evaluation: Evaluation | null, identity: IdentityTyped): CaseActs {
  const carryOut = useCarryOut();
  const saveAct = useAct("cases.save");
  const submitAct = useAct("cases.submit");
  const failedBefore = useRef(false);
  const asCase = (): DraftContent => caseContent(draft.content, evaluation, identity);

  return {
    saveAct,
    submitAct,
    async save() {
      const saved = await saveAct.run({ draftId, content: asCase() });
      if (saved === undefined) return undefined;
      draft.change({ caseId: saved.id });
      await draft.flush();
      return saved;
    },
    async submit(reason, promiseSigned) {
      await draft.close();
      const submitted = await submitAct.run({ draftId, content: asCase(), reason, promiseSigned });
      if (submitted === undefined) {
        failedBefore.current = true;
        draft.reopen();
        return undefined;
      }
      // The first try may have been carried out though its answer was lost; the form was stored again since then.
      // Where this fails the form merely stays among the unfinished ones.
      if (failedBefore.current) await carryOut("drafts.discard", { id: draftId }).catch(() => null);
      return submitted;
    },
  };
}
