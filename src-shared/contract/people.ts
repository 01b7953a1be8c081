/** People: known again, compared, corrected. */
import { z } from "zod";
import type { CaseEventKind, CaseSummary, PersonInput } from "../domain/case.ts";
import type { IdentityKind, Sex } from "../domain/identity/kinds.ts";
import { COUNTER, EVERYBODY, call, id, identity, line, reason, requestId, shortText, changes, shows } from "./define.ts";

export interface PersonView extends PersonInput {
  readonly id: string;
  readonly cases: readonly CaseSummary[];
}

// --- people ---

export interface DuplicateView {
  readonly personId: string;
  readonly why: "same-number" | "same-name-and-birth";
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  /** ISO date; empty where it is not known. */
  readonly birthDate: string;
  readonly maskedPhone: string;
  /** Newest first; at most ten. */
  readonly cases: readonly CaseSummary[];
}

export interface PersonCorrection {
  readonly at: string;
  readonly clerk: string;
  readonly reason: string;
  /** Identity numbers and telephones masked; a change in the hidden digits is told. */
  readonly before: PersonInput;
  readonly after: PersonInput;
}

export interface TimelineEntry {
  readonly at: string;
  readonly caseId: string;
  readonly matterTitle: string;
  readonly receiptNumber: string | null;
  readonly kind: CaseEventKind;
  readonly clerk: string;
  readonly summary: string;
}

export interface PersonFile {
  readonly id: string;
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
  readonly maskedPhone: string;
  /** For those who work at the counter. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  /** Why there is no number; empty where there is one. */
  readonly noNumberBecause: string;
  /** Newest first. */
  readonly corrections: readonly PersonCorrection[];
  readonly cases: readonly CaseSummary[];
  /** Across all cases, newest first. */
  readonly timeline: readonly TimelineEntry[];
}

export interface RevealedNumber {
  readonly identityKind: IdentityKind;
  readonly identityNumber: string;
  readonly phone: string;
}

export const peopleCalls = {
  "people.lookup": call<PersonView | null>()(
    COUNTER,
    z.strictObject({ ...identity, name: shortText.default("") }),
    shows("people", "cases"),
  ),
  /** Before a case is opened: who is the same, or has the same name and birth date. */
  "people.duplicates": call<readonly DuplicateView[]>()(
    COUNTER,
    z.strictObject({ ...identity, name: shortText }),
    shows("people", "cases"),
  ),
  /** The audit keeps who and whose, once in a visit; so do `cases.get` and `review.open`. */
  "people.get": call<PersonFile>()(EVERYBODY, z.strictObject({ id }), shows("people", "cases")),
  /** Opens the full number and telephone; the audit keeps who, when and why. */
  "people.reveal": call<RevealedNumber>()(EVERYBODY, z.strictObject({ requestId, id, reason }), changes()),
  /** Cases keep what they said; new ones take the corrected person. Refused: `person-exists`, `facts-incomplete`. */
  "people.correct": call<PersonFile>()(
    COUNTER,
    z.strictObject({
      requestId,
      id,
      ...identity,
      /** `null`: stays, and with it all that identifies, unless another kind is named. */
      identityNumber: identity.identityNumber.nullable(),
      name: shortText,
      /** `null`: stays. */
      phone: line.max(40).nullable(),
      reason,
      /** The corrected number belongs to somebody already: it is the same person, and the cases come together. */
      merge: z.boolean().default(false),
    }),
    changes("people", "cases"),
  ),
} as const;
