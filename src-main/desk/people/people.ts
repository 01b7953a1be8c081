/** People: known again, compared, corrected; their numbers masked unless somebody says why they must be seen. */
import type {
  DuplicateView,
  FoundPerson,
  PersonCorrection,
  PersonFile,
  TimelineEntry,
} from "../../../src-shared/contract/index.ts";
import { PERSON_FIELDS, type PersonInput } from "../../../src-shared/domain/case.ts";
import { birthDateOf, identityKey, kindOf, type Identity } from "../../../src-shared/domain/identity/kinds.ts";
import { maskIdentityNumber, maskPhone } from "../../../src-shared/domain/identity/masking.ts";
import { readIdentity, type IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { isAtCounter, type ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import type { PersonRow } from "../../store/areas/people/types.ts";
import { historyOf } from "../cases/case-history.ts";
import { caseSummary, decidedNature } from "../cases/case-views.ts";
import { personAsKept, personErrors } from "../counter/forms.ts";
import { maskedChange } from "./masking.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import type { Looks } from "./looks.ts";
import { eventText } from "../cases/text.ts";
import { PEOPLE_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

const MOST_CASES_OF_DUPLICATE = 10;

export function peopleCalls(tools: DeskTools, looks: Looks): AreaHandlers<"people"> {
  const { store, clock } = tools;

  const read = (typed: PersonInput): IdentityReading & { readonly person: PersonInput } => {
    const reading = readIdentity(typed, clock.today(), true);
    return { ...reading, person: personAsKept(typed, reading) };
  };

  function requirePerson(id: string): PersonRow {
    const row = store.people.byId(id);
    // a person who was merged is found as the one they are now
    if (row && row.mergedInto !== null) return requirePerson(row.mergedInto);
    if (!row) throw new Refusal("not-found");
    return row;
  }

  function duplicate(id: string, person: PersonInput, why: DuplicateView["why"]): DuplicateView {
    return {
      personId: id,
      why,
      name: person.name,
      ...shownNumber(person),
      birthDate: birthDateOf(person) ?? "",
      maskedPhone: maskPhone(person.phone),
      cases: store.people
        .casesOf(id)
        .slice(0, MOST_CASES_OF_DUPLICATE)
        .map((row) => caseSummary(tools, row)),
    };
  }

  /** Whoever is known by what was typed whole; a look, which is told once in a visit. */
  function known(context: ClerkContext, operation: string, person: PersonInput) {
    return looks.byNumber(
      context,
      operation,
      identityKey(person),
      () => {
        const found = store.people.byIdentity(person);
        if (found) looks.comesToWindow(context, found.id);
        return found;
      },
      (found) => ({ people: found ? [found.id] : [], others: false }),
    );
  }

  function file(id: string, clerk: ClerkIdentity): PersonFile {
    const { id: personId, person } = requirePerson(id);
    const { birthDate, sex } = readIdentity(person, clock.today(), true);
    const cases = store.people.casesOf(personId);
    return {
      id: personId,
      name: person.name,
      ...shownNumber(person),
      maskedPhone: maskPhone(person.phone),
      birthDate: isAtCounter(clerk) ? (birthDate ?? null) : null,
      sex: sex ?? null,
      noNumberBecause: person.noNumberBecause ?? "",
      corrections: store.people.changes(personId).map(({ at, clerkName, reason, before, after }): PersonCorrection => ({
        at,
        clerk: clerkName,
        reason,
        ...maskedChange(before, after),
      })),
      cases: cases.map((row) => caseSummary(tools, row)),
      timeline: cases
        .flatMap((row) => timelineOf(row))
        .sort((a, b) => b.number - a.number)
        .map(({ number: _number, ...told }) => told),
    };
  }

  function timelineOf(row: CaseRow): (TimelineEntry & { readonly number: number })[] {
    const { matterTitle, receiptNumber, nature } = caseSummary(tools, row);
    const events = store.cases.events(row.id);
    const decided = decidedNature(historyOf(events)) ?? nature;
    return events.map(({ number, at, kind, clerkName, payload }) => ({
      number,
      at,
      caseId: row.id,
      matterTitle,
      receiptNumber,
      kind,
      clerk: clerkName,
      summary: eventText(payload, decided),
    }));
  }

  return {
    "people.lookup": (typed, context) => {
      const { numberValid, person } = read({ ...typed, phone: "" });
      // of a document that tells no birth date its number alone is known well enough
      const found = numberValid ? known(context, "people.lookup", person) : undefined;
      if (!found) return null;
      const cases = store.people.casesOf(found.id).map((row) => caseSummary(tools, row));
      return { id: found.id, ...found.person, cases };
    },

    "people.duplicates": (typed, context) => {
      const { numberValid, person } = read({ ...typed, phone: "" });
      if (!numberValid) return [];
      const same = known(context, "people.duplicates", person);
      const others = store.people.duplicatesOf(person).filter(({ id }) => id !== same?.id);
      for (const { id } of others) looks.show(context, "people.duplicates", id);
      return [
        ...(same ? [duplicate(same.id, same.person, "same-number")] : []),
        ...others.map((other) => duplicate(other.id, other.person, "same-name-and-birth")),
      ];
    },

    "people.get": ({ id }, context) => {
      looks.show(context, "people.get", requirePerson(id).id);
      return file(id, context.clerk);
    },

    "people.reveal": ({ requestId, id, reason }, context) => {
      const { id: personId, person } = requirePerson(id);
      looks.requireFresh(requestId);
      store.audit.record(actOf(tools, context, "people.reveal", requestId), { personId, detail: { reason } });
      return { identityKind: kindOf(person), identityNumber: person.identityNumber, phone: person.phone };
    },

    "people.correct": ({ requestId, id, name, phone, reason, merge, ...typed }, context) => {
      const { id: personId, person: before } = requirePerson(id);
      const { person, ...reading } = read({ ...corrected(before, typed), name, phone: phone ?? before.phone });
      const fields = personErrors(reading, person);
      if (fields.length > 0) throw new Refusal("facts-incomplete", { message: fields[0]!.message, fields });
      const unchanged = PERSON_FIELDS.every((field) => before[field] === person[field]);
      // another number is a look-up, too: it tells whether somebody has it
      if (identityKey(person) !== identityKey(before)) known(context, "people.correct", person);
      const act = actOf(tools, context, "people.correct", requestId);
      // a retried request finds its own work done
      if (
        unchanged &&
        !store.people.changes(personId).some(({ after }) => PERSON_FIELDS.every((field) => after[field] === person[field]))
      ) {
        throw new Refusal("bad-input", { message: PEOPLE_TEXT.nothingChanged });
      }
      const kept = unchanged ? personId : store.people.correct(act, { personId, person, reason, merge });
      return file(kept, context.clerk);
    },
  };
}

const shownNumber = (person: PersonInput) => ({
  identityKind: kindOf(person),
  maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
});

/** What a correction says of the identity: nothing said, nothing changed; another kind brings a number of its own. */
function corrected(
  before: PersonInput,
  typed: Omit<Identity, "identityNumber"> & { readonly identityNumber: string | null },
): Identity {
  const { identityNumber, identityKind } = typed;
  if (identityNumber === null && identityKind === undefined) return before;
  const stays = identityNumber === null && identityKind === kindOf(before);
  return { ...typed, identityNumber: stays ? before.identityNumber : (identityNumber ?? "") };
}

export const foundPerson = ({ id, person, cases }: PersonRow): FoundPerson => ({
  id,
  name: person.name,
  ...shownNumber(person),
  maskedPhone: maskPhone(person.phone),
  bornIn: birthDateOf(person)?.slice(0, 4) ?? null,
  caseCount: cases,
});
