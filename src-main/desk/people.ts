/** People: known again, compared, corrected; their numbers masked unless somebody says why they must be seen. */
import type { DuplicateView, FoundPerson, PersonCorrection, PersonFile, TimelineEntry } from "../../src-shared/contract/index.ts";
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { maskIdentityNumber, maskPhone, readIdentityNumber } from "../../src-shared/domain/identity-number.ts";
import type { CaseRow, PersonRow } from "../store/types.ts";
import { historyOf } from "./case-history.ts";
import { caseSummary, decidedNature } from "./case-views.ts";
import { personErrors } from "./forms.ts";
import { maskedChange } from "./masking.ts";
import type { AreaHandlers } from "./handlers.ts";
import { eventText } from "./messages.ts";
import { PEOPLE_TEXT } from "./office-messages.ts";
import { Refusal } from "./refusal.ts";
import { actOf, type DeskTools } from "./tools.ts";

const MOST_CASES_OF_DUPLICATE = 10;

export function peopleCalls(tools: DeskTools): AreaHandlers<"people"> {
  const { store, clock } = tools;

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
      maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
      birthDate: birthOf(person) ?? "",
      maskedPhone: maskPhone(person.phone),
      cases: store.people
        .casesOf(id)
        .slice(0, MOST_CASES_OF_DUPLICATE)
        .map((row) => caseSummary(tools, row)),
    };
  }

  function file(id: string): PersonFile {
    const { id: personId, person } = requirePerson(id);
    const { birthDate, sex } = readIdentityNumber(person.identityNumber, clock.today(), true);
    const cases = store.people.casesOf(personId);
    return {
      id: personId,
      name: person.name,
      maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
      maskedPhone: maskPhone(person.phone),
      birthDate: birthDate ?? null,
      sex: sex ?? null,
      corrections: store.people.changes(personId).map(({ at, clerkName, reason, before, after }): PersonCorrection => ({
        at,
        clerk: clerkName,
        reason,
        ...maskedChange(before, after),
      })),
      cases: cases.map((row) => caseSummary(tools, row)),
      timeline: cases.flatMap((row) => timelineOf(row)).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    };
  }

  function timelineOf(row: CaseRow): TimelineEntry[] {
    const { matterTitle, receiptNumber, nature } = caseSummary(tools, row);
    const events = store.cases.events(row.id);
    const decided = decidedNature(historyOf(events)) ?? nature;
    return events
      .map(({ at, kind, clerkName, payload }) => ({
        at,
        caseId: row.id,
        matterTitle,
        receiptNumber,
        kind,
        clerk: clerkName,
        summary: eventText(payload, decided),
      }))
      .reverse();
  }

  return {
    "people.lookup": ({ identityNumber }) => {
      const reading = readIdentityNumber(identityNumber, clock.today(), true);
      const known = reading.valid ? store.people.byIdentityNumber(reading.number) : undefined;
      if (!known) return null;
      const cases = store.people.casesOf(known.id).map((row) => caseSummary(tools, row));
      return { id: known.id, ...known.person, cases };
    },

    "people.duplicates": ({ identityNumber, name }) => {
      const reading = readIdentityNumber(identityNumber, clock.today(), true);
      if (!reading.valid) return [];
      const same = store.people.byIdentityNumber(reading.number);
      const others = store.people.duplicatesOf({ identityNumber: reading.number, name: name.trim() });
      return [
        ...(same ? [duplicate(same.id, same.person, "same-number")] : []),
        ...others.filter(({ id }) => id !== same?.id).map(({ id, person }) => duplicate(id, person, "same-name-and-birth")),
      ];
    },

    "people.get": ({ id }) => file(id),

    "people.reveal": ({ requestId, id, reason }, context) => {
      const { id: personId, person } = requirePerson(id);
      store.audit.record(actOf(tools, context, "people.reveal", requestId), { personId, detail: { reason } });
      return { identityNumber: person.identityNumber, phone: person.phone };
    },

    "people.correct": ({ requestId, id, identityNumber, name, phone, reason, merge }, context) => {
      const { id: personId, person: before } = requirePerson(id);
      const reading = readIdentityNumber(identityNumber ?? before.identityNumber, clock.today(), true);
      const person = { identityNumber: reading.number, name: name.trim(), phone: (phone ?? before.phone).trim() };
      const fields = personErrors(reading, person);
      if (fields.length > 0) throw new Refusal("facts-incomplete", { message: fields[0]!.message, fields });
      const unchanged = Object.entries(person).every(([field, value]) => before[field as keyof PersonInput] === value);
      const act = actOf(tools, context, "people.correct", requestId);
      // a retried request finds its own work done
      if (
        unchanged &&
        !store.people.changes(personId).some(({ after }) => after.name === person.name && after.phone === person.phone)
      ) {
        throw new Refusal("bad-input", { message: PEOPLE_TEXT.nothingChanged });
      }
      return file(unchanged ? personId : store.people.correct(act, { personId, person, reason, merge }));
    },
  };
}

/** The ISO birth date that an identity number of 18 characters names. */
export const birthOf = ({ identityNumber }: PersonInput): string | null =>
  identityNumber.length === 18
    ? `${identityNumber.slice(6, 10)}-${identityNumber.slice(10, 12)}-${identityNumber.slice(12, 14)}`
    : null;

export const foundPerson = ({ id, person, cases }: PersonRow): FoundPerson => ({
  id,
  name: person.name,
  maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
  maskedPhone: maskPhone(person.phone),
  birthDate: birthOf(person),
  caseCount: cases,
});
