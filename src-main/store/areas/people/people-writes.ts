/** Corrections of a person by hand. The forms' own values stay in the case events; what was before stays in `person_changes`. */
import type { PersonInput } from "../../../../src-shared/domain/case.ts";
import { canonicalJson } from "../../file/canonical.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { PERSON_CHANGES } from "./columns.ts";
import { inputOf, personById, requireIdentity, rowOf, tidied, updatePerson } from "./people.ts";
import type { Store } from "../../types.ts";

/** The file gives the number. */
const NEW_CHANGE = PERSON_CHANGES.without("number");

export const peopleWrites = (perform: Perform): Pick<Store["people"], "correct"> => ({
  correct: (act, { personId, person, reason, merge }) =>
    perform(act, "people.correct", (writer) => {
      const clerk = requireClerk(writer, act);
      if (reason.trim() === "") throw new StoreRefusal("bad-input", "a correction needs a reason");
      const after = tidied(person);
      requireIdentity(after);
      if (after.name === "") throw new StoreRefusal("bad-input", "a person has a name");
      const known = personById(writer, personId);
      if (known === undefined || known.mergedInto !== null) throw new StoreRefusal("not-found", `no person ${personId}`);
      const holder = rowOf(writer, after);
      const other = holder !== undefined && holder.number !== known.number ? holder : undefined;
      if (other !== undefined && (!merge || other.mergedInto !== null)) {
        throw new StoreRefusal("person-exists", `${other.id} has this identity`);
      }
      const kept = other ?? known;
      if (other !== undefined) {
        writer.run("UPDATE cases SET person = ? WHERE person = ?", other.number, known.number);
        writer.run("UPDATE people SET merged_into = ? WHERE number = ?", other.number, known.number);
      }
      updatePerson(writer, kept, after);
      const newest = writer.get<{ number: number }>("SELECT number FROM case_events ORDER BY number DESC LIMIT 1");
      const before = inputOf(known);
      const note = (was: PersonInput, mergedFrom: number | null): void => {
        NEW_CHANGE.insert(writer, {
          person: kept.number,
          at: act.at,
          clerkName: clerk.name,
          reason,
          before: canonicalJson(was),
          after: canonicalJson(after),
          mergedFrom,
          afterEvent: newest?.number ?? 0,
        });
      };
      // whoever the two turn out to be, what stood in the file that stays is not lost either
      const keptBefore = other === undefined ? null : inputOf(other);
      if (keptBefore !== null && canonicalJson(keptBefore) !== canonicalJson(after)) note(keptBefore, null);
      note(before, other === undefined ? null : known.number);
      return {
        answer: kept.id,
        subject: kept.id,
        detail: {
          person: kept.id,
          ...(other === undefined ? {} : { mergedFrom: known.id, merged: { before: keptBefore, after } }),
          reason,
          before,
          after,
        },
      };
    }),
});
