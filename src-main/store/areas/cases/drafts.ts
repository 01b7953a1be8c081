/**
 * Forms as typed. Every save is committed with FULL, but only the first save and the end of a draft are audited:
 * a draft is no record yet, and one audit row per typing pause would bury the rows that matter.
 */
import type { DraftContent } from "../../../../src-shared/domain/case.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import type { DraftRow } from "./types.ts";
import type { RowOf } from "../../file/table.ts";
import type { Store } from "../../types.ts";
import { CLERKS } from "../office/columns.ts";
import { DRAFTS } from "./columns.ts";

type StoredDraft = RowOf<typeof DRAFTS>;

/** All that its clerk writes; whose hands it went through is told when it is handed over. */
const TYPED = DRAFTS.without("hands");
/** What a save finds there is overwritten, except whose it is. */
const SAVED = `ON CONFLICT (id) DO UPDATE SET ${DRAFTS.part("content", "caseId", "baseVersion", "updatedAt").overwritten}`;
/** What stands beside the content tells what the draft was. */
const CLOSED = `ON CONFLICT (id) DO UPDATE SET ${DRAFTS.part("content", "updatedAt").overwritten}`;
const HOLDER = DRAFTS.part("clerkId", "hands");

const handsOf = ({ hands }: Pick<StoredDraft, "hands">): readonly string[] => JSON.parse(hands) as string[];

const draftRow = (row: StoredDraft): DraftRow => ({
  id: row.id,
  clerkId: row.clerkId,
  hands: handsOf(row),
  content: JSON.parse(row.content!) as DraftContent,
  updatedAt: row.updatedAt,
});

const find = (reader: Reader, id: string): StoredDraft | undefined => DRAFTS.get(reader, "WHERE id = ?", id);

/** The draft if it is there; refuses another clerk's. */
function findOwn(reader: Reader, id: string, clerkId: string): StoredDraft | undefined {
  const draft = find(reader, id);
  if (draft !== undefined && draft.clerkId !== clerkId) {
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
  TYPED.insert(writer, { id, clerkId, content: null, caseId: null, baseVersion: null, updatedAt: at }, CLOSED);
  return { baseVersion: draft?.baseVersion ?? null, hands: draft === undefined ? [] : handsOf(draft) };
}

/** Somebody else's draft that is still open, and whose it is. */
function requireOpen(reader: Reader, id: string): { readonly draft: StoredDraft; readonly of: Owner } {
  const draft = find(reader, id);
  if (draft === undefined || draft.content === null) throw new StoreRefusal("stale", `draft ${id} was submitted or discarded`);
  const of = OWNER.get(reader, "WHERE id = ?", draft.clerkId)!;
  return { draft, of };
}

const OWNER = CLERKS.part("id", "name", "login");
type Owner = Pick<RowOf<typeof CLERKS>, "id" | "name" | "login">;
const named = ({ name, login }: Owner) => ({ name, login });

const versionOf = (reader: Reader, caseId: string | null): number | null =>
  caseId === null ? null : (reader.get<{ version: number }>("SELECT version FROM cases WHERE id = ?", caseId)?.version ?? null);

export const draftReads = (reader: Reader): Pick<Store["drafts"], "list" | "get" | "open"> => ({
  open: () => DRAFTS.all(reader, "INDEXED BY drafts_open WHERE content IS NOT NULL ORDER BY updated_at, id").map(draftRow),
  list: (clerkId) =>
    DRAFTS.all(reader, "WHERE content IS NOT NULL AND clerk_id = ? ORDER BY updated_at DESC, id", clerkId).map(draftRow),
  get(id) {
    const row = DRAFTS.get(reader, "WHERE content IS NOT NULL AND id = ?", id);
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
          before !== undefined && before.caseId === content.caseId ? before.baseVersion : versionOf(writer, content.caseId);
        // as typed, in the order typed: nothing hashes a draft
        const typed = { content: JSON.stringify(content), caseId: content.caseId, baseVersion, updatedAt: act.at };
        TYPED.insert(writer, { id, clerkId: clerk.id, ...typed }, SAVED);
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
        const next = OWNER.get(writer, "WHERE id = ? AND active = 1", to);
        if (next === undefined) throw new StoreRefusal("not-found", `no active clerk ${to}`);
        const hands = [...new Set([...handsOf(draft), of.id])].filter((hand) => hand !== to);
        HOLDER.update(writer, { clerkId: to, hands: JSON.stringify(hands) }, "WHERE id = ?", id);
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
