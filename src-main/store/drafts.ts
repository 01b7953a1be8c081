/**
 * Forms as typed. Every save is committed with FULL, but only the first save and the end of a draft are audited:
 * a draft is no record yet, and one audit row per typing pause would bury the rows that matter.
 */
import type { DraftContent } from "../../src-shared/domain/case.ts";
import type { Reader, Writer } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { requireClerk, type Perform } from "./operation.ts";
import type { DraftRow, Store } from "./types.ts";

interface StoredDraft {
  readonly id: string;
  readonly clerk_id: string;
  readonly content: string | null;
  readonly case_id: string | null;
  readonly base_version: number | null;
  readonly updated_at: string;
}

const OPEN_DRAFT = "SELECT * FROM drafts WHERE content IS NOT NULL";

const draftRow = (row: StoredDraft): DraftRow => ({
  id: row.id,
  clerkId: row.clerk_id,
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
 * Returns the version of the case on which the draft was begun, `null` where it had none or was not saved.
 */
export function closeDraft(writer: Writer, id: string, clerkId: string, at: string): { readonly baseVersion: number | null } {
  const draft = findOwn(writer, id, clerkId);
  writer.run(
    `INSERT INTO drafts (id, clerk_id, content, case_id, base_version, updated_at) VALUES (?, ?, NULL, NULL, NULL, ?)
     ON CONFLICT (id) DO UPDATE SET content = NULL, updated_at = excluded.updated_at`,
    id,
    clerkId,
    at,
  );
  return { baseVersion: draft?.base_version ?? null };
}

const versionOf = (reader: Reader, caseId: string | null): number | null =>
  caseId === null ? null : (reader.get<{ version: number }>("SELECT version FROM cases WHERE id = ?", caseId)?.version ?? null);

export const draftReads = (reader: Reader): Pick<Store["drafts"], "list" | "get"> => ({
  list: (clerkId) =>
    reader.all<StoredDraft>(`${OPEN_DRAFT} AND clerk_id = ? ORDER BY updated_at DESC, id`, clerkId).map(draftRow),
  get(id) {
    const row = reader.get<StoredDraft>(`${OPEN_DRAFT} AND id = ?`, id);
    return row && draftRow(row);
  },
});

export function draftWrites(perform: Perform): Pick<Store["drafts"], "save" | "discard"> {
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
  };
}
