/** A case's events read back: what was saved, and what was fixed. */
import {
  isSamePromise,
  type CaseEventKind,
  type CaseReview,
  type CaseVersion,
  type PromisedMaterial,
  type ReplacedPromise,
} from "../../../src-shared/domain/case.ts";
import { isConsultation, type Decision } from "../../../src-shared/domain/decision.ts";
import type { CaseContent, CaseEventRow } from "../../store/areas/cases/types.ts";
import { promisedMaterials } from "../counter/materials.ts";

export interface RecordedVersion extends CaseVersion {
  /** Hash of the event that recorded it; printed on the papers. */
  readonly eventHash: string;
  /** `null` while the case is open. */
  readonly receiptNumber: string | null;
  readonly makerId: string;
  /** When nothing was left to decide on this version; `null` before, and where it never came to that. */
  readonly settledAt: string | null;
  /** Materials promised and not yet come. */
  readonly outstanding: readonly string[];
  /** Promises that the version before does not have: each is signed, and told in a notice. */
  readonly newPromises: readonly PromisedMaterial[];
}

/** The number under which the papers of an open case are stored. */
export const OPEN_VERSION = 0;

export interface CaseHistory {
  /** What was fixed by each submission, oldest first. */
  readonly submitted: readonly RecordedVersion[];
  /** The open case as last saved; `undefined` when it was submitted at once. */
  readonly saved: RecordedVersion | undefined;
  /** Whoever wrote any of its content: filled in, took in materials or scans, submitted. None of them is its second person. */
  readonly savers: ReadonlySet<string>;
  /** Whoever was a second person of it. */
  readonly reviewers: ReadonlySet<string>;
}

const CONTENT_KINDS: ReadonlySet<CaseEventKind> = new Set([
  "opened",
  "facts-changed",
  "materials-received",
  "attachment-added",
  "attachment-removed",
  "submitted",
  "amended",
  "supplemented",
] satisfies CaseEventKind[]);

export function historyOf(events: readonly CaseEventRow[]): CaseHistory {
  const submitted: RecordedVersion[] = [];
  const savers = new Set<string>();
  const reviewers = new Set<string>();
  let saved: RecordedVersion | undefined;

  const changeNewest = (change: Partial<RecordedVersion>, at: string): void => {
    const changed = { ...submitted.at(-1)!, ...change };
    submitted[submitted.length - 1] = { ...changed, settledAt: changed.settledAt ?? (isSettled(changed) ? at : null) };
  };

  for (const event of events) {
    const { payload, at } = event;
    if (CONTENT_KINDS.has(payload.kind)) savers.add(event.clerkId);
    if ("hands" in payload) for (const hand of payload.hands ?? []) savers.add(hand);
    if (payload.kind === "reviewed") reviewers.add(event.clerkId);
    switch (payload.kind) {
      case "opened":
      case "facts-changed":
        // a form submitted at once is opened without its decision: the submission follows and has it
        if (payload.content.decision) saved = recorded(event, payload.content, { version: OPEN_VERSION });
        break;
      case "materials-received":
        saved = { ...saved!, ...signature(event), materials: payload.materials };
        saved = withPromises(saved, promisedMaterials(saved.decision, payload.materials));
        break;
      case "submitted":
      case "amended":
        submitted.push(
          recorded(event, payload.content, {
            ...payload,
            needsReview: (payload.review ?? null) !== null,
            before: submitted.at(-1),
          }),
        );
        changeNewest({}, at);
        break;
      case "reviewed": {
        const { verdict, comment, alone = false } = payload;
        const review: CaseReview = { verdict, alone, at, clerk: event.clerkName, note: comment };
        changeNewest({ review }, at);
        break;
      }
      case "supplemented": {
        const come = new Set(payload.materials.filter(({ received }) => received).map(({ id }) => id));
        const newest = submitted.at(-1)!;
        changeNewest(
          {
            outstanding: newest.outstanding.filter((id) => !come.has(id)),
            // an amendment starts from what has come since, and does not promise it anew
            materials: newest.materials.map((tick) => payload.materials.find(({ id }) => id === tick.id) ?? tick),
          },
          at,
        );
        break;
      }
    }
  }
  return { submitted, saved, savers, reviewers };
}

/** Of an open case, where every promise is a new one. */
const withPromises = (saved: RecordedVersion, promises: readonly PromisedMaterial[]): RecordedVersion => ({
  ...saved,
  promises,
  newPromises: promises,
});

/** A consultation is never settled: nothing of it is left to do. */
const isSettled = ({ decision, needsReview, review, outstanding }: RecordedVersion): boolean =>
  !isConsultation(decision) && (!needsReview || review?.verdict === "approved") && outstanding.length === 0;

/** A second person has once said yes to what stands in the case, or stood in it. */
export const wasApproved = ({ submitted }: Pick<CaseHistory, "submitted">): boolean =>
  submitted.some(({ review }) => review?.verdict === "approved");

/** Promises whose material has not come yet. */
export const standingPromises = ({ promises, outstanding }: RecordedVersion): readonly PromisedMaterial[] =>
  promises.filter(({ material }) => outstanding.includes(material));

function replaced(before: RecordedVersion, promises: readonly PromisedMaterial[]): ReplacedPromise[] {
  return standingPromises(before).flatMap((old): ReplacedPromise[] => {
    const anew = promises.find(({ material }) => material === old.material);
    if (anew && isSamePromise(old, anew)) return [];
    return [{ ...old, version: before.version, promisedAnewOn: anew?.promisedOn ?? null }];
  });
}

interface Fixing {
  readonly version: number;
  readonly reason?: string;
  readonly receiptNumber?: string;
  readonly needsReview?: boolean;
  readonly before?: RecordedVersion | undefined;
}

/** What decisions of the first program do not say, as they were meant: law in force, and nothing beside the result. */
const UNSAID = { standing: "current", sections: [], nextMatters: [] } as const;
const UNGROUPED = { group: "" };

const inTodaysForm = (stored: Decision): Decision => ({
  ...UNSAID,
  ...stored,
  amounts: stored.amounts.map((amount) => ({ ...UNGROUPED, ...amount })),
});

function recorded(
  event: CaseEventRow,
  content: CaseContent,
  { version, reason = "", receiptNumber, needsReview = false, before }: Fixing,
): RecordedVersion {
  const { person, asOf, facts, materials, decision } = content;
  if (!decision) throw new Error(`event ${event.sequence} of case ${event.caseId} has no decision`);
  const promises = promisedMaterials(decision, materials);
  const standing = before === undefined ? [] : standingPromises(before);
  return {
    version,
    reason,
    receiptNumber: receiptNumber ?? null,
    person,
    asOf,
    facts,
    materials,
    decision: inTodaysForm(decision),
    promises,
    replacedPromises: before === undefined ? [] : replaced(before, promises),
    newPromises: promises.filter((promise) => !standing.some((old) => isSamePromise(old, promise))),
    needsReview,
    review: null,
    settledAt: null,
    outstanding: promises.map(({ material }) => material),
    ...signature(event),
  };
}

const signature = ({ at, clerkId, clerkName, hash }: CaseEventRow) => ({
  at,
  makerId: clerkId,
  clerk: clerkName,
  eventHash: hash,
});

/** The version as the contract knows it. */
export function withoutRecord(recordedVersion: RecordedVersion): CaseVersion {
  const {
    eventHash: _hash,
    receiptNumber: _number,
    makerId: _maker,
    settledAt: _at,
    outstanding: _open,
    newPromises: _new,
    ...version
  } = recordedVersion;
  return version;
}
