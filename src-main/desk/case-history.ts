/** A case's events read back: what was saved, what was fixed, and what each paper was made from. */
import type { CaseVersion } from "../../src-shared/domain/case.ts";
import type { CaseContent, CaseEventRow } from "../store/types.ts";

export interface RecordedVersion extends CaseVersion {
  /** Hash of the event that recorded it; printed on the papers. */
  readonly eventHash: string;
  /** `null` while the case is open. */
  readonly receiptNumber: string | null;
}

/** The number under which the papers of an open case are stored. */
export const OPEN_VERSION = 0;

export interface CaseHistory {
  /** What was fixed by each submission, oldest first. */
  readonly submitted: readonly RecordedVersion[];
  /** The open case as last saved; `undefined` when it was submitted at once. */
  readonly saved: RecordedVersion | undefined;
  /** By paper id: what the paper says. */
  readonly ofPapers: ReadonlyMap<string, RecordedVersion>;
}

export function historyOf(events: readonly CaseEventRow[]): CaseHistory {
  const submitted: RecordedVersion[] = [];
  const ofPapers = new Map<string, RecordedVersion>();
  let saved: RecordedVersion | undefined;

  for (const event of events) {
    const { payload } = event;
    switch (payload.kind) {
      case "opened":
      case "facts-changed":
        // a form submitted at once is opened without its decision: the submission follows and has it
        if (payload.content.decision) saved = recorded(event, payload.content, { version: OPEN_VERSION });
        break;
      case "materials-received":
        saved = { ...saved!, ...signature(event), materials: payload.materials };
        break;
      case "submitted":
      case "amended":
        submitted.push(recorded(event, payload.content, payload));
        break;
      case "paper-made": {
        const version = payload.version === OPEN_VERSION ? saved : submitted[payload.version - 1];
        if (version) ofPapers.set(payload.paperId, version);
        break;
      }
    }
  }
  return { submitted, saved, ofPapers };
}

interface Fixing {
  readonly version: number;
  readonly reason?: string;
  readonly receiptNumber?: string;
}

function recorded(event: CaseEventRow, content: CaseContent, { version, reason = "", receiptNumber }: Fixing): RecordedVersion {
  const { person, asOf, facts, materials, decision } = content;
  if (!decision) throw new Error(`event ${event.sequence} of case ${event.caseId} has no decision`);
  return { version, reason, receiptNumber: receiptNumber ?? null, person, asOf, facts, materials, decision, ...signature(event) };
}

const signature = ({ at, clerkName, hash }: CaseEventRow) => ({ at, clerk: clerkName, eventHash: hash });

/** The version as the contract knows it. */
export function withoutRecord({ eventHash: _hash, receiptNumber: _number, ...version }: RecordedVersion): CaseVersion {
  return version;
}
