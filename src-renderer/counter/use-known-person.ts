import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { PersonView } from "../../src-shared/contract/views.ts";
import type { DraftContent, PersonInput } from "../../src-shared/domain/case.ts";
import { call } from "../app/client.ts";

/** A person whom the office knows fills in name and telephone where nothing is typed yet. */
export function useKnownPerson(
  identityNumber: string | null,
  typed: PersonInput,
  change: (part: (content: DraftContent) => Partial<DraftContent>) => void,
): PersonView | null {
  const lookup = useQuery({
    queryKey: ["people.lookup", identityNumber],
    queryFn: () => call("people.lookup", { identityNumber: identityNumber ?? "" }),
    enabled: identityNumber !== null,
  });
  const found = identityNumber === null ? null : (lookup.data ?? null);
  const filledFor = useRef<string | null>(null);
  useEffect(() => {
    if (found === null || filledFor.current === found.id) return;
    filledFor.current = found.id;
    if (typed.name.trim() !== "" && typed.phone.trim() !== "") return;
    change(({ person }) => ({
      person: { ...person, name: person.name.trim() || found.name, phone: person.phone.trim() || found.phone },
    }));
  }, [found, typed, change]);
  return found;
}
