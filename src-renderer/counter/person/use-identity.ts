import { useMemo, useState } from "react";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import type { DraftContent, PersonInput } from "../../../src-shared/domain/case.ts";
import { guessKind, numberLength, tidyNumber } from "../../../src-shared/domain/identity/number.ts";
import { standardName } from "../../../src-shared/domain/identity/name.ts";
import { readIdentity, tidyPerson, toldFields, type IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { tidyDate } from "../../ui/dates/typed-date.ts";
import type { PersonFacts } from "../questions/answers.ts";

export interface IdentityTyped {
  readonly reading: IdentityReading;
  /** As a case keeps it. */
  readonly person: PersonInput;
  /** The identity is whole, and no further character can make it another one: the files may be asked. */
  readonly settled: boolean;
  /** What the rules know of the person; `null` while the number is to tell it and does not yet. */
  readonly facts: PersonFacts | null;
  change(part: Partial<PersonInput>): void;
  /** The number's field has been left. */
  leave(): void;
}

/** The kind that goes without saying for a number. */
const usualKind = (typed: string) => guessKind(tidyNumber(typed)) ?? "citizen";

/** Reads who somebody is while it is typed; the kind of document follows the number until the clerk chooses it. */
export function useIdentity(
  typed: PersonInput,
  today: string,
  change: (part: (content: DraftContent) => Partial<DraftContent>) => void,
): IdentityTyped {
  const [left, setLeft] = useState(typed.identityNumber !== "");
  const [chosen, setChosen] = useState((typed.identityKind ?? "citizen") !== usualKind(typed.identityNumber));
  const complete = left && typed.identityNumber !== "";
  const reading = useMemo(() => {
    const birthDate = typed.birthDate === undefined ? undefined : tidyDate(typed.birthDate);
    return readIdentity({ ...typed, birthDate }, parseDate(today) ?? 0, complete);
  }, [typed, today, complete]);
  const { kind, number, valid, numberValid, birthDate, sex } = reading;
  const isTold = toldFields(kind, number).length > 0;
  const person = useMemo(() => tidyPerson(asTyped(typed), { kind, number }), [typed, kind, number]);
  const facts = useMemo<PersonFacts | null>(
    () => (isTold || valid ? { birthDate: birthDate ?? "", sex: sex ?? "" } : null),
    [isTold, valid, birthDate, sex],
  );
  return {
    reading,
    person,
    settled: kind === "none" ? valid && person.name !== "" : numberValid && (left || numberLength(kind, number) !== null),
    facts,
    change(part) {
      const { identityNumber, identityKind } = part;
      if (identityNumber !== undefined) setLeft(false);
      if (identityKind !== undefined) setChosen(true);
      const guessed = identityNumber === undefined || chosen ? {} : { identityKind: usualKind(identityNumber) };
      change((content) => ({ person: { ...content.person, ...guessed, ...part } }));
    },
    leave() {
      setLeft(true);
      if (number !== "" && number !== typed.identityNumber) {
        change((content) => ({ person: { ...content.person, identityNumber: number } }));
      }
    },
  };
}

const asTyped = ({ birthDate, ...typed }: PersonInput): PersonInput => ({
  ...typed,
  name: standardName(typed.name),
  ...(birthDate === undefined ? {} : { birthDate: tidyDate(birthDate) }),
});
