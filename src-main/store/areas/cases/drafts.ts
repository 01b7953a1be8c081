/**
 * Forms as typed. Every save is committed with FULL, but only the first save and the end of a draft are audited:
 * a draft is no record yet, and one audit row per typing pause would bury the rows that matter.
 */
import type { DraftContent } from "../../../../src-shared/domain/case.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import type { DraftRow } from "./types.ts";
import type { Store } from "../../types.ts";

interface StoredDraft {
  readonly id: string;
  readonly clerk_id: string;
  readonly hands: string;
  readonly content: string | null;
  readonly case_id: string | null;
  readonly base_version: number | null;
  readonly updated_at: string;
}

const OPEN_DRAFT = "SELECT * FROM drafts WHERE content IS NOT NULL";

const handsOf = ({ hands }: Pick<StoredDraft, "hands">): readonly string[] => JSON.parse(hands) as string[];

const draftRow = (row: StoredDraft): DraftRow => ({
  id: row.id,
  clerkId: row.clerk_id,
  hands: handsOf(row),
  content: JSON.parse(row.content!) as DraftContent,
  updatedAt: row.updated_at,
});

const find = (reader: Reader, id: string): StoredDraft | undefined =>
  reader.get<StoredDraft>("SELECT * FROM drafts WHERE id = ?", id);

/** The draft if it is there; refuses another clerk's. */
function findOwn(reader: Reader, id: string, clerkId: string): StoredDraft | undefined {
  const draft = find(reader, id);
  if (draft !== undefined && draft.clerk_id !== clerkId) {
    throw new StoreRefusal("not-allowed", `draft ${id} belongs to another clerk`);
  }
  return draft;
}

/**
 * Closes a draft for good, also one that was never saved: a save that arrives late must not bring it back.
 * Returns the version of the case on which the draft was begun, `null` where it had none or was not saved; and who typed in it before.
 */
export function closeDraft(
  writer: Writer,
  id: string,
  clerkId: string,
  at: string,
): { readonly baseVersion: number | null; readonly hands: readonly string[] } {
  const draft = findOwn(writer, id, clerkId);
  writer.run(
    `INSERT INTO drafts (id, clerk_id, content, case_id, base_version, updated_at) VALUES (?, ?, NULL, NULL, NULL, ?)
     ON CONFLICT (id) DO UPDATE SET content = NULL, updated_at = excluded.updated_at`,
    id,
    clerkId,
    at,
  );
  return { baseVersion: draft?.base_version ?? null, hands: draft === undefined ? [] : handsOf(draft) };
}

/** Somebody else's draft that is still open, and whose it is. */
function requireOpen(reader: Reader, id: string): { readonly draft: StoredDraft; readonly of: Owner } {
  const draft = find(reader, id);
  if (draft === undefined || draft.content === null) throw new StoreRefusal("stale", `draft ${id} was submitted or discarded`);
  const of = reader.get<Owner>("SELECT id, name, login FROM clerks WHERE id = ?", draft.clerk_id)!;
  return { draft, of };
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}
const named = ({ name, login }: Owner) => ({ name, login });

const versionOf = (reader: Reader, caseId: string | null): number | null =>
  caseId === null ? null : (reader.get<{ version: number }>("SELECT version FROM cases WHERE id = ?", caseId)?.version ?? null);

export const draftReads = (reader: Reader): Pick<Store["drafts"], "list" | "get" | "open"> => ({
  open: () =>
    reader
      .all<StoredDraft>("SELECT * FROM drafts INDEXED BY drafts_open WHERE content IS NOT NULL ORDER BY updated_at, id")
      .map(draftRow),
  list: (clerkId) =>
    reader.all<StoredDraft>(`${OPEN_DRAFT} AND clerk_id = ? ORDER BY updated_at DESC, id`, clerkId).map(draftRow),
  get(id) {
    const row = reader.get<StoredDraft>(`${OPEN_DRAFT} AND id = ?`, id);
    return row && draftRow(row);
  },
});

export function draftWrites(perform: Perform): Pick<Store["drafts"], "save" | "discard" | "handOver" | "discardOfOther"> {
  return {
    save(act, id, content) {
      perform(act, "drafts.save", (writer) => {
        const clerk = requireClerk(writer, act);
        const before = findOwn(writer, id, clerk.id);
        if (before !== undefined && before.content === null) {
          throw new StoreRefusal("stale", `draft ${id} was submitted or discarded`);
        }
        const baseVersion =
          before !== undefined && before.case_id === content.caseId ? before.base_version : versionOf(writer, content.caseId);
        writer.run(
          `INSERT INTO drafts (id, clerk_id, content, case_id, base_version, updated_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET content = excluded.content, case_id = excluded.case_id,
             base_version = excluded.base_version, updated_at = excluded.updated_at`,
          id,
          clerk.id,
          // as typed, in the order typed: nothing hashes a draft
          JSON.stringify(content),
          content.caseId,
          baseVersion,
          act.at,
        );
        return {
          answer: null,
          subject: id,
          detail: { matter: content.matter, caseId: content.caseId },
          unaudited: before !== undefined,
        };
      });
    },
    discard(act, id) {
      perform(act, "drafts.discard", (writer) => {
        const clerk = requireClerk(writer, act);
        closeDraft(writer, id, clerk.id, act.at);
        return { answer: null, subject: id, detail: {} };
      });
    },
    handOver(act, id, to, reason) {
      perform(act, "drafts.handOver", (writer) => {
        requireClerk(writer, act);
        const { draft, of } = requireOpen(writer, id);
        const next = writer.get<Owner>("SELECT id, name, login FROM clerks WHERE id = ? AND active = 1", to);
        if (next === undefined) throw new StoreRefusal("not-found", `no active clerk ${to}`);
        const hands = [...new Set([...handsOf(draft), of.id])].filter((hand) => hand !== to);
        writer.run("UPDATE drafts SET clerk_id = ?, hands = ? WHERE id = ?", to, JSON.stringify(hands), id);
        const { matter } = JSON.parse(draft.content!) as DraftContent;
        return { answer: null, subject: id, detail: { whom: named(of), handedTo: named(next), matter, reason } };
      });
    },
    discardOfOther(act, id, reason) {
      perform(act, "drafts.discardOfOther", (writer) => {
        requireClerk(writer, act);
        const { draft, of } = requireOpen(writer, id);
        closeDraft(writer, id, of.id, act.at);
        const { matter } = JSON.parse(draft.content!) as DraftContent;
        return { answer: null, subject: id, detail: { whom: named(of), matter, reason } };
      });
    },
  };
}
