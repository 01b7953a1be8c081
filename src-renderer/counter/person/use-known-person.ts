import { useEffect, useRef } from "react";
import type { PersonView } from "../../../src-shared/contract/people.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { toldFields } from "../../../src-shared/domain/identity/reading.ts";
import { useCall } from "../../app/calls/queries.ts";
import type { IdentityTyped } from "./use-identity.ts";

/** A person whom the office knows fills in what is not typed yet: name, telephone, and what the number does not tell. */
export function useKnownPerson(
  { person, settled, reading: { kind, number } }: IdentityTyped,
  change: (part: (content: DraftContent) => Partial<DraftContent>) => void,
): PersonView | null {
  const { phone: _phone, ...identity } = person;
  // whoever has a number is known by it alone, whatever else is still being typed
  const asked = kind === "none" ? identity : { identityKind: kind, identityNumber: number };
  const lookup = useCall("people.lookup", asked, { enabled: settled });
  const found = settled ? (lookup.data ?? null) : null;
  const filledFor = useRef<string | null>(null);
  useEffect(() => {
    if (found === null || filledFor.current === found.id) return;
    filledFor.current = found.id;
    const told = toldFields(kind, number);
    change(({ person: now }) => ({
      person: {
        ...now,
        name: now.name.trim() || found.name,
        phone: now.phone.trim() || found.phone,
        ...(told.includes("birthDate") ? { birthDate: now.birthDate?.trim() || found.birthDate } : {}),
        ...(told.includes("sex") ? { sex: now.sex ?? found.sex } : {}),
      },
    }));
  }, [found, change, kind, number]);
  return found;
}
