/** Forms of a matter: an empty one, and how one is opened for a person who is known already. */
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { DraftContent, PersonInput } from "../../../src-shared/domain/case.ts";
import { useCarryOut } from "../../app/calls/queries.ts";
import { useSession } from "../../app/session/session.tsx";
import { errorText } from "../error-notice.tsx";

const NOBODY: PersonInput = { identityNumber: "", name: "", phone: "" };

export const emptyContent = (matter: string, today: string, person: PersonInput = NOBODY): DraftContent => ({
  matter,
  asOf: today,
  person,
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
});

/** Opens a form of a matter with the person filled in; it is stored at once, like any form somebody has typed in. */
export function useFormFor(person: PersonInput): (matter: string) => void {
  const navigate = useNavigate();
  const carryOut = useCarryOut();
  const { today } = useSession();
  // one text for all fields of a person: another object that says the same is the same
  const given = JSON.stringify(person);
  return useCallback(
    (matter) => {
      const content = emptyContent(matter, today, JSON.parse(given) as PersonInput);
      carryOut("drafts.save", { id: crypto.randomUUID(), content }).then(
        (draft) => navigate({ to: "/form/$draftId", params: { draftId: draft.id }, search: {} }),
        (error: unknown) => notifications.show({ message: errorText(error), color: "red" }),
      );
    },
    [navigate, carryOut, today, given],
  );
}

/** The same for somebody whose number is in the files: the host puts it in, the page never holds it before. */
export function useFormForKnown(personId: string): (matter: string) => void {
  const navigate = useNavigate();
  const carryOut = useCarryOut();
  return useCallback(
    (matter) => {
      carryOut("drafts.startFor", { requestId: crypto.randomUUID(), personId, matter }).then(
        (draft) => navigate({ to: "/form/$draftId", params: { draftId: draft.id }, search: {} }),
        (error: unknown) => notifications.show({ message: errorText(error), color: "red" }),
      );
    },
    [navigate, carryOut, personId],
  );
}
